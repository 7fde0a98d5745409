"""Small buttons: a word that acts, and an icon that acts."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from uprtracker.ui.icon import icon
from uprtracker.ui.plain_label import tooltip
from uprtracker.ui.theme import current_theme


class LinkButton(QToolButton):
    """A word in the accent colour; `spoken` says more to a screen reader than the word alone."""

    def __init__(self, text: str, spoken: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken or text)


class IconButton(QToolButton):
    """An icon without a word: its name is its tooltip and what a screen reader says."""

    def __init__(self, icon_name: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(current_theme().px(16), current_theme().px(16)))
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


def allow(control: QWidget, reason: str) -> None:
    """Enable a control, or disable it and say why it cannot be used; an empty reason means it can."""
    control.setEnabled(not reason)
    control.setToolTip(tooltip(reason))
    control.setAccessibleDescription(reason)
