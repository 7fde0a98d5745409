"""The suggestion for one text: evidence, the model, what the person decided before, and reasons in words."""

from collections.abc import Mapping, Sequence

from uprtracker.i18n import _
from uprtracker.suggestions import model
from uprtracker.suggestions.language import SUPPORTED, detect
from uprtracker.suggestions.lexicon import Fired
from uprtracker.suggestions.neighbours import Learned, Shift
from uprtracker.suggestions.patterns import Hit
from uprtracker.suggestions.result import UNSUPPORTED, ParagraphSuggestion, Suggestion
from uprtracker.suggestions.terms import Subjects, odds, sigmoid
from uprtracker.suggestions.tokens import Words, read_words
from uprtracker.vocabulary.paragraph_label import ParagraphLabel, parse_label

CONCERNS_FROM = 0.5
MOST = 5
_WEAKEST = 0.15  # of the best one's strength: weaker candidates are not worth a glance
_ONE_QUOTE = 6  # words: what lies closer together is quoted as it stands, the rest with an ellipsis

# Paragraphs addressed to States, and 21 (business) and 22 (national institutions): the field paper, section 4.
_LETTERED = [f"10 {letter}" for letter in "abcdefgh"] + [f"18 {letter}" for letter in "abc"]
_WHOLE = ["2", "4", "5", "6", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "21", "22", "26"]
SUGGESTABLE: Mapping[str, ParagraphLabel] = {
    str(label): label for label in sorted(map(parse_label, _WHOLE + _LETTERED))
}


def suggest(
    text: str, language: str | None = None, *, learned: Learned | None = None, number: str = ""
) -> Suggestion:
    """Whether a recommendation concerns the resolution, and at most five paragraphs, best first.

    `language` is a code such as `fr`; without it the language is told from the text. Languages other than
    English, French and Spanish give no suggestions and say so. What was decided about `number` does not speak for itself.
    """
    words = read_words(text)
    code = language.lower().split("-")[0] if language else detect(text, words.folded)
    if code not in SUPPORTED:
        return UNSUPPORTED
    subjects, weights = model.learned_model()
    evidence = model.gather(words.folded, code, subjects)
    totals = model.strengths(evidence, weights)
    probability = model.concern(evidence, totals, weights)
    shift = learned.shift(words.folded, evidence.found, number) if learned else Shift()
    if shift.neighbours:
        probability = sigmoid(odds(probability) + shift.concern)
        totals = {
            label: totals.get(label, 0.0) + shift.by_label.get(label, 0.0)
            for label in totals | shift.by_label
        }
    best = _best(totals)
    explain = _Explanation(text, words, evidence, weights, subjects, shift)
    return Suggestion(
        concerns=probability >= CONCERNS_FROM and bool(best),
        probability=round(probability, 3),
        suggestions=tuple(
            explain.suggestion(label, round(probability * totals[label] / totals[best[0]], 3))
            for label in best
        ),
    )


def _best(totals: Mapping[str, float]) -> list[str]:
    ranked = sorted(
        (label for label, total in totals.items() if total > 0 and label in SUGGESTABLE),
        key=lambda label: (-totals[label], SUGGESTABLE[label]),
    )
    return [label for label in ranked[:MOST] if totals[label] >= _WEAKEST * totals[ranked[0]]]


class _Explanation:
    """Reasons and marked words for the paragraphs of one text."""

    def __init__(
        self,
        text: str,
        words: Words,
        evidence: model.Evidence,
        weights: model.Weights,
        subjects: Subjects,
        shift: Shift,
    ):
        self._text, self._words, self._evidence = text, words, evidence
        self._weights, self._subjects, self._shift = weights, subjects, shift

    def suggestion(self, label: str, score: float) -> ParagraphSuggestion:
        fired = [f for f in self._evidence.fired if f.rule.paragraph == label and self._weight(f) > 0]
        fired.sort(key=lambda f: -self._weight(f))
        if fired:
            reason = _("'{words}' speaks to {label}").format(words=self._quote(fired[0].hits), label=label)
            marked = {(hit.first, hit.last) for f in fired for hit in f.hits}
        else:
            reason, marked = self._from_subject(label)
        reasons = [part for part in (reason, self._from_person(label)) if part]
        return ParagraphSuggestion(SUGGESTABLE[label], score, "; ".join(reasons), self._spans(marked))

    def _weight(self, fired: Fired) -> float:
        return self._weights.rules[fired.rule.identifier]

    def _from_subject(self, label: str) -> tuple[str, set[tuple[int, int]]]:
        pointing = [
            (probability, subject)
            for subject, probability in self._evidence.subjects.items()
            if self._weights.subjects.get(subject, {}).get(label, 0.0) > 0
        ]
        if not pointing:
            return "", set()
        subject = max(pointing)[1]
        telling = self._subjects.telling(subject, self._words.folded)
        if not telling:
            return "", set()
        quoted = self._quote([Hit(subject, first, last) for first, last in telling])
        reason = _("'{words}' is usual in recommendations that point to {label}").format(
            words=quoted, label=label
        )
        return reason, set(telling)

    def _from_person(self, label: str) -> str:
        if numbers := self._shift.linked.get(label):
            return _("because you linked {numbers}").format(numbers=", ".join(numbers))
        if numbers := self._shift.rejected.get(label):
            return _("although you rejected it for {numbers}").format(numbers=", ".join(numbers))
        return ""

    def _quote(self, hits: Sequence[Hit]) -> str:
        ordered = sorted((hit.first, hit.last) for hit in hits)
        pieces = [ordered[0]]
        for first, last in ordered[1:]:
            start, end = pieces[-1]
            if first - end <= _ONE_QUOTE:
                pieces[-1] = (start, max(end, last))
            else:
                pieces.append((first, last))
        places = self._words.places
        return " … ".join(self._text[places[first][0] : places[last][1]] for first, last in pieces)

    def _spans(self, marked: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Ranges of characters, in order; those that touch or overlap are one."""
        spans: list[tuple[int, int]] = []
        for first, last in sorted(marked):
            start, end = self._words.places[first][0], self._words.places[last][1]
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], end))
            else:
                spans.append((start, end))
        return tuple(spans)
