"""Sheets to read and print: headings, paragraphs of text and tables below one another on one grid of columns."""

from collections.abc import Sequence
from datetime import date

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from uprtracker.exporters.document import (
    Block,
    Cell,
    Column,
    Heading,
    Prose,
    Quotation,
    Section,
    StatusValue,
    Table,
)
from uprtracker.exporters.plain_block import plain
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, Value, lines_needed
from uprtracker.exporters.xlsx_style import (
    BANNER,
    COUNT,
    COUNT_HEADER,
    HAIRLINE,
    HEADER,
    HEADER_AFTER,
    HEADING,
    HEADING_NOTE,
    IN_LIST,
    NAME,
    NAME_AT_END,
    OVERFLOW,
    PROSE,
    QUOTATION,
    STATUS,
    STATUS_IN_SCALE,
    TITLE,
    TOTAL_COUNT,
    TOTAL_TEXT,
    CellStyle,
)
from uprtracker.vocabulary.status import bucket_label

_NUMBER_WIDTH = 9.0
_NAME_WIDTH = 48.0
_FIRST_COUNT_WIDTHS = (15.0, 20.0)
"""The columns of the two longest statuses take position and status in lists."""

_COUNT_WIDTH = 11.5
_LAST_TEXT_WIDTH = 20.0
_TEXT_GRID = 150.0
"""Width shared by the columns of a sheet without counts."""

_NOTE_COLUMNS = 3


class ReadingSheet:
    """Writes the blocks of one section; `scale` is the range of the status words, where the section explains them."""

    def __init__(self, writer: SheetWriter, section: Section) -> None:
        self.scale = ""
        self._writer = writer
        self._section = section
        tables = [block for block in section.blocks if isinstance(block, Table)]
        self._widths = _grid(tables)
        self._lists: list[str] = []

    def write(self) -> None:
        for position, width in enumerate(self._widths, start=1):
            self._writer.sheet.column_dimensions[get_column_letter(position)].width = width
        self._full_width(self._section.title, TITLE, 32)
        for block in plain(self._section.blocks):
            self._write_block(block)
        self._rule_lists()

    def _write_block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Prose():
                self._writer.skip(4)
                self._prose(block.text, PROSE)
            case Quotation():
                self._prose(f"{block.label}  {block.text}", QUOTATION)
            case Table():
                self._table(block)
            case _:
                raise TypeError(f"no place on a reading sheet for {type(block).__name__}")

    def _heading(self, block: Heading) -> None:
        self._writer.skip(14 if block.level == 2 else 8)
        notes = _NOTE_COLUMNS if block.note and len(self._widths) > _NOTE_COLUMNS else 0
        words = len(self._widths) - notes
        styles = [HEADING[block.level]] * words + [HEADING_NOTE[block.level]] * notes
        values: list[Value] = [None] * len(self._widths)
        values[0] = block.text
        if notes:
            values[words] = block.note
        self._writer.append(values, styles, 20)
        self._writer.merge(1, words)
        if notes:
            self._writer.merge(words + 1, len(self._widths))

    def _prose(self, text: str, style: CellStyle) -> None:
        # one size larger than the cells of tables
        self._full_width(text, style, 1.1 * LINE * lines_needed(text, sum(self._widths) / 1.1) + 5)

    def _full_width(self, text: str, style: CellStyle, height: float) -> None:
        self._writer.append([text], [style], height)
        self._writer.merge(1, len(self._widths))

    def _table(self, table: Table) -> None:
        if not any(table.rows()) and table.empty:
            self._prose(table.empty, PROSE)
            return
        is_list = _is_list(table)
        self._row([column.title for column in table.columns], _headers(table), whole_width=is_list)
        first = self._writer.row + 1
        for group in table.groups:
            if group.heading:
                self._full_width(group.heading, BANNER, 1.6 * LINE)
            for row in group.rows:
                (self._list_row if is_list else self._row)(
                    [_value(cell) for cell in row], [_style(table, i, c) for i, c in enumerate(row)]
                )
        if is_list:
            self._lists.append(f"A{first}:{get_column_letter(len(self._widths))}{self._writer.row}")
        if table.key == "scale":
            title = self._writer.sheet.title.replace("'", "''")
            self.scale = f"'{title}'!$A${first}:$A${self._writer.row}"
        if table.total is not None:
            styles = [TOTAL_COUNT if column.kind == "count" else TOTAL_TEXT for column in table.columns]
            self._row([_value(cell) for cell in table.total], styles)

    def _row(
        self, values: Sequence[Value], styles: Sequence[CellStyle], *, whole_width: bool = False
    ) -> None:
        """A row of a table of counts, whose name takes two columns, or of text; `whole_width` goes on to the edge."""
        columns = len(self._widths)
        named = len(values) < columns and not whole_width
        spread = [values[0], None, *values[1:]] if named else [*values, *[None] * (columns - len(values))]
        looks = [styles[0], *styles] if named else [*styles, *[styles[-1]] * (columns - len(styles))]
        widths = [sum(self._widths[:2]), *self._widths[2:]] if named else self._widths
        lines = (lines_needed(v, w) for v, w in zip(values, widths, strict=False) if isinstance(v, str))
        self._writer.append(spread, looks, LINE * max(lines) + 4)
        if named:
            self._writer.merge(1, 2)

    def _list_row(self, values: Sequence[Value], styles: Sequence[CellStyle]) -> None:
        """The last column has all the rest of the width: without joining cells where its text takes one line."""
        n = len(values)
        rest = sum(self._widths[n - 1 :])
        widths = (*self._widths[: n - 1], rest)
        lines = [lines_needed(v, w) if isinstance(v, str) else 1 for v, w in zip(values, widths, strict=True)]
        last = OVERFLOW if lines[-1] == 1 else styles[-1]
        looks = [
            None if not value else style for value, style in zip(values, (*styles[:-1], last), strict=True)
        ]
        self._writer.append(values, looks, LINE * max(lines) + 4)
        if lines[-1] > 1:
            self._writer.merge(n, len(self._widths))

    def _rule_lists(self) -> None:
        """A hairline under every row of the lists, by one rule: a bordered blank cell costs as much as a written one."""
        if self._lists:
            rule = Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(border=HAIRLINE))
            self._writer.sheet.conditional_formatting.add(" ".join(self._lists), rule)


