"""What moved between two moments: one change per field of a recommendation, and how they are counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from uprtracker.i18n import N_, _
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Assessment, Status, advance

Value = Status | Position | Assessment | str | int | None

FIELDS = {
    "recommendation": N_("Recommendation"),
    "status": N_("Status"),
    "draft": N_("Draft status"),
    "position": N_("Position"),
    "assessment": N_("NHRI's assessment"),
    "lead": N_("Lead ministry"),
    "supporting": N_("Supporting"),
    "paragraphs": N_("Paragraphs"),
    "measures": N_("Measures"),
    "progress": N_("Progress entries"),
    "evidence": N_("Evidence"),
}
"""What is compared, in the order in which it is told; `recommendation`: it was added or withdrawn."""

COUNTED = ("measures", "progress", "evidence")


@dataclass(frozen=True)
class Moment:
    """A day, or the snapshot of that name; `at` is how far the history reaches."""

    day: date
    at: datetime
    snapshot: str = ""

    @property
    def words(self) -> str:
        if not self.snapshot:
            return day_in_words(self.day)
        return _("{name} ({day})").format(name=self.snapshot, day=day_in_words(self.day))


@dataclass(frozen=True)
class Change:
    """One field that moved; `before` is `None` where there was nothing, `after` where there is nothing any more.

    `lead` is the ministry that leads now. `by` and `at` are those of the entry that made it so, empty where it is not known.
    """

    uid: str
    number: str
    text: str
    lead: str
    field: str
    before: Value
    after: Value
    by: str = ""
    at: datetime | None = None

    @property
    def forward(self) -> bool:
        return self.field == "status" and advance(_status(self.before), _status(self.after)) > 0

    @property
    def back(self) -> bool:
        return self.field == "status" and advance(_status(self.before), _status(self.after)) < 0

    @property
    def added(self) -> bool:
        return self.field == "recommendation" and self.before is None

    @property
    def withdrawn(self) -> bool:
        return self.field == "recommendation" and self.after is None


@dataclass(frozen=True)
class ChangeReport:
    since: Moment
    until: Moment
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ChangeCount:
    """How much moved: statuses forward and back, recommendations added and withdrawn, positions, the NHRI's assessments,
    and how many more measures, progress entries and items of evidence there are."""

    forward: int
    back: int
    added: int
    withdrawn: int
    positions: int
    assessments: int
    measures: int
    progress: int
    evidence: int


def value_words(value: Value) -> str:
    """A value as it is printed; empty where there is none."""
    if value is None:
        return ""
    return value.label if isinstance(value, Status | Position | Assessment) else str(value)


def change_to_json(change: Change) -> dict[str, object]:
    """The keys that COMMANDS.md promises."""

    def plain(value: Value) -> object:
        return value.label if isinstance(value, Status | Position | Assessment) else value

    return {
        "number": change.number,
        "field": change.field,
        "from": plain(change.before),
        "to": plain(change.after),
        "by": change.by or None,
        "at": change.at.isoformat() if change.at else None,
    }


def count_changes(changes: Sequence[Change]) -> ChangeCount:
    def more(field: str) -> int:
        both = ((c.before, c.after) for c in changes if c.field == field)
        return sum(
            after - before for before, after in both if isinstance(before, int) and isinstance(after, int)
        )

    return ChangeCount(
        forward=sum(change.forward for change in changes),
        back=sum(change.back for change in changes),
        added=sum(change.added for change in changes),
        withdrawn=sum(change.withdrawn for change in changes),
        positions=sum(change.field == "position" for change in changes),
        assessments=sum(change.field == "assessment" for change in changes),
        measures=more("measures"),
        progress=more("progress"),
        evidence=more("evidence"),
    )


def by_ministry(changes: Iterable[Change]) -> Mapping[str, tuple[Change, ...]]:
    """Changes by the ministry that leads now, by name; those without one last, under an empty name."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.lead, []).append(change)
    return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (not name, name))}


def _status(value: Value) -> Status | None:
    return value if isinstance(value, Status) else None
