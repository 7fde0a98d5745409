"""How a linked recommendation stands beside its paragraph: number, two lines of text, status and lead."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.i18n import _
from uprtracker.ui.charts.writing import mirrored, write_line
from uprtracker.ui.delegates.cell_text import laid_out
from uprtracker.ui.shape_painter import draw_status
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import bucket_label

_LINE = 18
ROW_INSET = 8
"""Pixels between the edge of the list and its words."""
_PAD_Y = 9
_NUMBER = 72
_SHAPE = 14
_GAP = 7

_Index = QModelIndex | QPersistentModelIndex


class LinkedRowDelegate(QStyledItemDelegate):
    """Draws the rows of a `LinkedRowModel`."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        theme = current_theme()
        return QSize(self._view.viewport().width(), 3 * theme.px(_LINE) + 2 * theme.px(_PAD_Y) + 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, mirror = current_theme(), self._view.isRightToLeft()
        row: Recommendation = self._view.model().row_at(index.row())
        cell = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))
        painter.save()
        painter.translate(cell.topLeft())
        width, line = float(cell.width()), theme.px(_LINE)
        top, start = theme.px(_PAD_Y), float(ROW_INSET)
        painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("ink"))
        number = QRectF(start, top, theme.px(_NUMBER), line)
        write_line(painter, mirrored(number, width, mirror), row.label, right_to_left=mirror)
        start += theme.px(_NUMBER)
        room = QRectF(start, top, width - start - ROW_INSET, 2 * line)
        key = theme.px(BODY), QFont.Weight.Normal
        text = laid_out(row.text, key, round(room.width()), 2, float(line), "")
        corner = mirrored(room, width, mirror).topLeft()
        text.draw(painter, corner.x(), corner.y(), theme.colour("ink"), theme.colour("hit"))
        self._draw_status(painter, row, QRectF(start, top + 2 * line + 3, room.width(), line), width)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -3), 4, 4)

    def _draw_status(self, painter: QPainter, row: Recommendation, place: QRectF, width: float) -> None:
        theme, mirror = current_theme(), self._view.isRightToLeft()
        size = theme.px(_SHAPE)
        shape = QRectF(place.left(), place.center().y() - size / 2, size, size)
        corner = mirrored(shape, width, mirror).topLeft()
        draw_status(painter, corner.x(), corner.y(), size, row.bucket, outlined=self._view.hasFocus())
        pieces = (
            bucket_label(row.bucket),
            _("draft beside it") if row.has_draft else "",
            _("disputed") if row.disputed else "",
            row.lead or _("no lead ministry"),
        )
        words = place.adjusted(size + _GAP, 0, 0, 0)
        painter.setFont(theme.font(CAPTION))
        painter.setPen(theme.colour("secondary"))
        write_line(
            painter,
            mirrored(words, width, mirror),
            " · ".join(piece for piece in pieces if piece),
            right_to_left=mirror,
            elide=True,
        )
