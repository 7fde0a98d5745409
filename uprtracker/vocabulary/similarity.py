"""How near texts are to each other by what they speak of: words they share, weighted by how rare each word is."""

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from uprtracker.paths import resource
from uprtracker.vocabulary.text import fold, words

_STEM = 6
_SPACES = re.compile(r"\W+")


class TextIndex:
    """Texts to be compared with `others`; how rare a word is, is counted over all of them."""

    def __init__(self, texts: Sequence[str], others: Iterable[str] = ()) -> None:
        mine = [stems(text) for text in texts]
        counts = Counter(stem for found in mine for stem in found)
        total = len(mine)
        for other in others:
            counts.update(stems(other))
            total += 1
        self._rarity = {stem: math.log(1 + total / count) ** 2 for stem, count in counts.items()}
        self._rarest = math.log(1 + max(total, 1)) ** 2
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(mine):
            for stem in found:
                self._having[stem].append(number)
        self._lengths = [self._length(found) for found in mine]

    def nearest(self, text: str, least: float) -> list[tuple[int, float]]:
        """Numbers of the texts with at least that likeness, 0 to 1, the nearest first and equals in order."""
        wanted = stems(text)
        length = self._length(wanted)
        products: dict[int, float] = defaultdict(float)
        for stem in sorted(wanted):
            for number in self._having.get(stem, ()):
                products[number] += self._rarity[stem]
        scored = (
            (number, product / (length * self._lengths[number])) for number, product in products.items()
        )
        found = [(number, min(1.0, score)) for number, score in scored if score >= least]
        return sorted(found, key=lambda pair: (-round(pair[1], 9), pair[0]))

    def _length(self, found: frozenset[str]) -> float:
        return math.sqrt(sum(self._rarity.get(stem, self._rarest) for stem in found))


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words; treaties and the like count once, by whatever name they are called."""
    flat = f" {_SPACES.sub(' ', fold(text))} "
    named = set()
    for name, instrument in _instruments():
        if name in flat:
            named.add(instrument)
            flat = flat.replace(name, " ")
    telling = frozenset(word[:_STEM] for word in words(flat)) - _say_little()
    return (telling | named) or frozenset(word[:_STEM] for word in words(text))


@cache
def _say_little() -> frozenset[str]:
    """What is done and how much of it says little of what a text speaks of; nor do the smallest words."""
    printed = resource("vocabularies", "words_that_say_little.txt").read_text(encoding="utf-8")
    return frozenset(word[:_STEM] for word in printed.split())


@cache
def _instruments() -> tuple[tuple[str, str], ...]:
    """Names between spaces with the instrument that each means, the longest first."""
    with resource("vocabularies", "instrument_names.csv").open(encoding="utf-8", newline="") as file:
        pairs = [
            (f" {name} ", row["instrument"])
            for row in csv.DictReader(file)
            for name in row["names"].split("|")
        ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
