"""Learning from the person: decisions about texts of the same dossier shift the suggestions for texts like them."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from uprtracker.suggestions.language import SUPPORTED, detect, is_common
from uprtracker.suggestions.lexicon import lexicon
from uprtracker.suggestions.tokens import read_words
from uprtracker.vocabulary.paragraph_label import ParagraphLabel

NEAR = 0.4
_NEIGHBOURS = 3
_STEM = 6
_LINK, _CONCERN = 9.0, 5.0  # at full likeness: more than the rules of most texts together


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one recommendation; without any label: "concerns no paragraph"."""

    number: str
    text: str
    labels: tuple[ParagraphLabel, ...] = ()
    rejected: tuple[ParagraphLabel, ...] = ()

    @property
    def concerns_nothing(self) -> bool:
        return not self.labels and not self.rejected


@dataclass(frozen=True, slots=True)
class Shift:
    """How decisions about like texts move a suggestion; the last two name the recommendations by label."""

    neighbours: int = 0
    concern: float = 0.0
    by_label: dict[str, float] = field(default_factory=dict)
    linked: dict[str, list[str]] = field(default_factory=dict)
    rejected: dict[str, list[str]] = field(default_factory=dict)


class Learned:
    """Decisions of one dossier, ready to be asked which of them are about texts like a given one."""

    def __init__(self, decisions: Iterable[Decision]):
        self._decisions = tuple(decisions)
        self._concepts: list[frozenset[str]] = []
        texts: list[frozenset[str]] = []
        for decision in self._decisions:
            concepts, stems = _features(decision.text)
            self._concepts.append(concepts)
            texts.append(stems)
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(texts):
            for stem in stems:
                self._having[stem].append(number)
        self._lengths = [math.sqrt(sum(self._rarity(stem) ** 2 for stem in stems)) for stems in texts]

    def _rarity(self, stem: str) -> float:
        return math.log(2 + len(self._decisions) / (1 + len(self._having.get(stem, ()))))

    def shift(self, folded: Sequence[str], concepts: Collection[str], without: str = "") -> Shift:
        """What the nearest decisions say about a text given by its folded words and its concepts.

        `without` is the number of a recommendation whose own decision does not speak.
        """
        moved: dict[str, float] = defaultdict(float)
        concern = 0.0
        linked: dict[str, list[str]] = defaultdict(list)
        rejected: dict[str, list[str]] = defaultdict(list)
        nearest = self._nearest(folded, concepts, without)
        for likeness, decision in nearest:
            pull = likeness * likeness
            concern += _CONCERN * pull * _direction(decision)
            for label in map(str, decision.labels):
                moved[label] += _LINK * pull
                linked[label].append(decision.number)
            for label in map(str, decision.rejected):
                moved[label] -= _LINK * pull
                rejected[label].append(decision.number)
        return Shift(len(nearest), concern, dict(moved), dict(linked), dict(rejected))

    def _nearest(
        self, folded: Sequence[str], concepts: Collection[str], without: str
    ) -> list[tuple[float, Decision]]:
        stems = _stems(folded)
        products: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            rarity = self._rarity(stem)
            for number in self._having.get(stem, ()):
                products[number] += rarity * rarity
        length = math.sqrt(sum(self._rarity(stem) ** 2 for stem in stems))
        found = [
            (self._likeness(n, product, length, concepts), n)
            for n, product in products.items()
            if not without or self._decisions[n].number != without
        ]
        found = sorted((pair for pair in found if pair[0] >= NEAR), key=lambda pair: (-pair[0], pair[1]))
        return [(likeness, self._decisions[n]) for likeness, n in found[:_NEIGHBOURS]]

    def _likeness(self, number: int, product: float, length: float, concepts: Collection[str]) -> float:
        """0 to 1: mostly the words in common, weighted by how rare they are; a third the concepts in common."""
        words = product / (length * self._lengths[number])
        mine = self._concepts[number]
        either = mine | set(concepts)
        return words * 2 / 3 + (len(mine & set(concepts)) / len(either) / 3 if either else words / 3)


@lru_cache(maxsize=20_000)
def _features(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts and the stems of a text; a person decides text after text, and each is read once."""
    folded = read_words(text).folded
    language = detect(text, folded)
    found = lexicon(language).concepts(folded) if language in SUPPORTED else {}
    return frozenset(found), _stems(folded)


def _direction(decision: Decision) -> int:
    if decision.labels:
        return 1
    return -1 if decision.concerns_nothing else 0


def _stems(folded: Sequence[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in folded if len(word) > 2 and not is_common(word))
