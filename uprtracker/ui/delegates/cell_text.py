"""Text of a cell cut into lines that fit, with the hits of a search marked; laid out once and kept."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from uprtracker.ui.theme import pixel_font
from uprtracker.vocabulary.text import hits

_KEPT_LAYOUTS = 4096
_MARK_RADIUS = 2.0


@dataclass(frozen=True)
class CellText:
    """Lines laid out for one width. `marks` are the places of hits, measured from the top of the first line."""

    lines: tuple[QTextLayout, ...]
    marks: tuple[QRectF, ...]
    line_height: float

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)

    def draw(self, painter: QPainter, x: float, y: float, ink: QColor, mark: QColor) -> None:
        """Draw with the top left corner of the first line's box at (x, y)."""
        if self.marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            for place in self.marks:
                painter.drawRoundedRect(place.translated(x, y), _MARK_RADIUS, _MARK_RADIUS)
        painter.setPen(ink)
        for number, line in enumerate(self.lines):
            line.draw(painter, QPointF(x, y + number * self.line_height + _leading(line, self.line_height)))


@lru_cache(maxsize=_KEPT_LAYOUTS)
def laid_out(
    text: str,
    font_key: tuple[int, QFont.Weight],
    width: int,
    most_lines: int,
    line_height: float,
    search: str,
    mirrored: bool = False,
) -> CellText:
    """Cut a text into at most `most_lines` lines of `width` pixels; the last one ends in an ellipsis if need be.

    `font_key` is (pixels, weight). Text starts at the side of its own script, numbers at the window's (`mirrored`: right).
    """
    font = pixel_font(*font_key)
    flat = text.replace("\n", " ")
    option = _option(flat, mirrored)
    marked = hits(search, text) if search else []
    lines, marks = [], []
    for number, (start, piece) in enumerate(_cut(flat, font, width, most_lines, option)):
        layout = _one_line(piece, font, width, option)
        lines.append(layout)
        for first, last in marked:
            first, last = max(first - start, 0), min(last - start, len(piece))
            if first < last:
                marks.append(_mark(layout, first, last, number * line_height, line_height))
    return CellText(tuple(lines), tuple(marks), line_height)


def _cut(text: str, font: QFont, width: int, most_lines: int, option: QTextOption) -> list[tuple[int, str]]:
    """The lines as (place in the text, words)."""
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    pieces: list[tuple[int, str]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(pieces) == most_lines - 1 and end < len(text):
            rest = text[start:]
            pieces.append((start, QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)))
            break
        pieces.append((start, text[start:end].rstrip()))
    layout.endLayout()
    return pieces


def _one_line(text: str, font: QFont, width: int, option: QTextOption) -> QTextLayout:
    unwrapped = QTextOption(option)
    unwrapped.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(unwrapped)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _option(text: str, mirrored: bool) -> QTextOption:
    """The direction of a text, and the side of its cell at which it starts."""
    to_the_left = reads_to_the_left(text)
    at_right = mirrored if to_the_left is None else to_the_left
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    directions = Qt.LayoutDirection
    option.setTextDirection(directions.RightToLeft if to_the_left else directions.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def reads_to_the_left(text: str) -> bool | None:
    """Whether a text's first letter is of a script written from right to left; `None` for a text without letters.

    Numbers have no side of their own: they are read from left to right and stand where their column begins.
    """
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    first = next(strong, None)
    return None if first is None else first != "L"


def _mark(layout: QTextLayout, first: int, last: int, top: float, line_height: float) -> QRectF:
    line = layout.lineAt(0)
    ends = sorted((_x_of(line, first), _x_of(line, last)))
    return QRectF(ends[0] - 1, top, ends[1] - ends[0] + 2, line_height)


def _x_of(line: QTextLine, place: int) -> float:
    # the binding gives the place back beside its position
    x: Any = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)


def _leading(layout: QTextLayout, line_height: float) -> float:
    return (line_height - layout.lineAt(0).height()) / 2
