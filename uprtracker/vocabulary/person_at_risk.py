"""Whether a text that anyone may read seems to name a person who could be harmed by it. A guess for a warning, never a rule."""

import csv
import re
from functools import cache

from uprtracker.i18n import _
from uprtracker.paths import resource
from uprtracker.vocabulary.state import find_state

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPACE = re.compile(r"[ \u00a0]+")
_PARTICLES = frozenset(
    ["al", "bin", "ben", "de", "da", "del", "della", "der", "di", "la", "van", "von", "el", "e", "y"]
)
_TITLE_REACH = 3
_FEWEST_WORDS = 2


def people_named(text: str) -> tuple[str, ...]:
    """Names that a text about danger seems to give: after a title, or as two capitalised words that are no office.

    Empty where the text names nobody, or nothing in it speaks of danger. Chinese and Arabic names are known by their
    titles only.
    """
    if not _speaks_of_danger(text):
        return ()
    titled = _titled(text)
    names = [*titled, *(name for name in _capitalised(text) if not any(name in known for known in titled))]
    return tuple(dict.fromkeys(names))


def warning_about(text: str) -> str:
    """The sentence that warns whoever marks such a text public; empty where there is nothing to warn of."""
    names = people_named(text)
    if not names:
        return ""
    return _(
        "This text is public and seems to name {names}; if that could put somebody at risk, write a code or initials "
        "instead, or mark it restricted."
    ).format(names=", ".join(names))


def _speaks_of_danger(text: str) -> bool:
    lower = text.casefold()
    return any(re.search(rf"\b{stem}" if stem.isascii() else stem, lower) for stem in _words("risk"))


def _capitalised(text: str) -> list[str]:
    """Two or more capitalised words in a row that are no office; an article or the like before them is no part of a name."""
    names = []
    for run in _runs(text):
        parts = [word[0] for word in run]
        if parts[0] in _words("opening"):
            parts = parts[1:]
        if len([part for part in parts if part not in _PARTICLES]) >= _FEWEST_WORDS and not _is_office(parts):
            names.append(" ".join(parts))
    return names


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Words that stand together and begin with a capital; particles of names may stand between them."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in _WORD.finditer(text):
        apart = runs[-1] and not _SPACE.fullmatch(text[runs[-1][-1].end() : word.start()])
        begins = word[0][0].isupper() and not (len(word[0]) > 1 and word[0].isupper())
        if apart or not (begins or (runs[-1] and word[0] in _PARTICLES)):
            runs.append([])
        if begins or (runs[-1] and word[0] in _PARTICLES):
            runs[-1].append(word)
    return [run for run in runs if run]


def _is_office(parts: list[str]) -> bool:
    return any(part in _words("office") for part in parts) or find_state(" ".join(parts)) is not None


def _titled(text: str) -> list[str]:
    """A title with the words after it (in Chinese: before it)."""
    found = [match[0] for match in _chinese_titles().finditer(text)]
    all_words = list(_WORD.finditer(text))
    for place, word in enumerate(all_words[:-1]):
        if word[0] in _words("honorific"):
            after = all_words[place + 1 : place + 1 + _TITLE_REACH]
            name = [w[0] for w in after[:1] if w[0][0].isupper() or "\u0600" <= w[0][0] <= "\u06ff"]
            name += [w[0] for w in after[1:] if name and w[0][0].isupper()]
            if name:
                found.append(text[word.start() : word.end() + 1].strip() + " " + " ".join(name))
    return found


@cache
def _chinese_titles() -> re.Pattern[str]:
    titles = "|".join(word for word in _words("honorific") if "\u4e00" <= word[0] <= "\u9fff")
    return re.compile(rf"[\u4e00-\u9fff]{{1,4}}(?:{titles})")


@cache
def _words(kind: str) -> frozenset[str]:
    with resource("vocabularies", "risk_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            word for row in csv.DictReader(lines) if row["kind"] == kind for word in row["words"].split()
        )
