"""Any spreadsheet or delimited text with recommendations, read by a mapping of its columns: proposed or given."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.cell_date import read_date
from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.column_proposal import propose
from uprtracker.importers.document_set import DocumentSet, shortened
from uprtracker.importers.header_rows import find_headers, headers_of
from uprtracker.importers.lost_zero import doubt_of_repeated, numbers_without_zero
from uprtracker.importers.mapped_row import MappedRow
from uprtracker.importers.mechanism import UPR
from uprtracker.importers.record import Answers, Notice, ParsedDocuments, ParsedReview
from uprtracker.importers.sheet import Sheet, cell_name
from uprtracker.importers.spreadsheet_document import RowDocument
from uprtracker.importers.spreadsheet_row import RowReading, names_states, read_row
from uprtracker.importers.table_file import TableFile, first_rows, open_tables
from uprtracker.importers.table_rows import recommendation_rows
from uprtracker.importers.text_alias import text_alias
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.text import fold

SOURCE = "spreadsheet"

_ROWS_JUDGED_FOR_STATES = 60


def propose_mapping(path: Path, *, encoding: str = "", delimiter: str = "") -> ColumnMapping:
    """What the columns of a file probably mean, for a person to correct; `UserError` where it cannot be read."""
    return propose(open_tables(path, encoding=encoding, delimiter=delimiter))


def read_spreadsheet(
    path: Path,
    *,
    mapping: ColumnMapping | None = None,
    answers: Answers | None = None,
    file: TableFile | None = None,
) -> ParsedDocuments:
    """The documents whose recommendations a table lists, read by a mapping or else by the proposed one.

    A mapping made for another file of the same sender is moved to where its headers stand. `answers` are
    about the review of the UPR; they count where the table holds one only. `file` is what was opened before.
    """
    if file is None:
        encoding, delimiter = (mapping.encoding, mapping.delimiter) if mapping else ("", "")
        file = open_tables(path, encoding=encoding, delimiter=delimiter)
    if mapping is None:
        mapping = propose(file)
        sheet = next(sheet for sheet in file.sheets if sheet.name == mapping.sheet)
    else:
        sheet, mapping = _fitted(path, file.sheets, mapping)
    if not mapping.of(Field.TEXT):
        raise UserError(
            _(
                "No column of '{file}' is read as the text of the recommendations; say which one it is."
            ).format(file=path.name)
        )
    return read_table(sheet, mapping, source=SOURCE, answers=answers or Answers())


def fits(path: Path, mapping: ColumnMapping) -> bool:
    """Whether a file has the headers that a mapping was made for; one without headers fits no file for certain."""
    if not mapping.header_row:
        return False
    try:
        _fitted(path, first_rows(path), mapping)
    except UserError:
        return False
    return True


def read_table(sheet: Sheet, mapping: ColumnMapping, *, source: str, answers: Answers) -> ParsedDocuments:
    """The documents in one sheet; `UserError` where no row of it is a recommendation."""
    found = recommendation_rows(sheet, mapping)
    rows = [MappedRow(sheet, mapping, row, heading) for row, heading in found.rows]
    expects_states = bool(mapping.of(Field.STATES)) or _name_states(rows)
    readings = [read_row(row, expects_states=expects_states) for row in rows]
    if not readings:
        raise UserError(
            _(
                "'{file}' has no row below its headers that is a recommendation; check the mapping of its columns."
            ).format(file=sheet.file)
        )
    _doubt_lost_zeros(readings)
    _doubt_repeated_codes(readings)
    documents = tuple(_documents(readings, source, answers))
    notices = [*sheet.notices, *_about_columns(mapping, expects_states), *_about_dates(sheet, mapping, rows)]
    return ParsedDocuments(source, sheet.file, documents, (*notices, *shortened(list(found.refused))))


def _fitted(path: Path, sheets: Sequence[Sheet], mapping: ColumnMapping) -> tuple[Sheet, ColumnMapping]:
    """The sheet that a mapping is for, and the mapping moved to where the headers stand in it."""
    named = [sheet for sheet in sheets if sheet.name == mapping.sheet] or list(sheets)
    for sheet in named:
        width = max(len(row.values) for row in sheet.rows)
        if not mapping.header_row:
            return sheet, mapping
        where = (mapping.header_row, mapping.header_rows)
        if fits := mapping.for_headers(headers_of(sheet, *where, width)):
            return sheet, fits
        headers = find_headers(sheet)
        if fits := mapping.for_headers(headers.texts):
            return sheet, replace(fits, header_row=headers.row, header_rows=headers.count)
    missing = ", ".join(f"'{column.header}'" for column in mapping.columns if column.field)
    raise UserError(
        _("'{file}' lacks headers that the mapping names ({headers}); make the mapping again.").format(
            file=path.name, headers=missing
        )
    )


def _name_states(rows: Sequence[MappedRow]) -> bool:
    judged = rows[:: max(1, len(rows) // _ROWS_JUDGED_FOR_STATES)]
    return sum(map(names_states, judged)) * 5 > len(judged)


def _doubt_lost_zeros(readings: Sequence[RowReading]) -> None:
    """Numbers of a column, not codes with letters, that different texts share."""
    by_document: dict[RowDocument, list[RowReading]] = defaultdict(list)
    for reading in readings:
        number = reading.number
        if number.column >= 0 and not number.part and not any(letter.isalpha() for letter in number.code):
            by_document[reading.document].append(reading)
    for group in by_document.values():
        different = {(reading.record.number, fold(reading.record.text)) for reading in group}
        suspicious = numbers_without_zero(number for number, _text in different)
        for reading in group:
            if reading.record.number in suspicious:
                row, column = reading.row.row, reading.number.column
                reading.row.doubts.append(doubt_of_repeated(reading.record.number, row, column))


def _doubt_repeated_codes(readings: Sequence[RowReading]) -> None:
    """A national code may stand for two recommendations: those that differ from its first row are doubtful."""
    first: dict[tuple[RowDocument, str], RowReading] = {}
    for reading in readings:
        if not reading.number.code:
            continue
        before = first.setdefault((reading.document, reading.record.label), reading)
        same = (fold(before.record.text), before.record.states) == (
            fold(reading.record.text),
            reading.record.states,
        )
        if not same:
            message = _("the code {code} stands in {where} too, with another text or other States")
            reading.row.doubts.append(
                message.format(code=reading.number.code, where=before.record.place.where)
            )


def _documents(readings: Sequence[RowReading], source: str, answers: Answers) -> Iterator[ParsedReview]:
    documents = DocumentSet()
    for reading in readings:
        key = reading.document
        if key not in documents:
            documents.open(key, _review(key, source, reading.record.place.file))
        record = reading.finished(documents.size(key) + 1)
        if not record.number:
            alias = text_alias(key.state_iso3, f"{key.mechanism} {key.body} {key.cycle or ''}", record.text)
            record = replace(record, aliases=(*record.aliases, alias))
        documents.add(key, record, (*dict.fromkeys(reading.row.doubts), *reading.row.notices))
    reviews = list(documents.documents())
    upr = [review for review in reviews if review.mechanism == UPR]
    for review in reviews:
        yield (
            _answered(review, answers)
            if upr == [review]
            else replace(review, state_iso3=review.state_iso3 or answers.state_iso3)
        )


def _review(document: RowDocument, source: str, file: str) -> ParsedReview:
    return ParsedReview(
        source=source,
        file=file,
        title="",
        state_iso3=document.state_iso3 or None,
        state_as_printed=state(document.state_iso3).short if document.state_iso3 else "",
        cycle=document.cycle,
        session=document.session,
        document_symbol=document.symbol,
        addendum_symbol="",
        recommendations=(),
        warnings=(),
        missing_numbers=(),
        mechanism=document.mechanism,
        body=document.body,
    )


def _answered(review: ParsedReview, answers: Answers) -> ParsedReview:
    return replace(
        review,
        state_iso3=answers.state_iso3 or review.state_iso3,
        cycle=answers.cycle or review.cycle,
        session=answers.session or review.session,
        document_symbol=answers.document_symbol or review.document_symbol,
    )


def _about_columns(mapping: ColumnMapping, expects_states: bool) -> Iterator[Notice]:
    if not mapping.of(Field.POSITION):
        yield Notice("", _("no column is read as the position; positions stay unknown"))
    if not expects_states:
        yield Notice("", _("the table names no recommending States"))
    if not mapping.of(Field.NUMBER) and not mapping.of(Field.CODE):
        yield Notice(
            "", _("no column is read as the number; numbers at the beginning of the texts are taken")
        )
    unread = [column.header for column in mapping.columns if column.field is None and column.header]
    if unread:
        yield Notice("", _("columns that are not read: {headers}").format(headers=", ".join(unread)))


def _about_dates(sheet: Sheet, mapping: ColumnMapping, rows: Sequence[MappedRow]) -> Iterator[Notice]:
    """Asked once for a file: whether 3/4 is the third of April or the fourth of March."""
    for row in rows:
        for wanted in (Field.DUE_ON, Field.STATUS_ON):
            value, column = row.value(wanted)
            if value is not None and read_date(value).either_order:
                order = _("day before month") if mapping.day_first else _("month before day")
                message = _("dates such as {value} in cell {cell} are read as {order}")
                cell = cell_name(row.row, column)
                yield Notice(sheet.place(row.row), message.format(value=value, cell=cell, order=order))
                return
