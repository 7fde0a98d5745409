"""The marks between words that languages set in their own way: in lists, after a colon, between sentences."""

from collections.abc import Iterable

from uprtracker.i18n import current_language

_COMMAS = {"ar": "، ", "zh": "、"}
_SEMICOLONS = {"ar": "؛ ", "fr": "\u00a0; ", "zh": "；"}
_COLONS = {"fr": "\u00a0: ", "zh": "："}


def listed(words: Iterable[str]) -> str:
    """`10 (a), 10 (g)`: short words one after another; what is empty is left out."""
    return _COMMAS.get(current_language(), ", ").join(filter(None, words))


def listed_apart(words: Iterable[str]) -> str:
    """`Côte d'Ivoire; Mexico`: names or sentences that may hold commas of their own; what is empty is left out."""
    return _SEMICOLONS.get(current_language(), "; ").join(filter(None, words))


def sentences(said: Iterable[str]) -> str:
    """Sentences one after another; Chinese sets no space between them, its full stop brings its own."""
    return ("" if current_language() == "zh" else " ").join(filter(None, said))


def after_colon(*words: str) -> str:
    """`Overdue: the text`; what is empty is left out."""
    return _COLONS.get(current_language(), ": ").join(filter(None, words))
