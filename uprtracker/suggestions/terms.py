"""Subjects of a text by its words: what was learned from recommendations that carry subjects (issue tags).

A term is a folded word or two neighbouring words; its weights are log-odds, added up per subject.
"""

import math
from collections.abc import Iterator, Mapping, Sequence


def terms(folded: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Every term of a text with the first and last word it comes from."""
    for place, word in enumerate(folded):
        yield word, place, place
        if place + 1 < len(folded):
            yield f"{word} {folded[place + 1]}", place, place + 1


def sigmoid(x: float) -> float:
    """The probability of a log-odds value, safe for any size."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def odds(probability: float) -> float:
    """The log-odds of a probability; the extremes are held at a finite value."""
    held = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(held / (1 - held))


class Subjects:
    """Learned log-odds of terms for a handful of subjects."""

    def __init__(
        self, names: Sequence[str], bias: Sequence[float], weights: Mapping[str, Mapping[str, float]]
    ):
        """`weights`: subject to term to log-odds; `bias` in the order of `names`."""
        self.names, self._bias = tuple(names), tuple(bias)
        self._by_term: dict[str, list[tuple[int, float]]] = {}
        for number, name in enumerate(self.names):
            for term, weight in weights[name].items():
                self._by_term.setdefault(term, []).append((number, weight))

    def probabilities(self, folded: Sequence[str]) -> dict[str, float]:
        """How likely a text carries each subject, 0 to 1; a term counts once."""
        totals = list(self._bias)
        for term in {term for term, _first, _last in terms(folded)}:
            for number, weight in self._by_term.get(term, ()):
                totals[number] += weight
        return {name: sigmoid(total) for name, total in zip(self.names, totals, strict=True)}

    def telling(self, subject: str, folded: Sequence[str], most: int = 3) -> list[tuple[int, int]]:
        """Words (first, last) of the terms that speak most for a subject, in the order of the text."""
        number = self.names.index(subject)
        strengths = [
            (weight, first, last)
            for term, first, last in terms(folded)
            for owner, weight in self._by_term.get(term, ())
            if owner == number and weight > 0
        ]
        chosen = sorted(strengths, key=lambda s: (-s[0], s[1]))[:most]
        return sorted((first, last) for _weight, first, last in chosen)
