"""The first sheet: title, key figures, charts with the table of their figures beside, short lists."""

from collections.abc import Sequence
from itertools import zip_longest

from openpyxl.worksheet.pagebreak import Break

from uprtracker.exporters.document import (
    Block,
    BriefList,
    Document,
    Heading,
    KeyFigures,
    Pair,
    Prose,
    Section,
    StatusBar,
    StatusBars,
    Table,
)
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, Value, lines_needed
from uprtracker.exporters.xlsx_chart import Figures, Place, add_status_chart
from uprtracker.exporters.xlsx_style import (
    BLANK,
    BLOCK_NOTE,
    BLOCK_TITLE,
    COUNT,
    COUNT_HEADER,
    COUNT_STRONG,
    FIGURE,
    FIGURE_LABEL,
    META,
    NAME,
    PROSE,
    STRONG,
    TEXT,
    TITLE,
    WHO,
    CellStyle,
)
from uprtracker.i18n import _
from uprtracker.vocabulary.status import BUCKETS, bucket_label

COLUMNS = 16
"""All of one width: a key figure takes two, a chart five, the table of its figures the rest."""

WIDTH = 11.5
_GAP = 14
_ROW = 19
_BAR_ROWS = 6
_FIGURES_PER_ROW = COLUMNS // 2
_CHART_COLUMNS = 5
_NAME_COLUMNS = 2
_LEGEND_ROWS = 2


def write_summary(writer: SheetWriter, document: Document, section: Section) -> None:
    """Write the sheet; tables of the section, with their headings, have sheets of their own."""
    sheet = writer.sheet
    for column in range(1, COLUMNS + 1):
        sheet.column_dimensions[chr(ord("A") + column - 1)].width = WIDTH
    _full_width(writer, document.title, TITLE, 32)
    for line in document.meta.split("\n"):
        _full_width(writer, line, META, LINE * lines_needed(line, COLUMNS * WIDTH))
    for block in section.blocks:
        if not isinstance(block, Table | Heading):
            writer.skip(_GAP)
            _write_block(writer, block)


def _write_block(writer: SheetWriter, block: Block) -> None:
    match block:
        case KeyFigures():
            _write_key_figures(writer, block)
        case StatusBar():
            _write_status_bar(writer, block)
        case Pair(StatusBars() as left, StatusBars() as right):
            # the bar of all statuses above has the legend for this page
            _write_status_bars(writer, left, legend=False)
            writer.sheet.row_breaks.append(Break(id=writer.row))
            _write_status_bars(writer, right, legend=True)
        case StatusBars():
            _write_status_bars(writer, block, legend=True)
        case Prose():
            _full_width(writer, block.text, PROSE, LINE * lines_needed(block.text, COLUMNS * WIDTH) + 6)
        case Pair(BriefList() as left, BriefList() as right):
            _write_brief_lists(writer, left, right)
        case _:
            raise TypeError(f"no place on the summary sheet for {type(block).__name__}")


def _full_width(writer: SheetWriter, text: str, style: CellStyle, height: float) -> None:
    _spread(writer, [(text, style, COLUMNS)], height)


def _spread(
    writer: SheetWriter, pieces: Sequence[tuple[Value, CellStyle, int]], height: float | None = None
) -> None:
    """A row of (value, style, number of columns), each piece joined over its columns."""
    values: list[Value] = []
    styles: list[CellStyle | None] = []
    for value, style, columns in pieces:
        values += [value] + [None] * (columns - 1)
        styles += [style] * columns
    writer.append(values, styles, height)
    column = 1
    for _value, _style, columns in pieces:
        writer.merge(column, column + columns - 1)
        column += columns


def _block_title(writer: SheetWriter, title: str, note: str) -> None:
    half = COLUMNS // 2
    _spread(writer, [(title, BLOCK_TITLE, half), (note, BLOCK_NOTE, half)], 20)


def _write_key_figures(writer: SheetWriter, block: KeyFigures) -> None:
    for start in range(0, len(block.figures), _FIGURES_PER_ROW):
        shown = block.figures[start : start + _FIGURES_PER_ROW]
        _spread(writer, [(figure, FIGURE, 2) for figure, _words in shown], 32)
        lines = max(lines_needed(words, 2 * WIDTH) for _figure, words in shown)
        _spread(writer, [(words, FIGURE_LABEL, 2) for _figure, words in shown], LINE * lines + 2)


