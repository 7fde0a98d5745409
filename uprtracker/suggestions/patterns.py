"""Phrases of the lexicon and where they occur among the words of a text.

A phrase is words between spaces: `journalist*` matches a beginning, `law|act|bill` any of several, `~3` up to
three words of any kind. All phrases of a language are looked for at once; what a word can begin is kept per word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from uprtracker.errors import UserError
from uprtracker.i18n import _


class Hit(NamedTuple):
    """A concept found at words `first` to `last`, both included."""

    concept: str
    first: int
    last: int


class _Step(NamedTuple):
    alternative: int
    gap: int  # words of any kind that may stand before this one


class _Phrase(NamedTuple):
    concept: str
    steps: tuple[_Step, ...]


class PhraseBook:
    """The phrases of every concept in one language."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]):
        self._alternatives: dict[str, int] = {}
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._beginnings: dict[str, set[int]] = defaultdict(set)
        self._starting: dict[int, list[_Phrase]] = defaultdict(list)
        self._known: dict[str, tuple[frozenset[int], tuple[_Phrase, ...]]] = {}
        for concept, texts in phrases.items():
            for text in texts:
                phrase = _Phrase(concept, self._steps(text))
                self._starting[phrase.steps[0].alternative].append(phrase)

    def _steps(self, text: str) -> tuple[_Step, ...]:
        steps, gap = [], 0
        for piece in text.split():
            if piece.startswith("~"):
                gap = int(piece[1:])
            else:
                steps.append(_Step(self._alternative(piece), gap))
                gap = 0
        if not steps or gap:
            raise UserError(
                _("The phrase '{text}' of the lexicon does not end in a word; correct it.").format(text=text)
            )
        return tuple(steps)

    def _alternative(self, piece: str) -> int:
        number = self._alternatives.setdefault(piece, len(self._alternatives))
        for word in piece.split("|"):
            if word.endswith("*"):
                self._beginnings[word[:-1]].add(number)
            else:
                self._exact[word].add(number)
        return number

    def find(self, folded: Sequence[str]) -> list[Hit]:
        """Every place of every concept, in the order of the text."""
        known = [self._lookup(word) for word in folded]
        hits = []
        for first, (_numbers, phrases) in enumerate(known):
            for phrase in phrases:
                last = _follow(phrase.steps, known, first)
                if last is not None:
                    hits.append(Hit(phrase.concept, first, last))
        return hits

    def _lookup(self, word: str) -> tuple[frozenset[int], tuple[_Phrase, ...]]:
        found = self._known.get(word)
        if found is None:
            numbers = set(self._exact.get(word, ()))
            for length in range(1, len(word) + 1):
                numbers |= self._beginnings.get(word[:length], set())
            phrases = tuple(phrase for number in sorted(numbers) for phrase in self._starting.get(number, ()))
            found = self._known[word] = (frozenset(numbers), phrases)
        return found


def _follow(
    steps: Sequence[_Step], known: Sequence[tuple[frozenset[int], tuple[_Phrase, ...]]], first: int
) -> int | None:
    """The last word of the shortest occurrence that begins at `first`, or None."""
    ends = [first]
    for step in steps[1:]:
        ends = [
            place
            for place in range(ends[0] + 1, min(len(known), ends[-1] + step.gap + 2))
            if step.alternative in known[place][0] and any(0 < place - end <= step.gap + 1 for end in ends)
        ]
        if not ends:
            return None
    return ends[0]
