"""The blocks of a document in Word, one below the other: what stands side by side on paper follows itself here."""

from collections.abc import Iterable

from uprtracker.exporters import docx_style as styles
from uprtracker.exporters.count_table import count_cells, count_columns
from uprtracker.exporters.document import (
    Block,
    BriefList,
    Column,
    Contents,
    Cover,
    Facts,
    Field,
    Heading,
    Index,
    KeyFigures,
    Pair,
    Prose,
    Quotation,
    RowGroup,
    Sheet,
    StatusBar,
    StatusBars,
    Table,
)
from uprtracker.exporters.docx_place import Places
from uprtracker.exporters.docx_table import TableMaker
from uprtracker.exporters.docx_xml import Element, Writing, node
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED

_MOST_FIGURES_IN_A_ROW = 8
_NARROWEST_SEGMENT = 3.0
_LABEL_SHARE = 0.18


class BlockMaker:
    """Makes the elements of the blocks; `places` are where contents and index lead."""

    def __init__(self, writing: Writing, tables: TableMaker, places: Places, width: float) -> None:
        self._writing = writing
        self._tables = tables
        self._places = places
        self._width = width

    def elements(self, block: Block) -> list[Element]:
        match block:
            case Table():
                return self._tables.table(block)
            case KeyFigures() | StatusBar() | StatusBars():
                return self._figures(block)
            case BriefList():
                return self._brief_list(block)
            case Pair():
                return [*self.elements(block.left), *self.elements(block.right)]
            case Heading():
                return [self._heading(block.text, block.level, block.note, block.key)]
            case Facts():
                return [*self._title(block.title, block.note), *self._facts(block.rows)]
            case Sheet():
                return self._sheet(block)
            case Contents() | Index():
                return self._list_of_places(block)
            case Prose() | Quotation() | Cover():
                return self._words(block)

    def _figures(self, block: KeyFigures | StatusBar | StatusBars) -> list[Element]:
        match block:
            case KeyFigures():
                return self._key_figures(block)
            case StatusBar():
                count = RowGroup("", (count_cells(block.count),))
                table = Table("status", count_columns(), (count,))
                return [*self._title(block.title, block.note), *self._bar(block), *self._tables.table(table)]
            case StatusBars():
                rows = tuple((name, *count_cells(count)) for name, count in block.bars)
                table = Table("bars", (Column("name", "", 0.34), *count_columns()), (RowGroup("", rows),))
                return [
                    *self._title(block.title, block.note),
                    *self._tables.table(table),
                    *self._prose(block.footnote, styles.NOTE),
                ]

    def _words(self, block: Prose | Quotation | Cover) -> list[Element]:
        match block:
            case Prose():
                return self._prose(block.text, styles.NORMAL)
            case Quotation():
                return [
                    self._writing.paragraph(block.label, styles.LABEL),
                    *self._prose(block.text, styles.QUOTATION),
                ]
            case Cover():
                return [
                    *self._prose(block.above, styles.META),
                    self._writing.paragraph(block.title, styles.COVER_TITLE),
                    *(self._writing.paragraph(line, styles.META) for line in block.lines),
                    *self._prose(block.caveat, styles.CAVEAT),
                ]

    def _heading(self, text: str, level: int, note: str = "", key: str = "") -> Element:
        words = f"{text}  ·  {note}" if note else text
        return self._writing.paragraph(words, styles.HEADINGS[level - 1], before=self._places.marks(key))

    def _title(self, title: str, note: str) -> list[Element]:
        return [self._heading(title, 3, note)] if title else []

    def _prose(self, text: str, style: str) -> list[Element]:
        return [
            self._writing.paragraph(part.strip("\n"), style) for part in text.split("\n\n") if part.strip()
        ]

    def _key_figures(self, block: KeyFigures) -> list[Element]:
        """Rows of large figures, what each counts below it."""
        if not block.figures:
            return []
        in_a_row = min(len(block.figures), _MOST_FIGURES_IN_A_ROW)
        made = self._tables.frame([self._width / in_a_row] * in_a_row)
        for start in range(0, len(block.figures), in_a_row):
            shown = block.figures[start : start + in_a_row]
            cells = [
                self._tables.cell(
                    self._writing.paragraph(str(figure), styles.FIGURE),
                    self._writing.paragraph(words, styles.NOTE),
                )
                for figure, words in shown
            ]
            cells += [self._tables.cell(node("w:p")) for _free in range(in_a_row - len(shown))]
            made.append(node("w:tr", node("w:trPr", node("w:cantSplit")), *cells))
        return [made]

    def _bar(self, block: StatusBar) -> list[Element]:
        """The bar as a row of coloured cells; the table below it has its figures in words."""
        shown = [bucket for bucket in BUCKETS if block.count[bucket]]
        if not shown:
            return []
        part = (self._width - _NARROWEST_SEGMENT * len(shown)) / block.count.total
        widths = [_NARROWEST_SEGMENT + part * block.count[bucket] for bucket in shown]
        made = self._tables.frame(widths)
        cells = (
            self._tables.cell(node("w:p"), ground=LIGHT.status[bucket], hatched=bucket == NOT_REPORTED)
            for bucket in shown
        )
        made.append(node("w:tr", node("w:trPr", node("w:cantSplit")), *cells))
        return [made, self._writing.paragraph("", styles.CELL)]

    def _brief_list(self, block: BriefList) -> list[Element]:
        title = self._title(block.title, block.note)
        if not block.rows:
            return [*title, *self._prose(block.empty, styles.NOTE)]
        columns = (
            Column("number", _("No."), 0.12, "number"),
            Column("text", _("What"), 0.64),
            Column("who", _("Who"), 0.24),
        )
        return [*title, *self._tables.table(Table("brief", columns, (RowGroup("", block.rows),)))]

    def _facts(self, rows: Iterable[tuple[str, str]]) -> list[Element]:
        rows = tuple(rows)
        if not rows:
            return []
        made = self._tables.frame([self._width * _LABEL_SHARE, self._width * (1 - _LABEL_SHARE)])
        for label, text in rows:
            cells = (
                self._tables.cell(self._writing.paragraph(label, styles.CELL_STRONG)),
                self._tables.cell(self._writing.paragraph(text, styles.CELL)),
            )
            made.append(node("w:tr", node("w:trPr", node("w:cantSplit")), *cells))
        return [made, self._writing.paragraph("", styles.CELL)]

    def _sheet(self, sheet: Sheet) -> list[Element]:
        made = [self._heading(sheet.number, 2, sheet.position, sheet.key)]
        made += self._prose(sheet.text, styles.NORMAL)
        made += self._prose(sheet.states, styles.NOTE)
        if sheet.status:
            made += self._tables.status(sheet.status)
        for field in sheet.fields:
            made += self._field(field)
        return made

    def _field(self, field: Field) -> list[Element]:
        label = f"{field.label}  ·  {field.note}" if field.note else field.label
        return [
            self._writing.paragraph(label, styles.LABEL),
            *self._prose(field.text, styles.SPOKEN if field.spoken else styles.NORMAL),
            *self._facts(field.facts),
        ]

    def _list_of_places(self, block: Contents | Index) -> list[Element]:
        """Titles that lead to their places: Word numbers pages itself, and only when it shows them."""
        if isinstance(block, Contents):
            return [self._places.entry(self._writing, entry) for entry in self._places.contents(block.depth)]
        made = self._title(block.title, block.note)
        for entry in block.entries:
            made.append(self._writing.paragraph(entry.term, styles.LABEL))
            made += [self._places.entry(self._writing, self._places.named(key)) for key in entry.targets]
        return made
