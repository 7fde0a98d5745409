"""Two wordings side by side: which paragraphs belong together, and which words differ."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from uprtracker.vocabulary.concordance import LabelPair
from uprtracker.vocabulary.text import fold, words

LEAST_LIKENESS = 0.5
"""Paragraphs that share less than half of their words are no versions of each other."""
_MOST_COMPARISONS = 4_000_000
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Change(StrEnum):
    EQUAL = "equal"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Difference:
    """A stretch of both texts; `left` and `right` are half-open ranges of their characters, empty where one has none."""

    change: Change
    left: tuple[int, int]
    right: tuple[int, int]


class Labelled(Protocol):
    """A paragraph as far as pairing needs it."""

    @property
    def label(self) -> str: ...
    @property
    def text(self) -> str: ...


_P = TypeVar("_P", bound=Labelled)


@dataclass(frozen=True)
class ParagraphPair(Generic[_P]):
    """Paragraphs of two texts that belong together; one side is `None` where the other text has nothing like it.

    `basis` says how a concordance knows; it is empty where likeness of wording alone pairs them.
    """

    left: _P | None
    right: _P | None
    basis: str = ""


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """The stretches of two texts, word by word; case, accents and kinds of quotation marks are no difference.

    Spaces between two stretches belong to neither. Texts too long to compare are one changed stretch.
    """
    a, b = _tokens(left), _tokens(right)
    if len(a) * len(b) > _MOST_COMPARISONS:
        return (Difference(Change.CHANGED, (0, len(left)), (0, len(right))),)
    names = {
        "equal": Change.EQUAL,
        "replace": Change.CHANGED,
        "insert": Change.ADDED,
        "delete": Change.REMOVED,
    }
    matcher = SequenceMatcher(None, [t.folded for t in a], [t.folded for t in b], autojunk=False)
    return tuple(
        Difference(names[tag], _span(a, i, j), _span(b, k, m)) for tag, i, j, k, m in matcher.get_opcodes()
    )


def likeness(left: str, right: str) -> float:
    """The share of words, 0 to 1, that two texts have in common, whatever their order."""
    return _shared(Counter(words(left)), Counter(words(right)))


def paired_paragraphs(
    left: Sequence[_P], right: Sequence[_P], concordance: Iterable[LabelPair] = ()
) -> tuple[ParagraphPair[_P], ...]:
    """Pair the paragraphs of two texts, in the order of the right one with what it left out in its place.

    The concordance decides for the labels that it names; of the others those most alike are paired, and none twice.
    """
    there = {p.label: p for p in right}
    here = {p.label: p for p in left}
    pairs = [
        ParagraphPair(here[c.first], there[c.second], c.basis)
        for c in concordance
        if c.first in here and c.second in there
    ]
    paired_left = {pair.left.label for pair in pairs if pair.left}
    paired_right = {pair.right.label for pair in pairs if pair.right}
    free_left = [p for p in left if p.label not in paired_left]
    free_right = [p for p in right if p.label not in paired_right]
    pairs += [ParagraphPair(a, b) for a, b in _most_alike(free_left, free_right)]
    return tuple(_in_order(left, right, pairs))


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    folded: str


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text)]


def _span(tokens: Sequence[_Token], first: int, last: int) -> tuple[int, int]:
    """From the first token to the one before `last`; an empty range stands where the text would go on."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    place = tokens[first - 1].end if first else 0
    return place, place


def _shared(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _most_alike(left: Sequence[_P], right: Sequence[_P]) -> Iterator[tuple[_P, _P]]:
    """Pairs from the most alike down; between equals the one with the same label, then the earlier one."""
    there = [Counter(words(p.text)) for p in right]
    ranked = []
    for i, a in enumerate(left):
        counted = Counter(words(a.text))
        for k, b in enumerate(right):
            alike = _shared(counted, there[k])
            if alike >= LEAST_LIKENESS:
                ranked.append((-alike, a.label != b.label, i, k))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _alike, _label, i, k in sorted(ranked):
        if i not in used_left and k not in used_right:
            used_left.add(i)
            used_right.add(k)
            yield left[i], right[k]


def _in_order(
    left: Sequence[_P], right: Sequence[_P], pairs: Sequence[ParagraphPair[_P]]
) -> Iterator[ParagraphPair[_P]]:
    """Every paragraph of either text at least once; what only the left has follows what it followed there."""
    by_right: dict[str, list[ParagraphPair[_P]]] = {}
    for pair in pairs:
        assert pair.left is not None
        assert pair.right is not None
        by_right.setdefault(pair.right.label, []).append(pair)
    paired_left = {pair.left.label for pair in pairs if pair.left}
    alone_after: dict[str, list[_P]] = {}
    before = ""
    for paragraph in left:
        if paragraph.label in paired_left:
            before = paragraph.label
        else:
            alone_after.setdefault(before, []).append(paragraph)
    yield from (ParagraphPair(p, None) for p in alone_after.pop("", []))
    for there in right:
        for pair in by_right.get(there.label, [ParagraphPair(None, there)]):
            yield pair
            if pair.left is not None:
                yield from (ParagraphPair(p, None) for p in alone_after.pop(pair.left.label, []))
