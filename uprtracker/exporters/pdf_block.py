"""The blocks of a document as strips of a frame, one function per kind of block."""

from dataclasses import dataclass, field, replace

from uprtracker.exporters.document import (
    Block,
    BriefList,
    Heading,
    KeyFigures,
    Pair,
    Prose,
    Quotation,
    StatusBar,
    StatusBars,
    Table,
)
from uprtracker.exporters.pdf_chart import bars_strips, overall_strips
from uprtracker.exporters.pdf_flow import SideBySide, Stack, Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import (
    BODY,
    FIGURE,
    GUTTER,
    HAIRLINE,
    STRONG,
    Density,
    TextStyle,
    columns,
)
from uprtracker.exporters.pdf_table import table_strips
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT

_MOST_IN_A_ROW = 8
_READING_WIDTH = columns(8)
_BETWEEN = 12.0
_LABEL_ROOM = 50.0
_WIDEST_LABEL = 100.0


def block_strips(block: Block, frame: Frame) -> list[Strip]:
    match block:
        case Table():
            return table_strips(block, frame)
        case KeyFigures():
            return _key_figures(block, frame)
        case StatusBar():
            return overall_strips(block, frame)
        case StatusBars():
            return bars_strips(block, frame)
        case BriefList():
            return _brief_list(block, frame)
        case Pair():
            left, right = (Stack(block_strips(side, frame.half)) for side in (block.left, block.right))
            return [SideBySide(left, right, frame.half.width + GUTTER)]
        case Heading():
            headings = HeadingMaker(frame.ruler, frame.width)
            return [headings.of_level(block.level, block.text, block.note, frame.density)]
        case Prose():
            width = min(frame.width, _READING_WIDTH)
            return [TextStrip(frame.ruler.wrap(block.text, BODY, width), BODY, width, gap=7, breakable=True)]
        case Quotation():
            return [_quotation(block, frame)]


def _quotation(block: Quotation, frame: Frame) -> Strip:
    """The label hangs beside the text, so that labels stand below one another like numbers in a table."""
    label = frame.ruler.wrap(block.label, STRONG, _WIDEST_LABEL)
    indent = max([_LABEL_ROOM, *(line.width + 2 * _BETWEEN for line in label)])
    width = min(frame.width, _READING_WIDTH + indent)
    lines = frame.ruler.wrap(block.text, BODY, width - indent)
    return TextStrip(lines, BODY, width, gap=4, label=label, indent=indent, keeps_next=True)


@dataclass
class _Figures(Strip):
    """Large figures in columns of one width, what each counts below it."""

    figures: list[tuple[list[Line], list[Line]]]
    words: TextStyle
    pitch: float
    gap: float
    height: float = field(init=False)

    def __post_init__(self) -> None:
        most = max(len(words) for _figure, words in self.figures)
        self.height = FIGURE.leading + most * self.words.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for i, (figure, words) in enumerate(self.figures):
            pen.text(x + i * self.pitch, top, figure, FIGURE)
            pen.text(x + i * self.pitch, top - FIGURE.leading, words, self.words, self.pitch - GUTTER)


def _key_figures(block: KeyFigures, frame: Frame) -> list[Strip]:
    if not block.figures:
        return []
    rows = -(-len(block.figures) // _MOST_IN_A_ROW)
    in_a_row = -(-len(block.figures) // rows)
    pitch = (frame.width + GUTTER) / in_a_row
    style = frame.density.words.secondary()
    set_figures = [
        (frame.ruler.wrap(str(figure), FIGURE, pitch), frame.ruler.wrap(words, style, pitch - GUTTER))
        for figure, words in block.figures
    ]
    starts = range(0, len(set_figures), in_a_row)
    return [_Figures(set_figures[i : i + in_a_row], style, pitch, frame.density.gap) for i in starts]


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
    height: float = field(init=False)

    def __post_init__(self) -> None:
        most = max(len(self.number), len(self.words), len(self.who))
        self.height = self.density.line + (most - 1) * self.density.words.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style = self.density.words
        first = top - (self.density.line - style.leading) / 2
        pen.text(x, first, self.number, self.density.strong)
        pen.text(x + self.words_x, first, self.words, style, self.words_width)
        pen.text_to_right(x + self.width, first, self.who, style.secondary())
        pen.rule(x, top - self.height + HAIRLINE, self.width, LIGHT.line)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        n = int((room - self.density.line) / self.density.words.leading) + 1
        if n < 1 or len(self.words) <= n:
            return None
        first = replace(self, words=self.words[:n], who=self.who[:n], number=self.number[:n])
        return first, replace(self, words=self.words[n:], who=self.who[n:], number=self.number[n:])


def _brief_list(block: BriefList, frame: Frame) -> list[Strip]:
    ruler, width, density = frame.ruler, frame.width, frame.density
    title = HeadingMaker(ruler, width).block(block.title, block.note, density, 0)
    if not block.rows:
        note = density.words.secondary()
        return [title, TextStrip(ruler.wrap(block.empty, note, width), note, width, gap=3)]
    numbers = [ruler.wrap(number, density.strong, width / 4) for number, _words, _who in block.rows]
    people = [ruler.wrap(who, density.words, width / 3) for _number, _words, who in block.rows]
    words_x = max((line.width for number in numbers for line in number), default=0.0) + _BETWEEN
    people_width = max((line.width for who in people for line in who), default=0.0)
    words_width = width - words_x - people_width - (_BETWEEN if people_width else 0.0)
    rows: list[Strip] = [title]
    for (_number, words, _who), number, who in zip(block.rows, numbers, people, strict=True):
        lines = ruler.wrap(words, density.words, words_width)
        rows.append(_BriefRow(number, lines, who, words_x, words_width, width, density))
    return rows
