"""The page as LOOK.md says: measures in points, the scale of type, how far apart things stand. No drawing."""

from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from uprtracker.vocabulary.palette import LIGHT

MILLIMETRE = 72 / 25.4
MARGIN = 18 * MILLIMETRE
COLUMNS = 12
GUTTER = 16.0

REGULAR = "regular"
SEMIBOLD = "semibold"

HAIRLINE = 0.5
RULE = 1.0
HATCH = "#c3c6cc"
"""The strokes of *Not reported* in bars: lighter than its shape, since many stand side by side."""

_LARGE = 11.0
"""The size of running text from which on nothing is set smaller."""


@dataclass(frozen=True)
class PageSize:
    """A page of A4: its width and height. `frame` is the width between the margins."""

    width: float
    height: float

    @property
    def frame(self) -> float:
        return self.width - 2 * MARGIN


LANDSCAPE = PageSize(297 * MILLIMETRE, 210 * MILLIMETRE)
PORTRAIT = PageSize(210 * MILLIMETRE, 297 * MILLIMETRE)


def reading_width() -> float:
    """The longest line of running text: eight of the twelve columns of a landscape page with the gutters between."""
    column = (LANDSCAPE.frame - (COLUMNS - 1) * GUTTER) / COLUMNS
    return 8 * column + 7 * GUTTER


@dataclass(frozen=True)
class TextStyle:
    """How words are set: weight, size and leading in points, colour as `#rrggbb`."""

    weight: str
    size: float
    leading: float
    colour: str = LIGHT.ink

    @property
    def baseline(self) -> float:
        """From the top of a line down to its baseline; a capital is 0.7 of the size, so that it stands in the middle."""
        return (self.leading + 0.7 * self.size) / 2

    def secondary(self) -> "TextStyle":
        return replace(self, colour=LIGHT.secondary)


@dataclass(frozen=True)
class Density:
    """How far apart things stand, from roomy to close: the words of figures, and in points the thickness and pitch of bars,
    the thickness of the overall bar, the pitch of short lines, the gap above blocks and above headings, and what is free
    above and below the words of a table's row."""

    words: TextStyle
    bar: float
    pitch: float
    overall: float
    line: float
    gap: float
    heading: float = 20.0
    padding: float = 3.5

    @property
    def strong(self) -> TextStyle:
        return replace(self.words, weight=SEMIBOLD)


@dataclass(frozen=True)
class Type:
    """The styles of one document. `cell` is for tables, `small` for column titles, running heads and feet; `figures` and
    `tables` are the densities for sections of figures and short lists and for sections with tables, the roomiest first."""

    body: TextStyle
    cell: TextStyle
    heading: TextStyle
    cover: TextStyle
    spoken: TextStyle
    title: TextStyle = TextStyle(SEMIBOLD, 22, 27)
    figure: TextStyle = TextStyle(SEMIBOLD, 22, 25)
    figures: tuple[Density, ...] = field(init=False)
    tables: tuple[Density, ...] = field(init=False)

    def __post_init__(self) -> None:
        figures = _close(self.body, self.cell) if self.cell.size < self.body.size else _large(self.body)
        object.__setattr__(self, "figures", figures)
        roomy = figures[min(1, len(figures) - 1)]
        close = replace(figures[-1], heading=11.0, padding=1.75)
        object.__setattr__(self, "tables", (roomy, replace(roomy, heading=13.0, padding=2.25), close))

    @cached_property
    def strong(self) -> TextStyle:
        return replace(self.body, weight=SEMIBOLD)

    @cached_property
    def cell_strong(self) -> TextStyle:
        return replace(self.cell, weight=SEMIBOLD)

    @cached_property
    def note(self) -> TextStyle:
        return self.body.secondary()

    @cached_property
    def small(self) -> TextStyle:
        return self.cell.secondary()

    @cached_property
    def small_strong(self) -> TextStyle:
        return self.cell_strong.secondary()

    @cached_property
    def label(self) -> TextStyle:
        """What stands at the side of a text."""
        return self.small_strong

    @cached_property
    def tab(self) -> TextStyle:
        """White on ink."""
        return replace(self.strong, colour=LIGHT.paper)


@cache
def type_for(body: float) -> Type:
    """The styles of a document whose running text is of `body` points: 9.5 for reports, 11 or more for packs."""
    words = TextStyle(REGULAR, body, round(1.42 * body, 1))
    if body < _LARGE:
        return Type(
            words,
            cell=TextStyle(REGULAR, 8, 11),
            heading=TextStyle(SEMIBOLD, 12, 16),
            cover=TextStyle(SEMIBOLD, 34, 40),
            spoken=TextStyle(REGULAR, body + 1, 1.45 * (body + 1)),
        )
    return Type(
        words,
        cell=TextStyle(REGULAR, body, round(1.36 * body, 1)),
        heading=TextStyle(SEMIBOLD, 14, 18),
        cover=TextStyle(SEMIBOLD, 34, 40),
        spoken=TextStyle(REGULAR, body + 1.5, 1.45 * (body + 1.5)),
    )


def _close(body: TextStyle, cell: TextStyle) -> tuple[Density, ...]:
    return (
        Density(body, bar=12, pitch=20, overall=28, line=21, gap=24),
        Density(body, bar=10.5, pitch=16.5, overall=24, line=18, gap=18),
        Density(cell, bar=10, pitch=14.5, overall=22, line=16, gap=16),
        Density(cell, bar=9, pitch=12, overall=18, line=14, gap=11),
        Density(cell, bar=9, pitch=11, overall=16, line=13, gap=9),
    )


def _large(body: TextStyle) -> tuple[Density, ...]:
    """Only the spaces give way; words are never smaller than the body."""
    return (
        Density(body, bar=14, pitch=22, overall=28, line=23, gap=26, heading=24.0, padding=4.0),
        Density(body, bar=13, pitch=18, overall=26, line=19, gap=18, heading=20.0, padding=3.0),
    )
