"""The cells of tables on paper: their lines, broken once, and their drawing, which stands in every row that has them."""

from collections.abc import Sequence
from dataclasses import dataclass

from uprtracker.exporters.pdf_column import SHAPE_ROOM
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status
from uprtracker.exporters.pdf_style import TextStyle
from uprtracker.exporters.pdf_text import Line

_SHAPE = 8.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands in its table: its left edge and the width of its text, how far below the upper edge of a row its
    words begin, and how they are set, those in secondary ink as `small`."""

    x: float
    width: float
    padding: float
    kind: str
    style: TextStyle
    small: TextStyle


class SetCell:
    """Lines of one cell; those from `secondary_from` on are set in secondary ink, beside the shape of `bucket` if any.

    `turned` says that it has Arabic, whose words stand otherwise than they are read.
    """

    __slots__ = ("_at", "_bucket", "_drawn", "_lines", "_place", "_secondary_from", "height", "turned")

    def __init__(self, place: Place, lines: Sequence[Line], secondary_from: int, bucket: str = "") -> None:
        self._place = place
        self._lines = lines
        self._secondary_from = secondary_from
        self._bucket = bucket
        self._drawn, self._at = "", -1.0
        self.height = len(lines)
        self.turned = any(line.levels for line in lines)

    @property
    def words(self) -> str:
        """As they are read."""
        return " ".join(line.text for line in self._lines)

    def drawn(self, pen: Pen, x: float) -> str:
        """The operators that draw it around the upper edge of a row that begins at `x`."""
        if self._lines and self._at != x:
            self._drawn = pen.recorded(lambda: self._draw(pen, x), self._place.style.colour)
            self._at = x
        return self._drawn

    def _draw(self, pen: Pen, x: float) -> None:
        place = self._place
        x, top, width = x + place.x, -place.padding, place.width
        if place.kind == "count":
            pen.numbers(x, top, self._lines, place.style, width)
            return
        leading = place.style.leading
        if self._bucket:
            draw_status(pen, self._bucket, x, top - leading / 2, _SHAPE)
            x += SHAPE_ROOM
            width -= SHAPE_ROOM
        pen.text(x, top, self._lines[: self._secondary_from], place.style, width)
        below = top - self._secondary_from * leading
        pen.text(x, below, self._lines[self._secondary_from :], place.small, width)

    def split(self, n: int) -> "tuple[SetCell, SetCell]":
        first = SetCell(self._place, self._lines[:n], min(self._secondary_from, n), self._bucket)
        return first, SetCell(self._place, self._lines[n:], max(self._secondary_from - n, 0))


class PlainCell:
    """A cell of plain lines (`Ruler.plain`), kept as one text and not as its drawing: a long table has very many."""

    __slots__ = ("_place", "_text", "height")

    turned = False

    def __init__(self, place: Place, text: str) -> None:
        self._place = place
        self._text = text
        self.height = text.count("\n") + 1

    @property
    def words(self) -> str:
        return self._text.replace("\n", " ")

    def drawn(self, pen: Pen, x: float) -> str:
        place = self._place
        return pen.recorded_text(x + place.x, -place.padding, self._text, place.style)

    def split(self, n: int) -> "tuple[PlainCell, PlainCell | SetCell]":
        lines = self._text.split("\n")
        first, rest = PlainCell(self._place, "\n".join(lines[:n])), lines[n:]
        return first, PlainCell(self._place, "\n".join(rest)) if rest else SetCell(self._place, (), 0)
