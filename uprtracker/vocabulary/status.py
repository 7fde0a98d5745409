"""The implementation status said by the State, the NHRI's assessment, and the rules between them (DOMAIN.md, 3)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from uprtracker.errors import UserError
from uprtracker.i18n import N_, _
from uprtracker.vocabulary.text import fold


class Status(StrEnum):
    """The State's own word on one recommendation, in the order of the scale. No entry at all is *Not reported*."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    PARTIALLY_IMPLEMENTED = "partially_implemented"
    FULLY_IMPLEMENTED = "fully_implemented"
    CONTINUOUS = "continuous"
    NOT_BEING_IMPLEMENTED = "not_being_implemented"

    @property
    def label(self) -> str:
        return _(_STATUS_LABELS[self])

    @property
    def reason_required(self) -> bool:
        return self in (Status.FULLY_IMPLEMENTED, Status.NOT_BEING_IMPLEMENTED)

    @property
    def closes(self) -> bool:
        """Nothing more is due: never open, never overdue."""
        return self in (Status.FULLY_IMPLEMENTED, Status.CONTINUOUS, Status.NOT_BEING_IMPLEMENTED)


NOT_REPORTED = "not_reported"
"""Key of the bucket of recommendations without any validated status, in every count and chart."""

_STATUS_LABELS = {
    Status.NOT_STARTED: N_("Not started"),
    Status.PLANNED: N_("Planned"),
    Status.IN_PROGRESS: N_("In progress"),
    Status.PARTIALLY_IMPLEMENTED: N_("Partially implemented"),
    Status.FULLY_IMPLEMENTED: N_("Fully implemented"),
    Status.CONTINUOUS: N_("Continuous"),
    Status.NOT_BEING_IMPLEMENTED: N_("Not being implemented"),
}

BUCKETS: tuple[str, ...] = (
    Status.FULLY_IMPLEMENTED,
    Status.PARTIALLY_IMPLEMENTED,
    Status.IN_PROGRESS,
    Status.PLANNED,
    Status.NOT_STARTED,
    Status.CONTINUOUS,
    Status.NOT_BEING_IMPLEMENTED,
    NOT_REPORTED,
)
"""The order of segments in every chart and of columns in every table of counts."""

# From the least to the most advanced; a number whose parts differ counts as its least advanced part.
_ADVANCE = (
    None,
    Status.NOT_BEING_IMPLEMENTED,
    Status.NOT_STARTED,
    Status.PLANNED,
    Status.IN_PROGRESS,
    Status.PARTIALLY_IMPLEMENTED,
    Status.CONTINUOUS,
    Status.FULLY_IMPLEMENTED,
)


class Assessment(StrEnum):
    """The NHRI's own scale."""

    NOT_IMPLEMENTED = "not_implemented"
    PARTIALLY_IMPLEMENTED = "partially_implemented"
    FULLY_IMPLEMENTED = "fully_implemented"
    NO_INFORMATION = "no_information"
    CONTRARY_MEASURES = "contrary_measures"

    @property
    def label(self) -> str:
        return _(_ASSESSMENT_LABELS[self])


_ASSESSMENT_LABELS = {
    Assessment.NOT_IMPLEMENTED: N_("Not implemented"),
    Assessment.PARTIALLY_IMPLEMENTED: N_("Partially implemented"),
    Assessment.FULLY_IMPLEMENTED: N_("Fully implemented"),
    Assessment.NO_INFORMATION: N_("No information"),
    Assessment.CONTRARY_MEASURES: N_("Contrary measures"),
}

_STATE_SAYS = {
    Status.NOT_STARTED: "not",
    Status.PLANNED: "not",
    Status.NOT_BEING_IMPLEMENTED: "not",
    Status.IN_PROGRESS: "partially",
    Status.PARTIALLY_IMPLEMENTED: "partially",
    Status.FULLY_IMPLEMENTED: "fully",
}
_NHRI_SAYS = {
    Assessment.NOT_IMPLEMENTED: "not",
    Assessment.CONTRARY_MEASURES: "not",
    Assessment.PARTIALLY_IMPLEMENTED: "partially",
    Assessment.FULLY_IMPLEMENTED: "fully",
}


def bucket_label(bucket: str) -> str:
    """The word of a bucket of `BUCKETS`."""
    return _("Not reported") if bucket == NOT_REPORTED else Status(bucket).label


def bucket_of(status: Status | None) -> str:
    return NOT_REPORTED if status is None else status.value


def is_disputed(official: Status | None, assessment: Assessment | None) -> bool:
    """Whether the official status and the NHRI's assessment contradict each other (DOMAIN.md, 3, *Disputed*)."""
    said_by_nhri = _NHRI_SAYS.get(assessment) if assessment else None
    if official is None or said_by_nhri is None:
        return False
    if official is Status.CONTINUOUS:
        return said_by_nhri == "not"
    return _STATE_SAYS[official] != said_by_nhri


def is_open(official: Status | None) -> bool:
    return official is None or not official.closes


def is_overdue(official: Status | None, due_on: date | None, as_of: date) -> bool:
    return due_on is not None and due_on < as_of and is_open(official)


DUE_SOON = timedelta(days=30)
"""How far ahead a due date is *due soon*."""


def is_due_soon(official: Status | None, due_on: date | None, as_of: date) -> bool:
    """Due from the day itself to thirty days later, and still open."""
    return due_on is not None and as_of <= due_on <= as_of + DUE_SOON and is_open(official)


def is_silent(last_activity_on: date | None, as_of: date, snapshot_on: date | None) -> bool:
    """*Nothing reported* (DOMAIN.md, 3): no entry, progress or measure for twelve months, or since the last snapshot."""
    if last_activity_on is None:
        return True
    return last_activity_on < year_before(as_of) or (
        snapshot_on is not None and last_activity_on <= snapshot_on
    )


def year_before(day: date) -> date:
    """Twelve months earlier; the 28th for a 29 February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def combined(statuses: Iterable[Status | None]) -> Status | None:
    """The status under which a number with several parts is counted: its least advanced part."""
    return min(statuses, key=_ADVANCE.index)


def advance(before: Status | None, after: Status | None) -> int:
    """How many steps of advance lie between two statuses: above zero forward, below it back."""
    return _ADVANCE.index(after) - _ADVANCE.index(before)


def parse_status(text: str) -> Status:
    """Read a status as printed or stored, in any case; `UserError` names the scale."""
    for status in Status:
        if fold(text) in (fold(_STATUS_LABELS[status]), fold(status.value), fold(status.label)):
            return status
    scale = ", ".join(_STATUS_LABELS.values())
    raise UserError(_("'{word}' is not a status; use one of: {scale}.").format(word=text, scale=scale))


def parse_bucket(text: str) -> str:
    """Like `parse_status`, and also reads *Not reported*."""
    if fold(text) in (fold("Not reported"), fold(NOT_REPORTED), fold(_("Not reported"))):
        return NOT_REPORTED
    return parse_status(text).value


def parse_assessment(text: str) -> Assessment:
    """Read an assessment as printed or stored, in any case; `UserError` names the scale."""
    for assessment in Assessment:
        if fold(text) in (
            fold(_ASSESSMENT_LABELS[assessment]),
            fold(assessment.value),
            fold(assessment.label),
        ):
            return assessment
    scale = ", ".join(_ASSESSMENT_LABELS.values())
    raise UserError(_("'{word}' is not an assessment; use one of: {scale}.").format(word=text, scale=scale))
