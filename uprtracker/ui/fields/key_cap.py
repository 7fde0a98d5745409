"""A key of the keyboard as a small drawing, and lines that say what keys do."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.style_sheet import mixed
from uprtracker.ui.theme import SMALL, current_theme

_HEIGHT, _PAD, _RADIUS = 20, 7, 3


class KeyCap(QWidget):
    """The name of one key, for the eye only: the action beside it has an accessible name."""

    def __init__(self, key: str, *, least_width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._least_width = least_width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        words = theme.font(SMALL)
        self.setFont(words)
        width = self.fontMetrics().horizontalAdvance(self._key) + 2 * theme.px(_PAD)
        return QSize(max(width, theme.px(self._least_width)), theme.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        edge = QColor(mixed(theme.palette.paper, theme.palette.tertiary, 0.55))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        # the lower edge is thicker, as that of a key seen from above
        painter.drawLine(area.bottomLeft() + QPointF(2, 1), area.bottomRight() + QPointF(-2, 1))
        painter.setPen(theme.colour("secondary"))
        painter.setFont(theme.font(SMALL))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._key)


def key_hint(keys: tuple[str, ...], words: str) -> QWidget:
    """Keys, and what they do."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 8, 0)
    line.setSpacing(4)
    for key in keys:
        line.addWidget(KeyCap(key))
    line.addWidget(PlainLabel(words, "caption"))
    return holder
