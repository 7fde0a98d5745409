"""The text of an entry of the Universal Human Rights Index: the number that stands inside it, and the rest."""

import re
from dataclasses import dataclass

from uprtracker.importers.markup import plain
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.recommendation_text import read_recommendation_text

# R 26.1 Consider   Recommendations contained in paragraph 45 (a): Ratify   Para. 12 Ratify
_BEFORE_NUMBER = re.compile(r"^R\s+(?=[0-9])")
_BY_PARAGRAPH = re.compile(
    r"^(?:recommendations?\s+(?:(?:contained|made|listed)\s+)?in\s+)?para(?:graph|s)?\.?\s*(?P<number>[0-9]{1,3})"
    r"\s*(?:\((?P<part>[a-z])\))?\s*[:.–-]?\s*(?=\S)",
    re.IGNORECASE,
)
# 4.The Committee reminds   Rural women 49.The Committee notes
_PARAGRAPH = re.compile(
    r"^(?P<heading>[A-Z][^.;:()0-9]{2,149}?\s)?(?P<number>[0-9]{1,3})\s?\.\s*(?=[^\d\s.])(?P<wording>.+)$",
    re.DOTALL,
)
_REFERS = re.compile(
    r"\b(?:article|art|paragraph|para|section|rule|goal|target|no|protocol|resolution|chapter|annex)s?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class EntryText:
    """`number` and `part` are empty where the text has none; `heading` is what stood before the number."""

    number: str
    part: str
    wording: str
    heading: str = ""


def read_upr_text(printed: str) -> EntryText:
    """The text of a recommendation of the UPR; its States stay in their brackets."""
    text = _BEFORE_NUMBER.sub("", plain(printed).strip())
    if found := _BY_PARAGRAPH.match(one_line(text)):
        return EntryText(found["number"], (found["part"] or "").lower(), one_line(text)[found.end() :])
    read = read_recommendation_text(text)
    return EntryText(read.number, read.part, read.wording)


def read_paragraph_text(printed: str) -> EntryText:
    """The text of a treaty body or a special procedure: the number of its paragraph, and the heading above it."""
    text = one_line(plain(printed))
    found = _PARAGRAPH.match(text)
    if not found or _REFERS.search(found["heading"] or ""):
        return EntryText("", "", text)
    return EntryText(found["number"], "", found["wording"], (found["heading"] or "").strip())
