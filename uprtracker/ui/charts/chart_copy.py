"""A chart leaving the program: as a picture with its title, and as a table for text and spreadsheets."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from uprtracker.ui.theme import BODY, current_theme

_MARGIN, _TITLE = 16, 28
_SHARPNESS = 2.0
"""Pixels of the picture for each on the screen: it is pasted into papers."""


def picture_of(chart: QWidget, title: str) -> QImage:
    """The chart on paper with its title above, without the ring of the focus: the caller leaves that out."""
    theme = current_theme()
    margin, head = theme.px(_MARGIN), theme.px(_TITLE)
    width, height = chart.width() + 2 * margin, chart.height() + 2 * margin + head
    image = QImage(round(width * _SHARPNESS), round(height * _SHARPNESS), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setLayoutDirection(chart.layoutDirection())
    painter.setPen(theme.colour("ink"))
    painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
    start = chart.style().visualAlignment(chart.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    painter.drawText(
        QRectF(margin, margin, chart.width(), head), int(start | Qt.AlignmentFlag.AlignTop), title
    )
    chart.render(painter, QPoint(margin, margin + head), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image


def html_of(lines: Sequence[Sequence[str]]) -> str:
    """Cells as a table that word processors and spreadsheets take; the first line is the head."""
    head, *rows = ["".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in line) for line, tag in _tagged(lines)]
    return "<table><tr>" + "</tr><tr>".join((head, *rows)) + "</tr></table>"


def _tagged(lines: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], str]]:
    return [(line, "td" if number else "th") for number, line in enumerate(lines)]
