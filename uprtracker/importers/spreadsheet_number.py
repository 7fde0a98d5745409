"""The number of a recommendation in somebody's own table: from its column, a national code, or the text itself."""

from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.column_field import Field
from uprtracker.importers.lost_zero import doubt_of_number
from uprtracker.importers.mapped_row import MappedRow
from uprtracker.importers.national_code import NationalCode, read_code
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.recommendation_text import RecommendationText, split_number


@dataclass(frozen=True)
class NumberReading:
    """`column` is where the number stands, -1 for the text; `code` is the national code that gave it, if one did."""

    number: str = ""
    part: str = ""
    column: int = -1
    code: str = ""


def read_number(row: MappedRow, printed: RecommendationText) -> NumberReading:
    """The number, with a doubt where the table has a column for it and the row has none that can be read."""
    value, column = row.value(Field.NUMBER)
    if value is not None:
        return _from_column(row, column)
    if found := _from_codes(row):
        return found
    if row.has(Field.NUMBER) or row.has(Field.CODE):
        row.doubts.append(_("the row has no recommendation number"))
    return NumberReading(printed.number, printed.part)


def _from_column(row: MappedRow, column: int) -> NumberReading:
    value = row.row.values[column]
    if doubt := doubt_of_number(value, row.row, column):
        row.doubts.append(doubt)
    text = one_line(row.row.text(column))
    if text.isdigit():
        return NumberReading(text, column=column)
    number, part, rest = split_number(text)
    if number and not rest:
        return NumberReading(number, part, column)
    if code := read_code(text):
        return NumberReading(code.number, code.part, column, text)
    row.doubts.append(_("'{text}' is no recommendation number").format(text=text))
    return NumberReading(text[:64], column=column)


def _from_codes(row: MappedRow) -> NumberReading | None:
    """The number inside the first national code; codes in two languages must name the same one."""
    read: list[tuple[str, int, NationalCode]] = []
    for column, text in row.cells(Field.CODE):
        if code := read_code(text, column.language):
            read.append((one_line(text), column.column, code))
    if not read:
        return None
    text, at, code = read[0]
    others = [other for other, _column, found in read[1:] if found.number != code.number]
    if others:
        message = _("the codes {code} and {other} name different numbers")
        row.doubts.append(message.format(code=text, other=", ".join(others)))
    if len(code.parts) > 1:
        message = _("the code {code} names several parts; the first was taken")
        row.notices.append(message.format(code=text))
    return NumberReading(code.number, code.part, at, text)
