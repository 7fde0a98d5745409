"""Labelled texts as strips: a label at the side, its text beside it, and paragraphs of running text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import HAIRLINE, TextStyle
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT

_FEWEST_LINES = 2
_ABOVE_WORDS = 6.0
_BAR = 2.5
_FROM_BAR = 11.0


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a text, which empty lines divide."""
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        if paragraph.strip():
            yield paragraph.strip("\n")


@dataclass(frozen=True)
class Label:
    """The words at the side: lines of a label and of a note below it, with their styles."""

    lines: Sequence[Line]
    style: TextStyle
    tag: Tag
    notes: Sequence[Line] = ()
    note_style: TextStyle | None = None

    @property
    def height(self) -> float:
        below = len(self.notes) * self.note_style.leading if self.note_style else 0.0
        return len(self.lines) * self.style.leading + below

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.tagged(self.tag):
            pen.text(x, top, self.lines, self.style, width)
            if self.notes and self.note_style:
                below = top - len(self.lines) * self.style.leading
                pen.text(x, below, self.notes, self.note_style, width)


@dataclass
class Labelled(Strip):
    """A paragraph from `indent` on, with its label at `label_x`; `ruled` draws a hairline above both, `bar` a bar beside
    the text. A label may hang down `beside` so many points of what follows. A paragraph is divided where at least two
    of its lines stand on each side."""

    label: Label | None
    lines: Sequence[Line]
    style: TextStyle
    width: float
    indent: float
    tag: Tag
    label_x: float = 0.0
    gap: float = 0.0
    beside: float = 0.0
    ruled: bool = False
    bar: bool = False
    keeps_next: bool = False
    breakable: bool = True
    head: tuple[Strip, ...] = ()
    height: float = field(init=False)

    def __post_init__(self) -> None:
        words = len(self.lines) * self.style.leading
        label = self.label.height - self.beside if self.label else 0.0
        self.height = max(words, label) + self._lead

    @property
    def _lead(self) -> float:
        return HAIRLINE + _ABOVE_WORDS if self.ruled else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.ruled:
            pen.rule(x + self.label_x, top, self.width - self.label_x, LIGHT.line)
        first = top - self._lead
        if self.label:
            # both stand on one baseline, whatever their sizes
            aligned = first - self.style.baseline + self.label.style.baseline
            self.label.draw(pen, x + self.label_x, aligned, self.indent - self.label_x)
        if self.bar:
            pen.rectangle(x + self.indent - _FROM_BAR, top - self.height, _BAR, self.height, LIGHT.ink)
        if self.lines:
            with pen.tagged(self.tag):
                pen.text(x + self.indent, first, self.lines, self.style, self.width - self.indent)

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        n = min(int((room - self._lead) / self.style.leading), len(self.lines) - _FEWEST_LINES)
        if n < _FEWEST_LINES or (self.label and self.label.height > room - self._lead):
            return None
        first = replace(self, lines=self.lines[:n], keeps_next=False)
        return first, replace(self, label=None, lines=self.lines[n:], gap=0.0, ruled=False)
