"""Where blocks are set, and what they need to know of the blocks before them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from uprtracker.exporters.document import Block, Cell, Column, Heading, StatusBar, Table
from uprtracker.exporters.pdf_cell import SetCell
from uprtracker.exporters.pdf_column import text_widths
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_style import GUTTER, Density, TextStyle, Type
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Ruler

Widths = Mapping[tuple[Column, ...], list[float]]


@dataclass(frozen=True)
class Entry:
    """A section (level 1) or heading (level 2 and 3) as contents list it, with the key of its place."""

    level: int
    title: str
    key: str


@dataclass(frozen=True)
class Frame:
    """`width` and `height` in points, the height being that of a whole page; `heading` is the last one above; `has_legend`
    says that one stands above already; `shared` are the widths of columns that several tables have in common, `cells` what
    has been set in them; `entries` are what contents list, `pages` the numbers of the pages on which the places with a key
    stand; `tag` is the element under which blocks stand in the structure."""

    ruler: Ruler
    width: float
    height: float
    type: Type
    density: Density
    tag: Tag
    shared: Widths = field(default_factory=dict)
    cells: dict[tuple[Column, ...], list[dict[Cell, SetCell]]] = field(default_factory=dict)
    has_legend: bool = False
    heading: Heading | None = None
    entries: tuple[Entry, ...] = ()
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def headings(self) -> HeadingMaker:
        return HeadingMaker(self.ruler, self.width, self.type, self.tag)

    @property
    def outline_level(self) -> int:
        """The level at which banners enter the outline: below the last heading, or else below the section."""
        return self.heading.level if self.heading else 1

    @property
    def half(self) -> "Frame":
        """One of two columns."""
        return replace(self, width=(self.width - GUTTER) / 2, shared={}, cells={})

    def paragraph(self, text: str, style: TextStyle, gap: float = 0.0) -> TextStrip:
        """A text over the whole width."""
        lines = self.ruler.wrap(text, style, self.width)
        return TextStrip(lines, style, self.width, Tag("P", self.tag), gap=gap)

    def cells_of(self, table: Table) -> list[dict[Cell, SetCell]]:
        """What has been set in each column of tables like this one, and need not be again."""
        return self.cells.setdefault(table.columns, [{} for _column in table.columns])

    def column_widths(self, table: Table) -> list[float]:
        return self.shared.get(table.columns) or text_widths([table], self.width, self.ruler, self.type)

    def after(self, block: Block) -> "Frame":
        """The frame of the next block."""
        if isinstance(block, StatusBar):
            return replace(self, has_legend=True)
        if isinstance(block, Heading):
            return replace(self, heading=block)
        return self


def shared_widths(blocks: Iterable[Block], width: float, ruler: Ruler, styles: Type) -> Widths:
    """The widths of the columns of all tables among these blocks; those with the same columns stand in line."""
    tables: dict[tuple[Column, ...], list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table):
            tables.setdefault(block.columns, []).append(block)
    return {columns: text_widths(alike, width, ruler, styles) for columns, alike in tables.items()}
