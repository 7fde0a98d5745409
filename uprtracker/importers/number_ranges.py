"""Recommendation numbers in running text, with their ranges and the typing errors that addenda hold."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from uprtracker.vocabulary.number import MOST_IN_A_RANGE

_PART = r"(?:(?P<part>[a-h])(?![a-z])|\s?\((?P<bracketed_part>[a-h])\))?"
# 140.7  140. 7  140.7a  95.(81)
_DOTTED = re.compile(
    r"(?P<head>[0-9]{1,3})\s?\.\s?(?:(?P<item>[0-9]{1,3})|\((?P<bracketed>[0-9]{1,3})\))"
    rf"(?!\.[0-9]{{4}}|[0-9]){_PART}(?!\w|\s?%|\s+per\s?cent)"
)
_PLAIN = re.compile(rf"(?P<item>[0-9]{{1,3}})(?!\.?[0-9]){_PART}(?![\w%/])")
_BRACKETED = re.compile(r"\((?P<item>[0-9]{1,3})\)")
_RANGE = re.compile(r"\s*(?:[-‐‑‒–—−]|\b(?:to|through|until)\b)\s*")
_BETWEEN = re.compile(
    r"\s*[,;.&+/]*\s*(?:(?:and|or|as\s+well\s+as)\b\s*)?(?:(?:nos?|numbers?|recommendations?|recs?)\b\.?\s*)?",
    re.IGNORECASE,
)
_FIRST_DOTTED = re.compile(r"(?<![\w./])" + _DOTTED.pattern)
_CUE = re.compile(
    r"(?<!general )(?<!ILO )\b(?:recommendations?|recs?)\b\.?[\s:(]*(?:(?:nos?|numbers?)\b\.?)?[\s:(]*(?=[0-9])",
    re.IGNORECASE,
)
# "the following recommendations are accepted: 1, 3, 5-9", where no number stands with its paragraph
_CUE_WITH_COLON = re.compile(r"\brecommendations?\b[^.:;0-9]{0,150}:\s*(?=[0-9]{1,3}\b)", re.IGNORECASE)
_BEFORE_A_LABEL = re.compile(r"\s*[(\[]?\s*(?:(?:nos?|numbers?|para(?:graph)?s?)\b\.?\s*)?", re.IGNORECASE)
# A figure before one of these counts something and numbers nothing.
_COUNTS = re.compile(
    r"\s+(?:recommendations?|per\s?cent|years?|months?|days?|times|cases|persons?|people|million|billion|States"
    r"|countries|members?|of|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b",
    re.IGNORECASE,
)
_LOWEST_PARAGRAPH = 10
_NO_RANGE = -1


@dataclass(frozen=True)
class Numbered:
    """One number with its part; the number is plain (`7`) where the text gives no paragraph number."""

    number: str
    part: str = ""


@dataclass(frozen=True)
class NumberList:
    """Numbers in a row, with their place in the text (half open). `unread`: ranges that make no sense;
    `is_dotted`: the paragraph stands before at least one of them."""

    start: int
    end: int
    numbers: tuple[Numbered, ...]
    unread: tuple[str, ...]
    is_dotted: bool


def paragraphs_named(texts: Iterable[str]) -> frozenset[str]:
    """The paragraphs of a report whose recommendations texts name: `140` where 140.7 and 140.8 stand."""
    heads: Counter[str] = Counter()
    for text in texts:
        for found in _FIRST_DOTTED.finditer(text):
            if int(found["head"]) >= _LOWEST_PARAGRAPH and found[0][len(found["head"])] == ".":
                heads[found["head"]] += 2 if _behind_cue(text, found.start()) else 1
    return frozenset(head for head, count in heads.items() if count > 1)


def number_lists(text: str, paragraphs: frozenset[str], *, paragraph: str = "") -> list[NumberList]:
    """All runs of numbers in a text.

    Dotted numbers count where their paragraph is one of `paragraphs`. Plain ones count behind
    `recommendations`, `recommendations Nos.` or `Rec.`, and get `paragraph` before them where one is given.
    """
    dotted = [found.start() for found in _FIRST_DOTTED.finditer(text) if found["head"] in paragraphs]
    plain = [found.end() for cue in (_CUE, *_only_plain(paragraphs)) for found in cue.finditer(text)]
    starts = sorted({*dotted, *plain})
    lists: list[NumberList] = []
    for start in starts:
        if not lists or start >= lists[-1].end:
            found_list = _read(text, start, paragraphs, paragraph)
            lists += [found_list] if found_list else []
    return lists


def leading_list(text: str, paragraphs: frozenset[str], *, paragraph: str = "") -> NumberList | None:
    """The numbers with which a text begins, plain ones too: `140.11-14`, `5., 6., 7.`, `Rec. 18`."""
    start = _CUE.match(text) or _BEFORE_A_LABEL.match(text)
    return _read(text, start.end() if start else 0, paragraphs, paragraph)


def _read(text: str, start: int, paragraphs: frozenset[str], paragraph: str) -> NumberList | None:
    run = _Run(text, paragraphs, paragraph)
    end = at = start
    while (stop := run.take(at)) is not None:
        end = stop
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
        if at == end:
            break
    if end == start:
        return None
    return NumberList(start, end, tuple(run.numbers), tuple(run.unread), run.is_dotted)


def _only_plain(paragraphs: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    return () if paragraphs else (_CUE_WITH_COLON,)


def _behind_cue(text: str, at: int) -> bool:
    return any(cue.end() == at for cue in _CUE.finditer(text, max(0, at - 40), at + 1))


class _Run:
    """Numbers that follow each other; a plain one belongs to the paragraph of the dotted one before it."""

    def __init__(self, text: str, paragraphs: frozenset[str], paragraph: str) -> None:
        self.numbers: list[Numbered] = []
        self.unread: list[str] = []
        self._text, self._paragraphs, self._paragraph = text, paragraphs, paragraph
        self.is_dotted = False
        self._last = 0

    def take(self, at: int) -> int | None:
        """Read the number or range that begins here; its end, or None where none does."""
        dotted = _DOTTED.match(self._text, at)
        if dotted and dotted["head"] in self._paragraphs:
            self._paragraph, self.is_dotted = dotted["head"], True
            return self._add(dotted, dotted["item"] or dotted["bracketed"], bool(dotted["bracketed"]))
        plain = _PLAIN.match(self._text, at)
        if plain is None or _COUNTS.match(self._text, plain.end()):
            return None
        if self.is_dotted and int(plain["item"]) <= self._last:
            return None
        return self._add(plain, plain["item"], bracketed=False)

    def _add(self, first: re.Match[str], item: str, bracketed: bool) -> int:
        last, end = self._range_end(first.end()) or (int(item), first.end())
        if not int(item) <= last < int(item) + MOST_IN_A_RANGE:
            self.unread.append(self._text[first.start() : end])
            return end
        part = first["part"] or first["bracketed_part"] or ""
        for number in range(int(item), last + 1):
            own = f"({number})" if bracketed else str(number)
            self.numbers.append(Numbered(f"{self._paragraph}.{own}" if self._paragraph else own, part))
        self._last = last
        return end

    def _range_end(self, at: int) -> tuple[int, int] | None:
        dash = _RANGE.match(self._text, at)
        if dash is None:
            return None
        dotted = _DOTTED.match(self._text, dash.end())
        if dotted and dotted["head"] in self._paragraphs:
            item = int(dotted["item"] or dotted["bracketed"])
            return (item if dotted["head"] == self._paragraph else _NO_RANGE), dotted.end()
        plain = _PLAIN.match(self._text, dash.end()) or _BRACKETED.match(self._text, dash.end())
        return (int(plain["item"]), plain.end()) if plain else None
