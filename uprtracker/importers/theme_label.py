"""The cell of themes, groups of persons and SDGs in a thematic list: labels with their code, as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.importers.printed_text import lines
from uprtracker.importers.record import ParsedTheme
from uprtracker.vocabulary.text import fold

SDG_SCHEME = "SDG"

_SECTION = re.compile(r"^(?P<title>[^:\-][^:]{2,40}):$")
_SECTION_KINDS = (
    ("sdg", "sdg"),
    ("sustainable development goal", "sdg"),
    ("person", "group"),
    ("theme", "theme"),
    ("right", "theme"),
)
# 2.1. Acceptance   36. Human rights defenders   A12 Acceptance   S16 SDG 16 - peace   S Sustainable ...
_NUMBERED = re.compile(r"^(?P<code>[0-9]{1,2}(?:\.[0-9]{1,2})?)\.\s+(?P<label>\S.*)$")
_LETTERED = re.compile(r"^(?P<code>[A-Z][0-9]{1,3}|S(?=\s+Sustainable))\s+(?P<label>\S.*)$")
_SDG = re.compile(
    r"^(?:[A-Z][0-9]{1,3}\s+)?(?:SDG\s*)?(?P<code>[0-9]{1,2}(?:\.[0-9a-z]{1,2})?)\s*(?:[-\u2013\u2014:.]\s*|\s)(?P<label>\S.*)$"
)
_NAMED_SDG = re.compile(r"^(?:[A-Z][0-9]{1,3}\s+)?SDG\s*[0-9]")
_DASH = re.compile(r"^[-\u2013\u2022\u00b7*]\s+")


@dataclass(frozen=True)
class _Item:
    """One label as printed, without the dash before it."""

    kind: str
    printed: str


def read_theme_cell(text: str, scheme: str) -> list[ParsedTheme]:
    """The labels of a cell in printed order: themes first, then what stands under `Affected persons:`,
    `Groups of Persons:` and `SDGs:`."""
    return [_theme(item, scheme) for item in _items(text, "theme")]


def read_sdg_cell(text: str) -> list[ParsedTheme]:
    """The labels of a column of SDGs (`- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS`)."""
    return [_theme(item, SDG_SCHEME) for item in _items(text, "sdg")]


def has_letter_codes(text: str) -> bool:
    """Whether the themes of a cell have codes such as `A12` and `S16`."""
    return any(_LETTERED.match(item.printed) for item in _items(text, "theme") if item.kind == "theme")


def _items(text: str, kind: str) -> Iterator[_Item]:
    """Labels of a cell; a line without dash or code goes on with the label above if that has either."""
    pending: _Item | None = None
    pending_marked = False
    for line in lines(text):
        if section := _section(line):
            kind = section
            continue
        marked = bool(
            _DASH.match(line) or _NUMBERED.match(line) or _LETTERED.match(line) or _NAMED_SDG.match(line)
        )
        if pending and pending_marked and not marked and pending.kind == kind:
            pending = _Item(kind, f"{pending.printed} {line}")
            continue
        if pending:
            yield pending
        pending, pending_marked = _Item(kind, _DASH.sub("", line)), marked
    if pending:
        yield pending


def _section(line: str) -> str | None:
    found = _SECTION.match(line)
    title = fold(found["title"]) if found else ""
    return next((kind for word, kind in _SECTION_KINDS if title and word in title), None)


def _theme(item: _Item, scheme: str) -> ParsedTheme:
    sdg = _SDG.match(item.printed) if item.kind == "sdg" or _NAMED_SDG.match(item.printed) else None
    if sdg:
        return ParsedTheme(SDG_SCHEME, "sdg", sdg["code"].lstrip("0"), sdg["label"])
    coded = (_NUMBERED.match(item.printed) or _LETTERED.match(item.printed)) if item.kind == "theme" else None
    if coded:
        return ParsedTheme(scheme, item.kind, coded["code"], coded["label"])
    return ParsedTheme(SDG_SCHEME if item.kind == "sdg" else scheme, item.kind, "", item.printed)