def _is_list(table: Table) -> bool:
    return table.columns[0].kind == "number"


def _counts(table: Table) -> bool:
    return any(column.kind == "count" for column in table.columns)


def _grid(tables: Sequence[Table]) -> tuple[float, ...]:
    """Widths of the columns: for lists and counts together, or for text alone."""
    for table in tables:
        if _counts(table):
            last = _COUNT_WIDTH if table.columns[-1].kind == "count" else _LAST_TEXT_WIDTH
            between = [_COUNT_WIDTH] * (len(table.columns) - 4)
            return (_NUMBER_WIDTH, _NAME_WIDTH, *_FIRST_COUNT_WIDTHS, *between, last)
    return tuple(column.share * _TEXT_GRID for column in tables[0].columns) if tables else (_TEXT_GRID,)


def _value(cell: Cell) -> Value:
    if isinstance(cell, StatusValue):
        return "\n".join(part for part in (bucket_label(cell.bucket), cell.draft) if part)
    if cell is None or isinstance(cell, (str, int, date)):
        return cell
    return str(cell)


def _headers(table: Table) -> list[CellStyle]:
    n = len(table.columns)
    if _is_list(table):
        return [HEADER, HEADER, *[HEADER_AFTER] * (n - 2)]
    return [HEADER, *[COUNT_HEADER if _counts(table) else HEADER] * (n - 1)]


def _in_list(column: Column) -> CellStyle:
    if column.kind != "text" or column.key == "text":
        return IN_LIST[column.kind]
    return IN_LIST["as_text" if column.key == "paragraphs" else "after"]


def _style(table: Table, position: int, cell: Cell) -> CellStyle:
    column = table.columns[position]
    if _is_list(table):
        return STATUS[cell.bucket] if isinstance(cell, StatusValue) else _in_list(column)
    if isinstance(cell, StatusValue):
        return STATUS_IN_SCALE[cell.bucket]
    text = NAME_AT_END if _counts(table) and position else NAME
    return COUNT if column.kind == "count" else text
