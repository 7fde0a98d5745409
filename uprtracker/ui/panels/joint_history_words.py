"""What the history says of measures, requests, institutions and the briefing pack: entries whose field alone does not tell."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from uprtracker.i18n import N_, _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES, measure_state_label
from uprtracker.vocabulary.read_model import HistoryEntry

SILENT = frozenset(
    (
        *(("focal_point", field) for field in ("focal point", "post", "alternate", "contact")),
        ("saved_view", "definition"),
    )
)
"""Entries that are of no recommendation, and are told by their action's title."""


def joint_sentence(entry: HistoryEntry) -> str | None:
    """`Measure due: 30 June 2027`; empty where another entry tells it, `None` where the field alone says what it is."""
    place = (entry.entity, entry.field)
    if place in SILENT or (entry.field in ("institution_id", "holder_id") and entry.entity != "measure"):
        return ""
    if entry.field == "not_ours" and entry.action == "withdraw":
        return _("Request to reassign taken back")
    if place not in _SAID:
        return None
    sentence, words = _SAID[place]
    return _(sentence).format(old=words(entry.old) or _("none"), new=words(entry.new) or _("none"))


def _day(stored: str) -> str:
    with suppress(ValueError):
        return long_day(date.fromisoformat(stored))
    return stored


def _state(stored: str) -> str:
    return measure_state_label(stored) if stored in MEASURE_STATES else stored


def _decision(stored: str) -> str:
    return {"open": _("open"), "accepted": _("accepted"), "declined": _("declined")}.get(stored, stored)


_SAID: dict[tuple[str, str], tuple[str, Callable[[str], str]]] = {
    ("measure", "title"): (N_("Measure called: {new}"), str),
    ("measure", "institution_id"): (N_("Responsible for a measure changed"), str),
    ("measure", "start_on"): (N_("Measure begins: {new}"), _day),
    ("measure", "due_on"): (N_("Measure due: {new}"), _day),
    ("measure", "state"): (N_("Measure {old} → {new}"), _state),
    ("measure", "serves"): (N_("Recommendations of a measure changed"), str),
    ("reassignment_request", "not_ours"): (N_("Asked to reassign to: {new}"), str),
    ("reassignment_request", "state"): (N_("Request to reassign {new}"), _decision),
    ("institution", "name"): (N_("Institution {old} is called {new}"), str),
    ("institution", "kind"): (N_("Kind of an institution changed"), str),
    ("briefing_field", "text"): (N_("Briefing pack: {new}"), str),
    ("advance_question", "advance_question"): (N_("Advance question of {new}"), str),
    ("advance_question", "answer"): (N_("Answer to an advance question: {new}"), str),
    ("institution", "merged into"): (N_("Institution {old} merged into another one"), str),
}
"""By table and field: the sentence, and how its values are said."""
