"""One entry of the Universal Human Rights Index read into the record of the document that it belongs to."""

import sys
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from uprtracker.importers import doubt
from uprtracker.importers.cell_date import read_date
from uprtracker.importers.clause import ClauseReading, read_clauses
from uprtracker.importers.markup import plain
from uprtracker.importers.mechanism import UPR, mechanism_of
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.record import ParsedClause, ParsedRecommendation, ParsedTheme, Place
from uprtracker.importers.review_label import cycle_in, session_in
from uprtracker.importers.states_column import with_states_column
from uprtracker.importers.theme_label import read_sdg_cell
from uprtracker.importers.uhri_field import Field, Raw, items, one_text
from uprtracker.importers.uhri_text import EntryText, read_paragraph_text, read_upr_text
from uprtracker.vocabulary.position import Position, combined, position_as_printed
from uprtracker.vocabulary.state import find_state

SCHEME = "UHRI"


@dataclass(frozen=True, slots=True)
class EntryDocument:
    """The document that an entry is taken from, in one of the States that it concerns."""

    mechanism: str
    body: str
    symbol: str
    state_iso3: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a record, and what it says of its document and review."""

    record: ParsedRecommendation
    notices: tuple[str, ...]
    session: int | None
    cycle: int | None
    published: date | None


def is_left_out(raw: Raw) -> bool:
    """Whether an entry is no recommendation but a State's answer that the index lists without indexing it."""
    text = one_text(raw, Field.TEXT).lstrip().casefold()
    return (
        not text
        or text.startswith("response of ")
        or (text.startswith("comments by ") and "not indexed" in text)
    )


def states_concerned(raw: Raw) -> tuple[list[str], list[str]]:
    """The States of an entry as ISO 3166 alpha-3, and the names that are no State's."""
    known: list[str] = []
    unknown: list[str] = []
    for name in items(raw, Field.STATES):
        iso3 = _iso3(name)
        if iso3:
            known.append(iso3)
        else:
            unknown.append(name)
    return known, unknown


def document_of(raw: Raw, state_iso3: str) -> EntryDocument:
    """The document of an entry; that of a review is named by its report, without `/Add.1`."""
    bodies = items(raw, Field.BODY)
    body = _clean(bodies[0]) if bodies else ""
    symbol = one_line(one_text(raw, Field.SYMBOL))
    mechanism = _mechanism(body, symbol)
    if mechanism == UPR:
        return EntryDocument(UPR, "", symbol.partition("/Add.")[0], state_iso3)
    return EntryDocument(mechanism, body, symbol, state_iso3)


def read_entry(
    raw: Raw, mechanism: str, place: Place, order: int, *, counts_from_1904: bool = False
) -> Entry:
    """The record of an entry; one that is not of the UPR has no position and no recommending States."""
    wording = _upr_wording(raw) if mechanism == UPR else _paragraph_wording(raw)
    clauses = wording.reading.clauses
    text = clauses[0].text if len(clauses) == 1 else "; ".join(c.text for c in clauses if c.text)
    identifier = one_line(one_text(raw, Field.ID))
    doubts = (*wording.doubts, *wording.reading.doubts, *doubt.about_text(text))
    session = one_text(raw, Field.SESSION)
    return Entry(
        record=ParsedRecommendation(
            number=wording.text.number,
            part=wording.text.part,
            text=text,
            language="en",
            clauses=clauses,
            position=wording.position,
            position_as_printed=wording.position_word,
            position_symbol="",
            position_paragraph="",
            already_implemented=False,
            explanation="",
            themes=_themes(raw),
            heading=wording.text.heading,
            order=order,
            comment="",
            in_doubt="; ".join(doubts),
            place=place,
            kind=_kind(raw),
            aliases=(("uhri", identifier),) if identifier else (),
        ),
        notices=(*doubts, *wording.reading.notices),
        session=session_in(session) if session else None,
        cycle=cycle_in(one_text(raw, Field.CYCLE)) or cycle_in(session),
        published=read_date(raw.get(Field.PUBLISHED), counts_from_1904=counts_from_1904).day,
    )


@dataclass(frozen=True, slots=True)
class _Wording:
    """What the text of an entry says, with the position beside it."""

    text: EntryText
    reading: ClauseReading
    position: Position = Position.UNKNOWN
    position_word: str = ""
    doubts: tuple[str, ...] = ()


def _upr_wording(raw: Raw) -> _Wording:
    text = read_upr_text(one_text(raw, Field.TEXT))
    states = "\n".join(_clean(name) for name in items(raw, Field.RECOMMENDING))
    words = items(raw, Field.POSITION)
    position = combined([position_as_printed(word) for word in words]) if words else Position.UNKNOWN
    word = sys.intern("/".join(words))
    doubts = tuple(doubt.about_position(position, word))
    return _Wording(text, with_states_column(read_clauses(text.wording), states), position, word, doubts)


def _paragraph_wording(raw: Raw) -> _Wording:
    text = read_paragraph_text(one_text(raw, Field.TEXT))
    return _Wording(text, ClauseReading((ParsedClause(text.wording, (), ()),)))


def _kind(raw: Raw) -> str:
    """Some entries have a bare identifier for a type, which is unknown and no fault."""
    kinds = items(raw, Field.TYPE)
    observed = any("concern" in kind.casefold() or "observation" in kind.casefold() for kind in kinds)
    return "observation" if observed else "recommendation"


def _themes(raw: Raw) -> tuple[ParsedTheme, ...]:
    return _labels(*(tuple(items(raw, field)) for field in (Field.THEMES, Field.PERSONS, Field.SDGS)))


# A few hundred labels recur in all entries: each is read once, and one object of each keeps a whole index in memory.
@lru_cache(maxsize=5000)
def _labels(
    themes: tuple[str, ...], persons: tuple[str, ...], sdgs: tuple[str, ...]
) -> tuple[ParsedTheme, ...]:
    found = [_label("theme", label) for label in themes]
    found += [_label("group", label) for label in persons]
    return tuple(dict.fromkeys((*found, *(goal for label in sdgs for goal in _sdg(label)))))


@lru_cache(maxsize=5000)
def _label(kind: str, printed: str) -> ParsedTheme:
    return ParsedTheme(SCHEME, kind, "", _clean(printed))


@lru_cache(maxsize=5000)
def _sdg(printed: str) -> tuple[ParsedTheme, ...]:
    return tuple(read_sdg_cell(f"- {_clean(printed)}"))


@lru_cache(maxsize=5000)
def _clean(printed: str) -> str:
    return one_line(plain(printed))


@lru_cache(maxsize=5000)
def _iso3(name: str) -> str:
    state = find_state(_clean(name))
    return state.iso3 if state else ""


_mechanism = lru_cache(maxsize=5000)(mechanism_of)
