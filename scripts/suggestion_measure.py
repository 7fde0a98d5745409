"""Figures about suggestions on labelled texts: first, among three, concern, confusions and the worst cases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from suggestion_corpus import NONE, Labelled
from suggestion_fit import Example, fit_weights

from uprtracker.suggestions import model

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says about one labelled text; `paragraphs` best first, `margin` below 0 where it is wrong."""

    labelled: Labelled
    probability: float
    paragraphs: tuple[str, ...]

    @property
    def first_acceptable(self) -> bool:
        return bool(self.paragraphs) and self.paragraphs[0] in self.labelled.either

    @property
    def best_among_three(self) -> bool:
        return self.labelled.primary[0] in self.paragraphs[:3]

    @property
    def says_concerns(self) -> bool:
        return self.probability >= THRESHOLD


@dataclass(slots=True)
class Figures:
    """Counts over a set of answers; the rates are their quotients."""

    concerning: int = 0
    first: int = 0
    agreed: int = 0
    among_three: int = 0
    hits: int = 0
    false_alarms: int = 0
    misses: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false_alarms + self.misses)

    def line(self) -> str:
        first = f"acceptable first {self.first}/{self.concerning} = {_rate(self.first, self.concerning)}"
        three = (
            f"agreed best in three {self.among_three}/{self.agreed} = {_rate(self.among_three, self.agreed)}"
        )
        return f"{first}; {three}; F1 {self.f1:.3f} ({self.false_alarms} false, {self.misses} missed)"


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f} %"


def answer(example: Example, weights: model.Weights) -> Answer:
    totals = model.strengths(example.evidence, weights)
    best = sorted(totals, key=lambda paragraph: -totals[paragraph])
    return Answer(example.labelled, model.concern(example.evidence, totals, weights), tuple(best[:5]))


def figures(answers: Iterable[Answer]) -> Figures:
    result = Figures()
    for one in answers:
        labelled = one.labelled
        if labelled.both_concern:
            result.concerning += 1
            result.first += one.first_acceptable
            result.confusion[labelled.primary[0], (*one.paragraphs, NONE)[0]] += 1
            if labelled.primary[0] == labelled.primary[1]:
                result.agreed += 1
                result.among_three += one.best_among_three
        if labelled.readers_agree_on_concern:
            result.hits += one.says_concerns and labelled.both_concern
            result.false_alarms += one.says_concerns and not labelled.both_concern
            result.misses += labelled.both_concern and not one.says_concerns
    return result


def cross_validated(examples: Sequence[Example], more: Sequence[Example], folds: int = 5) -> list[Answer]:
    """Each example answered by weights fitted without its fold; `more` is always fitted on and never measured."""
    answers = []
    for fold in range(folds):
        weights = fit_weights([*more, *(e for n, e in enumerate(examples) if n % folds != fold)])
        answers += [answer(e, weights) for n, e in enumerate(examples) if n % folds == fold]
    return answers
