"""Words of a text with their places, folded for matching; a word is folded once per process."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Words(NamedTuple):
    """Parallel tuples: folded words and the half-open range of characters each one comes from."""

    folded: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """A word in lower case without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def read_words(text: str) -> Words:
    """The words of a text; apostrophes and hyphens separate (`l'accès` gives `l`, `acces`)."""
    found = list(_WORD.finditer(text))
    return Words(tuple(fold_word(m.group()) for m in found), tuple(m.span() for m in found))
