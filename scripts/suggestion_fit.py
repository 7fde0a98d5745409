"""Fitting of the suggestions' model in plain Python: subjects by their terms, weights of rules, the concern."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from suggestion_corpus import Labelled, Tagged

from uprtracker.suggestions import model
from uprtracker.suggestions.lexicon import rules
from uprtracker.suggestions.terms import Subjects, sigmoid, terms
from uprtracker.suggestions.tokens import read_words

SUBJECTS = (
    "Human rights defenders",
    "Freedom of opinion and expression",
    "Freedom of the press",
    "Freedom of association and peaceful assembly",
    "Civil society",
    "Counter-terrorism",
    "Special procedures",
)
# Where a subject points before anything is learned from labels: hints, weaker than one plain rule.
_SUBJECT_PARAGRAPHS = {
    "Human rights defenders": {"2": 1.0},
    "Freedom of opinion and expression": {"2": 1.0},
    "Freedom of the press": {"2": 1.2},
    "Freedom of association and peaceful assembly": {"2": 0.8},
    "Civil society": {"12": 0.8, "10": 0.4},
    "Counter-terrorism": {"10 (c)": 1.0},
    "Special procedures": {"26": 0.5},
}
_CONCERN = {
    "bias": -3.6,
    "strength": 1.4,
    "defenders": 3.0,
    "journalists": 1.2,
    "expression": 1.0,
    "press": 0.8,
    "assembly": 0.8,
    "association": 0.6,
    "organisations": 0.3,
    "political_prisoners": 1.0,
    "defenders_declaration": 1.5,
    "opponents": 0.8,
}
PULL = 1.0
_LEAST_TEXTS, _LEAST_WEIGHT, _STEP, _ROUNDS, _SHRINK = 6, 0.12, 0.15, 4, 1e-4


def fit_subjects(tagged: Sequence[Tagged], seed: int = 1) -> dict[str, dict[str, object]]:
    """Per subject `bias` and `terms` (log-odds): logistic regression by stochastic steps, the same every time."""
    documents = [frozenset(term for term, _f, _l in terms(read_words(t.text).folded)) for t in tagged]
    counts = Counter(term for document in documents for term in document)
    kept = {
        term for term, count in counts.items() if count >= _LEAST_TEXTS and not any(c.isdigit() for c in term)
    }
    documents = [document & kept for document in documents]
    return {name: _fit_subject(name, tagged, documents, seed) for name in SUBJECTS}


def _fit_subject(
    name: str, tagged: Sequence[Tagged], documents: Sequence[frozenset[str]], seed: int
) -> dict[str, object]:
    weights: dict[str, float] = {}
    bias = -4.0
    order = list(range(len(documents)))
    shuffle = random.Random(seed).shuffle
    for turn in range(_ROUNDS):
        shuffle(order)
        step = _STEP / (1 + turn)
        for number in order:
            document = sorted(documents[number])
            error = (name in tagged[number].subjects) - sigmoid(
                bias + sum(weights.get(t, 0.0) for t in document)
            )
            if abs(error) > 0.01:
                bias += step * error
                for term in document:
                    old = weights.get(term, 0.0)
                    weights[term] = old + step * (error - _SHRINK * old)
    strong = {term: round(w, 2) for term, w in sorted(weights.items()) if abs(w) >= _LEAST_WEIGHT}
    return {"bias": round(bias, 2), "terms": strong}


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled text with its evidence, gathered once."""

    labelled: Labelled
    evidence: model.Evidence


def examples(labelled: Iterable[Labelled], subjects: Subjects, language: str = "en") -> list[Example]:
    return [Example(one, model.gather(read_words(one.text).folded, language, subjects)) for one in labelled]


def hand_weights() -> model.Weights:
    """The weights as written by hand, where fitting starts and to which it is drawn back."""
    by_rule = {rule.identifier: rule.weight for rule in rules()}
    concern = _CONCERN | dict.fromkeys(SUBJECTS, 1.0) | {"Special procedures": 0.0}
    return model.Weights(by_rule, _SUBJECT_PARAGRAPHS, concern)


