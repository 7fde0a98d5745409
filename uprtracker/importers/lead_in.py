"""The paragraph above a list of recommendations: which position of the State it gives to the list."""

import re
from dataclasses import dataclass

from uprtracker.importers.position_words import position_words, says_already_implemented, sentences
from uprtracker.vocabulary.position import Position

_LONGEST = 3_000
_ORDER = (Position.SUPPORTED_NOTED, Position.NOTED, Position.PENDING, Position.SUPPORTED)
_REFUSED = re.compile(r"\b(?:not|nor|never|cannot|reject\w*|refus\w*|unacceptable)\b", re.IGNORECASE)
_REASON = re.compile(
    r"(?:,\s*)?\b(?:(?:because|since)\b|as\s+(?=[^.]{0,80}\b(?:consider|do(?:es)?|neither))"
    r"|for\s+the\s+following\s+reasons?:?|based\s+on\s+one\s+or\s+more\s+of)",
    re.IGNORECASE,
)
_SOME_NUMBERS = re.compile(
    r"\brecommendations?\s+(?:Nos?\.?\s*)?(?P<numbers>[0-9][0-9,;\s.–—-]*(?:(?:to|and)\s+[0-9]+)?)[^.]*?"
    r"(?=\balready|\bin\s+the\s+process|\bbeing\s+implemented)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LeadIn:
    """`phrase` are the deciding words, empty where there are none and the position is unknown; `reason` is why.

    `implemented` are the printed numbers that alone are already implemented (`102 to 123`); with the flag set
    and no numbers, all of the list are.
    """

    position: Position
    phrase: str
    already_implemented: bool
    implemented: str
    reason: str


def read_lead_in(text: str) -> LeadIn:
    """Read `The recommendations below did not enjoy the support of X:`; the first sentence that says one counts."""
    text = text[:_LONGEST]
    position, phrase = Position.UNKNOWN, ""
    for sentence in sentences(text):
        words = position_words(sentence)
        if words:
            deciding = min(words, key=lambda word: (_rank(word.position, word.phrase), word.start))
            position, phrase = deciding.position, deciding.phrase
            break
    already = says_already_implemented(text)
    some = _SOME_NUMBERS.search(text) if already else None
    reason = _REASON.search(text) if position is Position.NOTED else None
    return LeadIn(
        position,
        phrase,
        already,
        some["numbers"].strip(" .,;") if some else "",
        text[reason.end() :].strip(" ,:.;") if reason else "",
    )


def _rank(position: Position, phrase: str) -> int:
    """Refusals count before what is pending, and that before "notes ... and will provide responses"."""
    if position is Position.NOTED and not _REFUSED.search(phrase):
        return len(_ORDER)
    return _ORDER.index(position)
