"""The lexicon and the rules: which concepts a text names and which paragraphs they speak to.

Both are data in `resources/suggestions`, written by hand for a lawyer to read; see `model` for what is learned.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from uprtracker.paths import resource
from uprtracker.suggestions.patterns import Hit, PhraseBook

_ANYWHERE = 10_000
_MOST_HITS = 30  # of one concept: a whole report pasted as one text must not stall


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs` holds sets of concepts, one of each set is needed; `within` is a number of words."""

    identifier: str
    paragraph: str
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]
    within: int
    weight: float


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that holds for a text and the hits that make it hold."""

    rule: Rule
    hits: tuple[Hit, ...]


class Lexicon:
    """Concepts of one language, and the rules, which are the same for every language."""

    def __init__(self, masks: PhraseBook, concepts: PhraseBook, rules: Sequence[Rule]):
        self._masks, self._concepts, self._rules = masks, concepts, rules

    def concepts(self, folded: Sequence[str]) -> dict[str, list[Hit]]:
        """Hits by concept, in the order of the text; what a mask covers is not seen."""
        hidden = {place for hit in self._masks.find(folded) for place in range(hit.first, hit.last + 1)}
        longest: dict[tuple[str, int], Hit] = {}
        for hit in self._concepts.find(folded):
            if hidden.isdisjoint(range(hit.first, hit.last + 1)):
                known = longest.get((hit.concept, hit.first))
                if known is None or known.last < hit.last:
                    longest[hit.concept, hit.first] = hit
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in longest.values():
            if len(found[hit.concept]) < _MOST_HITS:
                found[hit.concept].append(hit)
        return dict(found)

    def fired(self, found: Mapping[str, Sequence[Hit]]) -> list[Fired]:
        """The rules that hold, in the order of the rules."""
        named = found.keys()
        fired = []
        for rule in self._rules:
            if any(need.isdisjoint(named) for need in rule.needs) or not rule.without.isdisjoint(named):
                continue
            hits = _nearest([[h for c in sorted(need & named) for h in found[c]] for need in rule.needs])
            if _spread(hits) <= rule.within:
                fired.append(Fired(rule, hits))
        return fired


def _nearest(choices: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """One hit of each list, close together: the best of the combinations around each hit of the first list."""
    best: tuple[Hit, ...] = ()
    for start in choices[0]:
        chosen = [start]
        for others in choices[1:]:
            chosen.append(_closest(chosen, others))
        if not best or _spread(chosen) < _spread(best):
            best = tuple(chosen)
    return best


def _closest(chosen: Sequence[Hit], others: Sequence[Hit]) -> Hit:
    return min(others, key=lambda hit: _spread((*chosen, hit)))


def _spread(hits: Sequence[Hit]) -> int:
    """How many words lie between hits: from the end of the first to the beginning of the last."""
    if len(hits) == 1:
        return 0
    return max(0, max(h.first for h in hits) - min(h.last for h in hits))


@cache
def _data(name: str) -> Any:
    return json.loads(resource("suggestions", name).read_text(encoding="utf-8"))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of `rules.json`, groups resolved into concepts."""
    groups = _data("lexicon.json")["groups"]

    def concepts(name: str) -> frozenset[str]:
        return frozenset(c for part in name.split("|") for c in groups.get(part, (part,)))

    return tuple(
        Rule(
            entry["id"],
            entry["to"],
            tuple(concepts(need) for need in entry["needs"]),
            frozenset(c for name in entry.get("without", ()) for c in concepts(name)),
            entry.get("within", _ANYWHERE),
            entry["weight"],
        )
        for entry in _data("rules.json")["rules"]
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon in a supported language (`language.SUPPORTED`)."""
    data = _data("lexicon.json")
    masks = {name: phrases[language] for name, phrases in data["masks"].items()}
    concepts = {name: phrases[language] for name, phrases in data["concepts"].items()}
    return Lexicon(PhraseBook(masks), PhraseBook(concepts), rules())
