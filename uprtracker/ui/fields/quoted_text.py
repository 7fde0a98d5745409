"""A paragraph's text set apart on the soft ground of the accent."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.theme import current_theme

_BAR = 3


class QuotedText(QWidget):
    """Reading text with a bar at its beginning."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ReadingText(by_keyboard=True)
        self.text.setAccessibleName(_("Text of the paragraph"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 8, 12, 10)
        whole.addWidget(self.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("accent_soft"))
        left = self.width() - _BAR if self.isRightToLeft() else 0
        painter.fillRect(left, 0, _BAR, self.height(), theme.colour("accent"))
