"""Groups of texts that say nearly the same, so that one decision can serve several. Only words are compared."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from uprtracker.vocabulary.text import words

Key = TypeVar("Key", bound=Hashable)

ALIKE = 0.7
"""The share of their words, taken together, that two texts of one group have in common."""


def alike_groups(texts: Iterable[tuple[Key, str]]) -> tuple[tuple[Key, ...], ...]:
    """Keys of texts that are alike, at least two to a group, groups and members in the order given.

    Every member is alike with the first one of its group; a text belongs to one group at most.
    """
    given = [(key, frozenset(words(text))) for key, text in texts]
    frequency = Counter(word for _key, found in given for word in found)
    leaders: list[frozenset[str]] = []
    members: list[list[Key]] = []
    having: dict[str, list[int]] = defaultdict(list)
    for key, found in given:
        telling = _telling(found, frequency)
        group = _group_of(found, telling, having, leaders)
        if group is not None:
            members[group].append(key)
        elif found:
            for word in telling:
                having[word].append(len(leaders))
            leaders.append(found)
            members.append([key])
    return tuple(tuple(keys) for keys in members if len(keys) > 1)


def _telling(found: frozenset[str], frequency: Counter[str]) -> Sequence[str]:
    """The rarest words, as many that two texts which are alike must share at least one of them."""
    ordered = sorted(found, key=lambda word: (frequency[word], word))
    return ordered[: len(ordered) - math.ceil(ALIKE * len(ordered)) + 1]


def _group_of(
    found: frozenset[str],
    telling: Sequence[str],
    having: dict[str, list[int]],
    leaders: Sequence[frozenset[str]],
) -> int | None:
    """The group whose first text is most like this one, if any is like enough."""
    candidates = {number for word in telling for number in having.get(word, ())}
    size = len(found)
    best, most = None, 0.0
    for number in sorted(candidates):
        other = leaders[number]
        # texts of too different length cannot be alike, whatever their words are
        if not ALIKE * size <= len(other) <= size / ALIKE:
            continue
        common = len(found & other)
        likeness = common / (size + len(other) - common)
        if likeness >= ALIKE and likeness > most:
            best, most = number, likeness
    return best
