"""The columns of UPR Info's databases, by the names that their exports of 2015 and of today give them."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from uprtracker.importers.sheet import Sheet, text_of


class Field(StrEnum):
    """What we read of a row; regional groups and organisations of States are in our own tables."""

    STATE = "state"
    RECOMMENDING = "recommending"
    TEXT = "text"
    RESPONSE = "response"
    ACTION = "action"
    ISSUES = "issues"
    SESSION = "session"
    CYCLE = "cycle"
    TEMPLATE = "template"
    ID = "id"


# Folded to letters: "SuR", "state_under_review" and "State under review" are met. "Title" repeats the text.
_NAMES = {
    Field.STATE: ("sur", "to", "stateunderreview", "tosur", "statereviewed"),
    Field.RECOMMENDING: ("rs", "from", "recommendingstate", "recommendingstates", "fromrs"),
    Field.TEXT: (
        "recommendation",
        "recommendations",
        "text",
        "textfirstchars",
        "pledge",
        "voluntarypledge",
        "recommendationvoluntarypledge",
        "recommendationorvoluntarypledge",
    ),
    Field.RESPONSE: ("response", "responses"),
    Field.ACTION: ("action", "actioncategory"),
    Field.ISSUES: ("issue", "issues"),
    Field.SESSION: ("session", "uprsession"),
    Field.CYCLE: ("cycle", "uprcycle"),
    Field.TEMPLATE: ("template",),
    Field.ID: ("sharedid", "url", "link"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_NEEDED = frozenset((Field.STATE, Field.TEXT))
_TELLING = frozenset((Field.ACTION, Field.ISSUES, Field.ID))
# A column of numbers is in no export of UPR Info; a table that has one is somebody's own.
_NUMBER = frozenset(("number", "no", "reference", "recommendationnumber", "code", "para", "paragraph"))
_ANY_STATE = ("state", "country")
_ROWS_ABOVE_A_HEADER = 10

Columns = dict[Field, int]


class Header(NamedTuple):
    """The number of the row of headers, the column of each field, and whether the table lists pledges alone."""

    row: int
    columns: Columns
    pledges_only: bool


def field_named(name: str) -> Field | None:
    """The field that a header or a name in JSON means."""
    return _FIELDS.get(_letters(name))


def find_header(sheet: Sheet) -> Header | None:
    """The headers of a sheet; of repeated names the first counts."""
    for row in sheet.rows[:_ROWS_ABOVE_A_HEADER]:
        names = [text_of(value) for value in row.values]
        columns = columns_of(names)
        if is_header(columns, names):
            text = _letters(names[columns[Field.TEXT]])
            return Header(row.number, columns, "pledge" in text and "recommendation" not in text)
    return None


def columns_of(names: Sequence[str]) -> Columns:
    """The column of each field; a second column named as the State under review is the recommending State's."""
    columns: Columns = {}
    # a pledge is the State's own: its table need not say whose State is meant
    plain_state = Field.STATE if any("pledge" in _letters(name) for name in names) else None
    for at, name in enumerate(names):
        field = field_named(name) or (plain_state if _letters(name) in _ANY_STATE else None)
        if field is Field.STATE and field in columns:
            field = Field.RECOMMENDING
        if field and field not in columns:
            columns[field] = at
    return columns


def is_header(columns: Columns, names: Sequence[str]) -> bool:
    """Whether these are the columns of an export of UPR Info and not of some other table."""
    letters = {_letters(name) for name in names}
    if not columns.keys() >= _NEEDED or letters & _NUMBER:
        return False
    pledges = any("pledge" in name for name in letters)
    recommendations = columns.keys() >= {Field.RECOMMENDING, Field.RESPONSE}
    return bool(columns.keys() & _TELLING) and (pledges or recommendations)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())