def fit_weights(known: Sequence[Example], pull: float = PULL, rounds: int = 150) -> model.Weights:
    """Weights of rules and subjects by softmax over paragraphs, then the concern by logistic regression.

    `pull` draws every weight back to the one written by hand: few labels may correct a rule, not replace it,
    and none may turn a reason for a paragraph into one against it.
    """
    hand = hand_weights()
    start = {("rule", key): value for key, value in hand.rules.items()}
    start |= {(s, p): value for s, row in hand.subjects.items() for p, value in row.items()}
    weights = dict(start)
    sums = [(_parts(one.evidence, start), one.labelled) for one in known if one.labelled.both_concern]
    for _turn in range(rounds):
        slopes = {key: -pull * (w - start[key]) for key, w in weights.items()}
        for parts, labelled in sums:
            for key, slope in _slopes(parts, labelled, weights):
                slopes[key] += slope
        for key, slope in slopes.items():
            moved = weights[key] + 0.05 * slope
            weights[key] = max(moved, 0.0) if start[key] > 0 else min(moved, 0.0)
    fitted = model.Weights(
        {key: round(weights["rule", key], 2) for key in hand.rules},
        {s: {p: round(weights[s, p], 2) for p in row} for s, row in hand.subjects.items()},
        hand.concern,
    )
    return _with_concern(fitted, known)


_Parts = Sequence[tuple[tuple[str, str], str, float]]


def _parts(evidence: model.Evidence, known: Mapping[tuple[str, str], float]) -> _Parts:
    """What adds to which paragraph: key of the weight, paragraph, factor."""
    from_rules = [
        (("rule", f.rule.identifier), f.rule.paragraph, evidence.standing(f)) for f in evidence.fired
    ]
    from_subjects = [
        (key, key[1], evidence.subjects[key[0]]) for key in known if evidence.subjects.get(key[0], 0.0) > 0.05
    ]
    return [*from_rules, *from_subjects]


def _slopes(
    parts: _Parts, labelled: Labelled, weights: Mapping[tuple[str, str], float]
) -> Iterable[tuple[tuple[str, str], float]]:
    """Slopes of the log-likelihood, half for the readers' best paragraphs, half for any acceptable one."""
    totals: dict[str, float] = {}
    for key, paragraph, factor in parts:
        totals[paragraph] = totals.get(paragraph, 0.0) + weights[key] * factor
    greatest = max(totals.values(), default=0.0)
    shares = {paragraph: math.exp(total - greatest) for paragraph, total in totals.items()}
    mass = sum(shares.values())
    accepted = sum(share for paragraph, share in shares.items() if paragraph in labelled.either)
    for key, paragraph, factor in parts:
        share = shares[paragraph] / mass
        best = labelled.primary.count(paragraph) / 2
        acceptable = shares[paragraph] / accepted if accepted and paragraph in labelled.either else 0.0
        yield key, factor * (0.5 * best + 0.5 * acceptable - share)


def _with_concern(weights: model.Weights, known: Sequence[Example], pull: float = 1.0) -> model.Weights:
    start = dict(weights.concern)
    concern = dict(start)
    rows = [
        (_concern_features(one.evidence, weights), one.labelled.both_concern)
        for one in known
        if one.labelled.readers_agree_on_concern
    ]
    for _turn in range(300):
        gradient = {key: -pull * (concern[key] - start[key]) for key in concern}
        for features, concerns in rows:
            error = concerns - sigmoid(sum(concern[key] * value for key, value in features.items()))
            for key, value in features.items():
                gradient[key] += error * value
        for key, slope in gradient.items():
            concern[key] += 0.01 * slope
    return model.Weights(
        weights.rules, weights.subjects, {key: round(value, 2) for key, value in concern.items()}
    )


def _concern_features(evidence: model.Evidence, weights: model.Weights) -> dict[str, float]:
    together = model.together(model.strengths(evidence, weights))
    return {"bias": 1.0, "strength": together, **model.presence(evidence, weights.concern)}
