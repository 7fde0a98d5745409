"""The State's own words about a recommendation (*enjoy the support of*, *takes note of*) as positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.vocabulary.position import Position

_SUPPORT_OF = r"(?:the\s+)?(?:full\s+)?(?:support|acceptance|agreement)\b"
_VERB = r"(?:accept|support|endors|approv|agree|adopt)"
# Negatives are sought first: "did not enjoy the support" holds "enjoy the support".
_NOTED_BY_REFUSAL = (
    r"\b(?:(?:did|does|do)\s+)?(?:not|nor|never)\s+(?:\w+\s+){0,2}?enjoy\w*\s+(?:the\s+|its\s+|their\s+|his\s+)?(?:support|acceptance)",
    rf"\b(?:not|nor|never|unable|cannot|can\s?not|no\s+longer)\s+(?:[\w'’]+\s+){{0,6}}?{_VERB}(?:e|es|ed|s|ing)?\b",
    r"\b(?:disagree|declin)(?:s|e|es|ed)?\b",
    r"\breject(?:s|ed|ing)?\b",
    r"\brefus(?:e|es|ed)\b",
    r"\bnon-accepted\b|\bunacceptable\b|\bunsupported\b",
    r"\bdo(?:es)?\s+not\s+(?:\w+\s+){0,2}?enjoy\b",
)
_IN_PART = (
    rf"\bpartial(?:ly)?[\s-]+{_VERB}(?:e|es|ed|s|ance|ing)?\b",
    rf"\b{_VERB}(?:e|es|ed|s|ance)?,?\s+(?:\w+\s+){{0,3}}?(?:partial(?:ly)?|(?:only\s+)?in\s+part)\b",
    rf"\b(?:only\s+)?in\s+part\s+{_VERB}(?:e|es|ed|s)?\b",
    r"\bpart(?:s)?\s+(?:\w+\s+){0,4}?(?:accepted|supported)\b.{0,80}?\b(?:not(?:\s+(?:be\s+)?(?:accepted|supported))?|noted|rejected)\b",
    r"\b(?:supported|accepted)\s*/\s*noted\b",
)
_PENDING = (
    r"\bwill\s+(?:be\s+)?(?:further\s+|also\s+|then\s+)?(?:examin|consider|stud|respond|repl|review|answer)\w*",
    r"\b(?:responses?|answers?|repl(?:y|ies)|positions?)\b.{0,200}?\bwill\s+be\s+(?:\w+\s+)?"
    r"(?:provided|included|given|communicated|submitted|presented)",
    r"\bwill\s+(?:\w+\s+){0,2}?(?:provide|give|submit|present|communicate)\b.{0,60}?"
    r"\b(?:responses?|answers?|repl(?:y|ies)|positions?)\b",
    r"\bwould\s+(?:further\s+)?(?:study|examine|consider)\b",
    r"\bpending\b|\b(?:remain|still|is|are)\s+under\s+(?:consideration|examination|review)\b",
)
_SUPPORTED = (
    rf"\benjoy(?:s|ed|ing)?\s+(?:\w+\s+)?{_SUPPORT_OF}",
    r"\benjoy(?:s|ed|ing)?\s+(?:its|their|his)\s+(?:full\s+)?(?:support|acceptance)",
    r"\baccept(?:s|ed|ing|able|ance)?\b",
    r"\bsupport(?:s|ed)\b|\b(?:fully|also|can|to)\s+support\b|\bin\s+support\s+of\b",
    r"\b(?:endorse|approve)[sd]?\b",
    r"\bconsiders?\s+that\s+(?:the\s+)?recommendations?\s+(?:listed\s+)?below\b.{0,40}?\bimplement",
    r"\bagrees?\s+with\b",
)
_NOTED = (
    r"\b(?:take|takes|took|taken|taking)\s+(?:due\s+)?note\b",
    r"\b(?:is|are|was|were|be|been|being|thus|hereby)\s+(?:\w+\s+)?noted\b",
    r"\bnotes\b|\bto\s+note\b",
    r"\bnoted\b(?!\s+in\s+(?:the\s+report|paragraph|this\s+report))",
)
_KINDS = (
    (Position.SUPPORTED_NOTED, _IN_PART),
    (Position.NOTED, _NOTED_BY_REFUSAL),
    (Position.PENDING, _PENDING),
    (Position.SUPPORTED, _SUPPORTED),
    (Position.NOTED, _NOTED),
)
_PATTERNS = tuple(
    (position, tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns))
    for position, patterns in _KINDS
)
_ALREADY = re.compile(
    r"\balready\b.{0,60}?\b(?:implement|fulfil|complied|achieved|in\s+place|ratified|being)"
    r"|\bin\s+(?:the\s+)?(?:process|course)\s+of\s+(?:being\s+)?implement"
    r"|\b(?:have|has|are|is)\s+(?:currently\s+)?(?:been|being)\s+implemented\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|cannot|no|nor|neither|never|unable|without|hardly|fail\w*|reluctan\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:.()]")
# A longer one is broken or made to keep us busy, and is read to here.
_LONGEST_SENTENCE = 6_000
_SENTENCE_ENDS = re.compile(r"(?<=[a-z0-9)\]”\"][.;])\s+(?=[A-Z“\"][^.])")


@dataclass(frozen=True)
class PositionWord:
    """A phrase that states a position, with its place in the text (half open)."""

    start: int
    end: int
    position: Position
    phrase: str


def sentences(text: str) -> list[str]:
    """The sentences of a text; figures and abbreviations with a full stop end none."""
    return _SENTENCE_ENDS.split(text)


def position_words(sentence: str) -> list[PositionWord]:
    """All phrases of a sentence that state a position, in order; a phrase within another one is left out."""
    found: list[PositionWord] = []
    for word in _all_words(sentence[:_LONGEST_SENTENCE]):
        if not any(word.start < other.end and other.start < word.end for other in found):
            found.append(word)
    return sorted(found, key=lambda word: word.start)


def is_doubtful(sentence: str, word: PositionWord) -> bool:
    """Whether support is said in a clause with a negation that no phrase of refusal accounts for."""
    clause = _CLAUSE_ENDS.split(sentence[: word.start])[-1]
    return word.position is Position.SUPPORTED and bool(_NEGATION.search(clause))


def says_already_implemented(text: str) -> bool:
    """Whether the State calls something done or in the process of being done."""
    return bool(_ALREADY.search(text))


def _all_words(sentence: str) -> Iterator[PositionWord]:
    for position, patterns in _PATTERNS:
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                yield PositionWord(match.start(), match.end(), position, " ".join(match[0].split()))
