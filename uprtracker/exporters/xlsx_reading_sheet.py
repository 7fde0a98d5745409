"""Sheets to read and print: headings, paragraphs of text and tables below one another on one grid of columns."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from openpyxl.utils import get_column_letter

from uprtracker.exporters.document import (
    Block,
    Cell,
    Heading,
    Prose,
    Quotation,
    Section,
    StatusValue,
    Table,
)
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, Value, lines_needed
from uprtracker.exporters.xlsx_style import (
    AS_TEXT,
    BANNER,
    COUNT,
    COUNT_HEADER,
    DATE,
    HEADER,
    HEADING,
    HEADING_NOTE,
    NAME,
    PROSE,
    QUOTATION,
    STATUS,
    STRONG,
    TEXT,
    TITLE,
    TOTAL_COUNT,
    TOTAL_TEXT,
    CellStyle,
)
from uprtracker.vocabulary.status import bucket_label

_NUMBER_WIDTH = 9.0
_NAME_WIDTH = 40.0
_COUNT_WIDTH = 11.5
_LAST_TEXT_WIDTH = 20.0
_TEXT_GRID = 150.0
"""Width shared by the columns of a sheet without counts."""

_LIST_WIDTHS = {"position": 16.0, "status": 20.0, "supporting": 26.0, "lead": 26.0}
"""Least widths of columns of lists; the others take one column of counts, the text all that is left."""

_NOTE_COLUMNS = 3


class ReadingSheet:
    """Writes the blocks of one section; `scale` is the range of the status words, where the section explains them."""

    def __init__(self, writer: SheetWriter, section: Section) -> None:
        self.scale = ""
        self._writer = writer
        self._section = section
        tables = [block for block in section.blocks if isinstance(block, Table)]
        self._widths = _grid(tables)

    def write(self) -> None:
        for position, width in enumerate(self._widths, start=1):
            self._writer.sheet.column_dimensions[get_column_letter(position)].width = width
        self._full_width(self._section.title, TITLE, 32)
        for block in self._section.blocks:
            self._write_block(block)

    def _write_block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Prose():
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
        values: list[Value] = [text] + [None] * (len(self._widths) - 1)
        self._writer.append(values, [style] * len(self._widths), height)
        self._writer.merge(1, len(self._widths))

    def _table(self, table: Table) -> None:
        if not any(table.rows()) and table.empty:
            self._prose(table.empty, PROSE)
            return
        spans = self._spans(table)
        headers = [COUNT_HEADER if column.kind == "count" else HEADER for column in table.columns]
        self._row(spans, [column.title for column in table.columns], headers)
        first = self._writer.row + 1
        for group in table.groups:
            if group.heading:
                self._full_width(group.heading, BANNER, 1.6 * LINE)
            for row in group.rows:
                self._row(
                    spans, [_value(cell) for cell in row], [_style(table, i, c) for i, c in enumerate(row)]
                )
        if table.key == "scale":
            title = self._writer.sheet.title.replace("'", "''")
            self.scale = f"'{title}'!$A${first}:$A${self._writer.row}"
        if table.total is not None:
            styles = [TOTAL_COUNT if column.kind == "count" else TOTAL_TEXT for column in table.columns]
            self._row(spans, [_value(cell) for cell in table.total], styles)

    def _spans(self, table: Table) -> list[int]:
        """How many columns of the grid each column takes: the name of a table of counts two, the text of a list most."""
        if _counts(table):
            return [2] + [1] * (len(table.columns) - 1)
        if len(table.columns) == len(self._widths):
            return [1] * len(table.columns)
        spans = [ceil(_LIST_WIDTHS.get(column.key, 0) / _COUNT_WIDTH) or 1 for column in table.columns]
        text = next(i for i, column in enumerate(table.columns) if column.key == "text")
        spans[text] += len(self._widths) - sum(spans)
        return spans

    def _row(self, spans: Sequence[int], values: Sequence[Value], styles: Sequence[CellStyle]) -> None:
        spread: list[Value] = []
        looks: list[CellStyle | None] = []
        lines = 1
        start = 0
        for span, value, style in zip(spans, values, styles, strict=True):
            spread += [value] + [None] * (span - 1)
            looks += [style] * span
            if isinstance(value, str):
                lines = max(lines, lines_needed(value, sum(self._widths[start : start + span])))
            start += span
        self._writer.append(spread, looks, LINE * lines + 4)
        column = 1
        for span in spans:
            self._writer.merge(column, column + span - 1)
            column += span


def _counts(table: Table) -> bool:
    return any(column.kind == "count" for column in table.columns)


def _grid(tables: Sequence[Table]) -> tuple[float, ...]:
    """Widths of the columns: for lists and counts together, or for text alone."""
    for table in tables:
        if _counts(table):
            last = _COUNT_WIDTH if table.columns[-1].kind == "count" else _LAST_TEXT_WIDTH
            between = len(table.columns) - 2
            return (_NUMBER_WIDTH, _NAME_WIDTH, *[_COUNT_WIDTH] * between, last)
    return tuple(column.share * _TEXT_GRID for column in tables[0].columns)


def _value(cell: Cell) -> Value:
    if isinstance(cell, StatusValue):
        return "\n".join(part for part in (bucket_label(cell.bucket), cell.draft) if part)
    if cell is None or isinstance(cell, (str, int, date)):
        return cell
    return str(cell)


def _style(table: Table, position: int, cell: Cell) -> CellStyle:
    column = table.columns[position]
    if isinstance(cell, StatusValue):
        return STATUS[cell.bucket]
    if column.key == "paragraphs":
        return AS_TEXT
    text = TEXT if table.columns[0].kind == "number" else NAME
    return {"number": STRONG, "count": COUNT, "date": DATE}.get(column.kind, text)
