"""The same recommendation in two sources that share no number: candidates by State and wording, for a person.

Equal texts are no identity: two recommendations of one report may say the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from uprtracker.vocabulary.similarity import TextIndex
from uprtracker.vocabulary.text import normalised
from uprtracker.vocabulary.text_difference import likeness

NEAR = 0.75
"""The share of words in common below which texts of one review are rather two recommendations than one."""
_WORTH_A_LOOK = 0.5
_MOST_LOOKED_AT = 20
_MOST_CANDIDATES = 5


@dataclass(frozen=True)
class Known:
    """A recommendation of one review; `key` is whatever tells it apart, `states` are ISO 3166 alpha-3."""

    key: str
    text: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """One that may be the same: `equal` in wording, and `states_agree` where a recommending State is shared.

    `score` is 1 for equal texts.
    """

    key: str
    score: float
    equal: bool
    states_agree: bool


@dataclass(frozen=True)
class SameText:
    """The candidates for one record, the likeliest first; `certain` is one that nothing speaks against.

    It is the only one with equal text and a State in common; it is still for a person to confirm.
    """

    key: str
    candidates: tuple[Candidate, ...]

    @property
    def certain(self) -> Candidate | None:
        sure = [each for each in self.candidates if each.equal and each.states_agree]
        return sure[0] if len(sure) == 1 else None


def find_same(read: Sequence[Known], known: Sequence[Known]) -> tuple[SameText, ...]:
    """Candidates among `known` for each of `read`, both about one review of one State; in order, empty ones too.

    A record by clauses or States that another source gives in one piece has that piece as its candidate.
    """
    wordings = [normalised(each.text) for each in known]
    equal: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        equal[wording].append(number)
    index = TextIndex(wordings)
    return tuple(_candidates(each, known, wordings, equal, index) for each in read)


def _candidates(
    record: Known,
    known: Sequence[Known],
    wordings: Sequence[str],
    equal: dict[str, list[int]],
    index: TextIndex,
) -> SameText:
    wording = normalised(record.text)
    near = [number for number, _score in index.nearest(wording, _WORTH_A_LOOK)[:_MOST_LOOKED_AT]]
    same = set(equal.get(wording, ()))
    scores = {
        number: 1.0 if number in same else likeness(wording, wordings[number]) for number in {*near, *same}
    }
    found = [
        Candidate(known[number].key, round(score, 3), number in same, _agree(record, known[number]))
        for number, score in sorted(scores.items())
        if score >= NEAR
    ]
    found.sort(key=lambda each: (not each.equal, not each.states_agree, -each.score))
    return SameText(record.key, tuple(found[:_MOST_CANDIDATES]))


def _agree(one: Known, other: Known) -> bool:
    return bool(set(one.states) & set(other.states)) or not one.states or not other.states
