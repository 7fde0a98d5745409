"""The additive model over rules and subjects: how strongly a text speaks to each paragraph, and whether it does.

A paragraph's strength is the sum of the weights of the rules that hold and of the subjects' probabilities times
their weights. Whether the text concerns the resolution is a logistic function of all strengths together.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from uprtracker.paths import resource
from uprtracker.suggestions.lexicon import Fired, lexicon
from uprtracker.suggestions.patterns import Hit
from uprtracker.suggestions.terms import Subjects, sigmoid

EARLY = 0.3
CERTAIN_ENOUGH = 0.8  # what an English text that names the concept mostly reaches

_CONCEPTS_OF_SUBJECTS = {
    "Human rights defenders": frozenset({"defenders"}),
    "Freedom of opinion and expression": frozenset({"expression"}),
    "Freedom of the press": frozenset({"press", "journalists"}),
    "Freedom of association and peaceful assembly": frozenset({"assembly", "association"}),
    "Civil society": frozenset({"organisations"}),
    "Counter-terrorism": frozenset({"counter_terrorism"}),
    "Special procedures": frozenset({"special_procedures", "standing_invitation"}),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text offers: concepts and rules found in it, and the probability of each subject (English only)."""

    found: Mapping[str, Sequence[Hit]]
    fired: Sequence[Fired]
    subjects: Mapping[str, float]
    words: int

    def standing(self, fired: Fired) -> float:
        """What a rule counts for by its place: what a recommendation asks first is mostly what it is about."""
        first = min(hit.first for hit in fired.hits)
        return 1 + EARLY * (0.5 - first / self.words)


@dataclass(frozen=True, slots=True)
class Weights:
    """`rules`: by identifier; `subjects`: subject to paragraph; `concern`: `bias`, `strength`, subjects, concepts."""

    rules: Mapping[str, float]
    subjects: Mapping[str, Mapping[str, float]]
    concern: Mapping[str, float]


def gather(folded: Sequence[str], language: str, subjects: Subjects) -> Evidence:
    """Evidence of a text; subjects were learned from English, elsewhere the concepts stand in for them."""
    words = lexicon(language)
    found = words.concepts(folded)
    known = subjects.probabilities(folded) if language == "en" else _subjects_by_concepts(found)
    return Evidence(found, words.fired(found), known, len(folded))


def _subjects_by_concepts(found: Mapping[str, Sequence[Hit]]) -> dict[str, float]:
    return {
        subject: CERTAIN_ENOUGH
        for subject, concepts in _CONCEPTS_OF_SUBJECTS.items()
        if not concepts.isdisjoint(found)
    }


def strengths(evidence: Evidence, weights: Weights) -> dict[str, float]:
    """Strength by paragraph label, for the paragraphs that anything speaks to."""
    totals: dict[str, float] = defaultdict(float)
    for fired in evidence.fired:
        totals[fired.rule.paragraph] += weights.rules[fired.rule.identifier] * evidence.standing(fired)
    for subject, probability in evidence.subjects.items():
        if probability > 0.05:
            for paragraph, weight in weights.subjects.get(subject, {}).items():
                totals[paragraph] += weight * probability
    return dict(totals)


def concern(evidence: Evidence, totals: Mapping[str, float], weights: Weights) -> float:
    """The probability, 0 to 1, that a text concerns the resolution."""
    log_odds = weights.concern["bias"] + weights.concern["strength"] * together(totals)
    for name, value in presence(evidence, weights.concern).items():
        log_odds += weights.concern[name] * value
    return sigmoid(log_odds)


def presence(evidence: Evidence, names: Iterable[str]) -> dict[str, float]:
    """Of the subjects and concepts named: the probability of a subject, 1 for a concept that was found."""
    concepts = {name: 1.0 for name in names if name in evidence.found}
    return concepts | {name: evidence.subjects[name] for name in names if name in evidence.subjects}


def together(totals: Mapping[str, float]) -> float:
    """All strengths as one number: about the greatest, a little more where several are strong; 0 for none."""
    return math.log1p(sum(math.expm1(max(total, 0.0)) for total in totals.values()))


@cache
def learned_model() -> tuple[Subjects, Weights]:
    """The committed model, written by `scripts/train_suggestions.py`."""
    data = json.loads(resource("suggestions", "model.json").read_text(encoding="utf-8"))
    subjects = Subjects(
        list(data["subjects"]),
        [entry["bias"] for entry in data["subjects"].values()],
        {name: entry["terms"] for name, entry in data["subjects"].items()},
    )
    return subjects, Weights(data["rules"], data["subject_paragraphs"], data["concern"])
