"""The cover of a document, and the mark of pages that not everybody may see."""

from dataclasses import dataclass, field

from uprtracker.exporters.document import Cover
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_labelled import paragraphs
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_lock
from uprtracker.exporters.pdf_style import RULE, SEMIBOLD, TextStyle, Type
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Line, Ruler
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT

_TITLE_FROM_TOP = 0.24
_AROUND_RULE = 16.0
_THICK_RULE = 3.0
_BETWEEN_LINES = 4.0
_PADDING = 14.0
_BOX_LINE = 0.75
_LOCK = 11.0
_BELOW_MARK = 9.0

_Lines = tuple[list[Line], TextStyle]


@dataclass
class _Cover(Strip):
    """A page of its own: the line above, the title, a thick rule, the lines below it; the caveat's box at the foot."""

    title: str
    above: _Lines
    large: _Lines
    lines: list[_Lines]
    caveat: list[_Lines]
    width: float
    height: float
    tag: Tag

    @property
    def needed(self) -> float:
        parts = (self.above, self.large, *self.lines)
        words = sum(_high(part) + _BETWEEN_LINES for part in parts)
        return words + 2 * _AROUND_RULE + _THICK_RULE + self._box + _AROUND_RULE

    @property
    def _box(self) -> float:
        inner = sum(_high(part) for part in self.caveat)
        return inner + _BETWEEN_LINES * max(len(self.caveat) - 1, 0) + 2 * _PADDING if self.caveat else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.bookmark(self.title, 0, top)
        free = self.height - self.needed
        y = top - min(_TITLE_FROM_TOP * self.height, max(free, 0.0))
        y = self._draw_lines(pen, x, y, [self.above], "P")
        y = self._draw_lines(pen, x, y, [self.large], "H1") - _AROUND_RULE
        pen.rule(x, y, self.width, LIGHT.ink, _THICK_RULE)
        self._draw_lines(pen, x, y - _AROUND_RULE - _THICK_RULE, self.lines, "P")
        if self.caveat:
            self._draw_box(pen, x, top - self.height)

    def _draw_lines(self, pen: Pen, x: float, y: float, parts: list[_Lines], kind: str) -> float:
        for lines, style in parts:
            if lines:
                with pen.tagged(Tag(kind, self.tag)):
                    pen.text(x, y, lines, style)
            y -= len(lines) * style.leading + (_BETWEEN_LINES if lines else 0.0)
        return y

    def _draw_box(self, pen: Pen, x: float, bottom: float) -> None:
        top = bottom + self._box
        pen.frame(x, bottom, self.width, self._box, LIGHT.ink, _BOX_LINE)
        y = top - _PADDING
        for lines, style in self.caveat:
            with pen.tagged(Tag("P", self.tag)):
                pen.text(x + _PADDING, y, lines, style, self.width - 2 * _PADDING)
            y -= len(lines) * style.leading + _BETWEEN_LINES


def _high(part: _Lines) -> float:
    return len(part[0]) * part[1].leading


def cover_strips(block: Cover, frame: Frame) -> list[Strip]:
    """One strip as high as the page; a title too long for it is set smaller."""
    tried = [
        _cover(block, frame, style) for style in (frame.type.cover, frame.type.title, frame.type.heading)
    ]
    fitting = [cover for cover in tried if cover.needed <= frame.height]
    return [fitting[0] if fitting else tried[-1]]


def _cover(block: Cover, frame: Frame, large: TextStyle) -> _Cover:
    ruler, styles, width = frame.ruler, frame.type, frame.width

    def broken(text: str, style: TextStyle, room: float = width) -> _Lines:
        return ruler.wrap(text, style, room), style

    subtitle = TextStyle(styles.body.weight, styles.heading.size, styles.heading.leading + 2)
    inner = width - 2 * _PADDING
    return _Cover(
        block.title,
        broken(block.above, styles.heading),
        broken(block.title, large),
        [broken(line, subtitle) for line in block.lines],
        [broken(text, styles.body, inner) for text in paragraphs(block.caveat)],
        width,
        frame.height,
        frame.tag,
    )


@dataclass
class RestrictedMark(Strip):
    """A closed lock with its word above a rule, in the head of a page."""

    lines: list[Line]
    style: TextStyle
    width: float
    tag: Tag | None
    keeps_next: bool = True
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.style.leading + RULE + _BELOW_MARK

    def draw(self, pen: Pen, x: float, top: float) -> None:
        draw_lock(pen, x, top - self.style.leading / 2, _LOCK)
        with pen.tagged(self.tag):
            pen.text(x + _LOCK + 6, top, self.lines, self.style, self.width)
        pen.rule(x, top - self.style.leading - 2, self.width, LIGHT.ink, RULE)


def restricted_mark(ruler: Ruler, width: float, styles: Type, tag: Tag | None = None) -> RestrictedMark:
    """The mark; with a tag it is read out, which is enough once in a section."""
    style = TextStyle(SEMIBOLD, styles.body.size, styles.body.leading)
    return RestrictedMark(ruler.wrap(_("Restricted"), style, width), style, width, tag)
