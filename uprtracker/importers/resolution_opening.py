"""The opening words of a paragraph of a resolution: the verb phrase that says what the paragraph does.

English, as the organs of the United Nations draft: a participle opens a preambular paragraph, a verb an operative one.
To whom a paragraph speaks stands in `resolution_addressee`.
"""

import csv
import re
from functools import cache

from uprtracker.paths import resource

_ADVERB = r"also|further|furthermore|moreover|again|once again|once more|in particular|[a-z]+ly"
_ADVERBS = rf"(?:(?:{_ADVERB})\b ?)*"
_DEGREE = (
    r"(?:(?:its|their|the|his|a|and|deep|deepest|deepening|due|firm|full|grave|great|growing|high|increasing|keen|most|"
    r"particular|continued|continuing|profound|renewed|serious|sincere|special|strong|utmost|very|warm) )*"
)
_FEELING = (
    r"(?:alarm|anxiety|appeal|appreciation|approval|belief|call|commitment|concerns?|condemnation|condolences|confidence|"
    r"conviction|demand|determination|disappointment|dismay|gratitude|hope|indignation|intention|interest|invitation|outrage|"
    r"readiness|recommendation|regret|request|resolve|satisfaction|solidarity|sorrow|support|sympathy|thanks|willingness)"
)
_FEELINGS = rf"{_DEGREE}{_FEELING}(?:(?:,| and) {_DEGREE}{_FEELING})*"

# Fixed words that follow a verb and belong to the opening; the second form of a pair is the participle.
_COMPLEMENTS = {
    "takes taking take": rf"(?:due )?note(?: with {_FEELINGS})?(?: (?:{_ADVERB}))*|into (?:account|consideration)",
    "calls calling call": r"upon|on|for|attention",
    "notes noting recalls recalling observes observing recognizes recognizing acknowledges acknowledging welcomes"
    " welcoming": rf"with {_FEELINGS}",
    "condemns condemning": r"in the strongest (?:possible )?terms",
    "expresses expressing express reiterates reiterating reiterate extends extending voices voicing conveys conveying"
    " renews renewing": _FEELINGS,
    "bears bearing bear keeps keeping keep": r"in mind",
    "having": r"considered|examined|heard|received|reviewed|studied|adopted|noted|taken note|regard|in mind",
    "pays paying pay": rf"{_DEGREE}tribute",
    "looks looking look": r"forward(?: to)?",
    "draws drawing draw": r"(?:the )?attention",
    "appeals appealing": r"to",
    "acting": r"under",
}
_COMPLEMENT = {verb: words for verbs, words in _COMPLEMENTS.items() for verb in verbs.split()}
# Verbs that say nothing without the infinitive after them.
_CONTINUING = {"continues", "continuing", "wishes", "wishing"}

_HEAD = re.compile(
    r"^(?:(?:Also|Further|Furthermore|Again|Once again|Most|Very|Accordingly|In this regard,?|[A-Z][a-z]+ly),? "
    r"(?:(?:also|further|and|[a-z]+ly) )*)?(?P<verb>[A-Za-z]+)\b"
)


def begins_preambular(text: str) -> bool:
    """Whether a line opens as a preambular paragraph does: with a participle or a state of mind, adverbs before it."""
    found = _HEAD.match(text)
    if not found or not text[:1].isupper():
        return False
    verb = found["verb"].lower()
    participle = verb.endswith(("ing", "ed")) and len(verb) > 4 and verb not in _listed("name")
    return participle or verb in _listed("state_of_mind")


def begins_operative(text: str) -> bool:
    """Whether a text opens with a verb that operative paragraphs open with."""
    found = _HEAD.match(text)
    return found is not None and text[:1].isupper() and found["verb"].lower() in _listed("operative_verb")


def opening(text: str) -> str:
    """The verb phrase that a paragraph opens with (`Strongly urges`, `Gravely concerned also`), without its object."""
    found = _HEAD.match(text)
    return text[: _after_verb(text, found.end(), found["verb"].lower())] if found else ""


def _after_verb(text: str, end: int, verb: str) -> int:
    """Where the phrase ends: after the verb's adverbs and fixed words, and those of an infinitive that it needs."""
    end = _after(_ADVERBS, text, end)
    infinitive = re.compile(r" to ([a-z]+)\b").match(text, end)
    if verb in _CONTINUING and infinitive:
        return _after_verb(text, infinitive.end(), infinitive[1])
    return _after(_COMPLEMENT[verb], text, end) if verb in _COMPLEMENT else end


def _after(words: str, text: str, end: int) -> int:
    found = re.compile(rf" (?:{words})\b").match(text, end)
    return end + len(found[0].rstrip()) if found else end


@cache
def _listed(kind: str) -> frozenset[str]:
    """Words of `resolution_openings.csv`.

    `operative_verb` and `state_of_mind` (`mindful`) open a paragraph; `name` is a participle that opens a name instead,
    as in "..., United Nations agencies".
    """
    with resource("vocabularies", "resolution_openings.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["kind"] == kind)
