"""The States of the UN (193 members, the Holy See, the State of Palestine) and how their names are read.

Names come from resources/vocabularies: states.csv (UN names in six languages) and state_aliases.csv
(historical and common names, acronyms, typing errors). Territories and others that are no State of the UN are
not here.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from uprtracker.paths import resource
from uprtracker.vocabulary.text import fold

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_]+|&|[,;/|、،؛]")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,5}|\b[A-Z][A-Za-z]*[A-Z]\b")
_LIST_MARKS = frozenset(",;/|、،؛")
_AND = frozenset(("and", "et", "y", "и", "和"))
_ARTICLES = frozenset(("l", "le", "la", "les", "el", "los", "las"))
_SMALL_WORDS = _AND | _ARTICLES | {"of", "de", "del", "du", "des", "d"}
_LONGEST_NAME = 14
_SHORTEST_BROKEN_NAME = 6


@dataclass(frozen=True)
class State:
    """`short` and `formal` are today's English names without article, `names` the short ones by language.

    `m49` has three digits; `regional_group` is African, Asia-Pacific, Eastern European, GRULAC or WEOG, and
    empty for the two observers.
    """

    iso3: str
    m49: str
    short: str
    formal: str
    regional_group: str
    names: Mapping[str, str] = field(hash=False, repr=False)

    def name(self, language: str) -> str:
        """The short name in a language of the UN, in English where the language is another."""
        return self.names.get(language, self.short)


@dataclass(frozen=True)
class _Index:
    """Ways to a State, from the surest to the last resort."""

    codes: dict[str, State]
    acronyms: dict[str, State]
    in_order: dict[tuple[str, ...], State]
    any_order: dict[tuple[str, ...], State]
    unspaced: dict[str, State]


def state(iso3: str) -> State:
    """The State with an ISO 3166 alpha-3 code."""
    return _states()[iso3]


def all_states() -> tuple[State, ...]:
    """All 195, in the order of their English short names."""
    return tuple(sorted(_states().values(), key=lambda s: fold(s.short)))


def find_state(name: str) -> State | None:
    """The State that a printed name, acronym or ISO code (in capitals) means; None where it means none."""
    index = _index()
    code = name.strip().rstrip("*†‡ ")
    if found := index.codes.get(code) or index.acronyms.get(code.replace(".", "")):
        return found
    return _whole_name([token for token in _tokens(code) if token not in _LIST_MARKS])


def states_in(text: str) -> list[State] | None:
    """The States in a bracket or list, in order and each once; None where any part of it is no State.

    Reads `Portugal, Slovakia`, `Chile and Peru`, lists by line or semicolon, and names glued without a
    separator. The longest name wins, so names that hold a comma or an *and* stay whole. ISO codes are not
    read here: a bracket with `ID` or `TV` in a sentence names no State.
    """
    acronyms = _index().acronyms

    def written_out(match: re.Match[str]) -> str:
        found = acronyms.get(match[0].replace(".", ""))
        return found.short if found else match[0]

    tokens = _tokens(_ACRONYM.sub(written_out, re.sub(r"[*†‡]", " ", text).replace("\n", " ; ")))
    # readings[i] is what the tokens from i on say, worked out from the end so that each place is read once
    readings: list[list[State] | None] = [None] * len(tokens) + [[]]
    for start in reversed(range(len(tokens))):
        readings[start] = _reading(tokens, start, readings)
    return list(dict.fromkeys(readings[0])) if readings[0] else None


def _reading(tokens: list[str], start: int, readings: list[list[State] | None]) -> list[State] | None:
    for end in range(min(len(tokens), start + _LONGEST_NAME), start, -1):
        rest = readings[end]
        if rest is not None and (found := _name_between(tokens, start, end)):
            return [found, *rest]
    return readings[start + 1] if _separates(tokens[start]) else None


def _name_between(tokens: list[str], start: int, end: int) -> State | None:
    name = [token for token in tokens[start:end] if token not in _LIST_MARKS]
    has_marks = len(name) < end - start
    if not name or _separates(tokens[start]) or _separates(tokens[end - 1]):
        return None
    stands_alone = (start == 0 or _separates(tokens[start - 1])) and (
        end == len(tokens) or _separates(tokens[end])
    )
    if start and name[0].startswith("و") and (found := _index().in_order.get(_key([name[0][1:], *name[1:]]))):
        return found  # the Arabic "and" is written with the word that follows
    if not stands_alone:
        return _index().in_order.get(_key(name))
    return _whole_name(name, may_be_broken=not has_marks)


def _separates(token: str) -> bool:
    return token in _LIST_MARKS or token in _AND


def _whole_name(name: list[str], *, may_be_broken: bool = True) -> State | None:
    index = _index()
    if found := index.in_order.get(_key(name)) or index.any_order.get(_unordered(name)):
        return found
    unspaced = "".join(_key(name))
    return index.unspaced.get(unspaced) if may_be_broken and len(unspaced) >= _SHORTEST_BROKEN_NAME else None


def _tokens(text: str) -> list[str]:
    """Folded words, single Chinese characters and list marks; *the* is left out, `&` is read as *and*."""
    found = _TOKEN.findall(fold(text))
    return ["and" if token == "&" else token for token in found if token != "the"]


def _key(name: list[str]) -> tuple[str, ...]:
    return tuple(name[1:] if len(name) > 1 and name[0] in _ARTICLES else name)


def _unordered(name: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in name if word not in _SMALL_WORDS))


def _rows(file_name: str) -> list[dict[str, str]]:
    with resource("vocabularies", file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _states() -> dict[str, State]:
    return {
        row["iso3"]: State(
            iso3=row["iso3"],
            m49=row["m49"],
            short=row["short_en"],
            formal=row["formal_en"],
            regional_group=row["regional_group"],
            names={language: row[f"short_{language}"] for language in LANGUAGES},
        )
        for row in _rows("states.csv")
    }


@cache
def _index() -> _Index:
    index = _Index({}, {}, {}, {}, {})
    for row in _rows("states.csv"):
        found = state(row["iso3"])
        index.codes.update({row["iso2"]: found, row["iso3"]: found})
        for language in LANGUAGES:
            _enter(index, row[f"short_{language}"], found)
            _enter(index, row[f"formal_{language}"], found)
    for row in _rows("state_aliases.csv"):
        if row["kind"] == "acronym":
            index.acronyms[row["name"]] = state(row["iso3"])
        else:
            _enter(index, row["name"], state(row["iso3"]))
    return index


def _enter(index: _Index, name: str, found: State) -> None:
    words = [token for token in _tokens(name) if token not in _LIST_MARKS]
    if not words:
        return
    index.in_order.setdefault(_key(words), found)
    index.any_order.setdefault(_unordered(words), found)
    index.unspaced.setdefault("".join(_key(words)), found)
