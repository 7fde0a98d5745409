"""How the cells of an `ItemTable` are drawn: in the look of the list of recommendations, with ticks and shapes."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from uprtracker.ui.delegates.row_delegate import LINE_HEIGHT, RowDelegate
from uprtracker.ui.icon import pixmap
from uprtracker.ui.item_models.item_table_model import ItemColumn
from uprtracker.ui.shape_painter import draw_status
from uprtracker.ui.theme import BODY, CAPTION, current_theme

_SHAPE, _GAP = 14, 7
_BOX = 16

_LOOKS = {
    "strong": (BODY, QFont.Weight.DemiBold, "ink"),
    "plain": (BODY, QFont.Weight.Normal, "ink"),
    "quiet": (CAPTION, QFont.Weight.Normal, "secondary"),
    "number": (BODY, QFont.Weight.Normal, "ink"),
}
_NOTE = (CAPTION, QFont.Weight.Normal, "secondary")


class ItemDelegate(RowDelegate):
    """Its parent is the table, whose model is an `ItemTableModel`; `lines` is how many a row has room for."""

    lines = 2

    def draw_cell(self, painter: QPainter, area: QRect, row: Any, column: int, selected: bool) -> None:
        model = self.parent().model()
        drawn = model.column_at(column)
        if drawn is None:
            if model.may_tick(row):
                self._draw_box(painter, area, model.is_ticked(row))
        elif drawn.look == "number":
            self._draw_number(painter, area, drawn.text(row))
        else:
            self._draw_words(painter, area, row, drawn, selected)

    def _draw_words(
        self, painter: QPainter, area: QRect, item: Any, column: ItemColumn, selected: bool
    ) -> None:
        theme = current_theme()
        line = theme.px(LINE_HEIGHT)
        if column.bucket is not None:
            shape = theme.px(_SHAPE)
            area, mark = self.beside(area, shape, shape + theme.px(_GAP))
            bucket = column.bucket(item)
            if bucket:
                draw_status(painter, mark, area.y() + (line - shape) / 2, shape, bucket, outlined=selected)
        note = column.note(item) if column.note is not None else ""
        look = _LOOKS[column.look]
        if not note:
            self.draw_text(painter, area, column.text(item), look, 1 if self.compact else self.lines)
        elif self.compact:
            words = " · ".join(piece for piece in (column.text(item), note) if piece)
            self.draw_text(painter, area, words, look)
        else:
            written = round(self.draw_text(painter, area, column.text(item), look, self.lines - 1))
            left = self.lines - max(1, round(written / line))
            self.draw_text(painter, area.adjusted(0, written, 0, 0), note, _NOTE, left)

    def _draw_number(self, painter: QPainter, area: QRect, number: str) -> None:
        """Figures end at one line, so that they can be compared."""
        size, weight, role = _LOOKS["number"]
        painter.setFont(current_theme().font(size, weight))
        painter.setPen(current_theme().colour(role if number != "0" else "tertiary"))
        line = QRect(area.x(), area.y(), area.width(), current_theme().px(LINE_HEIGHT))
        end = Qt.AlignmentFlag.AlignLeft if self._mirrored() else Qt.AlignmentFlag.AlignRight
        painter.drawText(line, end | Qt.AlignmentFlag.AlignVCenter, number)

    def _draw_box(self, painter: QPainter, area: QRect, ticked: bool) -> None:
        theme = current_theme()
        size, line = theme.px(_BOX), theme.px(LINE_HEIGHT)
        left = area.right() + 1 - size if self._mirrored() else area.x()
        box = QRectF(left + 0.5, area.y() + (line - size) // 2 + 0.5, size - 1, size - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if ticked else "tertiary"), 1))
        painter.setBrush(theme.colour("accent" if ticked else "paper"))
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()
        if ticked:
            mark = theme.px(_BOX - 4)
            ratio = painter.device().devicePixelRatioF()
            drawn = pixmap("check", theme.palette.paper, mark, ratio)
            painter.drawPixmap(round(box.x() + (size - mark) / 2), round(box.y() + (size - mark) / 2), drawn)
