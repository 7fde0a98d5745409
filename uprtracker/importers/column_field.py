"""What a column of somebody's own table may hold, and the words by which its header says so in six languages."""

import csv
import re
from enum import StrEnum
from functools import cache

from uprtracker.i18n import N_, _
from uprtracker.paths import resource
from uprtracker.vocabulary.text import fold

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")


class Field(StrEnum):
    """A field of ours that a column can be read into."""

    NUMBER = "number"
    CODE = "code"
    TEXT = "text"
    STATES = "states"
    POSITION = "position"
    EXPLANATION = "explanation"
    THEMES = "themes"
    PERSONS = "persons"
    SDGS = "sdgs"
    CLUSTER = "cluster"
    ACTION = "action"
    LEAD = "lead"
    SUPPORTING = "supporting"
    INSTITUTIONS = "institutions"
    STATUS = "status"
    STATUS_ON = "status_on"
    DUE_ON = "due_on"
    COMMENT = "comment"
    MECHANISM = "mechanism"
    BODY = "body"
    SYMBOL = "symbol"
    CYCLE = "cycle"
    SESSION = "session"
    STATE = "state"
    UHRI = "uhri"

    @property
    def label(self) -> str:
        return _(_LABELS[self])

    @property
    def may_repeat(self) -> bool:
        """Whether several columns can be read into it; texts and codes only in different languages."""
        return self in _REPEATABLE


_LABELS = {
    Field.NUMBER: N_("Number"),
    Field.CODE: N_("National code"),
    Field.TEXT: N_("Text of the recommendation"),
    Field.STATES: N_("Recommending States"),
    Field.POSITION: N_("Position"),
    Field.EXPLANATION: N_("Explanation of the position"),
    Field.THEMES: N_("Themes"),
    Field.PERSONS: N_("Groups of persons"),
    Field.SDGS: N_("Sustainable Development Goals"),
    Field.CLUSTER: N_("Cluster"),
    Field.ACTION: N_("Action category"),
    Field.LEAD: N_("Lead ministry"),
    Field.SUPPORTING: N_("Supporting ministries"),
    Field.INSTITUTIONS: N_("Ministries and institutions"),
    Field.STATUS: N_("Status of implementation"),
    Field.STATUS_ON: N_("Date of the status"),
    Field.DUE_ON: N_("Due date"),
    Field.COMMENT: N_("Comments and measures"),
    Field.MECHANISM: N_("Mechanism"),
    Field.BODY: N_("Body"),
    Field.SYMBOL: N_("Symbol of the document"),
    Field.CYCLE: N_("Cycle"),
    Field.SESSION: N_("Session"),
    Field.STATE: N_("State under review"),
    Field.UHRI: N_("UHRI annotation id"),
}
_REPEATABLE = frozenset(
    (Field.CODE, Field.TEXT, Field.THEMES, Field.PERSONS, Field.SDGS, Field.COMMENT, Field.BODY)
)

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_EXACT, _WITHIN = 3, 2


def header_words(header: str) -> tuple[str, str]:
    """A header as folded words, and the language that it names at its end: `NomAr`, `text_es`, `Texte (FR)`."""
    words = re.sub(r"[^\w°º/'#№.]+", " ", fold(_CAMEL.sub(" ", header))).strip(" .").split()
    if len(words) > 1 and words[-1] in LANGUAGES:
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""


def fields_of_header(header: str) -> dict[Field, int]:
    """The fields that a header may mean with a weight: 3 for exactly its words, 2 for words among others."""
    said, _language = header_words(header)
    if not said or len(said) > 100:
        return {}
    weights: dict[Field, int] = {}
    for phrase, fields in _phrases().items():
        if said == phrase:
            weight = _EXACT
        elif len(phrase) > 2 and _occurs(phrase, said):
            weight = _WITHIN
        else:
            continue
        for field in fields:
            weights[field] = max(weight, weights.get(field, 0))
    return weights


def _occurs(phrase: str, said: str) -> bool:
    if phrase[0] >= "\u3400":  # Chinese is written without spaces
        return phrase in said
    return f" {phrase} " in f" {said} "


@cache
def _phrases() -> dict[str, tuple[Field, ...]]:
    found: dict[str, tuple[Field, ...]] = {}
    with resource("vocabularies", "column_headers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for printed in row["headers"].split("|"):
                phrase = header_words(printed)[0]
                found[phrase] = tuple(dict.fromkeys((*found.get(phrase, ()), Field(row["field"]))))
    return found
