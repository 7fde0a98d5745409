"""A Working Group report, PDF or Word, as its front and the paragraphs of its conclusions."""

import re
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.page_furniture import body_lines, without_marks
from uprtracker.importers.pdf_text import PAGES_OF_FRONT, first_pages, is_pdf, read_pdf
from uprtracker.importers.printed_paragraph import PrintedParagraph, paragraphs
from uprtracker.importers.report_front import Front, read_front
from uprtracker.importers.report_words import is_lead_in
from uprtracker.importers.word_file import open_word_file
from uprtracker.importers.word_table import body_blocks, text_around

_HEADING = re.compile(
    r"^(?:[IVX]{1,4}\s?\.?\s*)?(?:conclusions?\s+(?:and|or)\s*(?:/\s*or)?\s*recommendations?)[\s*∗†‡]*$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:[0-9]{1,3}\.\s*)?(?:all\s+(?:the\s+)?conclusions\s+and(?:\s*/\s*or)?\s+recommendations\s+contained"
    r"|annex(?:es)?\b[\s*]*[IVX]*$|(?:[IVX]{1,4}\s?\.\s*)?voluntary\s+(?:pledges?|commitments?)\b)",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\brecommendations\b.{0,200}\b(?:examined|enjoy|made\s+to|noted|rejected)\b.{0,300}[:.]$", re.IGNORECASE
)


@dataclass(frozen=True)
class ReportParagraphs:
    """The front and the paragraphs between the heading of the conclusions and their end."""

    front: Front
    conclusions: tuple[PrintedParagraph, ...]


def is_report(path: Path) -> bool:
    """Whether a file is a report of the Working Group and no addendum to one; never by the file's name."""
    try:
        if is_pdf(path):
            front = read_front([line.text for line in first_pages(path).lines])
            return front.is_report and not front.addendum
        return bool(_read_word(path).conclusions)
    except UserError:
        return False


def read_report_paragraphs(path: Path) -> ReportParagraphs:
    """Read a report; `UserError` says why a file cannot be read or that it holds no conclusions."""
    report = _read_pdf(path) if is_pdf(path) or path.suffix.lower() == ".pdf" else _read_word(path)
    if not report.conclusions:
        message = _(
            "'{file}' has no section 'Conclusions and/or recommendations'; choose the report of the Working "
            "Group in English, or import the file as another source."
        )
        raise UserError(message.format(file=path.name))
    return report


def _read_pdf(path: Path) -> ReportParagraphs:
    pdf = read_pdf(path)
    front = read_front([line.text for line in pdf.lines if line.page <= PAGES_OF_FRONT])
    return ReportParagraphs(front, tuple(_conclusions(paragraphs(body_lines(pdf)))))


def _read_word(path: Path) -> ReportParagraphs:
    """Word paragraphs have no place on a page; footnotes are kept apart by Word itself."""
    file = open_word_file(path)
    texts = [block for block in body_blocks(file) if isinstance(block, str)]
    printed = [
        PrintedParagraph(without_marks(text), _("paragraph {number}").format(number=number), 0, 0)
        for number, text in enumerate(texts, start=1)
    ]
    return ReportParagraphs(read_front(text_around(file) + texts[:80]), tuple(_conclusions(printed)))


def _conclusions(printed: list[PrintedParagraph]) -> list[PrintedParagraph]:
    """From the last line that is only the heading (the others are contents and footnotes) to the end.

    Without a heading, from the first paragraph that introduces a list.
    """
    headings = [at for at, paragraph in enumerate(printed) if _HEADING.match(paragraph.text)]
    if headings:
        start = headings[-1] + 1
    else:
        lead_ins = (at for at, p in enumerate(printed) if _LISTS.search(p.text) and is_lead_in(p.text))
        start = next(lead_ins, len(printed))
    end = next((at for at in range(start, len(printed)) if _END.match(printed[at].text)), len(printed))
    return printed[start:end]