def _write_status_bar(writer: SheetWriter, block: StatusBar) -> None:
    """The chart, and below it its figures: a status takes two columns, as a key figure does."""
    _block_title(writer, block.title, block.note)
    first = writer.row + 1
    for _row in range(_BAR_ROWS):
        writer.skip(_ROW)
    place = Place(1, first, COLUMNS, writer.row)
    headings = [(bucket_label(bucket), COUNT_HEADER, 2) for bucket in BUCKETS]
    _spread(writer, headings, 2 * LINE)
    _spread(writer, [(block.count[bucket], COUNT_STRONG, 2) for bucket in BUCKETS], _ROW)
    columns = [1 + 2 * i for i in range(len(BUCKETS))]
    add_status_chart(
        writer.sheet, Figures(writer.row - 1, writer.row, columns, max(1, block.count.total)), place
    )


def _write_status_bars(writer: SheetWriter, block: StatusBars, *, legend: bool) -> None:
    """The chart on the left, the table of its figures on the right."""
    _block_title(writer, block.title, block.note)
    if not block.bars:
        _full_width(writer, block.footnote or _("There is nothing to show yet."), PROSE, LINE + 4)
        return
    left = [(None, BLANK, _CHART_COLUMNS)]
    headings = [(bucket_label(bucket), COUNT_HEADER, 1) for bucket in BUCKETS]
    _spread(
        writer,
        [*left, (None, COUNT_HEADER, _NAME_COLUMNS), *headings, (_("Total"), COUNT_HEADER, 1)],
        3 * LINE,
    )
    header = writer.row
    for name, count in block.bars:
        counts = [(count[bucket], COUNT, 1) for bucket in BUCKETS]
        height = max(_ROW, LINE * lines_needed(name, _NAME_COLUMNS * WIDTH) + 4)
        _spread(writer, [*left, (name, NAME, _NAME_COLUMNS), *counts, (count.total, COUNT_STRONG, 1)], height)
    last = writer.row
    for _row in range(_LEGEND_ROWS if legend else 0):
        writer.skip(_ROW)
    names = _CHART_COLUMNS + 1
    columns = range(names + _NAME_COLUMNS, names + _NAME_COLUMNS + len(BUCKETS))
    place = Place(1, header, _CHART_COLUMNS, writer.row)
    most = max(count.total for _name, count in block.bars)
    add_status_chart(writer.sheet, Figures(header, last, columns, most, names, legend), place)
    if block.footnote:
        _full_width(writer, block.footnote, PROSE, LINE * lines_needed(block.footnote, COLUMNS * WIDTH) + 6)


_LIST_SPANS = ((1, 4, 2), (1, 5, 2))
"""Columns of number, words and who, in the list on the left and in the one on the right; one between them stays free."""


def _write_brief_lists(writer: SheetWriter, left: BriefList, right: BriefList) -> None:
    title: list[tuple[Value, CellStyle, int]] = []
    for block, (number, words, who) in zip((left, right), _LIST_SPANS, strict=True):
        title += [(block.title, BLOCK_TITLE, number + words), (block.note, BLOCK_NOTE, who)]
        title += [(None, BLANK, 1)]
    _spread(writer, title[:-1], 20)
    entries = [block.rows or ((("", block.empty, "")),) for block in (left, right)]
    for pair in zip_longest(*entries):
        pieces: list[tuple[Value, CellStyle, int]] = []
        for entry, (number, words, who) in zip(pair, _LIST_SPANS, strict=True):
            styles = (STRONG, TEXT, WHO) if entry else (BLANK, BLANK, BLANK)
            pieces += zip(entry or (None, None, None), styles, (number, words, who), strict=True)
            pieces += [(None, BLANK, 1)]
        lines = [
            lines_needed(e[i], spans[i] * WIDTH)
            for e, spans in zip(pair, _LIST_SPANS, strict=True)
            if e
            for i in (1, 2)
        ]
        _spread(writer, pieces[:-1], LINE * max(lines) + 4)
