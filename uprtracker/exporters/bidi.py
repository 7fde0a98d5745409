"""The order of characters in lines that hold Arabic: levels by the Unicode Bidirectional Algorithm (UAX #9).

Marks of direction have been dropped before (`font.printable`), so there are no explicit embeddings and isolates.
"""

import re
import unicodedata
from collections.abc import Iterable

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CLOSING = dict(zip("([{⁅⁽₍⟨〈「『【〔（［｛", ")]}⁆⁾₎⟩〉」』】〕）］｝", strict=True))
_MARKS = ("ES", "ET", "CS")
_NEUTRAL = ("B", "S", "WS", "ON")
_AS_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_RAISED = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 2, "R": 1, "AN": 2, "EN": 2})


"""Languages of reports whose lines begin at the right, whatever stands first in them."""


def has_right_to_left(text: str) -> bool:
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def runs_from_right(text: str, page_from_right: bool = False) -> bool:
    """Whether a paragraph runs from right to left: by its first letter, unless more than three quarters of its letters
    run the other way, such as a comment after a date in another language.

    On a page read from the right a quarter of the letters is enough, whichever comes first: there a Latin name or a
    symbol often begins an Arabic line.
    """
    kinds = (unicodedata.bidirectional(c) for c in text)
    letters = [kind != "L" for kind in kinds if kind in ("L", "R", "AL")]
    if not letters:
        return False
    share = sum(letters) / len(letters)
    return share >= 0.25 and (page_from_right or letters[0] or share > 0.75)


def levels(text: str, page_from_right: bool = False) -> tuple[int, bytes]:
    """The level of a paragraph (1 if it runs from right to left) and of each of its characters."""
    found = [unicodedata.bidirectional(c) or "L" for c in text]
    kinds = ["ON" if kind == "BN" else kind for kind in found]
    base = int(runs_from_right(text, page_from_right))
    outside = "LR"[base]
    _resolve_marks_and_numbers(kinds, outside)
    _resolve_brackets(text, kinds, outside)
    _resolve_neutrals(kinds, outside)
    return base, bytes(_RAISED[base][kind] for kind in kinds)


def line_levels(text: str, levels: bytes, base: int) -> bytes:
    """Rule L1: spaces at the end of a line and separators go with the paragraph."""
    end = len(text.rstrip())
    kept = (
        base if unicodedata.bidirectional(c) in ("S", "B") else v for c, v in zip(text, levels, strict=True)
    )
    return bytes(kept)[:end] + bytes([base]) * (len(text) - end)


def visual_runs(levels: bytes) -> list[tuple[int, int, bool]]:
    """Rule L2: runs of one level as (start, end, from right to left), in their order from left to right on the line."""
    runs = [(m.start(), m.end(), m.group()[0]) for m in re.finditer(rb"(?s)(.)\1*", levels)]
    highest = max(levels, default=0)
    for level in range(highest, 0, -1):
        runs = _reversed_from(level, runs)
    return [(start, end, level % 2 == 1) for start, end, level in runs]


def _reversed_from(level: int, runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Each stretch of runs of this level or above turned round."""
    result: list[tuple[int, int, int]] = []
    stretch: list[tuple[int, int, int]] = []
    for run in runs:
        if run[2] >= level:
            stretch.insert(0, run)
        else:
            result += [*stretch, run]
            stretch = []
    return result + stretch


def _resolve_marks_and_numbers(kinds: list[str], outside: str) -> None:
    """Rules W1 to W7: combining marks, numbers and the marks among numbers."""
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = kinds[i - 1] if i else outside
    _numbers_after_arabic(kinds, outside)
    for i in range(1, len(kinds) - 1):
        before, kind, after = kinds[i - 1 : i + 2]
        alone = (kind == "CS" and before in ("EN", "AN")) or (kind == "ES" and before == "EN")
        if alone and before == after:
            kinds[i] = before
    _terminators_beside_numbers(kinds)
    strong = outside
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
        elif kind in _MARKS:
            kinds[i] = "ON"


def _numbers_after_arabic(kinds: list[str], outside: str) -> None:
    """Rules W2 and W3."""
    strong = outside
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kinds[i] = "AN"
        elif kind == "AL":
            kinds[i] = "R"


def _terminators_beside_numbers(kinds: list[str]) -> None:
    """Rule W5: a row of currency or per cent signs beside a European number goes with it."""
    for start, end in _stretches(kinds, ("ET",)):
        if "EN" in (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else ""):
            kinds[start:end] = ["EN"] * (end - start)


def _resolve_brackets(text: str, kinds: list[str], outside: str) -> None:
    """Rule N0: both brackets of a pair take one direction."""
    for opening, closing in _pairs(text, kinds):
        inside = {_AS_STRONG.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = outside
        if outside not in inside:
            before = (_AS_STRONG[kind] for kind in reversed(kinds[:opening]) if kind in _AS_STRONG)
            direction = next(before, outside)
        for at in (opening, closing):
            kinds[at] = direction
            _marks_follow(text, kinds, at)


def _marks_follow(text: str, kinds: list[str], at: int) -> None:
    """Combining marks after a bracket go with it."""
    for i in range(at + 1, len(text)):
        if unicodedata.bidirectional(text[i]) != "NSM":
            break
        kinds[i] = kinds[at]


def _pairs(text: str, kinds: list[str]) -> Iterable[tuple[int, int]]:
    """Positions of matching brackets, in the order of the opening ones."""
    found = []
    waiting: list[tuple[str, int]] = []
    for i, character in enumerate(text):
        if kinds[i] != "ON":
            continue
        if character in _CLOSING:
            waiting.append((_CLOSING[character], i))
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == character:
                found.append((waiting[depth][1], i))
                del waiting[depth:]
                break
    return sorted(found)


def _resolve_neutrals(kinds: list[str], outside: str) -> None:
    """Rules N1 and N2: what has no direction takes that of both neighbours, or of the paragraph."""
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _AS_STRONG[kinds[start - 1]] if start else outside
        after = _AS_STRONG[kinds[end]] if end < len(kinds) else outside
        kinds[start:end] = [before if before == after else outside] * (end - start)


def _stretches(kinds: list[str], wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Half-open ranges of neighbours that are all of the wanted kinds."""
    found = []
    start = None
    for i, kind in enumerate([*kinds, ""]):
        if kind in wanted:
            start = i if start is None else start
        elif start is not None:
            found.append((start, i))
            start = None
    return found
