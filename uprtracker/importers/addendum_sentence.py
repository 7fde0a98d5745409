"""What one sentence of an addendum says about the recommendations that it names."""

import re
from dataclasses import dataclass

from uprtracker.importers.number_ranges import Numbered, NumberList
from uprtracker.importers.position_words import (
    PositionWord,
    is_doubtful,
    position_words,
    says_already_implemented,
    sentences,
)
from uprtracker.vocabulary.position import Position

_ALL_BUT = re.compile(
    r"\ball\b[^.]*?\b(?:except|exception|excluding|other than|apart from|save for|but not)\b", re.IGNORECASE
)
_IN_PRINCIPLE = re.compile(r"\bin\s+principle\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:parts?|partly|partially|elements?|portions?|halves|half)\b", re.IGNORECASE)
_THIS_RECOMMENDATION = re.compile(
    r"\b(?:this|these|the|both|said|above|following|aforementioned)\s+(?:\w+\s+)?recommendations?\b"
    r"|\bparts?\s+of\b|\b(?:first|second|third|other|last|former|latter|one)\s+part\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:the\s+)?(?:government|state|republic|kingdom)(?:\s+of\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,6})?"
    r"|(?:the\s+)?[A-Z][\w'’-]*(?:\s+government)?)"
)
_BARE = re.compile(
    rf"^\W*(?:(?:position|status|response|decision|answer|reply)\s*:\s*)?(?:{_WHO}\s+)?"
    r"(?:(?:is|are|was|were|has|have|been|can|could|does|do|fully|therefore|thus|hereby|also|already)\s+)*$",
    re.IGNORECASE,
)
_AFTER_BARE = re.compile(
    r"^\s*(?:$|[.,;:–—(\[/-]|(?:of|by)\b|(?:as|because|since|in\s+part|with|but|and|however|while|given|due|for)\b"
    r"|(?:this|these|the|both|all)\s+(?:\w+\s+)?recommendations?\b|recommendations?\b|it\b|them\b)",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(r"^\s*(?:support|(?P<note>note))\s*\.?\s*$", re.IGNORECASE)
_MOST_WORDS_IN_A_CELL = 8


@dataclass(frozen=True)
class Decision:
    """A position, its words and the sentence; `position` is None where the sentence must be read by a person."""

    position: Position | None
    phrase: str
    sentence: str
    already_implemented: bool


@dataclass(frozen=True)
class Said:
    """Numbers and what is said about them; no decision where the sentence has no such words."""

    numbers: tuple[Numbered, ...]
    decision: Decision | None


def said_in(sentence: str, lists: list[NumberList]) -> list[Said]:
    """Each run of numbers of a sentence with the words that belong to it.

    Where the words stand first, a run belongs to those before it (`accepts 1-3 and notes 4`), otherwise to those
    behind it (`1-3 are accepted, 4 is noted`). "All except" and "in principle" are left to a person.
    """
    words = position_words(sentence)
    if not words:
        return [Said(found.numbers, None) for found in lists]
    if _ALL_BUT.search(sentence) or _needs_a_person(sentence, words):
        return [Said(found.numbers, Decision(None, "", sentence, False)) for found in lists]
    if len(lists) == 1 and _is_in_part(words, sentence):
        phrase = ", ".join(word.phrase for word in words)
        return [Said(lists[0].numbers, _decision(Position.SUPPORTED_NOTED, phrase, sentence))]
    return [Said(found.numbers, _nearest(found, words, lists[0], sentence)) for found in lists]


def decision_in(text: str) -> Decision | None:
    """What a text that stands beside a number says about that number, and not about the world.

    Read are an answer at the beginning (`Accepted.`, `Slovenia notes`) and sentences on "this recommendation";
    sentences that disagree are in part where they speak of parts, and else left to a person.
    """
    found: list[tuple[PositionWord, str]] = []
    for at, sentence in enumerate(sentences(text)):
        words = position_words(sentence)
        if words and (_THIS_RECOMMENDATION.search(sentence) or (at == 0 and _is_bare(sentence, words[0]))):
            found += [(word, sentence) for word in words]
    if not found:
        return None
    whole = " ".join(dict.fromkeys(sentence for _word, sentence in found))
    words = [word for word, _sentence in found]
    positions = {word.position for word in words}
    if any(is_doubtful(sentence, word) for word, sentence in found) or _IN_PRINCIPLE.search(whole):
        return Decision(None, "", whole, False)
    if len(positions) == 1:
        return _decision(words[0].position, words[0].phrase, whole)
    if _is_in_part(words, whole):
        return _decision(Position.SUPPORTED_NOTED, ", ".join(word.phrase for word in words), whole)
    return Decision(None, "", whole, False)


def decision_in_cell(text: str) -> Decision | None:
    """The answer in a table's column of positions: a few words."""
    if word := _ONE_WORD.match(text):
        position = Position.NOTED if word["note"] else Position.SUPPORTED
        return Decision(position, word[0].strip(" ."), text, False)
    words = position_words(text)
    if not words or len(text.split()) > _MOST_WORDS_IN_A_CELL:
        return None
    return decision_in(text) or _decision(words[0].position, words[0].phrase, text)


def is_only_a_decision(text: str) -> bool:
    """Whether a text says nothing beyond the position."""
    words = position_words(text)
    if not words or not _BARE.match(text[: words[0].start]):
        return False
    return bool(re.fullmatch(rf"(?:\s+(?:of|by)\s+{_WHO})?[\s.;]*", text[words[-1].end :]))


def _needs_a_person(sentence: str, words: list[PositionWord]) -> bool:
    return bool(_IN_PRINCIPLE.search(sentence)) or any(is_doubtful(sentence, word) for word in words)


def _is_in_part(words: list[PositionWord], sentence: str) -> bool:
    positions = {word.position for word in words}
    if Position.SUPPORTED_NOTED in positions:
        return positions <= {Position.SUPPORTED_NOTED, Position.SUPPORTED, Position.NOTED}
    return positions == {Position.SUPPORTED, Position.NOTED} and bool(_PART.search(sentence))


def _nearest(
    found: NumberList, words: list[PositionWord], first: NumberList, sentence: str
) -> Decision | None:
    if len({word.position for word in words}) == 1:
        word = words[0]
    elif words[0].start < first.start:
        word = max((w for w in words if w.start < found.start), key=lambda w: w.start)
    else:
        behind = [w for w in words if w.start >= found.end]
        if not behind:
            return Decision(None, "", sentence, False)
        word = min(behind, key=lambda w: w.start)
    return _decision(word.position, word.phrase, sentence)


def _is_bare(sentence: str, word: PositionWord) -> bool:
    return bool(_BARE.match(sentence[: word.start]) and _AFTER_BARE.match(sentence[word.end :]))


def _decision(position: Position, phrase: str, sentence: str) -> Decision:
    return Decision(position, phrase, sentence, says_already_implemented(sentence))
