"""What a ministry's workbook holds: its rows, its columns, and how the words in its cells are read in every language.

How it is laid out is the exporter's; what becomes of what comes back is for the services.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from uprtracker.i18n import LANGUAGES, N_, _, speaking
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text import fold

FORMAT = "1"
"""The layout of the hidden sheet; another one is of a newer version."""

IDENTITY_SHEET = "_meta"
LISTS_SHEET = "_lists"

MEASURE_STATES = {
    "planned": N_("Planned"),
    "in_progress": N_("In progress"),
    "completed": N_("Completed"),
    "dropped": N_("Dropped"),
}
_ROLES = {"lead": N_("Lead"), "supporting": N_("Supporting")}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Field:
    """A column. `kind`: text, number, date, status, measure_state, institution or link; `answer`: the ministry fills it in.

    `kept`: its cell leaves with the value of the dossier, so that a blank one means that the value was cleared.
    `longest`: characters that the dossier keeps, 0 where there is no such limit.
    """

    key: str
    words: str
    kind: str = "text"
    answer: bool = False
    kept: bool = False
    longest: int = 0

    @property
    def label(self) -> str:
        return _(self.words)


FIELDS = (
    Field("uid", "Identity"),
    Field("number", "No.", "number"),
    Field("text", "Recommendation"),
    Field("position", "Position"),
    Field("role", "Role"),
    Field("status", "Status", "status", answer=True, kept=True),
    Field("comment", "Comment, or reason", answer=True, kept=True),
    Field("said_on", "Said on", "date"),
    Field("status_on", "New date", "date", answer=True),
    Field("due", "Due", "date", answer=True, kept=True),
    Field("last_progress", "Last reported"),
    Field("progress", "New progress", answer=True),
    Field("progress_on", "Progress date", "date", answer=True),
    Field("measures", "Measures so far"),
    Field("measure", "New measure", answer=True, longest=400),
    Field("measure_state", "State of the measure", "measure_state", answer=True),
    Field("measure_due", "Measure due", "date", answer=True),
    Field("sources", "Evidence so far"),
    Field("evidence", "New evidence: title", answer=True, longest=400),
    Field("evidence_link", "Link to it", "link", answer=True, longest=2000),
    Field("not_ours", "Not ours: belongs to", "institution", answer=True, longest=200),
    Field("document", "Document"),
    Field("states", "Recommending States"),
    Field("paragraphs", "Paragraphs"),
    Field("theme", "Theme"),
)
"""In the order of the sheet: text and answer stand together on a small screen, what is only to be looked up at the end."""

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
ANSWERS: tuple[Field, ...] = tuple(field for field in FIELDS if field.answer)
KEPT: tuple[Field, ...] = tuple(field for field in FIELDS if field.kept)


@dataclass(frozen=True)
class MinistryRow:
    """One recommendation as a ministry sees it. `role`: lead or supporting; lists hold one line each, newest first."""

    uid: str
    number: str
    document: str
    text: str
    states: tuple[str, ...]
    position: Position
    role: str
    paragraphs: tuple[str, ...]
    theme: str
    status: Status | None
    comment: str
    said_on: date | None
    due: date | None
    last_progress: str
    measures: tuple[str, ...]
    sources: tuple[str, ...]

    def base(self) -> dict[str, str]:
        """The kept fields as words, by key: what comes back is compared with them."""
        return {
            "status": self.status.value if self.status else "",
            "comment": plain(self.comment),
            "due": self.due.isoformat() if self.due else "",
        }


@dataclass(frozen=True)
class MinistrySheet:
    """Everything that a ministry's workbook holds, already limited to its audience; `withheld` items are left out."""

    export_id: str
    database_id: str
    ministry: str
    language: str
    audience: Confidentiality
    made_at: datetime
    state_name: str
    institutions: tuple[str, ...]
    rows: tuple[MinistryRow, ...]
    withheld: int = 0

    def base(self) -> bytes:
        """Identity, numbers, texts and kept fields as JSON: the base of the merge."""
        content = {
            "export_id": self.export_id,
            "database_id": self.database_id,
            "ministry": self.ministry,
            "rows": [
                {"uid": row.uid, "number": row.number, "text": plain(row.text), "cells": row.base()}
                for row in self.rows
            ],
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True)
class BaseRow:
    """A row as it left: `cells` are the kept fields by key."""

    uid: str
    number: str
    text: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Base:
    """What a workbook left with."""

    export_id: str
    database_id: str
    ministry: str
    rows: tuple[BaseRow, ...]


def digest_of(base: bytes) -> str:
    return hashlib.sha256(base).hexdigest()


def read_base(content: bytes) -> Base:
    """The inverse of `MinistrySheet.base`; `ValueError` or `LookupError` for anything else."""
    found = json.loads(content)
    rows = tuple(BaseRow(r["uid"], r["number"], r["text"], dict(r["cells"])) for r in found["rows"])
    return Base(found["export_id"], found["database_id"], found["ministry"], rows)


def plain(text: str) -> str:
    """A text as it is compared: what spreadsheet programs change by themselves (line ends, blanks at ends) set aside."""
    unified = _UNWRITABLE.sub("", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in unified.replace("\xa0", " ").split("\n")).strip()


def role_label(role: str) -> str:
    return _(_ROLES[role])


def measure_state_label(state: str) -> str:
    return _(MEASURE_STATES[state])


def field_of(header: str) -> str:
    """The key of the column with this header, its key or its label in any language; empty if there is none."""
    return _headers().get(fold(header), "")


def read_status(word: str) -> Status | None:
    """A status as stored, or as printed in any language; `None` for another word."""
    return _statuses().get(fold(word))


def read_measure_state(word: str) -> str:
    """The stored word of a measure's state that is printed in any language; empty for another word."""
    return _measure_states().get(fold(word), "")


@cache
def _headers() -> dict[str, str]:
    keys = {fold(field.key): field.key for field in FIELDS}
    return {fold(field.label): field.key for _language in _spoken() for field in FIELDS} | keys


@cache
def _statuses() -> dict[str, Status]:
    stored = {fold(status.value): status for status in Status}
    return stored | {fold(status.label): status for _language in _spoken() for status in Status}


@cache
def _measure_states() -> dict[str, str]:
    stored = {fold(state): state for state in MEASURE_STATES}
    return stored | {
        fold(_(words)): state for _language in _spoken() for state, words in MEASURE_STATES.items()
    }


def _spoken() -> Iterator[str]:
    """Each language in turn; what is said meanwhile is in it."""
    for language in LANGUAGES:
        with speaking(language):
            yield language
