"""Key figures: large numbers with their words, each a way to what was counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from uprtracker.i18n import _
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.theme import CAPTION, current_theme

_FIGURE = 28
_LEAST_WIDTH = 118
_GAP = 8
_MOST = 14


@dataclass(frozen=True)
class KeyFigure:
    """A number, what it counts, and what choosing it emits, such as the filter that shows what was counted."""

    number: int
    words: str
    shows: Any


class KeyFigures(QWidget):
    """Up to fourteen figures of one width in as few lines as fit; the arrow keys move between them."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Key figures"))
        # made at once, so that the Tab key meets them before what stands below
        self._pool = [_FigureButton(self) for _place in range(_MOST)]
        self._buttons: list[_FigureButton] = []
        for button in self._pool:
            button.hide()
            button.clicked.connect(self._open)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figures(self, figures: Iterable[KeyFigure]) -> None:
        shown = list(figures)
        self._buttons = self._pool[: len(shown)]
        for button, figure in zip(self._buttons, shown, strict=True):
            button.show_figure(figure)
        for button in self._pool:
            button.setVisible(button in self._buttons)
        self.updateGeometry()
        self._place()

    def mark(self, shows: Any) -> None:
        """Mark the figure that emits this as the one whose content is shown now."""
        for button in self._buttons:
            button.setCheckable(True)
            button.setChecked(button.figure.shows == shows)

    def buttons(self) -> list[QAbstractButton]:
        return list(self._buttons)

    def sizeHint(self) -> QSize:
        return QSize(800, self.heightForWidth(800))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * current_theme().px(_LEAST_WIDTH), 40)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        lines = ceil(len(self._buttons) / columns)
        return lines * self._line_height(width) + max(0, lines - 1) * _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        step = {forward: 1, back: -1}.get(Qt.Key(event.key()), 0)
        focused = self.focusWidget()
        if step and focused in self._buttons:
            place = self._buttons.index(focused) + step
            self._buttons[max(0, min(place, len(self._buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _columns(self, width: int) -> int:
        count = max(1, len(self._buttons))
        fit = max(1, (width + _GAP) // (current_theme().px(_LEAST_WIDTH) + _GAP))
        return ceil(count / ceil(count / fit))

    def _line_height(self, width: int) -> int:
        inner = self._width_of_one(width)
        return max((button.heightForWidth(inner) for button in self._buttons), default=0)

    def _width_of_one(self, width: int) -> int:
        columns = self._columns(width)
        return (width - (columns - 1) * _GAP) // columns

    def _place(self) -> None:
        columns, one, height = (
            self._columns(self.width()),
            self._width_of_one(self.width()),
            self._line_height(self.width()),
        )
        for number, button in enumerate(self._buttons):
            line, place = divmod(number, columns)
            left = place * (one + _GAP)
            if self.isRightToLeft():
                left = self.width() - left - one
            button.setGeometry(left, line * (height + _GAP), one, height)

    @Slot()
    def _open(self) -> None:
        self.chosen.emit(self.sender().figure.shows)


class _FigureButton(QAbstractButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure = KeyFigure(0, "", None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, figure: KeyFigure) -> None:
        self.figure = figure
        self.setAccessibleName(_("{n} {words}").format(n=figure.number, words=figure.words))
        self.update()

    def sizeHint(self) -> QSize:
        width = current_theme().px(_LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        words = QFontMetrics(self._words_font()).boundingRect(
            QRect(0, 0, width - 2 * PAD, 1000), int(Qt.TextFlag.TextWordWrap), self.figure.words
        )
        return QFontMetrics(self._number_font()).height() + words.height() + 2 * PAD

    def nextCheckState(self) -> None:
        """Which figure is marked is said by what is shown, not by the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.rect().adjusted(PAD, PAD, -PAD, -PAD)
        start = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        top = QFontMetrics(self._number_font()).height()
        painter.setFont(self._number_font())
        painter.setPen(theme.colour("accent" if self.underMouse() else "ink"))
        painter.drawText(inner, int(start | Qt.AlignmentFlag.AlignTop), str(self.figure.number))
        painter.setFont(self._words_font())
        painter.setPen(theme.colour("secondary"))
        flags = int(start | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(inner.adjusted(0, top, 0, 0), flags, self.figure.words)
        if self.isChecked():
            painter.fillRect(inner.left(), self.height() - 2, inner.width(), 2, theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _number_font(self) -> QFont:
        return current_theme().font(_FIGURE, QFont.Weight.DemiBold)

    def _words_font(self) -> QFont:
        return current_theme().font(CAPTION)
