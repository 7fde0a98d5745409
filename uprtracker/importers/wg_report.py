"""The report of the Working Group (PDF or Word): from a file to one parsed review."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.clause import read_clauses
from uprtracker.importers.numbering import as_ranges, settle_repeated_numbers
from uprtracker.importers.record import Answers, Notice, ParsedRecommendation, ParsedReview, Place
from uprtracker.importers.report_list import ListReader, PrintedList
from uprtracker.importers.report_numbering import NumberedItem, gaps, numbered_items
from uprtracker.importers.report_paragraphs import is_report, read_report_paragraphs
from uprtracker.importers.report_position import ListPosition, positions_of
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.position import Position

SOURCE = "wg-report"
_LONGEST_QUOTE = 300


def recognises(path: Path) -> bool:
    """Whether a file is a report of the Working Group, by what it holds."""
    return is_report(path)


def read_wg_report(path: Path, *, answers: Answers | None = None) -> ParsedReview:
    """The review that a report holds, in printed order; `UserError` says why it cannot be read.

    State, session and symbol come from the document, never from the file's name; `answers` go before them.
    The position is that of the lead-in above each list, as the report says it: pending until the addendum.
    """
    report = read_report_paragraphs(path)
    reader = ListReader()
    for paragraph in report.conclusions:
        reader.take(paragraph)
    found, remarks = positions_of(reader.lists)
    if not found:
        raise UserError(
            _(
                "The conclusions in '{file}' hold no numbered recommendation; use the PDF of the report."
            ).format(file=path.name)
        )
    answers = answers or Answers()
    front = report.front
    session = answers.session or front.session
    symbol = answers.document_symbol or front.symbol
    records, notices, missing = _records(found, path.name, symbol)
    review = ParsedReview(
        source=SOURCE,
        file=path.name,
        title=front.title,
        state_iso3=answers.state_iso3 or front.state_iso3,
        state_as_printed=front.state_as_printed,
        cycle=answers.cycle or (cycle_of_session(session) if session else None),
        session=session,
        document_symbol=symbol,
        addendum_symbol="",
        recommendations=tuple(records),
        warnings=(),
        missing_numbers=tuple(missing),
    )
    return replace(review, warnings=(*_about_document(review), *notices, *_about_remarks(remarks)))


def _records(
    found: list[ListPosition], file: str, symbol: str
) -> tuple[list[ParsedRecommendation], list[Notice], list[str]]:
    notices: list[Notice] = []
    numbered = [numbered_items(entry.printed, notices) for entry in found]
    records: list[ParsedRecommendation] = []
    for entry, items in zip(found, numbered, strict=True):
        for item in items:
            record, odd = _record(item, entry, file, symbol)
            records.append(replace(record, order=len(records) + 1))
            notices += odd
    settled, repeated = settle_repeated_numbers(records)
    return settled, [*notices, *repeated], gaps([entry.printed for entry in found], numbered)


def _record(
    numbered: NumberedItem, entry: ListPosition, file: str, symbol: str
) -> tuple[ParsedRecommendation, list[Notice]]:
    reading = read_clauses(numbered.item.text)
    text = "; ".join(clause.text for clause in reading.clauses if clause.text)
    where = numbered.item.where
    if not numbered.number:
        where = _("{where}, item {count} of paragraph {paragraph}").format(
            where=where, count=numbered.item.item, paragraph=entry.printed.paragraph
        )
    doubts = [
        *([] if numbered.number else [_("the report gives the recommendation no number")]),
        *([] if text else [_("the recommendation has no text")]),
        *reading.doubts,
    ]
    record = ParsedRecommendation(
        number=numbered.number,
        part="",
        text=text,
        language="en",
        clauses=reading.clauses,
        position=entry.lead_in.position,
        position_as_printed=entry.lead_in.phrase,
        position_symbol=symbol,
        position_paragraph=f"Para. {entry.printed.paragraph}" if entry.printed.paragraph else "",
        already_implemented=entry.is_implemented(numbered.item.item),
        explanation=entry.lead_in.reason,
        themes=(),
        heading=numbered.item.heading,
        order=0,
        comment="",
        in_doubt="; ".join(doubts),
        place=Place(file, where),
    )
    name = f"{numbered.number}: " if numbered.number else ""
    return record, [Notice(where, name + message) for message in (*doubts, *reading.notices)]


def _about_document(review: ParsedReview) -> Iterator[Notice]:
    if not review.state_iso3:
        yield Notice(_("page {page}").format(page=1), _("the document does not name the State under review"))
    if not review.document_symbol:
        yield Notice(_("page {page}").format(page=1), _("the document does not give its symbol"))
    if review.missing_numbers:
        message = _("numbers missing in the series: {numbers}")
        yield Notice("", message.format(numbers=as_ranges(review.missing_numbers)))
    silent = [r.number for r in review.recommendations if r.position is Position.UNKNOWN]
    if silent:
        message = _("the report does not say the position of the State on {numbers}")
        yield Notice("", message.format(numbers=as_ranges(silent)))


def _about_remarks(remarks: list[PrintedList]) -> Iterator[Notice]:
    """Paragraphs among the lists that a person should read: they change no record."""
    for remark in remarks:
        text = remark.lead_in
        shown = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        message = _("paragraph {number} is a remark without recommendations: {text}")
        yield Notice(remark.where, message.format(number=remark.paragraph, text=shown))
