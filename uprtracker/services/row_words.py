"""What a travelling row is called and what it says, in the words of a merge: field, value, and how conflicts are grouped."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from uprtracker.i18n import _
from uprtracker.services.portable_row import TEXTS, PortableRow, PortableRows
from uprtracker.services.recorder import as_word
from uprtracker.vocabulary.confidentiality import Confidentiality

HOLDS_ALONE: dict[str, Callable[[PortableRow], tuple[str, ...]]] = {
    "position_entry": lambda _row: ("position",),
    "status_entry": lambda _row: ("status",),
    "assessment_entry": lambda row: ("assessment", row.refs["institution_id"] or ""),
    "assignment": lambda row: (
        ("lead",) if row.values["role"] == "lead" else (row.values["role"], row.refs["institution_id"] or "")
    ),
    "link": lambda row: ("paragraph", row.refs["paragraph_id"] or ""),
    "mapping_decision": lambda row: ("decision", row.refs["text_version_id"] or ""),
}
"""Tables of which the latest row holds: two new ones about the same thing are a conflict. The key names the thing."""

_FIELDS = {
    "progress_entry": "progress",
    "reassignment_request": "not_ours",
    "recommendation_pair": "comparison",
    "advance_question": "question",
    "briefing_field": "briefing",
    "outgoing_file": "file",
}
_COLUMNS = {("recommendation", "due_on"): "due", ("status_entry", "validated_at"): "status_validated"}


def field_of(row: PortableRow) -> str:
    """The field of the recommendation that a row says something about."""
    if row.table in HOLDS_ALONE:
        return HOLDS_ALONE[row.table](row)[0]
    return _FIELDS.get(row.table, row.table)


def column_field(row: PortableRow, column: str) -> str:
    """How a merge names one column of a row."""
    return _COLUMNS.get((row.table, column), f"{field_of(row)} {column}".removesuffix("_id"))


def says(row: PortableRow | None, rows: PortableRows) -> str:
    """The value of a row as a word; restricted words are never shown. Empty for no row."""
    if row is None:
        return ""
    if row.values.get("confidentiality") is Confidentiality.RESTRICTED:
        return _("(restricted)")
    return _SAYS.get(row.table, _title)(row, rows)


def told(row: PortableRow, rows: PortableRows) -> str:
    """What the history says of a row: a note by the uid and digest of its wording, never by its words."""
    if row.table == "evidence":
        return row.uid
    revisions = row.parts.get(TEXTS, ())
    if revisions and row.table != "assessment_entry":
        latest_wording = dict(revisions[-1])
        return f"{latest_wording['uid']} {latest_wording['digest']}"
    return says(row, rows)


def _title(row: PortableRow, _rows: PortableRows) -> str:
    named = (
        row.values.get(name) for name in ("title", "name", "post", "sender", "text", "description", "kind")
    )
    return row.text or next((str(value) for value in named if value), row.table)


def _assigned(row: PortableRow, rows: PortableRows) -> str:
    uid = row.refs["institution_id"]
    return rows["institution"][uid].values["name"] if uid and row.values["active"] else ""


def _link(row: PortableRow, rows: PortableRows) -> str:
    label = rows["paragraph"][row.refs["paragraph_id"] or ""].values["label"]
    return f"{label} ({row.values['state']})"


_SAYS: dict[str, Callable[[PortableRow, PortableRows], str]] = {
    "position_entry": lambda row, _rows: str(row.values["position"].value),
    "status_entry": lambda row, _rows: str(row.values["status"].value),
    "assessment_entry": lambda row, _rows: str(row.values["assessment"].value),
    "assignment": _assigned,
    "link": _link,
    "mapping_decision": lambda row, _rows: str(row.values["decision"]),
    "reassignment_request": lambda row, _rows: str(row.values["proposed"] or row.values["reason"]),
    "recommendation": lambda row, _rows: str(row.values["number"] + row.values["part"]),
}


def remark(row: PortableRow | None) -> str:
    """What a row says beside its value: comment, explanation, citation, reason."""
    if row is None:
        return ""
    named = (row.values.get(name) for name in ("comment", "explanation", "citation", "reason"))
    return next((str(value) for value in named if value), "") or row.text


def latest(rows: Iterable[PortableRow]) -> PortableRow | None:
    """The row that holds: the last one by its date, then by when it was written."""
    return max(rows, key=_when, default=None)


def _when(row: PortableRow) -> tuple[date, datetime, str]:
    return row.values.get("effective_on") or date.min, row.values["recorded_at"], row.uid


def word(value: Any) -> str:
    """A column's value as the history keeps it; empty for none."""
    return as_word(value) or ""
