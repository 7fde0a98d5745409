"""A list of all paragraphs to search in, the preamble too, for a link that nobody suggested."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import Paragraph
from uprtracker.vocabulary.text import fold, matches

_ROW, _MOST_ROWS = 28, 8
_LABEL = Qt.ItemDataRole.UserRole


class ParagraphSearch(QFrame):
    """Enter links to the paragraph that is marked, Esc leaves; `looked_at` tells which one is marked."""

    link_requested = Signal(str, str)
    """Label, and the reason if one was written."""
    looked_at = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Other paragraph"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Search all paragraphs: number or words"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Reason, if it helps"))
        self.reason.setAccessibleName(_("Reason"))
        self.list = QListWidget()
        self.list.setProperty("look", "list")
        self.list.setAccessibleName(_("Paragraphs"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_MOST_ROWS * current_theme().px(_ROW) + 8)
        self._folded: list[tuple[str, str]] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (self.field, self.list, self.reason):
            lines.addWidget(part)
        self.field.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemDoubleClicked.connect(self._link)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Offer these paragraphs, operative ones first."""
        ordered = sorted(paragraphs, key=lambda p: p.preambular)
        self.list.clear()
        self._folded = []
        for paragraph in ordered:
            words = sentence_case(paragraph.short) or " ".join(paragraph.text.split())
            item = QListWidgetItem(f"{paragraph.label}   {words}")
            item.setData(_LABEL, paragraph.label)
            item.setSizeHint(QSize(0, current_theme().px(_ROW)))
            self.list.addItem(item)
            self._folded.append((fold(paragraph.label), fold(f"{paragraph.label} {words} {paragraph.text}")))

    def open(self) -> None:
        """Show the search with an empty field that has the focus."""
        self.field.clear()
        self.reason.clear()
        self._narrow("")
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._link()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count():
            if not self.list.item(row).isHidden():
                self.list.setCurrentRow(row)
                return
            row += by

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        """Show what holds every word; a label that is typed as printed, or without brackets, is marked first."""
        wanted = fold(typed)
        bare = wanted.translate({ord(c): None for c in "() "})
        best = None
        for row, (label, text) in enumerate(self._folded):
            item = self.list.item(row)
            same = bare and label.translate({ord(c): None for c in "() "}) == bare
            fits = not wanted or same or matches(wanted, text)
            item.setHidden(not fits)
            if fits and (best is None or same):
                best = item
        self.list.setCurrentItem(best)

    @Slot()
    def _look(self) -> None:
        item = self.list.currentItem()
        if item is not None and not self.isHidden():
            self.looked_at.emit(item.data(_LABEL))

    @Slot()
    def _link(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.link_requested.emit(item.data(_LABEL), self.reason.text().strip())
