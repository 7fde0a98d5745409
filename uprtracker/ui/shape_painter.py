"""Draws the status shapes of `vocabulary.status_shape` on the screen, as pictures and with a painter."""

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from uprtracker.ui.theme import Theme, current_theme
from uprtracker.vocabulary.status_shape import DISPUTED, SHAPES, SIZE, Stroke

_OUTER_RADIUS = 6.7
_OUTLINE_WIDTH = 0.7
_DEGREES_STEP = 16
_FULL_TURN = 360 * _DEGREES_STEP
_TOP = 90 * _DEGREES_STEP


def draw_status(
    painter: QPainter, x: float, y: float, size: float, bucket: str, *, outlined: bool = False
) -> None:
    """Draw the shape of a bucket with its top left corner at (x, y).

    `outlined` adds the thin line in ink that shapes need on the ground and on the selection (LOOK.md, *Colour roles*).
    """
    theme = current_theme()
    with_outline = (_outline(),) if outlined else ()
    _draw(painter, x, y, size, with_outline + SHAPES[bucket], theme.status_colour(bucket), theme)


def draw_disputed(painter: QPainter, x: float, y: float, size: float) -> None:
    """Draw the open diamond that marks a dispute, in ink."""
    theme = current_theme()
    _draw(painter, x, y, size, DISPUTED, theme.colour("ink"), theme)


def status_pixmap(bucket: str, size: int, ratio: float = 1.0, *, outlined: bool = False) -> QPixmap:
    """The shape of a bucket as a picture of `size` device-independent pixels."""
    return _pixmap(bucket, size, ratio, outlined, current_theme().dark)


def disputed_pixmap(size: int, ratio: float = 1.0) -> QPixmap:
    """The diamond of a dispute as a picture of `size` device-independent pixels."""
    return _disputed_pixmap(size, ratio, current_theme().dark)


def status_icon(bucket: str, size: int = 16) -> QIcon:
    """The shape of a bucket for menus and drop-down lists, sharp on any screen."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(status_pixmap(bucket, size, ratio))
        # Qt would tint a chosen entry's picture with the colour of the selection
        made.addPixmap(status_pixmap(bucket, size, ratio), QIcon.Mode.Selected)
    return made


@cache
def _pixmap(bucket: str, size: int, ratio: float, outlined: bool, _dark: bool) -> QPixmap:
    picture = _empty(size, ratio)
    painter = QPainter(picture)
    draw_status(painter, 0, 0, size, bucket, outlined=outlined)
    painter.end()
    return picture


@cache
def _disputed_pixmap(size: int, ratio: float, _dark: bool) -> QPixmap:
    picture = _empty(size, ratio)
    painter = QPainter(picture)
    draw_disputed(painter, 0, 0, size)
    painter.end()
    return picture


def _empty(size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _outline() -> Stroke:
    return Stroke("ring", ((SIZE / 2, SIZE / 2),), radius=_OUTER_RADIUS, width=_OUTLINE_WIDTH, ink="ink")


def _draw(
    painter: QPainter,
    x: float,
    y: float,
    size: float,
    strokes: tuple[Stroke, ...],
    colour: QColor,
    theme: Theme,
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / SIZE, size / SIZE)
    for stroke in strokes:
        ink = {"status": colour, "paper": theme.colour("paper"), "ink": theme.colour("ink")}[stroke.ink]
        _draw_stroke(painter, stroke, ink)
    painter.restore()


def _draw_stroke(painter: QPainter, stroke: Stroke, colour: QColor) -> None:
    points = [QPointF(px, py) for px, py in stroke.points]
    if stroke.kind in ("disc", "wedge"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    else:
        painter.setPen(_pen(stroke, colour))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if stroke.kind in ("ring", "disc"):
        painter.drawEllipse(points[0], stroke.radius, stroke.radius)
    elif stroke.kind == "wedge":
        painter.drawPie(_square_around(points[0], stroke.radius), _TOP, -round(_FULL_TURN * stroke.sweep))
    elif stroke.kind == "polygon":
        painter.drawPolygon(QPolygonF(points))
    else:
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)


def _pen(stroke: Stroke, colour: QColor) -> QPen:
    pen = QPen(colour, stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if stroke.dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        # Qt measures dashes in widths of the pen; a whole number of them closes the ring without a seam
        turn = 2 * math.pi * stroke.radius
        length = turn / (2 * round(turn / (2 * stroke.dash))) / stroke.width
        pen.setDashPattern([length, length])
    return pen


def _square_around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
