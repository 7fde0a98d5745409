"""The front of a UN document of the review: State, session and symbol, read from its text and never from its name."""

import re
from dataclasses import dataclass

from uprtracker.importers.page_furniture import without_marks
from uprtracker.importers.printed_text import one_line
from uprtracker.vocabulary.state import find_state

_SYMBOL = re.compile(r"\bA\s?/\s?HRC\s?/\s?([0-9]{1,3})\s?/\s?([0-9]{1,3})(?:\s?/\s?(Add)\s?\.\s?([0-9]))?")
_TITLE = re.compile(
    r"^report of the working group on the universal(?: periodic(?: review)?)?\b", re.IGNORECASE
)
_TITLE_ENDS = re.compile(r"^(?:periodic\s+)?review\b[\s*∗]*$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:review of|report on|response of|replies of)\s+(?P<state>[^.;:]{3,80})", re.IGNORECASE
)
_SESSION = re.compile(r"\bheld\s+its\s+(?P<ordinal>[\w-]+)(?:\s?(?:st|nd|rd|th))?\s+session\b", re.IGNORECASE)
_FIRST = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
]  # fmt: skip
_TENS = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
_LONGEST_NAME_IN_LINES = 3
_LONGEST_NAME_IN_WORDS = 12
_LINES_BELOW_TITLE = 6


@dataclass(frozen=True)
class Front:
    """`symbol` is that of the report, `addendum` with `/Add.1`; empty and None where the text does not say it."""

    is_report: bool
    title: str
    state_iso3: str | None
    state_as_printed: str
    session: int | None
    symbol: str
    addendum: str


def read_front(lines: list[str]) -> Front:
    """Read the first lines of a document in English; the State stands below the title or in the first sentences."""
    text = one_line(" ".join(lines))
    symbol, addendum = _symbols(lines)
    at = next((at for at, line in enumerate(lines) if _TITLE.match(line)), None)
    printed = (_below_title(lines, at) if at is not None else "") or _in_sentence(text)
    state = find_state(printed) if printed else None
    title = "Report of the Working Group on the Universal Periodic Review" if at is not None else ""
    return Front(
        is_report=at is not None,
        title=f"{title}: {printed}" if title and printed else title,
        state_iso3=state.iso3 if state else None,
        state_as_printed=printed,
        session=_session(text),
        symbol=symbol,
        addendum=addendum,
    )


def ordinal_number(word: str) -> int | None:
    """`seventeenth`, `forty-eighth` and `48th` as figures."""
    plain = re.sub(r"[\s-]", "", word.lower())
    if figure := re.match(r"[0-9]+", plain):
        return int(figure[0])
    known = {name: number for number, name in enumerate((*_FIRST, *_TEENS), start=1)}
    for tens, stem in enumerate(_TENS, start=2):
        known[f"{stem}ieth"] = 10 * tens
        known |= {f"{stem}y{name}": 10 * tens + unit for unit, name in enumerate(_FIRST, start=1)}
    return known.get(plain)


def _symbols(lines: list[str]) -> tuple[str, str]:
    """That of the report and that of the addendum, where the first line with a symbol has one."""
    found = next((found for line in lines if (found := _SYMBOL.search(line))), None)
    if not found:
        return "", ""
    symbol = f"A/HRC/{found[1]}/{found[2]}"
    return symbol, f"{symbol}/Add.{found[4]}" if found[3] else ""


def _below_title(lines: list[str], title: int) -> str:
    below = [name for line in lines[title + 1 :][:_LINES_BELOW_TITLE] if (name := _name(line))]
    for first in range(len(below)):
        for count in range(min(_LONGEST_NAME_IN_LINES, len(below) - first), 0, -1):
            name = " ".join(below[first : first + count])
            if find_state(name):
                return name
    return ""


def _name(line: str) -> str:
    return "" if _TITLE_ENDS.match(line) else without_marks(line).strip()


def _in_sentence(text: str) -> str:
    """The longest State's name behind "the review of" or "the report on"."""
    for found in _HELD.finditer(text):
        words = found["state"].split()[:_LONGEST_NAME_IN_WORDS]
        for count in range(len(words), 0, -1):
            if find_state(name := " ".join(words[:count]).strip(" ,")):
                return name
    return ""


def _session(text: str) -> int | None:
    found = _SESSION.search(text)
    return ordinal_number(found["ordinal"]) if found else None
