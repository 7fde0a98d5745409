"""The page as LOOK.md says: measures in points, the type scale, colours. No drawing."""

from dataclasses import dataclass, replace

from uprtracker.vocabulary.palette import LIGHT

MILLIMETRE = 72 / 25.4
PAGE_WIDTH = 297 * MILLIMETRE
PAGE_HEIGHT = 210 * MILLIMETRE
MARGIN = 18 * MILLIMETRE
FRAME_WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMNS = 12
GUTTER = 16.0

REGULAR = "regular"
SEMIBOLD = "semibold"

HAIRLINE = 0.5
RULE = 1.0
HATCH = "#c3c6cc"
"""The strokes of *Not reported* in bars: lighter than its shape, since many stand side by side."""


def columns(n: int) -> float:
    """Width of `n` of the twelve columns of the page with the gutters between them."""
    column = (FRAME_WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS
    return n * column + (n - 1) * GUTTER


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


TITLE = TextStyle(SEMIBOLD, 22, 27)
FIGURE = TextStyle(SEMIBOLD, 22, 25)
HEADING = TextStyle(SEMIBOLD, 12, 16)
STRONG = TextStyle(SEMIBOLD, 9.5, 13.5)
BODY = TextStyle(REGULAR, 9.5, 13.5)
CELL = TextStyle(REGULAR, 8, 11)
CELL_STRONG = TextStyle(SEMIBOLD, 8, 11)
NOTE = BODY.secondary()
SMALL = CELL.secondary()
SMALL_STRONG = CELL_STRONG.secondary()


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


FIGURES: tuple[Density, ...] = (
    Density(BODY, bar=12, pitch=20, overall=28, line=21, gap=24),
    Density(BODY, bar=10.5, pitch=16.5, overall=24, line=18, gap=18),
    Density(CELL, bar=10, pitch=14.5, overall=22, line=16, gap=16),
    Density(CELL, bar=9, pitch=12, overall=18, line=14, gap=11),
    Density(CELL, bar=9, pitch=11, overall=16, line=13, gap=9),
)
"""For sections of figures and short lists."""

TABLES: tuple[Density, ...] = (FIGURES[1], replace(FIGURES[1], heading=13.0, padding=2.25))
"""For sections with tables."""
