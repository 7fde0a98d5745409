"""The blocks of a document as strips of a frame, one function per kind of block."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from uprtracker.exporters.document import (
    Block,
    BriefList,
    Contents,
    Cover,
    Facts,
    Heading,
    Index,
    KeyFigures,
    Pair,
    Prose,
    Quotation,
    Sheet,
    StatusBar,
    StatusBars,
    Table,
)
from uprtracker.exporters.pdf_chart import bars_strips, overall_strips
from uprtracker.exporters.pdf_contents import contents_strips, index_strips
from uprtracker.exporters.pdf_cover import cover_strips
from uprtracker.exporters.pdf_flow import SideBySide, Stack, Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_heading import TextStrip
from uprtracker.exporters.pdf_labelled import paragraphs
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_sheet import facts_strips, sheet_strips
from uprtracker.exporters.pdf_style import GUTTER, HAIRLINE, Density, TextStyle, reading_width
from uprtracker.exporters.pdf_table import table_strips
from uprtracker.exporters.pdf_tag import ROW_SCOPE, Tag
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT

_MOST_IN_A_ROW = 8
_READING_WIDTH = reading_width()
_NARROWEST_FIGURE = 90.0
_BETWEEN = 12.0
_LABEL_ROOM = 50.0
_WIDEST_LABEL = 100.0


def block_strips(block: Block, frame: Frame) -> list[Strip]:
    """A block as strips, the first of which bears its key."""
    strips = _MAKERS[type(block)](block, frame)
    key = block.key if isinstance(block, Heading | Sheet) else ""
    if key and strips:
        strips[0].keys = (key,)
    return strips


def _pair(block: Pair, frame: Frame) -> list[Strip]:
    left, right = (Stack(block_strips(side, frame.half)) for side in (block.left, block.right))
    return [SideBySide(left, right, frame.half.width + GUTTER)]


def _heading(block: Heading, frame: Frame) -> list[Strip]:
    return [frame.headings.of_level(block.level, block.text, block.note, frame.density)]


def _prose(block: Prose, frame: Frame) -> list[Strip]:
    width, body = min(frame.width, _READING_WIDTH), frame.type.body
    strips: list[Strip] = []
    for text in paragraphs(block.text):
        lines = frame.ruler.wrap(text, body, width)
        strips.append(TextStrip(lines, body, width, Tag("P", frame.tag), gap=7, breakable=True))
    return strips


def _quotation(block: Quotation, frame: Frame) -> list[Strip]:
    """The label hangs beside the text, so that labels stand below one another like numbers in a table."""
    body = frame.type.body
    label = frame.ruler.wrap(block.label, frame.type.strong, _WIDEST_LABEL)
    indent = max([_LABEL_ROOM, *(line.width + 2 * _BETWEEN for line in label)])
    width = min(frame.width, _READING_WIDTH + indent)
    lines = frame.ruler.wrap(block.text, body, width - indent)
    tag = Tag("P", Tag("BlockQuote", frame.tag))
    return [TextStrip(lines, body, width, tag, gap=4, label=label, indent=indent, keeps_next=True)]


@dataclass
class _Figures(Strip):
    """Large figures in columns of one width, what each counts below it."""

    figures: list[tuple[list[Line], list[Line]]]
    large: TextStyle
    words: TextStyle
    pitch: float
    tags: list[Tag]
    gap: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        most = max(len(words) for _figure, words in self.figures)
        self.height = self.large.leading + most * self.words.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for i, (figure, words) in enumerate(self.figures):
            at = x + i * self.pitch
            with pen.tagged(self.tags[i]):
                pen.text(at, top, figure, self.large)
                pen.text(at, top - self.large.leading, words, self.words, self.pitch - GUTTER)


def _key_figures(block: KeyFigures, frame: Frame) -> list[Strip]:
    if not block.figures:
        return []
    most = min(_MOST_IN_A_ROW, int(frame.width // _NARROWEST_FIGURE))
    rows = -(-len(block.figures) // most)
    in_a_row = -(-len(block.figures) // rows)
    pitch = (frame.width + GUTTER) / in_a_row
    large, style = frame.type.figure, frame.density.words.secondary()
    set_figures = [
        (frame.ruler.wrap(str(figure), large, pitch), frame.ruler.wrap(words, style, pitch - GUTTER))
        for figure, words in block.figures
    ]
    items = Tag("L", frame.tag)
    tags = [Tag("LBody", Tag("LI", items)) for _figure in set_figures]
    return [
        _Figures(
            set_figures[i : i + in_a_row], large, style, pitch, tags[i : i + in_a_row], frame.density.gap
        )
        for i in range(0, len(set_figures), in_a_row)
    ]


@dataclass
class _BriefRow(Strip):
    """A number, words, and who, above a hairline."""

    number: list[Line]
    words: list[Line]
    who: list[Line]
    words_x: float
    words_width: float
    width: float
    density: Density
    tags: tuple[Tag, Tag, Tag]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        most = max(len(self.number), len(self.words), len(self.who))
        self.height = self.density.line + (most - 1) * self.density.words.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style = self.density.words
        first = top - (self.density.line - style.leading) / 2
        number, words, who = self.tags
        with pen.tagged(number):
            pen.text(x, first, self.number, self.density.strong)
        with pen.tagged(words):
            pen.text(x + self.words_x, first, self.words, style, self.words_width)
        with pen.tagged(who):
            pen.text_to_end(x + self.width, first, self.who, style.secondary())
        pen.rule(x, top - self.height + HAIRLINE, self.width, LIGHT.line)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        n = int((room - self.density.line) / self.density.words.leading) + 1
        if n < 1 or len(self.words) <= n:
            return None
        first = replace(self, words=self.words[:n], who=self.who[:n], number=self.number[:n])
        return first, replace(self, words=self.words[n:], who=self.who[n:], number=self.number[n:])


def _brief_list(block: BriefList, frame: Frame) -> list[Strip]:
    ruler, width, density = frame.ruler, frame.width, frame.density
    title = frame.headings.block(block.title, block.note, density, 0, frame.outline_level)
    if not block.rows:
        return [title, frame.paragraph(block.empty, density.words.secondary(), gap=3)]
    numbers = [ruler.wrap(number, density.strong, width / 4) for number, _words, _who in block.rows]
    people = [ruler.wrap(who, density.words, width / 3) for _number, _words, who in block.rows]
    words_x = max((line.width for number in numbers for line in number), default=0.0) + _BETWEEN
    people_width = max((line.width for who in people for line in who), default=0.0)
    words_width = width - words_x - people_width - (_BETWEEN if people_width else 0.0)
    rows: list[Strip] = [title]
    table = Tag("Table", frame.tag)
    for (_number, words, _who), number, who in zip(block.rows, numbers, people, strict=True):
        lines = ruler.wrap(words, density.words, words_width)
        row = Tag("TR", table)
        tags = (Tag("TH", row, ROW_SCOPE), Tag("TD", row), Tag("TD", row))
        rows.append(_BriefRow(number, lines, who, words_x, words_width, width, density, tags))
    return rows


_MAKERS: dict[type[Block], Callable[[Any, Frame], list[Strip]]] = {
    Table: table_strips,
    KeyFigures: _key_figures,
    StatusBar: overall_strips,
    StatusBars: bars_strips,
    BriefList: _brief_list,
    Pair: _pair,
    Heading: _heading,
    Prose: _prose,
    Quotation: _quotation,
    Facts: facts_strips,
    Sheet: sheet_strips,
    Cover: cover_strips,
    Contents: contents_strips,
    Index: index_strips,
}
