"""One line of text in a painted widget, on the side of reading, in the direction of its own script."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

PAD = 4
"""Pixels that a chart keeps free around itself, for the ring of the focus."""


def write_line(
    painter: QPainter,
    place: QRectF,
    text: str,
    *,
    right_to_left: bool,
    at_end: bool = False,
    elide: bool = False,
) -> None:
    """Write in the painter's font and pen; `at_end` sets the line at the side where reading ends."""
    if elide:
        text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    side = Qt.AlignmentFlag.AlignRight if at_end != right_to_left else Qt.AlignmentFlag.AlignLeft
    # a label such as 10 (a) keeps its order in a window that is read from the right
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), text)


def mirrored(place: QRectF, width: float, right_to_left: bool) -> QRectF:
    """A place as it stands where one reads from the right."""
    if not right_to_left:
        return place
    return QRectF(width - place.right(), place.top(), place.width(), place.height())
