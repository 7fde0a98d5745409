"""Institutions as the secretariat sees them: their posts, their workload, and what waits for a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from uprtracker.i18n import N_, _
from uprtracker.vocabulary.figures import by_number, count_statuses
from uprtracker.vocabulary.read_model import Institution, Recommendation, StatusEntry
from uprtracker.vocabulary.status import NOT_REPORTED

KINDS = {
    "ministry": N_("Ministry"),
    "agency": N_("Agency"),
    "secretariat": N_("Secretariat"),
    "nhri": N_("National human rights institution"),
    "other": N_("Other"),
}


def kind_label(kind: str) -> str:
    return _(KINDS[kind])


@dataclass(frozen=True)
class Post:
    """The focal point of an institution or its alternate: a post rather than a person's name, and how to reach it."""

    id: int
    title: str
    alternate: bool
    contact: str


@dataclass(frozen=True)
class Workload:
    """How many numbers an institution leads and supports; all other figures are of what it leads.

    So a number stands in the figures of one institution only, unless its parts have different leads.
    """

    lead: int
    supporting: int
    open: int
    overdue: int
    due_soon: int
    drafts: int
    not_reported: int


@dataclass(frozen=True)
class InstitutionAtWork:
    """An institution with its posts, the focal point first."""

    institution: Institution
    posts: tuple[Post, ...]
    workload: Workload


@dataclass(frozen=True)
class Draft:
    """An answer that waits for validation beside what is official now."""

    row: Recommendation
    entry: StatusEntry
    official: StatusEntry | None


@dataclass(frozen=True)
class ReassignmentRequest:
    """*Not ours, belongs to ...*: `proposed` is a name, known or not, and may be empty. `state`: open, accepted, declined."""

    id: int
    row: Recommendation
    institution: str
    proposed: str
    reason: str
    state: str
    at: datetime
    by: str


def workload_of(name: str, rows: Sequence[Recommendation]) -> Workload:
    """The figures of one institution among these rows; every number counts once."""
    leads = [row for row in rows if row.lead == name]
    return Workload(
        lead=_numbers(leads),
        supporting=_numbers(row for row in rows if name in row.supporting),
        open=_numbers(row for row in leads if row.open),
        overdue=_numbers(row for row in leads if row.overdue),
        due_soon=_numbers(row for row in leads if row.due_soon),
        drafts=_numbers(row for row in leads if row.has_draft),
        not_reported=count_statuses(leads)[NOT_REPORTED],
    )


def _numbers(rows: Iterable[Recommendation]) -> int:
    return len(by_number(rows))
