"""A field for several lines of text that is as high as what is written in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_MOST_LINES = 14


class GrowingText(QPlainTextEdit):
    """Tab leaves it; Ctrl+Enter is `finished`. It never scrolls the page's wheel away until it is at its highest."""

    finished = Signal()
    entered = Signal()

    def __init__(self, name: str, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def set_least_lines(self, lines: int) -> None:
        self._least_lines = lines
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def fit(self) -> None:
        """Take the height of the text, within limits."""
        lines = round(self.document().size().height())
        policies = Qt.ScrollBarPolicy
        scrolls = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if scrolls else policies.ScrollBarAlwaysOff
        )
        shown = min(max(lines, self._least_lines), _MOST_LINES)
        around = self.height() - self.viewport().height() if self.isVisible() else 10
        margin = round(2 * self.document().documentMargin())
        height = shown * self.fontMetrics().lineSpacing() + margin + max(around, 8)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
