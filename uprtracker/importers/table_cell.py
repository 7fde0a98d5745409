"""Cells of somebody's own table that hold several things: themes, goals, institutions, comments."""

import re
from collections.abc import Iterable

from uprtracker.importers.printed_text import lines, one_line
from uprtracker.importers.record import ParsedTheme
from uprtracker.importers.theme_label import SDG_SCHEME, read_theme_cell
from uprtracker.vocabulary.sdg import sdg_code, sdg_name

_SEPARATORS = re.compile(r"\s*[;|؛；]\s*")
_GOALS = re.compile(r"\s*[;|\n]\s*")
_CODES = re.compile(r"[\s,;]+")
_CODE = re.compile(
    r"^\W*(?:S\d{2}\W*)?(?:SDGs?|ODD|ODS|ЦУР|Goal)?\W*\d{1,2}(?:\.\w{1,2})?\s*[-–—:.)]?\s*", re.IGNORECASE
)
_BULLET = re.compile(r"^[-–•·*]\s+")


def read_themes(text: str, scheme: str, kind: str = "theme") -> list[ParsedTheme]:
    """Labels of themes (or, by `kind`, groups of persons), by line or semicolon, with their codes."""
    pieces = text if "\n" in text else "\n".join(f"- {piece}" for piece in _SEPARATORS.split(text) if piece)
    found = read_theme_cell(pieces, scheme)
    if kind == "theme":
        return found
    return [
        ParsedTheme(theme.scheme, kind if theme.kind == "theme" else theme.kind, theme.code, theme.label)
        for theme in found
    ]


def read_goals(text: str) -> list[ParsedTheme]:
    """Goals and targets: `16`, `16, 5.2`, `16 - PEACE` by line; what names none is kept as a label."""
    found = []
    for piece in _GOALS.split(text):
        label = one_line(_BULLET.sub("", piece))
        codes = [sdg_code(code) for code in _CODES.split(label) if code]
        if label and len(codes) > 1 and all(codes):
            found += [_goal(code, "") for code in codes if code]
        elif code := sdg_code(label):
            found.append(_goal(code, _CODE.sub("", label, count=1)))
        elif label:
            found.append(ParsedTheme(SDG_SCHEME, "sdg", "", label))
    return found


def _goal(code: str, label: str) -> ParsedTheme:
    return ParsedTheme(SDG_SCHEME, "sdg", code, label or sdg_name(code, "en"))


def read_names(text: str) -> tuple[str, ...]:
    """Names of institutions or clusters, by line or semicolon; commas belong to the names."""
    names = (one_line(_BULLET.sub("", name)) for line in lines(text) for name in _SEPARATORS.split(line))
    return tuple(dict.fromkeys(name for name in names if name))


def join_comments(comments: Iterable[tuple[str, str]]) -> str:
    """One comment of several columns, (header, text) each; the headers are said where there is more than one."""
    filled = [(header, "\n".join(lines(text))) for header, text in comments if text.strip()]
    if len(filled) == 1:
        return filled[0][1]
    return "\n".join(f"{one_line(header)}: {text}" if header else text for header, text in filled)
