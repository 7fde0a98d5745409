"""The bundled fonts: which file serves which script and weight, and which of them has the glyphs of a text.

Shaping and the order of right-to-left text are not here.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

from uprtracker.paths import resource

FAMILY_NAMES = {
    "latin": "IBM Plex Sans",
    "arabic": "IBM Plex Sans Arabic",
    "chinese": "UPR Tracker Sans SC",
}
"""Names under which a system knows the families; `latin` has Cyrillic and Greek too."""

FILES = {
    ("latin", "regular"): "IBMPlexSans-Regular.ttf",
    ("latin", "medium"): "IBMPlexSans-Medium.ttf",
    ("latin", "semibold"): "IBMPlexSans-SemiBold.ttf",
    ("arabic", "regular"): "IBMPlexSansArabic-Regular.ttf",
    ("arabic", "semibold"): "IBMPlexSansArabic-SemiBold.ttf",
    ("chinese", "regular"): "UPRTrackerSansSC-Regular.ttf",
    ("chinese", "semibold"): "UPRTrackerSansSC-SemiBold.ttf",
}

WIDER = "chinese_wide"
"""The family of the Chinese characters that GB 2312 lacks: one file in one weight, for paper only. A system has fonts of its
own for them on the screen."""

_WIDER_FILE = "UPRTrackerSansSCWide-Regular.ttf"

# line ends, tabs and the joiners that Arabic and Persian spelling needs
_KEPT = "\n\t\u200c\u200d"
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\v\f]")


def font_file(family: str, weight: str) -> Path:
    """The TrueType file of a family (`latin`, `arabic`, `chinese`, `WIDER`) and weight (`regular`, `semibold`; Latin
    also `medium`; `WIDER` has one file for all)."""
    return resource("fonts", _WIDER_FILE if family == WIDER else FILES[family, weight])


def script_runs(text: str) -> list[tuple[str, str]]:
    """A printable text cut into runs of (family, text); the texts joined are the whole again.

    Digits, spaces and punctuation stay with the run before them where its font has them, at the start with
    what follows. A character that no font has stays where it is; `missing_characters` tells of it.
    """
    runs: list[tuple[str, str]] = []
    family = _first_letters_family(text)
    for character in text:
        family = _family(character, family)
        if runs and runs[-1][0] == family:
            runs[-1] = (family, runs[-1][1] + character)
        else:
            runs.append((family, character))
    return runs


def missing_characters(text: str) -> list[str]:
    """The characters of a text that would print as empty boxes, each once, in order."""
    covered = frozenset(_KEPT).union(*_coverage().values())
    return list(dict.fromkeys(character for character in printable(text) if character not in covered))


def printable(text: str) -> str:
    """The text as fonts can draw it: composed, without marks of direction, soft hyphens and controls.

    U+201F, which some word processors leave in exported texts, is read as an opening quotation mark.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\u201f", "“")
    return unicodedata.normalize("NFC", "".join(character for character in lines if not _unseen(character)))


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf") and character not in _KEPT


def _first_letters_family(text: str) -> str:
    return next((_family(c, "latin") for c in text if c.isalpha()), "latin")


def _family(character: str, current: str) -> str:
    coverage = _coverage()
    if not character.isalpha() and (character.isspace() or character in coverage[current]):
        return current
    return next((family for family, covered in coverage.items() if character in covered), current)


@cache
def _coverage() -> dict[str, frozenset[str]]:
    ranges: dict[str, list[tuple[int, int]]] = json.loads(
        resource("fonts", "coverage.json").read_text("utf-8")
    )
    return {
        family: frozenset(chr(point) for first, last in ranges[family] for point in range(first, last + 1))
        for family in (*FAMILY_NAMES, WIDER)
    }
