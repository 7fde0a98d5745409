"""The addendum in which a State answers the recommendations (PDF or Word): from a file to one parsed addendum."""

import re
from collections import defaultdict
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.addendum_label import NumberReader
from uprtracker.importers.addendum_reader import AddendumReader
from uprtracker.importers.number_ranges import paragraphs_named
from uprtracker.importers.page_furniture import body_lines, body_size
from uprtracker.importers.parsed_addendum import ParsedAddendum, StatedPosition, Unread
from uprtracker.importers.pdf_text import PdfLine, first_pages, is_pdf, read_pdf
from uprtracker.importers.printed_paragraph import PrintedParagraph, joined, paragraphs
from uprtracker.importers.printed_table import stretches
from uprtracker.importers.record import Notice
from uprtracker.importers.report_front import Front, read_front
from uprtracker.importers.stated_totals import read_totals
from uprtracker.importers.word_file import WordFile, open_word_file
from uprtracker.importers.word_table import WordTable, body_blocks, text_around
from uprtracker.vocabulary.number import sort_key

SOURCE = "addendum"
MOST_CHARACTERS = 400_000
_PAGES_OF_FRONT = 2
_LINES_OF_FRONT = 60
_TITLE = re.compile(r"\b(?:addendum|views\s+on\s+(?:the\s+)?conclusions\s+and)\b", re.IGNORECASE)
_HEADING_MARK = re.compile(r"^(?:[IVX]{1,4}|[A-H])\s?[.)]\s")
_PARAGRAPH_OF_REPORT = re.compile(
    r"\bparagraphs?\s+(?P<number>[0-9]{2,3})\s+of\s+(?:the\s+|its\s+)?(?:report|document|draft|A/HRC)",
    re.IGNORECASE,
)
_LARGER_BY = 1
_LONGEST_HEADING = 200


def recognises(path: Path) -> bool:
    """Whether a file is an addendum to a report of the Working Group, by what it holds."""
    try:
        if is_pdf(path):
            lines = [line.text for line in first_pages(path).lines if line.page <= _PAGES_OF_FRONT]
        else:
            lines = _word_front(open_word_file(path))
    except UserError:
        return False
    front = read_front(lines)
    return bool(front.addendum) or (front.is_report and any(_TITLE.search(line) for line in lines))


def read_addendum(path: Path, *, paragraph: str | None = None) -> ParsedAddendum:
    """The positions and explanations of an addendum; `UserError` says why a file cannot be read.

    `paragraph`: that of the report (`115`) which an addendum leaves out before its numbers. Without it the
    numbers stay plain, unless the text itself names the paragraph; reconcile() then finds them in the report.
    What cannot be read is in `unread` with its sentence and has no position.
    """
    if is_pdf(path) or path.suffix.lower() == ".pdf":
        front, reader, text = _read_pdf(path, paragraph)
    else:
        front, reader, text = _read_word(path, paragraph)
    positions, unread = _settled(reader)
    if not positions and not unread:
        raise UserError(
            _(
                "'{file}' names no recommendation by its number; choose the addendum to the report of the "
                "Working Group in English."
            ).format(file=path.name)
        )
    return ParsedAddendum(
        file=path.name,
        state_iso3=front.state_iso3,
        state_as_printed=front.state_as_printed,
        document_symbol=front.symbol,
        addendum_symbol=front.addendum,
        positions=tuple(positions),
        explanations=tuple(reader.explanations),
        unread=tuple(unread),
        totals=read_totals(text),
        warnings=tuple(_about_document(front)),
    )


def _read_pdf(path: Path, paragraph: str | None) -> tuple[Front, AddendumReader, str]:
    pdf = read_pdf(path)
    lines = body_lines(pdf)
    front = read_front([line.text for line in pdf.lines if line.page <= _PAGES_OF_FRONT])
    text = " ".join(line.text for line in lines)
    reader = _reader(path, [line.text for line in lines], text, paragraph)
    size = body_size(tuple(lines))
    for stretch in stretches(lines, reader.numbers.named):
        for row in stretch.rows:
            reader.take_row(row.texts, _("page {page}").format(page=row.page))
        for printed in _with_whole_headings(stretch.lines, size):
            _take(reader, printed, is_heading=_is_heading(printed, size))
    return front, reader, text


