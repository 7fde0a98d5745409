"""One row of somebody's own table read, by the mapping of its columns, into the record of its document."""

import re
from dataclasses import dataclass, replace
from datetime import date

from uprtracker.i18n import _
from uprtracker.importers import doubt
from uprtracker.importers.cell_date import read_date
from uprtracker.importers.clause import ClauseReading, read_clauses
from uprtracker.importers.column_field import Field
from uprtracker.importers.mapped_row import MappedRow
from uprtracker.importers.markup import plain
from uprtracker.importers.mechanism import UPR
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.recommendation_text import (
    RecommendationText,
    read_recommendation_text,
    split_source,
)
from uprtracker.importers.record import ParsedClause, ParsedRecommendation, ParsedTheme, Place
from uprtracker.importers.sheet import cell_name
from uprtracker.importers.spreadsheet_document import RowDocument, document_of
from uprtracker.importers.spreadsheet_number import NumberReading, read_number
from uprtracker.importers.states_column import with_states_column
from uprtracker.importers.table_cell import join_comments, read_goals, read_names, read_themes
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text import fold

# A remark that was glued behind the States: "(Latvia); Comments: in a letter".
_GLUED_REMARK = re.compile(r"(?<=[;.])\s+(?=comments?\s*:)", re.IGNORECASE)
_CATEGORY = re.compile(r"^\s*([1-5])(?:\.0)?\b")


@dataclass(frozen=True)
class RowReading:
    """A record without its doubts yet, the document that it belongs to, and how its number was read."""

    record: ParsedRecommendation
    document: RowDocument
    number: NumberReading
    row: MappedRow

    def finished(self, order: int) -> ParsedRecommendation:
        """The record with its doubts and its place in its document."""
        return replace(self.record, order=order, in_doubt="; ".join(dict.fromkeys(self.row.doubts)))


def read_row(row: MappedRow, *, expects_states: bool) -> RowReading:
    """The reading of a row; what cannot be read is a doubt or a notice and never a guess.

    `expects_states` is false where the table names no recommending States at all.
    """
    document = document_of(row)
    language, printed, texts = _texts(row)
    number = read_number(row, printed)
    clauses = _clauses(row, printed, document, expects_states)
    text = "; ".join(clause.text for clause in clauses if clause.text)
    row.doubts.extend(doubt.about_text(text))
    position, position_word = _position(row, document)
    status, status_word = _status(row)
    lead, supporting = _institutions(row)
    addendum = split_source(row.text(Field.SYMBOL))[0]
    record = ParsedRecommendation(
        number=number.number,
        part=number.part,
        text=text,
        language=language,
        clauses=clauses,
        position=position,
        position_as_printed=position_word,
        position_symbol=printed.symbol or (addendum if "/Add." in addendum else ""),
        position_paragraph=printed.paragraph,
        already_implemented=False,
        explanation=printed.remark or row.text(Field.EXPLANATION),
        themes=_themes(row),
        heading=row.heading,
        order=0,
        comment=join_comments((column.header, text) for column, text in row.cells(Field.COMMENT)),
        in_doubt="",
        place=Place(row.sheet.file, row.sheet.place(row.row)),
        texts=texts,
        aliases=_aliases(row),
        action_category=_action(row),
        clusters=tuple(name for _column, text in row.cells(Field.CLUSTER) for name in read_names(text)),
        lead=lead,
        supporting=supporting,
        status=status,
        status_as_printed=status_word,
        status_on=_date(row, Field.STATUS_ON),
        due_on=_date(row, Field.DUE_ON),
    )
    return RowReading(record, document, number, row)


def names_states(row: MappedRow) -> bool:
    """Whether the text of a row names States in brackets."""
    return any(clause.states for clause in read_clauses(_texts(row)[1].wording).clauses)


def _texts(row: MappedRow) -> tuple[str, RecommendationText, tuple[tuple[str, str], ...]]:
    """Language and parts of the first text, and the wording of the others by language."""
    found = row.cells(Field.TEXT)
    if not found:
        return "en", read_recommendation_text(""), ()
    column, text = found[0]
    others = ((other.language, _wording(text)) for other, text in found[1:])
    return column.language or "en", _printed(text), tuple(other for other in others if other[1])


