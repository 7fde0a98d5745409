"""Titles, headings, banners and running text as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import GUTTER, HAIRLINE, RULE, SEMIBOLD, Density, TextStyle, Type
from uprtracker.exporters.pdf_tag import Tag, heading
from uprtracker.exporters.pdf_text import Line, Ruler
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT

_BELOW_RULE = 6.0
_FEWEST_LINES = 2
_SIDE_RULE = 0.75
_FROM_RULE = 11.0


@dataclass
class TextStrip(Strip):
    """Lines of one style; with a `label` beside them, which a thin rule divides from them, they are indented."""

    lines: Sequence[Line]
    style: TextStyle
    width: float
    tag: Tag
    gap: float = 0.0
    label: Sequence[Line] = ()
    indent: float = 0.0
    keeps_next: bool = False
    breakable: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max(len(self.lines), len(self.label)) * self.style.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.tagged(self.tag):
            pen.text(x, top, self.label, replace(self.style, weight=SEMIBOLD))
            pen.text(x + self.indent, top, self.lines, self.style, self.width - self.indent)
        if self.indent:
            side = x + self.indent - _FROM_RULE
            pen.rectangle(side, top - self.height, _SIDE_RULE, self.height, LIGHT.tertiary)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        n = min(int(room / self.style.leading), len(self.lines) - _FEWEST_LINES)
        if n < max(_FEWEST_LINES, len(self.label)):
            return None
        first = replace(self, lines=self.lines[:n], keeps_next=False)
        return first, replace(self, lines=self.lines[n:], label=(), gap=0.0)


@dataclass
class Heading(Strip):
    """A line of words, with a note at its end, that stays with what is below it.

    `above` and `below` are the thickness of a rule over and under it; `space` is free at its foot; with a `level` it
    enters the outline as `title`.
    """

    title: str
    lines: Sequence[Line]
    style: TextStyle
    width: float
    notes: Sequence[Line]
    note_style: TextStyle
    gap: float = 0.0
    above: float = 0.0
    below: float = 0.0
    space: float = 0.0
    level: int | None = None
    head: tuple[Strip, ...] = ()
    tag: Tag | None = None
    keeps_next: bool = True
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self._lead = self.above + _BELOW_RULE if self.above else 0.0
        words = max(len(self.lines) * self.style.leading, len(self.notes) * self.note_style.leading)
        self.height = self._lead + words + self.below + self.space
        self._again = ""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.tag is None:
            # one that only repeats what was before, on page after page
            self._again = self._again or pen.recorded(lambda: self._draw_again(pen, x))
            pen.furniture(top, self._again)
            return
        if self.level is not None:
            pen.bookmark(self.title, self.level, top)
        if self.above:
            pen.rule(x, top, self.width, LIGHT.ink, self.above)
        with pen.tagged(self.tag):
            self._draw_words(pen, x, top)
        self._draw_rule(pen, x, top)

    def _draw_again(self, pen: Pen, x: float) -> None:
        self._draw_words(pen, x, 0.0)
        self._draw_rule(pen, x, 0.0)

    def _draw_words(self, pen: Pen, x: float, top: float) -> None:
        first = top - self._lead
        # without a width: a title stays at its side, whatever its language, since its note is at the other
        pen.text(x, first, self.lines, self.style)
        if self.notes:
            on_baseline = first - self.style.baseline + self.note_style.baseline
            pen.text_to_end(x + self.width, on_baseline, self.notes, self.note_style)

    def _draw_rule(self, pen: Pen, x: float, top: float) -> None:
        if self.below:
            pen.rule(x, top - self.height + self.below + self.space, self.width, LIGHT.ink, self.below)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        n = int((room - self._lead) / self.style.leading)
        if not 0 < n < len(self.lines):
            return None
        first = replace(self, lines=self.lines[:n], below=0.0, space=0.0)
        return first, replace(self, lines=self.lines[n:], notes=(), above=0.0, level=None, gap=0.0)


class HeadingMaker:
    """Makes the headings of one frame of `width` points, which stand under `parent` in the structure."""

    def __init__(self, ruler: Ruler, width: float, styles: Type, parent: Tag) -> None:
        self._ruler, self._width, self._type, self._parent = ruler, width, styles, parent

    def section(self, title: str) -> Heading:
        return self._with_note(title, self._type.title, "", space=6, level=0, tag=self._tag(1))

    def running(self, title: str, report: str) -> Heading:
        """The words that head a page on which a section continues."""
        small = self._type.small
        return self._with_note(title, small, report, note_style=small, space=8)

    def of_level(self, level: int, title: str, note: str, density: Density) -> Heading:
        """A heading of level 2, under a rule, or 3; it enters the outline below the section."""
        if level > 2:
            return self._with_note(
                title,
                self._type.strong,
                note,
                gap=0.8 * density.heading,
                space=4,
                level=level - 1,
                tag=self._tag(level),
            )
        return self._with_note(
            title,
            self._type.heading,
            note,
            gap=density.heading,
            above=RULE,
            space=5,
            level=level - 1,
            tag=self._tag(level),
        )

    def block(self, title: str, note: str, density: Density, space: float, level: int) -> Heading:
        """The title of a chart or a short list, under a rule; `level` is that of the heading it is below."""
        style = density.words.secondary()
        return self._with_note(
            title,
            self._type.strong,
            note,
            note_style=style,
            gap=density.gap,
            above=RULE,
            space=space,
            tag=self._tag(level + 1),
        )

    def banner(self, title: str, head: tuple[Strip, ...], level: int, columns: int) -> Heading:
        """The line above the rows of a theme or a ministry: a row of the table with one cell across its columns."""
        across = Tag("TH", Tag("TR", self._parent), f"/A<</O/Table/Scope/Row/ColSpan {columns}>>")
        return self._with_note(
            title,
            self._type.strong,
            "",
            gap=12,
            below=HAIRLINE,
            space=0,
            level=level,
            head=head,
            tag=heading(level + 1, across),
        )

    def again(self, title: str, below: float = 0.0) -> Heading:
        """A heading or banner at the top of a page on which the rows below it continue."""
        return self._with_note(title, self._type.strong, _("continued"), gap=6, below=below)

    def _tag(self, level: int) -> Tag:
        return heading(level, self._parent)

    def _with_note(
        self,
        title: str,
        style: TextStyle,
        note: str,
        *,
        note_style: TextStyle | None = None,
        gap: float = 0.0,
        above: float = 0.0,
        below: float = 0.0,
        space: float = 0.0,
        level: int | None = None,
        head: tuple[Strip, ...] = (),
        tag: Tag | None = None,
    ) -> Heading:
        # a note gives way to the title, but not to less than half of the line
        beside = self._width - self._ruler.width(title, style) - GUTTER
        note_style = note_style or self._type.note
        notes = self._ruler.wrap(note, note_style, max(beside, self._width / 2))
        taken = max((line.width + GUTTER for line in notes), default=0.0)
        lines = self._ruler.wrap(title, style, self._width - taken)
        return Heading(
            title, lines, style, self._width, notes, note_style, gap, above, below, space, level, head, tag
        )
