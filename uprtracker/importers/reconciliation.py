"""A report against its addendum: every number has one position, and the sums are those that the documents state."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from uprtracker.importers.parsed_addendum import ParsedAddendum, StatedPosition, StatedTotals, Unread
from uprtracker.importers.record import ParsedRecommendation, ParsedReview
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.position import Position, combined

_NUMBER = re.compile(r"^(?:(?P<head>[0-9]+)\.)?\(?(?P<item>[0-9]+|[a-z]{1,2})\)?$")
_FINAL = (Position.SUPPORTED, Position.NOTED, Position.SUPPORTED_NOTED)


@dataclass(frozen=True)
class Difference:
    """A sum that a document states and the reading does not give. `what`: `received` or a position's value."""

    what: str
    stated: int
    read: int


@dataclass(frozen=True)
class Reconciliation:
    """What was received and what was answered; `received` is the sum of the five figures below it.

    Figures count numbers and not their parts; `positions` gives each number's in the report's order. `gaps` are
    missing in the report's series, `doubles` stand in it more than once. `only_in_addendum` and `unanswered` are
    numbers that one of the two documents lacks. `contradictions` have a final position in the report and another
    one in the addendum. `unread` are the addendum's sentences that a person must read.
    """

    received: int
    supported: int
    noted: int
    supported_noted: int
    pending: int
    unknown: int
    positions: tuple[tuple[str, Position], ...]
    gaps: tuple[str, ...]
    doubles: tuple[str, ...]
    only_in_addendum: tuple[str, ...]
    unanswered: tuple[str, ...]
    contradictions: tuple[str, ...]
    unread: tuple[Unread, ...]
    totals: StatedTotals
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing is left for a person to look at."""
        open_points = (
            self.gaps,
            self.doubles,
            self.only_in_addendum,
            self.unanswered,
            self.contradictions,
            self.unread,
            self.differences,
        )
        return not self.unknown and not any(open_points)


def reconcile(report: ParsedReview, addendum: ParsedAddendum | None) -> Reconciliation:
    """Put the two together. The addendum answers later and goes before the report; where it is silent, and
    without one, the report's own position stays."""
    if addendum is not None:
        addendum = with_numbers_of(addendum, report)
    answers = _Answers(addendum.positions if addendum else ())
    by_number: dict[str, list[ParsedRecommendation]] = defaultdict(list)
    for record in report.recommendations:
        by_number[record.number or record.place.where].append(record)
    positions = {
        number: combined([answers.on(record) or record.position for record in records])
        for number, records in by_number.items()
    }
    counted = Counter(positions.values())
    totals = addendum.totals if addendum else StatedTotals()
    return Reconciliation(
        received=len(positions),
        supported=counted[Position.SUPPORTED],
        noted=counted[Position.NOTED],
        supported_noted=counted[Position.SUPPORTED_NOTED],
        pending=counted[Position.PENDING],
        unknown=counted[Position.UNKNOWN],
        positions=tuple(positions.items()),
        gaps=report.missing_numbers,
        doubles=tuple(number for number, records in by_number.items() if len(records) > 1),
        only_in_addendum=tuple(sorted(answers.numbers - by_number.keys(), key=sort_key)),
        unanswered=tuple(n for n, p in positions.items() if addendum and p not in _FINAL),
        contradictions=tuple(
            record.label
            for record in report.recommendations
            if record.position in _FINAL and (answers.on(record) or record.position) is not record.position
        ),
        unread=addendum.unread if addendum else (),
        totals=totals,
        differences=tuple(_differences(totals, len(positions), counted)),
    )


def with_numbers_of(addendum: ParsedAddendum, report: ParsedReview) -> ParsedAddendum:
    """The addendum with its numbers written as the report writes them: `12` and `64.12` as `64.(12)`.

    A number that fits none or several of the report's stays as it is.
    """
    spelling = _Spelling(record.number for record in report.recommendations)
    return replace(
        addendum,
        positions=tuple(replace(p, number=spelling.of(p.number)) for p in addendum.positions),
        explanations=tuple(replace(e, numbers=spelling.of_all(e.numbers)) for e in addendum.explanations),
        unread=tuple(replace(u, numbers=spelling.of_all(u.numbers)) for u in addendum.unread),
    )


class _Answers:
    """The addendum's positions by number and part."""

    def __init__(self, positions: Iterable[StatedPosition]) -> None:
        self._by_label: dict[str, Position] = {}
        self._by_number: dict[str, list[Position]] = defaultdict(list)
        for stated in positions:
            self._by_label[stated.label] = stated.position
            self._by_number[stated.number].append(stated.position)

    @property
    def numbers(self) -> set[str]:
        return set(self._by_number)

    def on(self, record: ParsedRecommendation) -> Position | None:
        """That of the part, that of the whole number, or both parts' where the report has the number undivided."""
        own = self._by_label.get(record.label) or self._by_label.get(record.number)
        parts = self._by_number.get(record.number)
        return own or (combined(parts) if parts and not record.part else None)


class _Spelling:
    """The report's way to write a number of which the addendum may leave out the paragraph or the brackets."""

    def __init__(self, numbers: Iterable[str]) -> None:
        self._known = set(numbers)
        self._by_item: dict[str, set[str]] = defaultdict(set)
        for number in self._known:
            if found := _NUMBER.match(number):
                self._by_item[found["item"]].add(number)

    def of(self, number: str) -> str:
        found = _NUMBER.match(number)
        if number in self._known or not found:
            return number
        candidates = {
            known
            for known in self._by_item[found["item"]]
            if not found["head"] or known.startswith(f"{found['head']}.")
        }
        return candidates.pop() if len(candidates) == 1 else number

    def of_all(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Labels may end with the letter of a part."""
        return tuple(
            self.of(label.rstrip("abcdefgh")) + label[len(label.rstrip("abcdefgh")) :] for label in labels
        )


def _differences(totals: StatedTotals, received: int, counted: Counter[Position]) -> Iterator[Difference]:
    figures = (
        ("received", totals.received, received),
        (Position.SUPPORTED.value, totals.supported, counted[Position.SUPPORTED]),
        (Position.NOTED.value, totals.noted, counted[Position.NOTED]),
        (Position.SUPPORTED_NOTED.value, totals.in_part, counted[Position.SUPPORTED_NOTED]),
    )
    for what, stated, read in figures:
        if stated is not None and stated != read:
            yield Difference(what, stated, read)
