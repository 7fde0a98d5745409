"""Rows of UPR Info with the same text, one for each recommending State, read into one record."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from uprtracker.i18n import _
from uprtracker.importers import doubt
from uprtracker.importers.markup import plain
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.record import ParsedClause, ParsedRecommendation, ParsedTheme, Place
from uprtracker.importers.sheet import place_words
from uprtracker.importers.text_alias import text_alias
from uprtracker.vocabulary.position import Position, position_as_printed
from uprtracker.vocabulary.state import find_state

SCHEME = "UPR Info"

_ISSUES = re.compile(r"\||,(?! )")
_ENTITY_PAGE = re.compile(r"[^/\s]+/?$")


class Row(NamedTuple):
    """One row as text, empty where the export lacks the column; `number` counts from 1 in its sheet or list."""

    sheet: str
    number: int
    state: str
    recommending: str
    text: str
    response: str
    action: str
    issues: str
    session: str
    cycle: str
    template: str
    identifier: str

    @property
    def is_pledge(self) -> bool:
        """A commitment of the State itself; UPR Info names that State as the recommending one too."""
        return _says_pledge(self.response, self.template) or (
            self.recommending == self.state and not self.response
        )


@lru_cache(maxsize=500)
def _says_pledge(response: str, template: str) -> bool:
    return "pledge" in f"{response} {template}".casefold()


class GroupReading(NamedTuple):
    """The record of a group of rows and what is good to know about it."""

    record: ParsedRecommendation
    notices: tuple[str, ...]


_OF_NOBODY: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] = ((), (), ())


def read_group(
    rows: Sequence[Row], state_iso3: str, file: str, order: int, words: str | None = None
) -> GroupReading:
    """One record of rows that differ in nothing but the recommending State, its action category or issues.

    `words` are those of its place (`sheet.place_words`), where many groups of one sheet are read.
    There is no number, and no symbol either: a digest of State, session and wording is an alias.
    """
    first = rows[0]
    text = one_line(plain(first.text))
    pledge = first.is_pledge
    position, word = _position(first.response)
    if pledge:
        states, names, doubts = _OF_NOBODY
    else:
        cells = (first.recommending,) if len(rows) == 1 else tuple(row.recommending for row in rows)
        states, names, doubts = _recommending(cells)
        if position is Position.UNKNOWN:
            doubts = (*doubts, *doubt.about_position(position, word))
    if not text or "\ufffd" in text:
        doubts = (*doubts, *doubt.about_text(text))
    record = ParsedRecommendation(
        number="",
        part="",
        text=text,
        language="en",
        clauses=(ParsedClause(text, states, names),),
        position=position,
        position_as_printed=word,
        position_symbol="",
        position_paragraph="",
        already_implemented=False,
        explanation="",
        themes=_issues(first.issues) if len(rows) == 1 else _all_issues(rows),
        heading="",
        order=order,
        comment="",
        in_doubt="; ".join(doubts),
        place=Place(file, (words or place_words(first.sheet)).format(sheet=first.sheet, row=first.number)),
        kind="voluntary_pledge" if pledge else "recommendation",
        aliases=_aliases(rows, state_iso3, text),
        action_category=_action(first.action),
    )
    notices = (*doubts, *_about_differences(rows, names)) if doubts or len(rows) > 1 else ()
    return GroupReading(record, notices)


@lru_cache(maxsize=2000)
def _recommending(cells: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The recommending States of a group, each once, their names as printed, and doubts about what is no State."""
    found = [pair for printed in cells for pair in _named(printed)]
    states: dict[str, str] = {}
    for iso3, name in found:
        if iso3:
            states.setdefault(iso3, name)
    doubts = [doubt.about_state(name) for iso3, name in found if not iso3]
    if not found:
        doubts.append(_("the recommending State is missing"))
    return tuple(states), tuple(states.values()), tuple(doubts)


def _named(printed: str) -> tuple[tuple[str, str], ...]:
    """ISO 3166 alpha-3 (empty for no State) and the name as printed, for each of the names in a cell."""
    names = [one_line(plain(name)) for name in printed.split("|")]
    return tuple((iso3_of(name), name) for name in names if name)


@lru_cache(maxsize=2000)
def iso3_of(printed: str) -> str:
    """ISO 3166 alpha-3 of a State as printed, entities and all; empty for what is none."""
    found = find_state(one_line(plain(printed)))
    return found.iso3 if found else ""


@lru_cache(maxsize=200)
def _position(response: str) -> tuple[Position, str]:
    word = one_line(plain(response))
    return position_as_printed(word), word


@lru_cache(maxsize=5000)
def _issues(printed: str) -> tuple[ParsedTheme, ...]:
    labels = (one_line(plain(label)) for label in _ISSUES.split(printed))
    return tuple(dict.fromkeys(_issue(label) for label in labels if label))


@lru_cache(maxsize=500)
def _issue(label: str) -> ParsedTheme:
    return ParsedTheme(SCHEME, "theme", "", label)


def _all_issues(rows: Sequence[Row]) -> tuple[ParsedTheme, ...]:
    return tuple(dict.fromkeys(issue for row in rows for issue in _issues(row.issues)))


@lru_cache(maxsize=200)
def _action(printed: str) -> int | None:
    """UPR Info's category 1 to 5, as `5`, `5.0` or `5 - Specific action`."""
    found = re.match(r"\s*([1-5])(?:\.0)?\b", printed)
    return int(found[1]) if found else None


def _aliases(rows: Sequence[Row], state_iso3: str, text: str) -> tuple[tuple[str, str], ...]:
    first = rows[0]
    by_wording = text_alias(state_iso3, first.session or first.cycle, text)
    if not any(row.identifier for row in rows):
        return (by_wording,)
    pages = (_ENTITY_PAGE.search(row.identifier) for row in rows)
    return (by_wording, *(("upr_info", page[0].rstrip("/")) for page in pages if page))


def _about_differences(rows: Sequence[Row], names: tuple[str, ...]) -> list[str]:
    notices = []
    if len({row.action for row in rows}) > 1:
        notices.append(_("rows of this text differ in their action category; the first was taken"))
    if names and len(names) < len(rows):
        message = _("this text stands more than once from the same State; it was read once")
        notices.append(message)
    return notices
