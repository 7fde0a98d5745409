"""Proposals that two sources mean the same recommendation, and what became of one cycle's in the next, as pages read them."""

from dataclasses import dataclass

from uprtracker.vocabulary.cycle_comparison import Outcome
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.text_difference import Difference


@dataclass(frozen=True)
class MatchCandidate:
    """A recommendation that a waiting one may be. `score` is 1 for equal texts.

    `differences` are the stretches of the waiting text (left) and of this one (right), word by word.
    """

    row: Recommendation
    score: float
    equal: bool
    states_agree: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class MatchProposal:
    """What a source without numbers gave, with what it may be, the likeliest first; without candidates it may be new."""

    waiting: Recommendation
    candidates: tuple[MatchCandidate, ...]


@dataclass(frozen=True)
class CyclePair:
    """Two recommendations of two cycles side by side; `earlier` or `later` is None where it stands alone.

    `score` is the likeness of their wording, 0 to 1. `confirmed` by a person; `differences` as in `MatchCandidate`.
    `strengthened` and `position_changed` say both where `kind` can say one only.
    """

    kind: Outcome
    earlier: Recommendation | None
    later: Recommendation | None
    score: float
    confirmed: bool
    strengthened: bool
    position_changed: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class CycleComparison:
    """All pairs in the order of the later cycle, then what it dropped; `counts` are those of `cycle_comparison.counts`."""

    earlier_cycle: int
    later_cycle: int
    pairs: tuple[CyclePair, ...]
    counts: dict[Outcome, int]
