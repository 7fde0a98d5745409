"""What does not add up in a review, point by point, in words and with the number that a person should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uprtracker.i18n import _
from uprtracker.vocabulary.position import Position

if TYPE_CHECKING:
    from uprtracker.services.reconciling import Reconciliation


@dataclass(frozen=True)
class Finding:
    """One point. `numbers` are those it is about, empty for a sum; `place` is where it stands in the document."""

    what: str
    numbers: tuple[str, ...]
    words: str
    place: str = ""


def findings(found: "Reconciliation") -> list[Finding]:
    """Everything that a person should look at, the sums first."""
    return [*_sums(found), *_numbers(found), *_sentences(found)]


def stated(found: "Reconciliation") -> str:
    """The totals that the documents themselves give."""
    totals = found.totals
    said = (
        (totals.received, _("{n} received")),
        (totals.supported, _("{n} supported")),
        (totals.noted, _("{n} noted")),
        (totals.in_part, _("{n} in part")),
    )
    figures = ", ".join(words.format(n=n) for n, words in said if n is not None)
    if not figures:
        return _("No total is stated in the documents that were read.")
    return _("The document itself states: {figures}.").format(figures=figures)


def _sums(found: "Reconciliation") -> Iterator[Finding]:
    for difference in found.differences:
        what = _("received") if difference.what == "received" else Position(difference.what).label.lower()
        words = _("The document states {stated} ({what}); {read} were read.")
        yield Finding(
            _("Another total"), (), words.format(stated=difference.stated, read=difference.read, what=what)
        )


def _numbers(found: "Reconciliation") -> Iterator[Finding]:
    unknown = tuple(number for number, position in found.positions if position is Position.UNKNOWN)
    for what, numbers, words in (
        (_("Missing number"), found.gaps, _("The series of the report leaps over it.")),
        (_("Double number"), found.doubles, _("It stands in the report more than once.")),
        (
            _("Only in the addendum"),
            found.only_in_addendum,
            _("The addendum answers it, and the report does not have it."),
        ),
        (_("Without an answer"), found.unanswered, _("The addendum gives no final position on it.")),
        (
            _("Two positions"),
            found.contradictions,
            _("The report gives another position than the addendum, which goes before it."),
        ),
        (_("Position unknown"), unknown, _("Nothing that was read says what the State answers.")),
    ):
        for number in numbers:
            yield Finding(what, (number,), words)


def _sentences(found: "Reconciliation") -> Iterator[Finding]:
    for unread in found.unread:
        yield Finding(
            _("To be read"), unread.numbers, unread.sentence, f"{unread.place.where}: {unread.reason}"
        )
