"""A passage of official text for reading and copying, with what a search found marked in it."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.text import hits

_LINE_HEIGHT = 115
"""Per cent of the font's own line, which is 1.3 of its size: lines of 21 for text of 14."""


class ReadingText(QLabel):
    """Data as plain text, in the direction of its own script; only the marks of a search are markup, and ours.

    `role` names a text role of the style sheet.
    """

    def __init__(self, role: str = "reading", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._search = "", ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

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
        style = f"margin:0; line-height:{_LINE_HEIGHT}%; white-space:pre-wrap"
        self.setText(f'<p style="{style}">{"".join(pieces)}</p>')
