"""What a UN document prints around its text: symbol and number of the page, job number, footnotes; all dropped."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from uprtracker.importers.pdf_text import PdfLine, PdfText

_SYMBOL = r"A/HRC/[0-9A-Z./]+(?:\s*(?:Add|Corr|Rev)\.\s?[0-9])*"
_PAGE = r"(?:page\s+)?[0-9]{1,3}"
_JOB = r"GE\.\s?[0-9]{2}-[0-9]*(?:\s*\([A-Z]\))?(?:\s+[0-9]{6})*"
_BAR_CODE = r"\*[0-9]{6,}\*"
_FURNITURE = re.compile(rf"(?:(?:{_SYMBOL}|{_PAGE}|{_JOB}|{_BAR_CODE})\s*[*∗]*\s*)+", re.IGNORECASE)
_MOST_HEADER_LINES = 3
_MOST_FOOTER_LINES = 4

_NOTE_MARK = re.compile(r"^(?:[*∗†‡]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*[^\s*∗†‡]")
_UNRAISED_NOTE = re.compile(
    r"^(?:[0-9]{1,2}|[*∗]+)\s*(?:the\s+)?(?:recommendations?\s+as\s+(?:read|made|delivered)"
    r"|conclusions\s+and(?:/or)?\s+recommendations\s+(?:will\s+not|have\s+not)\s+be)",
    re.IGNORECASE,
)
_RULE = re.compile(r"^_{5,}$")
# Footnotes are printed a point smaller; in old documents only a gap sets them off.
_SMALLER_BY = 0.6
_GAP_ABOVE_NOTES = 1.4
_CLOSEST = 0.8
_OFTEN = 0.15


def body_lines(pdf: PdfText) -> list[PdfLine]:
    """The lines of the text itself, in order."""
    size, gap = body_size(pdf.lines), usual_gap(pdf.lines)
    kept: list[PdfLine] = []
    for _page, lines in groupby(pdf.lines, key=lambda line: line.page):
        kept += _without_notes(_without_edges(list(lines)), size, gap)
    return kept


def body_size(lines: tuple[PdfLine, ...]) -> float:
    """The size of most letters behind the first page, which is full of large ones."""
    letters: Counter[float] = Counter()
    for line in [line for line in lines if line.page > 1] or lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: letters[size]) if letters else 0


def usual_gap(lines: tuple[PdfLine, ...]) -> float:
    """The distance of the lines within a paragraph: the smallest that occurs often."""
    gaps = Counter(
        round(above.base - below.base)
        for above, below in pairwise(lines)
        if above.page == below.page and above.base - below.base > _CLOSEST * below.size
    )
    return min((gap for gap, count in gaps.items() if count >= _OFTEN * gaps.total()), default=0)


def without_marks(text: str) -> str:
    """A text without the marks of its footnotes; a raised digit behind a unit (`km²`) belongs to the text."""
    return re.sub(r"(?<!\bm)(?<!\bkm)(?<!\bcm)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*∗†‡]+(?=\s*$)", "", text).rstrip()


def _without_edges(lines: list[PdfLine]) -> list[PdfLine]:
    first, last = 0, len(lines)
    while first < min(last, _MOST_HEADER_LINES) and _FURNITURE.fullmatch(lines[first].text):
        first += 1
    while (
        last > first and len(lines) - last < _MOST_FOOTER_LINES and _FURNITURE.fullmatch(lines[last - 1].text)
    ):
        last -= 1
    return lines[first:last]


def _without_notes(lines: list[PdfLine], size: float, gap: float) -> list[PdfLine]:
    end = len(lines)
    while end and lines[end - 1].size < size - _SMALLER_BY:
        end -= 1
    if not any(_NOTE_MARK.match(line.text) for line in lines[end:]):
        end = len(lines)
    return lines[: min([end, *_note_starts(lines[:end], gap)])]


def _note_starts(lines: list[PdfLine], gap: float) -> Iterator[int]:
    """Where footnotes in the size of the text begin: at a drawn line, or at a mark below a gap."""
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        below_rule = _RULE.match(line.text) and (at + 1 == len(lines) or _NOTE_MARK.match(lines[at + 1].text))
        set_off = above.base - line.base > _GAP_ABOVE_NOTES * gap
        marked = _NOTE_MARK.match(line.text) or _UNRAISED_NOTE.match(line.text)
        if below_rule or (set_off and marked):
            yield at
