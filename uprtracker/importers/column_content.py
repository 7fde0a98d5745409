"""What the cells of a column look like: numbers, States, positions, words of a scale, long texts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from uprtracker.importers.cell_date import read_date
from uprtracker.importers.mechanism import OTHER, mechanism_of
from uprtracker.importers.national_code import read_code
from uprtracker.importers.recommendation_text import split_number, split_source
from uprtracker.importers.scale_word import proposed_position, proposed_status
from uprtracker.importers.sheet import Value, text_of
from uprtracker.importers.table_cell import read_goals
from uprtracker.importers.text_language import language_of
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.state import states_in

_MOST_JUDGED = 150
_LONG_TEXT = 45
_LONGEST_STATES = 300
_DOTTED = re.compile(r"^\d{1,3}\.(?:\d{1,4}|\(\d{1,4}\))[a-z]?\.?$")
_UUID = re.compile(r"^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")


@dataclass(frozen=True)
class ColumnContent:
    """Shares, 0 to 1, of the judged cells that read as one thing or another; `filled` counts cells with content.

    `length` is their mean length in characters, `distinct` the share of different ones; `dotted` are numbers
    such as 140.7.
    """

    filled: int = 0
    length: float = 0.0
    distinct: float = 0.0
    language: str = "en"
    numbers: float = 0.0
    dotted: float = 0.0
    codes: float = 0.0
    states: float = 0.0
    positions: float = 0.0
    statuses: float = 0.0
    dates: float = 0.0
    sdgs: float = 0.0
    symbols: float = 0.0
    mechanisms: float = 0.0
    identifiers: float = 0.0

    @property
    def is_long_text(self) -> bool:
        return self.length >= _LONG_TEXT and self.numbers < 0.9


def judge(values: Sequence[Value], header_language: str = "") -> ColumnContent:
    """Judge a column by a spread of its cells that are not empty."""
    filled = [value for value in values if value is not None and text_of(value).strip()]
    step = max(1, len(filled) // _MOST_JUDGED)
    sample = filled[::step][:_MOST_JUDGED]
    texts = [" ".join(text_of(value).split()) for value in sample]
    if not texts:
        return ColumnContent()
    language = language_of(texts)

    def share(found: Iterable[object]) -> float:
        return sum(map(bool, found)) / len(texts)

    return ColumnContent(
        filled=len(filled),
        length=sum(map(len, texts)) / len(texts),
        distinct=len(set(texts)) / len(texts),
        language=language,
        numbers=share(_is_number(text, value) for text, value in zip(texts, sample, strict=True)),
        dotted=share(_DOTTED.match(t) for t in texts),
        codes=share(len(t) < 30 and _has_letter_or_dot(t) and read_code(t, header_language) for t in texts),
        states=share(len(t) < _LONGEST_STATES and states_in(t) for t in texts),
        positions=share(proposed_position(t) is not Position.UNKNOWN for t in texts),
        statuses=share(proposed_status(t) for t in texts),
        dates=share(isinstance(v, date) or (isinstance(v, str) and read_date(v).day) for v in sample),
        sdgs=share(len(t) < 300 and any(goal.code for goal in read_goals(t)) for t in texts),
        symbols=share(len(t) < 60 and split_source(t)[0] for t in texts),
        mechanisms=share(len(t) < 60 and mechanism_of(t) != OTHER for t in texts),
        identifiers=share(_UUID.match(t) for t in texts),
    )


def _is_number(text: str, value: Value) -> bool:
    """Whether a cell is nothing but a number of a recommendation."""
    if isinstance(value, date):
        return False
    number, _part, rest = split_number(text)
    return (bool(number) and not rest.strip()) or text.isdigit()


def _has_letter_or_dot(text: str) -> bool:
    return any(c.isalpha() for c in text) or "." in text