def _read_word(path: Path, paragraph: str | None) -> tuple[Front, AddendumReader, str]:
    file = open_word_file(path)
    blocks = body_blocks(file)
    texts = [
        text
        for block in blocks
        for text in (
            [block] if isinstance(block, str) else [cell.text for row in block.rows for cell in row.cells]
        )
    ]
    reader = _reader(path, texts, " ".join(texts), paragraph)
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, WordTable):
            for row in block.rows:
                where = _("table {table}, row {row}").format(table=block.number, row=row.number)
                reader.take_row(tuple(joined([cell.text]) for cell in row.cells), where)
        else:
            printed = PrintedParagraph(block, _("paragraph {number}").format(number=number), 0, 0)
            _take(reader, printed, is_heading=_is_heading(printed, 0))
    return read_front(_word_front(file)), reader, " ".join(texts)


def _reader(path: Path, texts: list[str], whole: str, paragraph: str | None) -> AddendumReader:
    if len(whole) > MOST_CHARACTERS:
        raise UserError(
            _(
                "'{file}' holds far more text than an addendum; choose the addendum to the report itself."
            ).format(file=path.name)
        )
    named = paragraphs_named(texts)
    if not paragraph and not named:
        named_in_text = {found["number"] for found in _PARAGRAPH_OF_REPORT.finditer(whole)}
        paragraph = named_in_text.pop() if len(named_in_text) == 1 else ""
    return AddendumReader(path.name, NumberReader(named, paragraph or ""))


def _take(reader: AddendumReader, printed: PrintedParagraph, *, is_heading: bool) -> None:
    if is_heading:
        reader.take_heading(printed.text, printed.where, printed.size)
    else:
        reader.take_paragraph(printed.text, printed.where)


def _is_heading(printed: PrintedParagraph, size: float) -> bool:
    """Larger letters, a heading's mark, or a short line without an end that holds no number."""
    text = printed.text
    if len(text) > _LONGEST_HEADING:
        return False
    if size and printed.size > size + _LARGER_BY:
        return True
    ended = re.search(r"[.;:,]$", text)
    return not ended and (bool(_HEADING_MARK.match(text)) or not re.search(r"[0-9]", text))


def _with_whole_headings(lines: list[PdfLine], size: float) -> list[PrintedParagraph]:
    """Paragraphs, with the lines of one large heading put together."""
    whole: list[PrintedParagraph] = []
    for printed in paragraphs(lines):
        above = whole[-1] if whole else None
        goes_on = above and above.size == printed.size > size + _LARGER_BY and above.where == printed.where
        if above and goes_on and not _HEADING_MARK.match(printed.text):
            whole[-1] = PrintedParagraph(
                joined([above.text, printed.text]), above.where, above.left, above.size
            )
        else:
            whole.append(printed)
    return whole


def _word_front(file: WordFile) -> list[str]:
    texts = [block for block in body_blocks(file) if isinstance(block, str)]
    return [*text_around(file), *texts[:_LINES_OF_FRONT]]


def _settled(reader: AddendumReader) -> tuple[list[StatedPosition], list[Unread]]:
    """One position for each number. What is said of the number itself goes before what a heading implies; a number
    with two different positions has none and waits for a person."""
    by_label: dict[str, list[StatedPosition]] = defaultdict(list)
    for position in reader.stated:
        by_label[position.label].append(position)
    stated = set(by_label)
    for position in reader.implied:
        if position.label not in stated:
            by_label[position.label].append(position)
    positions: list[StatedPosition] = []
    unread: list[Unread] = []
    for label, found in by_label.items():
        if len({position.position for position in found}) == 1:
            positions.append(found[0])
        else:
            sentence = " / ".join(dict.fromkeys(position.sentence for position in found))
            unread.append(
                Unread(
                    found[0].place,
                    sentence,
                    _("it gives {number} two positions").format(number=label),
                    (label,),
                )
            )
    read = {position.label for position in positions}
    for left in reader.loose:
        numbers = tuple(label for label in left.numbers if label not in read)
        if numbers or not left.numbers:
            unread.append(Unread(left.place, left.sentence, left.reason, numbers))
    positions.sort(key=lambda position: sort_key(position.number, position.part))
    return positions, unread


def _about_document(front: Front) -> list[Notice]:
    where = _("page {page}").format(page=1)
    notices = []
    if not front.state_iso3:
        notices.append(Notice(where, _("the document does not name the State under review")))
    if not front.addendum:
        notices.append(Notice(where, _("the document does not give its symbol")))
    return notices
