"""The one place that writes cells: text stays text whatever it begins with, and nothing is cut without a word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import ceil
from unicodedata import east_asian_width

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.xlsx_style import HEADER, TEXT, CellStyle, mirrored, number_format_in
from uprtracker.exporters.xml_text import writable
from uprtracker.i18n import _, current_language

Value = str | int | date | None

LINE = 12.0
"""Points: the height of a line of the usual size."""

LONGEST_TEXT = 32_767
"""UTF-16 units that a cell can hold; a longer text would be cut without a word."""

_CHARACTERS_PER_DIGIT = 1.27
"""A usual character is narrower than a digit of the font that widths are counted in."""

_WIDE = 40
_LOST_AT_LINE_ENDS = 3
"""In a column of this many characters half a word a line stays free; in a narrower one words are laid out."""

_PIECE = 16_000
_BEGINNING = 1_000
_HIGHEST = 409.0
"""Points: the format allows no higher row."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t")


@dataclass
class LongTexts:
    """Texts that no cell can hold, with the rows of the sheet that holds them whole, in pieces."""

    sheet_title: str
    _first_rows: dict[str, int] = field(default_factory=dict)
    _last_row: int = 1

    def stand_in(self, text: str) -> str:
        """The beginning of a text that is too long, and where the whole is; any other text as it is."""
        if len(text) <= LONGEST_TEXT // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
            return text
        if text not in self._first_rows:
            self._first_rows[text] = self._last_row + 1
            self._last_row += len(_pieces(text))
        where = _("[The whole text, {n} characters, is in the sheet “{sheet}” from row {row} on.]").format(
            n=len(text), sheet=self.sheet_title, row=self._first_rows[text]
        )
        return f"{text[:_BEGINNING]}…\n{where}"

    def pieces(self) -> list[str]:
        """One piece a row, from row 2 on."""
        return [piece for text in self._first_rows for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]


class StyleBook:
    """The looks that a workbook has so far; a sheet's cells take them ready made."""

    def __init__(self, *, right_to_left: bool) -> None:
        self._right_to_left = right_to_left
        self._arrays: dict[tuple[CellStyle, bool], StyleArray] = {}

    def array(self, sheet: Worksheet, style: CellStyle, *, quoted: bool) -> StyleArray:
        """`quoted` tells Excel that the text was typed as text, also when a person edits the cell later."""
        key = (style, quoted)
        if key not in self._arrays:
            cell = WriteOnlyCell(sheet)
            cell.font, cell.border, cell.fill = style.font, style.border, style.fill
            cell.alignment = mirrored(style.alignment) if self._right_to_left else style.alignment
            cell.number_format = number_format_in(current_language(), style.number_format)
            cell.protection = style.protection
            cell.quotePrefix = quoted
            self._arrays[key] = cell._style  # type: ignore[attr-defined]
        return self._arrays[key]


class CellSheet(WriteOnlyWorksheet):
    """A write-only sheet whose rows are ready cells.

    The library's own tries each cell as a bare value first, which raises and catches an error for every one.
    """

    def _values_to_row(self, values: Iterable[Cell | None], row_idx: int) -> Iterator[Cell]:
        for column, cell in enumerate(values, start=1):
            if cell is not None:
                cell.row, cell.column = row_idx, column
                yield cell


class SheetWriter:
    """Appends rows to a sheet of a write-only workbook; `row` is the number of the last one.

    Each column keeps one cell per style and refills it row after row: making a styled cell costs more than
    all the rest of a row.
    """

    def __init__(self, sheet: Worksheet, styles: StyleBook, long_texts: LongTexts) -> None:
        self.sheet = sheet
        self.row = 0
        self._styles = styles
        self._long_texts = long_texts
        self._prototypes: dict[tuple[int, CellStyle, bool], Cell] = {}

    def append(
        self, values: Sequence[Value], styles: Sequence[CellStyle | None], height: float | None = None
    ) -> None:
        """Write the next row. A column without a style stays untouched; without a height the row is as high as a line."""
        self.row += 1
        heights = self.sheet.row_dimensions
        if height is not None:
            # a plain mapping, because the library's own marks the height as fixed: Excel shall still fit the
            # row when a person edits its text
            heights[self.row] = {"ht": f"{min(height, _HIGHEST):g}"}  # type: ignore[assignment]
        self.sheet.append(
            [
                None if style is None else self._cell(column, value, style)
                for column, (value, style) in enumerate(zip(values, styles, strict=True), start=1)
            ]
        )
        heights.pop(self.row, None)

    def skip(self, height: float | None = None) -> None:
        self.append((), (), height)

    def merge(self, first_column: int, last_column: int) -> None:
        """Join cells of the last row written."""
        if last_column > first_column:
            # straight into the set: MultiCellRange.add compares with every range that is there already
            self.sheet.merged_cells.ranges.add(
                CellRange(min_col=first_column, max_col=last_column, min_row=self.row, max_row=self.row)
            )

    def _cell(self, column: int, value: Value, style: CellStyle) -> Cell:
        text = self._long_texts.stand_in(writable(value)) if isinstance(value, str) else ""
        if not text:
            cell = self._prototype(column, style, quoted=False)
            cell.value = None if isinstance(value, str) else value
            return cell
        cell = self._prototype(column, style, quoted=text.startswith(_FORMULA_STARTS))
        cell.value = text
        cell.data_type = "s"
        return cell

    def _prototype(self, column: int, style: CellStyle, *, quoted: bool) -> Cell:
        key = (column, style, quoted)
        if key not in self._prototypes:
            self._prototypes[key] = Cell(
                self.sheet,
                row=1,
                column=column,
                style_array=self._styles.array(self.sheet, style, quoted=quoted),
            )
        return self._prototypes[key]


def write_long_texts(writer: SheetWriter, long_texts: LongTexts, width: float) -> None:
    """The sheet that holds whole what no cell can hold; `width` in digits."""
    writer.sheet.column_dimensions["A"].width = width
    writer.append([_("Texts that are too long for one cell, in pieces")], [HEADER])
    for piece in long_texts.pieces():
        writer.append([piece], [TEXT])


@lru_cache(maxsize=8192)
def lines_needed(text: str, width: float) -> int:
    """How many lines a text of the usual size takes in a column of `width` digits, rather one more than one less."""
    room = max(1.0, _CHARACTERS_PER_DIGIT * width - 1)
    return sum(_lines_of(line, room) for line in text.split("\n"))


def _lines_of(line: str, room: float) -> int:
    measure = _measure(line)
    if measure <= room:
        return 1
    if room >= _WIDE:
        return ceil(measure / (room - _LOST_AT_LINE_ENDS))
    lines, used = 1, 0
    for word in line.split(" "):
        length = _measure(word)
        if used and used + 1 + length <= room:
            used += 1 + length
            continue
        lines += (used > 0) + ceil(length / room) - 1
        used = length if length <= room else length % int(room)
    return lines


def _measure(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
