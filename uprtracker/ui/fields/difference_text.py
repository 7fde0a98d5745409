"""What became of a text: words that go are struck out, words that come are underlined, the rest stands as it was."""

import re
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from uprtracker.i18n import _
from uprtracker.ui.theme import current_theme

_WORD = re.compile(r"\S+\s*|^\s+")


def word_difference(before: str, after: str) -> list[tuple[str, str]]:
    """Pieces of text as (`same`, `gone` or `new`, words), in order: without the new ones they are the words of
    `before`, without the gone ones those of `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    compared = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    found: list[tuple[str, str]] = []
    for what, a, b, c, d in compared.get_opcodes():
        pieces = (("same", new[c:d]),) if what == "equal" else (("gone", old[a:b]), ("new", new[c:d]))
        found += [(kind, "".join(words)) for kind, words in pieces if words]
    return found


class DifferenceText(QLabel):
    """Plain text before and after; only the marks of the difference are markup, and ours."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = "", ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_difference(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self.setAccessibleName(_("before: {before}; after: {after}").format(before=before, after=after))
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        palette = current_theme().palette
        styles = {
            "same": "",
            "gone": f"color:{palette.secondary}; text-decoration:line-through",
            "new": f"background-color:{palette.accent_soft}; text-decoration:underline",
        }
        pieces = [
            f'<span style="{styles[kind]}">{escape(text.rstrip())}</span> '
            for kind, text in word_difference(self._before, self._after)
        ]
        self.setText(f'<p style="margin:0; white-space:pre-wrap">{"".join(pieces)}</p>')
