"""The search field in the head of the window: it searches while one types, and says how much it found."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.icon import pixmap
from uprtracker.ui.theme import CAPTION, current_theme

_PAUSE_MS = 120
_SIGN = 14


class SearchField(QLineEdit):
    """Esc clears it, and leaves it when it is empty; Enter and Down go to what was found."""

    search_requested = Signal(str)
    left = Signal()
    """The person wants to go on in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setAccessibleName(_("Search"))
        self.setPlaceholderText(_("Search numbers, texts, States, notes"))
        self.show_hits("")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._wait)
        self._told = ""

    def show_search(self, search: str) -> None:
        """Show a search that was set elsewhere; what the person is typing is left alone."""
        self._told = search
        if not self._pause.isActive() and self.text().strip() != search:
            self.setText(search)

    def show_hits(self, words: str) -> None:
        """Say inside the field how much was found: `12 of 62`."""
        self._hits = words
        room_for_hits = self.fontMetrics().horizontalAdvance(words) + 12 if words else 0
        room_for_sign = current_theme().px(_SIGN + 8)
        left, right = (
            (room_for_hits, room_for_sign) if self.isRightToLeft() else (room_for_sign, room_for_hits)
        )
        self.setTextMargins(left, 0, right, 0)
        self.setAccessibleDescription(words)
        self.update()

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _search(self) -> None:
        self._pause.stop()
        wanted = self.text().strip()
        if wanted != self._told:
            self._told = wanted
            self.search_requested.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._search()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._search()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        margin, size = theme.px(10), theme.px(_SIGN)
        x = self.width() - margin - size if self.isRightToLeft() else margin
        sign = pixmap("search", theme.palette.tertiary, size, self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - size) // 2, sign)
        painter.setFont(theme.font(CAPTION))
        painter.setPen(theme.colour("tertiary"))
        # in a mirrored field the end is at the left, which the painter's direction sees to
        at_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(margin, 0, -margin, 0), int(at_end), self._hits)
