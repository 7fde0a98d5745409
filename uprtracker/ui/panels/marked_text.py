"""The text of a recommendation with the words of a suggestion underlined."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from uprtracker.i18n import _
from uprtracker.ui.theme import READING, current_theme

_LARGE, _LONG = 18, 420
_LINE_HEIGHT = 118

Spans = Sequence[tuple[int, int]]


class MarkedText(QLabel):
    """Large for texts of usual length, of reading size for long ones; the marks are ours, the text is shown as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._spans: Spans = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_text(self, text: str, spans: Spans = ()) -> None:
        """`spans` are half-open ranges of the text's characters, in order and apart."""
        self._text, self._spans = text, spans
        self._render()

    def plain_text(self) -> str:
        return self._text

    def marked(self) -> list[str]:
        """The words that are marked."""
        return [self._text[first:last] for first, last in self._spans]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        theme = current_theme()
        pieces, end = [], 0
        # a soft ground as well as the line: words set apart by more than colour, in both themes
        mark = f"background-color:{theme.palette.accent_soft}; text-decoration:underline; color:{theme.palette.accent}"
        for first, last in self._spans:
            pieces.append(escape(self._text[end:first]))
            pieces.append(f'<span style="{mark}">{escape(self._text[first:last])}</span>')
            end = last
        pieces.append(escape(self._text[end:]))
        size = theme.px(READING if len(self._text) > _LONG else _LARGE)
        style = f"margin:0; font-size:{size}px; line-height:{_LINE_HEIGHT}%; white-space:pre-wrap"
        self.setText(f'<p style="{style}">{"".join(pieces)}</p>')
        spoken = "; ".join(self.marked())
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(_("Marked: {words}").format(words=spoken) if spoken else "")
