"""The fields of an entry of the Universal Human Rights Index, by the headers and names that its exports give them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from uprtracker.importers.sheet import CellError, Formula, text_of


class Field(StrEnum):
    """What we read of an entry; the regions of States are in our own tables."""

    TEXT = "text"
    STATES = "states"
    BODY = "body"
    SYMBOL = "symbol"
    THEMES = "themes"
    PERSONS = "persons"
    SDGS = "sdgs"
    PUBLISHED = "published"
    RECOMMENDING = "recommending"
    POSITION = "position"
    TYPE = "type"
    ID = "id"
    SESSION = "session"
    CYCLE = "cycle"


# In small letters only: any case, spacing and punctuation is met, and "Reccomending" as well as "Recommending".
_NAMES = {
    Field.TEXT: ("text",),
    Field.STATES: ("countriesconcerned", "countryconcerned", "countries", "statesconcerned"),
    Field.BODY: ("recommendingbody", "body", "recommendingbodies"),
    Field.SYMBOL: ("documentsymbol", "symbol"),
    Field.THEMES: ("themes", "theme"),
    Field.PERSONS: ("affectedpersons",),
    Field.SDGS: ("sdgs", "sdg"),
    Field.PUBLISHED: ("documentpublicationdate", "publicationdate"),
    Field.RECOMMENDING: ("uprrecommendingstates", "uprrecommendingcountry", "uprrecommendingcountries"),
    Field.POSITION: ("uprposition", "uprpositions"),
    Field.TYPE: ("type", "annotationtype"),
    Field.ID: ("ohchrannotationid", "annotationid"),
    Field.SESSION: ("uprsession", "uprsessions"),
    Field.CYCLE: ("uprcycle",),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_MISSPELT = re.compile(r"rec+om+end")
NEEDED = frozenset((Field.TEXT, Field.STATES, Field.SYMBOL, Field.ID))

_DASH = re.compile(r"^\s*[-–]\s+")
# Labels hold " - " themselves ("16 - PEACE", "Liberty & security - general"); a new item begins with a capital or,
# among goals and targets, with a code.
_GLUED = re.compile(r"\s+-\s+(?=[A-Z])")
_GLUED_CODES = re.compile(r"\s+-\s+(?=[0-9]{1,2}(?:\.[0-9a-z]{1,2})?\s+-\s)")

Raw = dict[Field, Any]
"""An entry as the file has it: text, a list of texts, a figure or a date for each field that it has."""


def field_named(header: str) -> Field | None:
    """The field that a header or a name in JSON means."""
    letters = re.sub(r"[^a-z]", "", header.lower())
    return _FIELDS.get(_MISSPELT.sub("recommend", letters))


def items(raw: Raw, field: Field) -> list[str]:
    """The labels of a field without their dashes: lists as they are, cells split at line ends, else where glued."""
    value = raw.get(field)
    if value is None:
        return []
    if isinstance(value, list):
        return list(_without_dashes(str(each) for each in value if each is not None))
    text = one_text(raw, field)
    if "\n" in text or not _DASH.match(text):
        return list(_without_dashes(text.splitlines()))
    glued = _GLUED_CODES if field is Field.SDGS else _GLUED
    return list(_without_dashes(glued.split(text)))


def one_text(raw: Raw, field: Field) -> str:
    """A field as one text."""
    value = raw.get(field)
    if isinstance(value, list):
        return "\n".join(str(each) for each in value)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | datetime | date | timedelta | Formula | CellError):
        return text_of(value)
    return ""


def _without_dashes(labels: Iterable[str]) -> Iterable[str]:
    for label in labels:
        stripped = " ".join(_DASH.sub("", label).split())
        if stripped:
            yield stripped
