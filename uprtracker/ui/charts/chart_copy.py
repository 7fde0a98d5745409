"""A chart leaving the program: as a picture with its title, and as a table for text and spreadsheets."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from uprtracker.ui.charts.writing import PAD, mirrored, write_line
from uprtracker.ui.shape_painter import draw_status
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.status import bucket_label

_MARGIN, _TITLE = 16, 28
_LINE, _SHAPE = 20, 13
_SHARPNESS = 2.0
"""Pixels of the picture for each on the screen: it is pasted into papers."""


def picture_of(chart: QWidget, title: str, legend: Sequence[str]) -> QImage:
    """The chart on paper under its title, with what the colours mean below it, read as the screen is."""
    theme = current_theme()
    margin, head = theme.px(_MARGIN), theme.px(_TITLE)
    entries = _legend_places(legend, chart.width())
    foot = entries[-1].bottom() + margin / 2 if entries else 0.0
    width, height = chart.width() + 2 * margin, chart.height() + 2 * margin + head + foot
    image = QImage(round(width * _SHARPNESS), round(height * _SHARPNESS), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mirror = chart.isRightToLeft()
    painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
    painter.setPen(theme.colour("ink"))
    write_line(
        painter, QRectF(margin + PAD, margin, chart.width() - 2 * PAD, head), title, right_to_left=mirror
    )
    painter.translate(margin, margin + head + chart.height() + margin / 2)
    for bucket, place in zip(legend, entries, strict=True):
        _draw_entry(painter, mirrored(place, chart.width(), mirror), bucket, mirror)
    painter.resetTransform()
    chart.render(painter, QPoint(margin, margin + head), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image


def _legend_places(legend: Sequence[str], width: float) -> list[QRectF]:
    """Where the entries stand, as read from the left, in as many lines as they need."""
    theme = current_theme()
    metrics, line = QFontMetricsF(theme.font(CAPTION)), theme.px(_LINE)
    places: list[QRectF] = []
    x, y = float(PAD), 0.0
    for bucket in legend:
        needed = theme.px(_SHAPE) + 6 + metrics.horizontalAdvance(bucket_label(bucket)) + 1
        if x > PAD and x + needed > width:
            x, y = float(PAD), y + line
        places.append(QRectF(x, y, needed, line))
        x += needed + theme.px(_MARGIN)
    return places


def _draw_entry(painter: QPainter, place: QRectF, bucket: str, mirror: bool) -> None:
    theme = current_theme()
    size = theme.px(_SHAPE)
    left = place.right() - size if mirror else place.left()
    draw_status(painter, left, place.center().y() - size / 2, size, bucket)
    words = place.adjusted(0, 0, -size - 6, 0) if mirror else place.adjusted(size + 6, 0, 0, 0)
    painter.setFont(theme.font(CAPTION))
    painter.setPen(theme.colour("secondary"))
    write_line(painter, words, bucket_label(bucket), right_to_left=mirror)


def html_of(lines: Sequence[Sequence[str]]) -> str:
    """Cells as a table that word processors and spreadsheets take; the first line is the head."""
    head, *rows = ["".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in line) for line, tag in _tagged(lines)]
    return "<table><tr>" + "</tr><tr>".join((head, *rows)) + "</tr></table>"


def _tagged(lines: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], str]]:
    return [(line, "td" if number else "th") for number, line in enumerate(lines)]
