"""UPR Info's action category, 1 (minimal) to 5 (specific): its names, and an estimate from a text's first verb."""

import csv
import re
from functools import cache

from uprtracker.i18n import N_, _
from uprtracker.paths import resource
from uprtracker.vocabulary.text import fold

_LABELS = {
    1: N_("Minimal action"),
    2: N_("Continuing action"),
    3: N_("Considering action"),
    4: N_("General action"),
    5: N_("Specific action"),
}
_GENERAL, _SPECIFIC = 4, 5
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_BEFORE_THE_VERB = 6
_AND = frozenset(("and", "or", "et", "ou", "y", "o"))
_MEANS = re.compile(r"\b(?:by|en|mediante|through)\s+(?:\w+\s+)?(\w{4,})")


def category_label(category: int) -> str:
    """`Specific action` for 5."""
    return _(_LABELS[category])


def estimated_category(text: str) -> int | None:
    """The category that UPR Info would probably give a text in English, French or Spanish; None if no verb is known.

    Of two verbs at the beginning the second counts ("Continue and strengthen"), and specific means make a
    general action specific ("Improve ... by amending ...") (UPR Info, Action category, October 2014).
    """
    folded = fold(text)
    words = [found for found in _WORD.finditer(folded[:200])]
    for at, word in enumerate(words[:_WORDS_BEFORE_THE_VERB]):
        category = _category_at(folded, word.start())
        if category is None:
            continue
        if at + 2 < len(words) and words[at + 1][0] in _AND:
            category = _category_at(folded, words[at + 2].start()) or category
        if category == _GENERAL and _has_specific_means(folded):
            return _SPECIFIC
        return category
    return None


def _category_at(folded: str, start: int) -> int | None:
    """The category of the verb that begins at a place: the longest entry that the text goes on with."""
    for length in range(_longest(), 2, -1):
        entry = folded[start : start + length]
        found = _verbs().get(entry) if len(entry) == length else None
        if found and (" " in entry or _ends_like_a_verb(folded, start + length)):
            return found
    return None


def _ends_like_a_verb(folded: str, at: int) -> bool:
    """Whether no more than an ending follows: `amend`, `amending`, `amends`."""
    rest = _WORD.match(folded, at)
    return not rest or len(rest[0]) <= 4


def _has_specific_means(folded: str) -> bool:
    return any(_category_at(folded, found.start(1)) == _SPECIFIC for found in _MEANS.finditer(folded))


@cache
def _verbs() -> dict[str, int]:
    found: dict[str, int] = {}
    with resource("vocabularies", "action_verbs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.update({fold(verb): int(row["category"]) for verb in row["verbs"].split("|")})
    return found


@cache
def _longest() -> int:
    return max(map(len, _verbs()))
