"""What became of the recommendations of one cycle in the next: pairs that a person confirms, never facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from uprtracker.i18n import N_, _
from uprtracker.vocabulary.action_category import estimated_category
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.similarity import TextIndex
from uprtracker.vocabulary.text import normalised
from uprtracker.vocabulary.text_difference import Difference, differences

LEAST_LIKENESS = 0.45
"""Below this, texts of two cycles seldom speak of the same (looked through on the reviews of Egypt, 2010 and 2014)."""

_SAME_STATE = 0.03
_UNKNOWN = (None, Position.UNKNOWN, Position.PENDING)


class Outcome(StrEnum):
    """What a later cycle made of an earlier recommendation."""

    REPEATED = "repeated"
    STRENGTHENED = "strengthened"
    POSITION_CHANGED = "position_changed"
    NEW = "new"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return _(_LABELS[self])


_LABELS = {
    Outcome.REPEATED: N_("Repeated"),
    Outcome.STRENGTHENED: N_("Strengthened"),
    Outcome.POSITION_CHANGED: N_("Position changed"),
    Outcome.NEW: N_("New"),
    Outcome.DROPPED: N_("Dropped"),
}


@dataclass(frozen=True)
class Compared:
    """A recommendation as far as comparing needs it; `action_category` is estimated where it is None.

    `states` are ISO 3166 alpha-3.
    """

    id: int
    text: str
    states: tuple[str, ...] = ()
    action_category: int | None = None
    position: Position | None = None

    @property
    def category(self) -> int | None:
        return self.action_category or estimated_category(self.text)


@dataclass(frozen=True)
class ComparedPair:
    """Two recommendations that belong together, or one of either cycle alone (`earlier` or `later` is None).

    `score` is the likeness of their wording, 0 to 1, and 0 for one alone. `kind` is strengthened before
    position changed before repeated; `strengthened` and `position_changed` say both.
    """

    kind: Outcome
    earlier: Compared | None
    later: Compared | None
    score: float = 0.0
    strengthened: bool = False
    position_changed: bool = False
    confirmed: bool = False

    def word_differences(self) -> tuple[Difference, ...]:
        """The stretches that are equal, changed, added or left out; none for one alone."""
        return differences(self.earlier.text, self.later.text) if self.earlier and self.later else ()


def compare_cycles(
    earlier: Sequence[Compared],
    later: Sequence[Compared],
    *,
    confirmed: Collection[tuple[int, int]] = (),
    rejected: Collection[tuple[int, int]] = (),
) -> tuple[ComparedPair, ...]:
    """Pairs in the order of the later cycle, then what it dropped in the order of the earlier one.

    Every later recommendation is paired with the earlier one nearest to it; an earlier one that is nearest to
    none is paired with the later one nearest to it, because several are often taken together. Pairs of ids
    that a person confirmed are kept and those rejected are not proposed again.
    """
    by_id = {each.id: each for each in earlier}
    later_by_id = {each.id: each for each in later}
    kept = [(a, b) for a, b in confirmed if a in by_id and b in later_by_id]
    settled = {b for _a, b in kept}
    scores = _scores(earlier, later, frozenset(rejected))
    pairs = {(a, b): scores.get((a, b), 0.0) for a, b in kept}
    for b, candidates in _grouped(scores, 1).items():
        if b not in settled:
            a = _best(candidates, by_id, later_by_id[b])
            pairs[a, b] = scores[a, b]
    taken = {a for a, _b in pairs}
    for a, candidates in _grouped(scores, 0).items():
        free = {b: score for b, score in candidates.items() if b not in settled}
        if a not in taken and free:
            b = _best(free, later_by_id, by_id[a])
            pairs[a, b] = scores[a, b]
    return _in_order(earlier, later, pairs, frozenset(kept))


def _scores(
    earlier: Sequence[Compared], later: Sequence[Compared], rejected: frozenset[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """Likeness of (earlier id, later id), where there is enough of it."""
    index = TextIndex([_subject(each) for each in earlier], [_subject(each) for each in later])
    return {
        (earlier[number].id, b.id): score
        for b in later
        for number, score in index.nearest(_subject(b), LEAST_LIKENESS)
        if (earlier[number].id, b.id) not in rejected
    }


def _subject(each: Compared) -> str:
    return normalised(each.text)


def _grouped(scores: dict[tuple[int, int], float], side: int) -> dict[int, dict[int, float]]:
    """Candidates of the other side with their scores, by the id on one side."""
    grouped: dict[int, dict[int, float]] = defaultdict(dict)
    for pair, score in scores.items():
        grouped[pair[side]][pair[1 - side]] = score
    return grouped


def _best(candidates: dict[int, float], known: dict[int, Compared], other: Compared) -> int:
    """The nearest, one by the same State before equals, then the first."""

    def nearness(candidate: int) -> float:
        shared = set(known[candidate].states) & set(other.states)
        return round(candidates[candidate] + (_SAME_STATE if shared else 0.0), 9)

    return max(candidates, key=nearness)


def _in_order(
    earlier: Sequence[Compared],
    later: Sequence[Compared],
    pairs: dict[tuple[int, int], float],
    confirmed: frozenset[tuple[int, int]],
) -> tuple[ComparedPair, ...]:
    by_later: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        by_later[b].append(a)
    by_id = {each.id: each for each in earlier}
    paired = {a for a, _b in pairs}
    found: list[ComparedPair] = []
    for each in later:
        found += [
            _pair(by_id[a], each, pairs[a, each.id], (a, each.id) in confirmed) for a in by_later[each.id]
        ] or [ComparedPair(Outcome.NEW, None, each)]
    found += [ComparedPair(Outcome.DROPPED, each, None) for each in earlier if each.id not in paired]
    return tuple(found)


def _pair(earlier: Compared, later: Compared, score: float, confirmed: bool) -> ComparedPair:
    before, after = earlier.category, later.category
    strengthened = before is not None and after is not None and after > before
    changed = (
        earlier.position not in _UNKNOWN
        and later.position not in _UNKNOWN
        and earlier.position is not later.position
    )
    kind = Outcome.REPEATED
    if strengthened:
        kind = Outcome.STRENGTHENED
    elif changed:
        kind = Outcome.POSITION_CHANGED
    return ComparedPair(kind, earlier, later, round(score, 3), strengthened, changed, confirmed)


def counts(pairs: Iterable[ComparedPair]) -> dict[Outcome, int]:
    """How many recommendations each outcome has: later ones, and of those dropped the earlier ones.

    A later recommendation that takes several earlier ones together counts once, by its first pair.
    """
    first: dict[tuple[bool, int], Outcome] = {}
    for pair in pairs:
        side = pair.later or pair.earlier
        if side is not None:
            first.setdefault((pair.later is not None, side.id), pair.kind)
    outcomes = list(first.values())
    return {outcome: outcomes.count(outcome) for outcome in Outcome}
