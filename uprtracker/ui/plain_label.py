"""Labels and tooltips that show data as plain text, whatever signs it holds."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from uprtracker.i18n import current_language, reads_from_right

_FROM_LEFT, _FROM_RIGHT = "\u200e", "\u200f"
_APART, _APART_END = "\u2066", "\u2069"


class PlainLabel(QLabel):
    """A label that never reads its text as markup.

    `role` names a text role of the style sheet: `title`, `reading`, `heading`, `section`, `strong`, `secondary`,
    `caption`, `quiet`, `name`; without one it is body text.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self._is_laid_out() else hint

    def _keep_height(self) -> None:
        # layouts within layouts forget that a wrapped label is higher where it is narrower, and cut it
        if self._is_laid_out():
            # a label's height for a width is never below its minimum, not even the one of another width
            self.setMinimumHeight(0)
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def _is_laid_out(self) -> bool:
        return self.wordWrap() and bool(self.text()) and self.testAttribute(Qt.WidgetAttribute.WA_Resized)


class ElidedLabel(PlainLabel):
    """One line of plain text that is shortened where there is no room; the tooltip then has the whole."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            int(self.alignment() | Qt.TextFlag.TextSingleLine),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            self._shown(),
            self.foregroundRole(),
        )

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell_whole(self) -> None:
        self.setToolTip("" if self._shown() == self.text() else tooltip(self.text()))


def apart(name: str) -> str:
    """A name of a file or a path within words of ours: written from left to right, whatever stands around it."""
    return f"{_APART}{name}{_APART_END}"


def in_own_direction(words: str, language: str = "") -> str:
    """Words of ours that may begin with a name in another script: marked to read in the direction of their language.

    Without a language: that of the screen.
    """
    mark = _FROM_RIGHT if reads_from_right(language or current_language()) else _FROM_LEFT
    return mark + words if words else ""


def tooltip(text: str) -> str:
    """Text for `setToolTip`, which would guess at markup; long texts are wrapped."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""
