"""What the paragraphs of a report's conclusions look like: lead-ins, recommendations, headings, and their numbers."""

import re

from uprtracker.importers.position_words import position_words
from uprtracker.vocabulary.state import states_in

_ABOUT_RECOMMENDATIONS = re.compile(r"\brecommend|\bfollowing\b|\benjoy\b", re.IGNORECASE)
_POINTS_DOWN = re.compile(r"\b(?:following|below|recommended)\b", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)[\s;,.]*(?:and|or)?$")
_LONGEST_HEADING = 120
_LONGEST_LEAD_IN = 3_000
_LONGEST_LIST_OF_STATES = 1_500


def is_lead_in(text: str) -> bool:
    """Whether a paragraph speaks of the recommendations of a list and is none itself."""
    if not _ABOUT_RECOMMENDATIONS.search(text) or ends_with_states(text):
        return False
    if text.rstrip().endswith(":") or _POINTS_DOWN.search(text):
        return True
    return bool(position_words(text[:_LONGEST_LEAD_IN]))


def introduces_a_list(text: str) -> bool:
    """Whether a paragraph without a number is a lead-in."""
    points = text.endswith(":") or (_POINTS_DOWN.search(text) and position_words(text[:_LONGEST_LEAD_IN]))
    return bool(points) and is_lead_in(text)


def ends_with_states(text: str) -> bool:
    """Whether the last thing in a text is a bracket with States, as a recommendation ends."""
    found = _LAST_BRACKET.search(text[-_LONGEST_LIST_OF_STATES:])
    return bool(found and states_in(found[1]))


def is_heading(text: str) -> bool:
    """Whether a paragraph is short, without an end, and names no State."""
    return len(text) <= _LONGEST_HEADING and not re.search(r"[.;,]$", text) and not ends_with_states(text)


def ordinal(item: str) -> int:
    """(a) is 1, (z) 26, (aa) 27; figures are themselves."""
    if item.isdigit():
        return int(item)
    if len(item) == 2 and item[0] != item[1]:
        return -1
    return ord(item[0]) - ord("a") + 1 + 26 * (len(item) - 1)
