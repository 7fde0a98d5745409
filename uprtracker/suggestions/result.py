"""What a suggestion holds: the answer for one recommendation, best paragraph first."""

from dataclasses import dataclass

from uprtracker.vocabulary.paragraph_label import ParagraphLabel


@dataclass(frozen=True, slots=True)
class ParagraphSuggestion:
    """One paragraph; `score` is between 0 and 1; `spans` are half-open ranges of characters of the text."""

    label: ParagraphLabel
    score: float
    reason: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whether a text concerns the resolution (`probability` 0 to 1) and at most five paragraphs, best first.

    `suggestions` may hold weaker candidates although `concerns` is false: the page may show them on demand.
    """

    concerns: bool
    probability: float
    suggestions: tuple[ParagraphSuggestion, ...]
    unsupported_language: bool = False


UNSUPPORTED = Suggestion(concerns=False, probability=0.0, suggestions=(), unsupported_language=True)
