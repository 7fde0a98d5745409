"""Small buttons: a word that acts, and an icon that acts."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from uprtracker.ui.icon import icon
from uprtracker.ui.plain_label import tooltip
from uprtracker.ui.theme import CAPTION, current_theme

_UNDERLINE, _FOCUS_UNDERLINE = 1, 2


class LinkButton(QPushButton):
    """A word in the accent colour, in line with the text around it; the focus underlines it.

    `spoken` says more to a screen reader than the word alone.
    """

    def __init__(self, text: str, spoken: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken or text)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._link_font()).size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(words.width() + 1, words.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(self._link_font())
        painter.setPen(theme.colour("accent" if self.isEnabled() else "tertiary"))
        words = painter.boundingRect(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        words.moveLeft(self.width() - words.width() if self.isRightToLeft() else 0)
        painter.drawText(self.rect(), self._flags(), self.text())
        thickness = _FOCUS_UNDERLINE if self.hasFocus() else _UNDERLINE
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            accent = theme.colour("accent")
            painter.fillRect(words.left(), words.bottom() + 1, words.width(), thickness, accent)

    def _flags(self) -> int:
        start = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic)

    def _link_font(self) -> QFont:
        return current_theme().font(CAPTION, QFont.Weight.Medium)


class IconButton(QToolButton):
    """An icon without a word: its name is its tooltip and what a screen reader says."""

    def __init__(self, icon_name: str, name: str, *, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(current_theme().px(size), current_theme().px(size)))
        self.setToolTip(tooltip(name))
        self.setAccessibleName(name)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        palette = current_theme().palette
        self.setIcon(icon(self._icon_name, palette.secondary, palette.tertiary))


def links_in_line(*links: LinkButton) -> QHBoxLayout:
    """Link buttons beside each other, from the start of the line."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for link in links:
        line.addWidget(link)
    line.addStretch()
    return line


def allow(control: QWidget, reason: str) -> None:
    """Enable a control, or disable it and say why it cannot be used; an empty reason means it can."""
    control.setEnabled(not reason)
    control.setToolTip(tooltip(reason))
    control.setAccessibleDescription(reason)
