"""Printed lines put together to paragraphs, by the distance of the lines and by what stands at their ends."""

import re
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.page_furniture import usual_gap, without_marks
from uprtracker.importers.pdf_text import PdfLine
from uprtracker.importers.printed_text import one_line

# What may open a paragraph: 140.7  140. 7.  8.  (a)  IV.  •
_OPENING = re.compile(r"^(?:[0-9]{1,4}\s?[.,:]\s?|\(?[a-z]{1,2}\)\s|[IVX]{1,4}\.\s|[•·▪●]\s)")
_ENDED = re.compile(r"[.;:)\]”\"][\s*∗⁰¹²³⁴⁵⁶⁷⁸⁹]*$|[;.]\s?(?:and|or)$")
_LIST_GOES_ON = re.compile(r"[,\-–—/(]$|\b(?:and|or|to|of|the|No|Nos)\.?$")
_NEW_PARAGRAPH = 1.2
_SHORT_OF_MARGIN = 0.15


@dataclass(frozen=True)
class PrintedParagraph:
    """The text in one line, where it begins (`page 12`), its left edge in points and the size of its letters."""

    text: str
    where: str
    left: float
    size: float


def paragraphs(lines: list[PdfLine]) -> list[PrintedParagraph]:
    """Paragraphs in order. A wider gap opens one; so does a number where the text above has ended."""
    gap = usual_gap(tuple(lines))
    margin = max((line.right for line in lines), default=0)
    groups: list[list[PdfLine]] = []
    for line in lines:
        if groups and not _opens(groups[-1][-1], line, gap, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def joined(texts: list[str]) -> str:
    """Lines in one: a hyphen, a slash or a dash between figures at the end of a line is followed by no space."""
    whole = ""
    for text in map(one_line, texts):
        whole += text if not whole or _glued(whole, text) else " " + text
    return whole


def _glued(before: str, after: str) -> bool:
    if re.search(r"[^\s\-]-$", before):
        return not re.match(r"(?:and|or|to)\s", after)
    return bool(re.search(r"\S/$", before) or (re.search(r"[0-9][–—]$", before) and after[:1].isdigit()))


def _opens(above: PdfLine, line: PdfLine, gap: float, margin: float) -> bool:
    if abs(above.size - line.size) > 1:
        return True
    ended = bool(_ENDED.search(above.text))
    if above.page != line.page:
        return ended and bool(_OPENING.match(line.text))
    if above.base - line.base > _NEW_PARAGRAPH * gap:
        return True
    short = above.right < margin - _SHORT_OF_MARGIN * (margin - line.left)
    return bool(_OPENING.match(line.text)) and (ended or short) and not _LIST_GOES_ON.search(above.text)


def _paragraph(lines: list[PdfLine]) -> PrintedParagraph:
    first = lines[0]
    text = joined([without_marks(line.text) for line in lines])
    where = _("page {page}").format(page=first.page)
    return PrintedParagraph(text, where, first.left, first.size)
