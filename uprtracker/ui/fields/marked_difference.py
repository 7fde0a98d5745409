"""One side of two wordings, with the words marked that the other side lacks."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from uprtracker.i18n import _
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.text_difference import Change, Difference

LEFT_ONLY, RIGHT_ONLY = "text-decoration:line-through", "text-decoration:underline"
"""How the words of one side are marked: colour is the same on both, so that the line tells them apart."""
_LINE_HEIGHT = 115

Spans = Sequence[tuple[int, int]]


def marked_html(text: str, spans: Iterable[tuple[int, int]], line: str) -> str:
    """The text as markup with these half-open ranges marked; what the text holds is shown as it is."""
    pieces, end = [], 0
    for first, last in spans:
        if first < last:
            mark = f"background-color:{current_theme().palette.hit}; {line}"
            pieces.append(escape(text[end:first]))
            pieces.append(f'<span style="{mark}">{escape(text[first:last])}</span>')
            end = last
    pieces.append(escape(text[end:]))
    return "".join(pieces)


class MarkedDifference(QLabel):
    """Reading text; `later` says that it is the right side of the two."""

    def __init__(self, *, later: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later = later
        self._text, self._spans = "", _NOTHING
        self.setProperty("role", "reading")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_side(self, text: str, found: Iterable[Difference]) -> None:
        """Show the text; `found` are the stretches of both."""
        changed = [one for one in found if one.change is not Change.EQUAL]
        self._text, self._spans = text, tuple(one.right if self._later else one.left for one in changed)
        self._render()

    def marked(self) -> list[str]:
        """The words that are marked."""
        return [self._text[first:last] for first, last in self._spans if first < last]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        html = marked_html(self._text, self._spans, RIGHT_ONLY if self._later else LEFT_ONLY)
        self.setText(
            f'<p style="margin:0; line-height:{_LINE_HEIGHT}%; white-space:pre-wrap">{html}</p>'
            if html
            else ""
        )
        self.setAccessibleName(self._text or _("Nothing"))
        spoken = "; ".join(self.marked())
        self.setAccessibleDescription(_("Only here: {words}").format(words=spoken) if spoken else "")


_NOTHING: Spans = ()