def _printed(text: str) -> RecommendationText:
    return read_recommendation_text(_GLUED_REMARK.sub("\n", plain(text)))


def _wording(text: str) -> str:
    """A translation without number and bracketed States; as it stands where they cannot be told."""
    printed = _printed(text)
    reading = read_clauses(printed.wording)
    if any(clause.states for clause in reading.clauses) and not reading.doubts:
        return "; ".join(clause.text for clause in reading.clauses if clause.text)
    return printed.wording


def _clauses(
    row: MappedRow, printed: RecommendationText, document: RowDocument, expects_states: bool
) -> tuple[ParsedClause, ...]:
    if document.mechanism != UPR:
        return (ParsedClause(printed.wording, (), ()),)
    column = next((text for _column, text in row.cells(Field.STATES)), "")
    reading: ClauseReading = with_states_column(read_clauses(printed.wording), column)
    if expects_states or column:
        row.doubts.extend(reading.doubts)
    row.notices.extend(reading.notices)
    return reading.clauses


def _position(row: MappedRow, document: RowDocument) -> tuple[Position, str]:
    word = row.text(Field.POSITION)
    known = {fold(printed): position for printed, position in row.mapping.positions}
    position = known.get(fold(word), Position.UNKNOWN) if word else Position.UNKNOWN
    if row.has(Field.POSITION) and document.mechanism == UPR:
        row.doubts.extend(doubt.about_position(position, word))
    return position, word


def _status(row: MappedRow) -> tuple[Status | None, str]:
    word = row.text(Field.STATUS)
    known = {fold(printed): status for printed, status in row.mapping.statuses}
    status = known.get(fold(word)) if word else None
    if word and status is None:
        row.notices.append(_("the status '{word}' is not known and was left out").format(word=word))
    return status, word


def _institutions(row: MappedRow) -> tuple[str, tuple[str, ...]]:
    """Lead and supporting institutions; a list that does not say who leads has a lead only if it names one."""
    leads = tuple(name for _column, text in row.cells(Field.LEAD) for name in read_names(text))
    listed = tuple(name for _column, text in row.cells(Field.INSTITUTIONS) for name in read_names(text))
    supporting = tuple(name for _column, text in row.cells(Field.SUPPORTING) for name in read_names(text))
    if not leads and len(listed) == 1:
        leads, listed = listed, ()
    others = dict.fromkeys((*leads[1:], *listed, *supporting))
    lead = leads[0] if leads else ""
    return lead, tuple(name for name in others if name != lead)


def _themes(row: MappedRow) -> tuple[ParsedTheme, ...]:
    scheme = row.mapping.scheme
    found = [theme for _column, text in row.cells(Field.THEMES) for theme in read_themes(text, scheme)]
    for _column, text in row.cells(Field.PERSONS):
        found += read_themes(text, scheme, "group")
    for _column, text in row.cells(Field.SDGS):
        found += read_goals(text)
    return tuple(dict.fromkeys(found))


def _aliases(row: MappedRow) -> tuple[tuple[str, str], ...]:
    codes = [("national_code", one_line(text)) for _column, text in row.cells(Field.CODE)]
    codes += [("uhri", one_line(text)) for _column, text in row.cells(Field.UHRI)]
    return tuple(dict.fromkeys(codes))


def _action(row: MappedRow) -> int | None:
    found = _CATEGORY.match(row.text(Field.ACTION))
    return int(found[1]) if found else None


def _date(row: MappedRow, wanted: Field) -> date | None:
    value, column = row.value(wanted)
    reading = read_date(value, day_first=row.mapping.day_first, counts_from_1904=row.sheet.counts_from_1904)
    if value is not None and reading.day is None:
        message = _("cell {cell} holds no date that can be read; it was left out")
        row.notices.append(message.format(cell=cell_name(row.row, column)))
    return reading.day
