"""Contents and index on paper: linked lines with the numbers of pages, which are known once all is set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uprtracker.exporters.document import Contents, Index, IndexEntry
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_frame import Entry, Frame
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import TextStyle
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT

_INDENT = 14.0
_NUMBER_ROOM = 34.0
_ABOVE_LINE = 4.0
_ABOVE_SECTION = 9.0
_BETWEEN_NUMBERS = 8.0
_HANGING = 12.0
_COLUMN_GAP = 24.0
_BELOW_ENTRY = 2.5


@dataclass
class _Line(Strip):
    """A title that leads to its place, and the number of its page at the end of the line."""

    lines: list[Line]
    number: list[Line]
    style: TextStyle
    width: float
    indent: float
    key: str
    title: str
    tag: Tag
    digits: float
    gap: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = len(self.lines) * self.style.leading + 1

    def draw(self, pen: Pen, x: float, top: float) -> None:
        last = top - (len(self.lines) - 1) * self.style.leading
        with pen.tagged(self.tag):
            pen.text(x + self.indent, top, self.lines, self.style)
            pen.numbers(x + self.width - self.digits, last, self.number, self.style, self.digits)
        pen.rule(x + self.indent, top - self.height, self.width - self.indent, LIGHT.line)
        pen.link(x, top, (self.width, self.height), self.key, self.tag, self.title)


def contents_strips(block: Contents, frame: Frame) -> list[Strip]:
    contents = Tag("TOC", frame.tag)
    return [_contents_line(entry, contents, frame) for entry in frame.entries if entry.level <= block.depth]


def _contents_line(entry: Entry, contents: Tag, frame: Frame) -> _Line:
    indent = (entry.level - 1) * _INDENT
    style = frame.type.strong if entry.level == 1 else frame.type.body
    lines = frame.ruler.wrap(entry.title, style, frame.width - indent - _NUMBER_ROOM)
    number = frame.ruler.wrap(str(frame.pages.get(entry.key, "")), style, _NUMBER_ROOM)
    link = Tag("Link", Tag("Reference", Tag("TOCI", contents)))
    digits = frame.ruler.width("000", style)
    gap = _ABOVE_SECTION if entry.level == 1 else _ABOVE_LINE
    return _Line(lines, number, style, frame.width, indent, entry.key, entry.title, link, digits, gap)


@dataclass(frozen=True)
class _Number:
    """The number of a page in an entry: on which of its lines, how far in, and where it leads."""

    line: int
    x: float
    words: Line
    key: str


@dataclass(frozen=True)
class _Entry:
    """A term with its numbers, which go on below it indented."""

    lines: list[Line]
    numbers: list[_Number]
    height: float
    term: str
    tag: Tag


@dataclass
class _Columns(Strip):
    """Entries in columns of one height, as low as they can be; what a page does not hold goes on in the next one's."""

    entries: Sequence[_Entry]
    style: TextStyle
    number: int
    width: float
    breakable: bool = True
    gap: float = 8.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        heights = [entry.height for entry in self.entries]
        height = max([sum(heights) / self.number, *heights], default=0.0)
        while len(self._filled(height)) > self.number:
            height += self.style.leading / 2
        self._set = self._filled(height)
        self.height = max((sum(entry.height for entry in column) for column in self._set), default=0.0)

    @property
    def _column_width(self) -> float:
        return (self.width + _COLUMN_GAP) / self.number

    def _filled(self, height: float) -> list[list[_Entry]]:
        columns: list[list[_Entry]] = [[]]
        left = height
        for entry in self.entries:
            if entry.height > left + 1e-6 and columns[-1]:
                columns.append([])
                left = height
            columns[-1].append(entry)
            left -= entry.height
        return columns

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for i, column in enumerate(self._set):
            y = top
            for entry in column:
                self._draw(pen, x + i * self._column_width, y, entry)
                y -= entry.height

    def _draw(self, pen: Pen, x: float, top: float, entry: _Entry) -> None:
        with pen.tagged(Tag("P", entry.tag)):
            pen.text(x, top, entry.lines[:1], self.style)
            pen.text(x + _HANGING, top - self.style.leading, entry.lines[1:], self.style)
        for number in entry.numbers:
            y = top - number.line * self.style.leading
            link = Tag("Link", entry.tag)
            with pen.tagged(link):
                pen.text(x + number.x, y, [number.words], self.style)
            size = number.words.width, self.style.leading
            pen.link(x + number.x, y, size, number.key, link, f"{entry.term}: {number.words.text}")

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        held = [entry for column in self._filled(room)[: self.number] for entry in column]
        if room < 4 * self.style.leading or len(held) == len(self.entries):
            return None
        rest = self.entries[len(held) :]
        first = _Columns(held, self.style, self.number, self.width)
        first.gap = self.gap
        return first, _Columns(rest, self.style, self.number, self.width)


def index_strips(block: Index, frame: Frame) -> list[Strip]:
    strips: list[Strip] = []
    if block.title:
        strips.append(frame.headings.block(block.title, block.note, frame.density, 2, frame.outline_level))
    if not block.entries:
        return strips
    width = (frame.width + _COLUMN_GAP) / block.columns - _COLUMN_GAP
    items = Tag("L", Tag("Index", frame.tag))
    entries = [_set_entry(entry, width, frame, items) for entry in block.entries]
    return [*strips, _Columns(entries, frame.type.cell, block.columns, frame.width)]


def _set_entry(entry: IndexEntry, width: float, frame: Frame, items: Tag) -> _Entry:
    style = frame.type.cell
    first, *others = frame.ruler.wrap(entry.term, style, width - _HANGING) or [Line("", 0.0)]
    lines = [first, *others]
    line, x = len(lines) - 1, lines[-1].width + (_HANGING if others else 0.0) + _BETWEEN_NUMBERS
    numbers = []
    for page, key in _pages(entry, frame.pages):
        words = frame.ruler.wrap(str(page), style, width)[0]
        if x + words.width > width:
            line, x = line + 1, _HANGING
        numbers.append(_Number(line, x, words, key))
        x += words.width + _BETWEEN_NUMBERS
    body = Tag("LBody", Tag("LI", items))
    return _Entry(lines, numbers, (line + 1) * style.leading + _BELOW_ENTRY, entry.term, body)


def _pages(entry: IndexEntry, pages: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """The pages of the targets in order, each once, with the first key that leads there; nothing while none is known."""
    first: dict[int, str] = {}
    for key in entry.targets:
        if key in pages:
            first.setdefault(pages[key], key)
    yield from sorted(first.items())
