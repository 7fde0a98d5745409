"""The printed text of one recommendation taken apart: number, wording and source of the position."""

import re
from dataclasses import dataclass

from uprtracker.importers.printed_text import lines, one_line

# 140.7.  140.7  140. 7  166.6a  95.(81)  8.
_NUMBER = re.compile(
    r"^\s*(?P<head>[0-9]{1,3})"
    r"(?:\s*\.\s*(?P<item>[0-9]{1,4})(?![0-9])|\.?\((?P<bracketed>[0-9]{1,4})\)|\.(?=\s|$))"
    r"(?:(?P<part>[a-z])(?![^\W_])|\((?P<bracketed_part>[a-z])\))?"
    r"(?=$|[\s.:)\-\u2013(]|[^\W_])[\s.:)\-\u2013]*"
)
_SOURCE = re.compile(r"\bsource\s+of\s+(?:the\s+)?position\s*:\s*", re.IGNORECASE)
_REMARK = re.compile(r"^\s*comments?\s*:\s*(?P<remark>.+)$", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(
    r"A\s*/\s*HRC\s*/\s*(?P<session>[0-9]+)\s*/\s*(?P<item>[0-9]+)(?:\s*/\s*Add\s*\.?\s*(?P<addendum>[0-9]+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class RecommendationText:
    """`number` and `part` are empty where the text begins with none; `symbol` is written as the UN writes it
    (`A/HRC/59/15/Add.1`), `paragraph` as printed (`Para. 3`); `remark` is a line of comments below."""

    number: str
    part: str
    wording: str
    symbol: str
    paragraph: str
    remark: str


def read_recommendation_text(printed: str) -> RecommendationText:
    """Take the cell or paragraph of one recommendation apart; the wording keeps its bracketed States."""
    wording, source, remark = _below(printed)
    number, part, wording = split_number(one_line(wording))
    symbol, paragraph = split_source(source)
    return RecommendationText(number, part, wording, symbol, paragraph, remark)


def split_number(text: str) -> tuple[str, str, str]:
    """Number, part and the rest; numbers are `140.7`, `8` or `95.(81)`, without spaces that were printed."""
    found = _NUMBER.match(text)
    if not found:
        return "", "", text
    number = found["head"]
    if found["item"]:
        number += "." + found["item"]
    elif found["bracketed"]:
        number += f".({found['bracketed']})"
    return number, found["part"] or found["bracketed_part"] or "", text[found.end() :]


def split_source(source: str) -> tuple[str, str]:
    """Symbol and paragraph of `A/HRC/43/15 - Para 121`; what is no symbol is kept as the paragraph."""
    found = _SYMBOL.search(source)
    if not found:
        return "", one_line(source)
    symbol = f"A/HRC/{found['session']}/{found['item']}"
    if found["addendum"]:
        symbol += f"/Add.{found['addendum']}"
    return symbol, one_line(source[: found.start()] + source[found.end() :]).strip(" -\u2013\u2014,;:")


def _below(printed: str) -> tuple[str, str, str]:
    """Wording, source of the position and remark; the last two stand on own lines or, glued, at the end."""
    wording, source, remark = [], [], ""
    for line in lines(_SOURCE.sub(lambda found: "\n" + found[0], printed)):
        if found := _SOURCE.match(line):
            source.append(line[found.end() :])
        elif found := _REMARK.match(line):
            remark = one_line(f"{remark} {found['remark']}")
        elif source:
            source.append(line)
        else:
            wording.append(line)
    return " ".join(wording), " ".join(source), remark
