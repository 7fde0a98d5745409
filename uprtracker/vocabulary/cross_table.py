"""Linked recommendations of each operative paragraph, crossed with official status or with lead ministry."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from uprtracker.vocabulary.addressee import Addressee
from uprtracker.vocabulary.figures import ParagraphCoverage, by_number, count_statuses, coverage
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.status import BUCKETS

Counts = dict[str, int]


@dataclass(frozen=True)
class CrossRow:
    """One paragraph: numbers per column, and what it is about. `pledges` are voluntary ones, counted nowhere else."""

    covered: ParagraphCoverage
    counts: Counts
    pledges: int

    @property
    def to_states(self) -> bool:
        return self.covered.paragraph.addressees == Addressee.STATES

    @property
    def total(self) -> int:
        return self.covered.count.total


@dataclass(frozen=True)
class CrossTable:
    """Columns by key; rows in the order of the text, those addressed to States first."""

    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]


def by_status(rows: Sequence[Recommendation], text: TextVersion) -> CrossTable:
    """A column for each bucket of the official status; the counts of a row add up to its total."""
    return _crossed(rows, text, BUCKETS, lambda linked: count_statuses(linked).counts)


def by_ministry(rows: Sequence[Recommendation], text: TextVersion) -> CrossTable:
    """A column for each lead ministry of a linked recommendation, the busiest first; the empty name means none.

    A number whose parts have several lead ministries counts under each of them.
    """
    counts = _count_leads(row for row in rows if row.paragraphs)
    columns = sorted(counts, key=lambda name: (not name, -counts[name], name))
    return _crossed(rows, text, columns, _count_leads)


def _crossed(
    rows: Sequence[Recommendation],
    text: TextVersion,
    columns: Iterable[str],
    count: Callable[[Iterable[Recommendation]], Counts],
) -> CrossTable:
    linked: dict[str, list[Recommendation]] = {}
    for row in rows:
        for label in row.paragraph_labels:
            linked.setdefault(label, []).append(row)
    crossed = [
        CrossRow(covered, count(found), _pledges(found))
        for covered in coverage(rows, text)
        if not covered.paragraph.preambular
        for found in [linked.get(covered.paragraph.label, [])]
    ]
    return CrossTable(tuple(columns), tuple(sorted(crossed, key=lambda row: not row.to_states)))


def _count_leads(rows: Iterable[Recommendation]) -> Counts:
    leads: dict[str, list[Recommendation]] = {}
    for row in rows:
        leads.setdefault(row.lead, []).append(row)
    numbers = {name: len(by_number(found)) for name, found in leads.items()}
    return {name: number for name, number in numbers.items() if number}


def _pledges(rows: Iterable[Recommendation]) -> int:
    return len({row.counted_as for row in rows if row.kind == "voluntary_pledge"})
