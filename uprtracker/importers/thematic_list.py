"""OHCHR's thematic list of recommendations (Word) in its four layouts: from a file to one parsed review."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.numbering import as_ranges, missing_numbers, settle_repeated_numbers
from uprtracker.importers.recommendation_text import split_source
from uprtracker.importers.record import Answers, Notice, ParsedRecommendation, ParsedReview, Place
from uprtracker.importers.review_title import read_review_title
from uprtracker.importers.thematic_list_layout import Layout, continues, find_layout
from uprtracker.importers.thematic_list_row import ListRow, read_row
from uprtracker.importers.word_file import open_word_file
from uprtracker.importers.word_table import WordTable, tables, text_around
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.number import sort_key

SOURCE = "thematic-list"


@dataclass(frozen=True)
class ListTable:
    """A table of the list; one that goes on after a break has the layout of the table before it."""

    table: WordTable
    layout: Layout


def recognises(path: Path) -> bool:
    """Whether a file is a Word document with a thematic list's table; never by the file's name."""
    try:
        return bool(list_tables(tables(open_word_file(path))))
    except UserError:
        return False


def read_thematic_list(path: Path, *, answers: Answers | None = None) -> ParsedReview:
    """The review that a thematic list holds, in printed order; `UserError` says why it cannot be read.

    State, cycle, session and symbol come from the document (its page header and the sources of positions),
    never from the file's name; what it does not say stays `None` or empty unless `answers` says it.
    """
    word_file = open_word_file(path)
    found = list_tables(tables(word_file))
    if not found:
        raise UserError(
            _(
                "'{file}' holds no table of a thematic list (with recommendation, position and themes); "
                "choose OHCHR's Word list, or import it as another source."
            ).format(file=path.name)
        )
    rows, row_notices = _read_rows(found, path.name)
    if not rows:
        raise UserError(
            _("The list in '{file}' has a header but no recommendation; check that it is complete.").format(
                file=path.name
            )
        )
    records, repeated = settle_repeated_numbers(rows)
    head = text_around(word_file)
    review = _review(path.name, head, answers or Answers(), tuple(records))
    notices = (*_about_document(review), *_about_numbers(review), *_about_sources(review))
    return replace(review, warnings=(*notices, *row_notices, *repeated))


def list_tables(found: list[WordTable]) -> list[ListTable]:
    """Those of a document's tables that are the list, in order."""
    lists: list[ListTable] = []
    for table in found:
        layout = find_layout(table)
        if layout is None and lists and continues(table, lists[-1].layout):
            layout = lists[-1].layout
        if layout:
            lists.append(ListTable(table, layout))
    return lists


def _read_rows(lists: list[ListTable], file: str) -> tuple[list[ParsedRecommendation], list[Notice]]:
    scheme = lists[0].layout.scheme([entry.table for entry in lists])
    records: list[ParsedRecommendation] = []
    notices: list[Notice] = []
    for entry, row in recommendation_rows(lists, file):
        record, odd = read_row(row, entry.layout, scheme)
        records.append(record)
        notices += odd
    return records, notices


def recommendation_rows(lists: list[ListTable], file: str) -> Iterator[tuple[ListTable, ListRow]]:
    """The rows that hold a recommendation: no header, no banner, not empty."""
    heading, order = "", 0
    for entry in lists:
        above_header = entry.layout.header in entry.table.rows
        for row in entry.table.rows:
            if entry.layout.is_header(row):
                above_header = False
                continue
            banner = entry.layout.banner(row)
            if banner is not None:
                heading = banner
            elif not above_header and any(cell.text.strip() for cell in row.cells):
                order += 1
                where = _("table {table}, row {row}").format(table=entry.table.number, row=row.number)
                yield entry, ListRow(row, Place(file, where), heading, order)


def _review(
    file: str, head: list[str], answers: Answers, records: tuple[ParsedRecommendation, ...]
) -> ParsedReview:
    title = read_review_title(head)
    session = answers.session or title.session
    printed_symbol = _most_common(_report_symbol(record) for record in records) or _symbol_in(head)
    symbol = answers.document_symbol or printed_symbol
    return ParsedReview(
        source=SOURCE,
        file=file,
        title=title.title,
        state_iso3=answers.state_iso3 or title.state_iso3,
        state_as_printed=title.state_as_printed,
        cycle=answers.cycle or title.cycle or (cycle_of_session(session) if session else None),
        session=session,
        document_symbol=symbol,
        addendum_symbol=_most_common(
            record.position_symbol
            for record in records
            if "/Add." in record.position_symbol and _report_symbol(record) == symbol
        ),
        recommendations=records,
        warnings=(),
        missing_numbers=missing_numbers(records),
    )


def _about_document(review: ParsedReview) -> Iterator[Notice]:
    header = _("page header")
    if not review.state_iso3:
        message = _("the document does not name the State under review")
        if review.state_as_printed:
            message = _("no State is known as '{name}'").format(name=review.state_as_printed)
        yield Notice(header, message)
    if not review.document_symbol:
        yield Notice(header, _("the document does not give the symbol of the Working Group's report"))
    if review.session and review.cycle != cycle_of_session(review.session):
        message = _("session {session} belongs to cycle {right}, but cycle {cycle} is given")
        right = cycle_of_session(review.session)
        yield Notice(header, message.format(session=review.session, right=right, cycle=review.cycle))


def _about_numbers(review: ParsedReview) -> Iterator[Notice]:
    if review.missing_numbers:
        message = _("numbers missing in the series: {numbers}")
        yield Notice("", message.format(numbers=as_ranges(review.missing_numbers)))


def _about_sources(review: ParsedReview) -> Iterator[Notice]:
    by_report: dict[str, list[ParsedRecommendation]] = defaultdict(list)
    for record in review.recommendations:
        by_report[_report_symbol(record)].append(record)
    for symbol, records in by_report.items():
        numbers = as_ranges(sorted((record.number for record in records), key=sort_key))
        if not symbol:
            message = _("no source of the position is given for {numbers}").format(numbers=numbers)
            yield Notice(records[0].place.where, message)
        elif symbol != review.document_symbol:
            message = _("positions of {numbers} come from {symbol}, another document than {report}")
            symbols = {"symbol": symbol, "report": review.document_symbol}
            yield Notice(records[0].place.where, message.format(numbers=numbers, **symbols))


def _report_symbol(record: ParsedRecommendation) -> str:
    """The Working Group's report is named as the addendum is, without `/Add.1`."""
    return record.position_symbol.partition("/Add.")[0]


def _symbol_in(lines: list[str]) -> str:
    return next((symbol for line in lines if (symbol := split_source(line)[0])), "").partition("/Add.")[0]


def _most_common(symbols: Iterable[str]) -> str:
    counted = Counter(symbol for symbol in symbols if symbol)
    return counted.most_common(1)[0][0] if counted else ""
