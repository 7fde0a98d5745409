"""Which recommendations are meant: the filters of the window, of the command line and of reports are this one."""

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from uprtracker.i18n import _, current_language, ngettext
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.status import bucket_label, bucket_of
from uprtracker.vocabulary.text import fold

VIEWS = (
    "all",
    "open",
    "overdue",
    "due-soon",
    "nothing-reported",
    "no-lead",
    "unlinked",
    "linked",
    "disputed",
    "drafts",
)
SCOPES = {scope.value: scope for scope in (Scope.MECHANISMS, Scope.REFERENCE)}
"""Views of what is apart from the UPR's own recommendations and in none of its figures."""


@dataclass(frozen=True)
class RowFilter:
    """Each field narrows the list; several values of one field mean *or*. `search` is answered by the search index.

    `statuses` are buckets of the official status; `by_states` ISO 3166 alpha-3 codes; `paragraphs` printed labels.
    `ministries` are names, an empty name meaning *no lead ministry*; `institution` is whose items *open* shows.
    `uids` are recommendations chosen one by one, `uids_as` says in words what they have in common.
    """

    positions: tuple[Position, ...] = ()
    statuses: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    lead_only: bool = False
    paragraphs: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    cycles: tuple[int, ...] = ()
    by_states: tuple[str, ...] = ()
    search: str = ""
    view: str = "all"
    institution: str = ""
    uids: tuple[str, ...] = ()
    uids_as: str = ""

    @property
    def scope(self) -> Scope:
        """Whose recommendations the filter is about."""
        return SCOPES.get(self.view, Scope.UPR)

    def accepts(self, row: Recommendation) -> bool:
        """Whether a row passes all fields but `search`."""
        return all(
            (
                self.scope.holds(row.mechanism, row.collection),
                not self.positions or row.position in self.positions,
                not self.statuses or bucket_of(row.official) in self.statuses,
                not self.ministries or self._has_ministry(row),
                not self.paragraphs or any(label in self.paragraphs for label in row.paragraph_labels),
                not self.themes or self._has_theme(row),
                not self.cycles or row.cycle in self.cycles,
                not self.by_states or any(s in self.by_states for s in row.recommending_states),
                not self.uids or row.uid in self._uids,
                self._in_view(row),
            )
        )

    @cached_property
    def _uids(self) -> frozenset[str]:
        return frozenset(self.uids)

    def _has_ministry(self, row: Recommendation) -> bool:
        wanted = {fold(name) for name in self.ministries}
        involved = [row.lead] if self.lead_only else [row.lead, *row.supporting]
        return any(fold(name) in wanted for name in involved)

    def _has_theme(self, row: Recommendation) -> bool:
        wanted = {fold(label) for label in self.themes}
        return any(fold(theme.label) in wanted for theme in row.themes if theme.kind == "theme")

    def _in_view(self, row: Recommendation) -> bool:
        mine = not self.institution or self.institution in (row.lead, *row.supporting)
        return (
            self.view in SCOPES
            or {
                "all": True,
                "open": row.open and mine,
                "overdue": row.overdue,
                "due-soon": row.due_soon,
                "nothing-reported": row.nothing_reported,
                "no-lead": not row.lead,
                "unlinked": not row.decided,
                "linked": bool(row.paragraphs),
                "disputed": row.disputed,
                "drafts": row.has_draft,
            }[self.view]
        )

    @property
    def narrows(self) -> bool:
        return self != replace(RowFilter(), lead_only=self.lead_only, institution=self.institution)

    def chips(self) -> list[tuple[str, str, str]]:
        """What narrows the list, as (field, value, words) for filter chips and for the first page of a report."""
        chips: list[tuple[str, str, str]] = []
        if self.view != "all":
            chips.append(("view", self.view, view_label(self.view)))
        chips += [
            ("positions", p.value, _("Position: {value}").format(value=p.label)) for p in self.positions
        ]
        chips += [("statuses", s, _("Status: {value}").format(value=bucket_label(s))) for s in self.statuses]
        chips += [
            ("ministries", m, _("Ministry: {value}").format(value=m or _("none"))) for m in self.ministries
        ]
        chips += [("paragraphs", p, _("Paragraph {value}").format(value=p)) for p in self.paragraphs]
        chips += [("themes", t, _("Theme: {value}").format(value=t)) for t in self.themes]
        chips += [("cycles", str(c), _("Cycle {value}").format(value=c)) for c in self.cycles]
        chips += [
            ("by_states", s, _("By {value}").format(value=state(s).name(current_language())))
            for s in self.by_states
        ]
        if self.uids:
            words = ngettext("{n} chosen recommendation", "{n} chosen recommendations", len(self.uids))
            chips.append(("uids", "", self.uids_as or words.format(n=len(self.uids))))
        if self.search:
            chips.append(("search", self.search, _("Search: {value}").format(value=self.search)))
        return chips

    def without(self, field_name: str, value: str) -> "RowFilter":
        """The filter with one chip taken off."""
        changed: dict[str, Any] = {}
        if field_name in ("view", "search"):
            changed[field_name] = "all" if field_name == "view" else ""
        elif field_name == "uids":
            changed |= {"uids": (), "uids_as": ""}
        else:
            standing = getattr(self, field_name)
            changed[field_name] = tuple(v for v in standing if str(getattr(v, "value", v)) != value)
        return replace(self, **changed)

    def to_json(self) -> dict[str, object]:
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "RowFilter":
        """A filter as `to_json` gave it; JSON's lists become tuples and words become positions again."""
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in stored.items()}
        values["positions"] = tuple(Position(word) for word in values.get("positions", ()))
        return cls(**values)


def view_label(view: str) -> str:
    return {
        "mechanisms": _("Treaty bodies and special procedures"),
        "reference": _("What other States were told"),
        "all": _("All recommendations"),
        "open": _("My open items"),
        "overdue": _("Overdue"),
        "due-soon": _("Due within 30 days"),
        "nothing-reported": _("Nothing reported lately"),
        "no-lead": _("Without lead ministry"),
        "unlinked": _("Not yet linked"),
        "linked": _("Linked to the resolution"),
        "disputed": _("Disputed by the NHRI"),
        "drafts": _("Drafts to validate"),
    }[view]


def view_rule(view: str) -> str:
    """What a view lets through, where its name does not say it all; empty where it does."""
    return {
        "open": _("Official status neither fully implemented, continuous nor not being implemented"),
        "overdue": _("Open, and due before today"),
        "due-soon": _("Open, and due today or within the next 30 days"),
        "nothing-reported": _(
            "No status, progress or measure for twelve months, or none since the last snapshot"
        ),
        "disputed": _("The official status and the NHRI's assessment contradict each other"),
        "drafts": _("An answer that is not official until it is validated"),
        "mechanisms": _("Followed up here, and in no list and no figure of the UPR"),
        "reference": _("Kept for reading only: in no list and in no figure"),
    }.get(view, "")


def due_in_words(due_on: date, today: date) -> str:
    """How far a due date is away: `in 7 months`, `3 days ago`."""
    days = (due_on - today).days
    size, unit = (abs(days) // 30, "months") if abs(days) >= 60 else (abs(days), "days")
    texts = {
        ("months", True): _("in {n} months"),
        ("days", True): _("in {n} days"),
        ("months", False): _("{n} months ago"),
        ("days", False): _("{n} days ago"),
    }
    if days == 0:
        return _("today")
    return texts[unit, days > 0].format(n=size)
