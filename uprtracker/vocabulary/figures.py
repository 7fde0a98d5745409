"""Counting: the one place where rows become figures, so that table, overview, workbook and PDF agree.

Every official figure counts numbers; the parts of a number are counted once, under their least advanced status.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from uprtracker.vocabulary import position as positions
from uprtracker.vocabulary import status as statuses
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Paragraph, Recommendation, TextVersion
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Status


@dataclass(frozen=True)
class StatusCount:
    """Numbers per bucket of `status.BUCKETS`, which add up to `total`, and how many of them have a draft beside."""

    counts: dict[str, int]
    drafts: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def __getitem__(self, bucket: str) -> int:
        return self.counts[bucket]


@dataclass(frozen=True)
class GroupCount:
    """A status count under a name: a ministry, a theme, a paragraph, a cycle; `key` is what a filter takes."""

    key: str
    name: str
    count: StatusCount


@dataclass(frozen=True)
class ParagraphCoverage:
    """The recommendations linked to one paragraph. `letters` is the sum over the letters below a chapeau, each number once.

    `gap`: `no_recommendation`, `not_started` or empty.
    """

    paragraph: Paragraph
    count: StatusCount
    letters: StatusCount | None
    gap: str


@dataclass(frozen=True)
class Overview:
    """The figures of the overview page and of the first page of a report."""

    received: int
    positions: dict[Position, int]
    status: StatusCount
    by_ministry: tuple[GroupCount, ...]
    by_theme: tuple[GroupCount, ...]
    by_cycle: tuple[GroupCount, ...]
    linked: int
    concerns_none: int
    undecided: int
    overdue: int
    due_soon: int
    nothing_reported: int
    no_lead: int
    disputed: int


Groups = dict[tuple[int, str], list[Recommendation]]


def by_number(rows: Iterable[Recommendation]) -> Groups:
    """Rows of the UPR grouped into numbers, in their order.

    Voluntary pledges and observations are not recommendations received; other mechanisms and what other States were
    told are in no figure.
    """
    groups: Groups = {}
    for row in rows:
        if row.kind == "recommendation" and Scope.UPR.holds(row.mechanism, row.collection):
            groups.setdefault(row.counted_as, []).append(row)
    return groups


def count_statuses(rows: Iterable[Recommendation]) -> StatusCount:
    groups = by_number(rows).values()
    counts = Counter(statuses.bucket_of(statuses.combined(r.official for r in parts)) for parts in groups)
    drafts = sum(any(r.has_draft for r in parts) for parts in groups)
    return StatusCount({bucket: counts[bucket] for bucket in BUCKETS}, drafts)


def count_positions(rows: Iterable[Recommendation]) -> dict[Position, int]:
    """Numbers per position, in the order of the scale, zeros left out: they add up to the number received."""
    counts = Counter(positions.combined([r.position for r in parts]) for parts in by_number(rows).values())
    return {position: counts[position] for position in Position if counts[position]}


def count_groups(
    rows: Sequence[Recommendation], key: Callable[[Recommendation], Iterable[tuple[str, str]]]
) -> tuple[GroupCount, ...]:
    """Status counts per group; `key` gives the (key, name) of every group that a row belongs to. Largest first."""
    members: dict[tuple[str, str], list[Recommendation]] = {}
    for row in rows:
        for group in dict.fromkeys(key(row)):
            members.setdefault(group, []).append(row)
    counted = [GroupCount(k, name, count_statuses(rs)) for (k, name), rs in members.items()]
    return tuple(sorted(counted, key=lambda g: (-g.count.total, g.name.casefold())))


def _how_many(groups: Groups, test: Callable[[Recommendation], bool]) -> int:
    return sum(any(test(row) for row in parts) for parts in groups.values())


def overview(rows: Sequence[Recommendation]) -> Overview:
    """All figures of one set of rows; a number counts in a figure when any of its parts does."""
    groups = by_number(rows)
    linked = _how_many(groups, lambda r: bool(r.paragraphs))
    undecided = _how_many(groups, lambda r: not r.decided)
    return Overview(
        received=len(groups),
        positions=count_positions(rows),
        status=count_statuses(rows),
        by_ministry=count_groups(rows, lambda r: [(r.lead, r.lead)]),
        by_theme=count_groups(rows, lambda r: [(t.label, t.label) for t in r.themes if t.kind == "theme"]),
        by_cycle=count_groups(rows, lambda r: [(str(r.cycle or ""), str(r.cycle or ""))]),
        linked=linked,
        concerns_none=_how_many(groups, lambda r: r.concerns_none),
        undecided=undecided,
        overdue=_how_many(groups, lambda r: r.overdue),
        due_soon=_how_many(groups, lambda r: r.due_soon),
        nothing_reported=_how_many(groups, lambda r: r.nothing_reported),
        no_lead=_how_many(groups, lambda r: not r.lead),
        disputed=_how_many(groups, lambda r: r.disputed),
    )


def coverage(rows: Sequence[Recommendation], text: TextVersion) -> tuple[ParagraphCoverage, ...]:
    """Per paragraph, preamble first: its own counts, a chapeau's letters beside them, and the gap if there is one."""
    linked: dict[str, list[Recommendation]] = {p.label: [] for p in text.paragraphs}
    for row in rows:
        for label in row.paragraph_labels:
            if label in linked:
                linked[label].append(row)
    result = []
    for paragraph in text.paragraphs:
        below = [p.label for p in text.paragraphs if p.parent == paragraph.label]
        letters = {r.id: r for label in below for r in linked[label]}
        own = count_statuses(linked[paragraph.label])
        result.append(
            ParagraphCoverage(
                paragraph, own, count_statuses(letters.values()) if below else None, _gap(paragraph, own)
            )
        )
    return tuple(result)


_NOT_BEYOND_PLANNED = (NOT_REPORTED, Status.NOT_STARTED, Status.PLANNED)


def _gap(paragraph: Paragraph, own: StatusCount) -> str:
    if not paragraph.is_gap_unit:
        return ""
    if own.total == 0:
        return "no_recommendation"
    return "not_started" if sum(own[b] for b in _NOT_BEYOND_PLANNED) == own.total else ""
