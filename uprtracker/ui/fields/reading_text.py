"""A passage of official text for reading and copying, with what a search found marked in it."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.text import hits

_LINE_HEIGHTS = {"reading": 115}
_USUAL_LINE_HEIGHT = 106
"""Per cent of the font's own line, which is 1.3 of its size: lines of 21 for text of 14, of 18 for text of 13."""


class ReadingText(QLabel):
    """Data as plain text, in the direction of its own script; only the marks of a search are markup, and ours.

    `role` names a text role of the style sheet. It is a stop of the Tab key only where `by_keyboard`.
    """

    def __init__(
        self, role: str = "reading", *, by_keyboard: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._search = "", ""
        self._line_height = _LINE_HEIGHTS.get(role, _USUAL_LINE_HEIGHT)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if by_keyboard:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def show_text(self, text: str, search: str = "") -> None:
        """Show a text with the words of a search marked."""
        self._text, self._search = text, search
        self._render()

    def plain_text(self) -> str:
        return self._text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._search:
            self._render()

    def _render(self) -> None:
        mark = current_theme().palette.hit
        pieces, end = [], 0
        for first, last in hits(self._search, self._text):
            pieces.append(escape(self._text[end:first]))
            pieces.append(f'<span style="background-color:{mark}">{escape(self._text[first:last])}</span>')
            end = last
        pieces.append(escape(self._text[end:]))
        style = f"margin:0; line-height:{self._line_height}%; white-space:pre-wrap"
        self.setText(f'<p style="{style}">{"".join(pieces)}</p>')
