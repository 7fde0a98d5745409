"""Which of the supported languages a text is written in, told by its script and its commonest words."""

import json
from collections.abc import Sequence
from functools import cache

from uprtracker.paths import resource

SUPPORTED = ("en", "fr", "es")

_LATIN_ENDS = 0x250  # first code point after the Latin letters of European languages


@cache
def _words() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    data = json.loads(resource("suggestions", "common_words.json").read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in data["common"].items()}, frozenset(data["elsewhere"])


def detect(text: str, folded: Sequence[str]) -> str | None:
    """The code of a supported language, or None where the text is in another one.

    A text without any word that tells is taken for English: names and headings stand in many reports.
    """
    letters = [c for c in text if c.isalpha()]
    if letters and 2 * sum(ord(c) < _LATIN_ENDS for c in letters) < len(letters):
        return None
    common, elsewhere = _words()
    counts = {code: sum(word in common[code] for word in folded) for code in SUPPORTED}
    best = max(SUPPORTED, key=lambda code: counts[code])
    if sum(word in elsewhere for word in folded) > counts[best]:
        return None
    return best if counts[best] else "en"


def is_common(word: str) -> bool:
    """Whether a folded word is so common in a supported language that it says nothing about a subject."""
    return any(word in common for common in _words()[0].values())
