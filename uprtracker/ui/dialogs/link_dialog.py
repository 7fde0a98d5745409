"""Asks which paragraphs of the text a recommendation concerns, their full text beside the list."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.paragraph_ticks import LABEL_ROLE, ParagraphTicks, paragraph_item
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import Paragraph, TextVersion
from uprtracker.vocabulary.text import fold, matches

_SIZE = (920, 600)
_LABEL = re.compile(r"(pp)?\d")


@dataclass(frozen=True)
class LinkChoice:
    """The labels chosen, in the order of the text, and the reason in a person's words, which may be empty."""

    labels: tuple[str, ...]
    reason: str


class LinkDialog(QDialog):
    """`answered` carries a `LinkChoice`. `which` names the recommendations, `linked` are labels they have already."""

    answered = Signal(object)

    def __init__(
        self, which: str, text: TextVersion, linked: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("link_dialog")
        self.setModal(True)
        title = _("Link {which} to paragraphs").format(which=which)
        self.setWindowTitle(title)
        self._paragraphs = {p.label: p for p in text.paragraphs}
        self._linked = set(linked)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Number or words of a paragraph"))
        self.search.setAccessibleName(_("Search in the paragraphs"))
        self.search.setClearButtonEnabled(True)
        self.list = ParagraphTicks()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why it concerns the paragraph"))
        self.reason.setAccessibleName(_("Reason"))
        self._name = PlainLabel("", "strong", wrap=True)
        self._chapeau = ReadingText("secondary")
        self._text = ReadingText()
        self._none_found = PlainLabel(_("No paragraph holds these words."), "secondary", wrap=True)
        self.link = QPushButton()
        self._items: list[QListWidgetItem] = []
        self._fill()
        self._lay_out(title, text.citation)
        self._connect()
        open_at_size(self, *_SIZE)
        self._name_button()
        self.search.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """The labels ticked; without any tick the one on which the person stands."""
        ticked = [item.data(LABEL_ROLE) for item in self._items if item.checkState() == Qt.CheckState.Checked]
        current = self.list.currentItem()
        if not ticked and current is not None and not current.isHidden() and _is_free(current):
            ticked = [current.data(LABEL_ROLE)]
        return tuple(ticked)

    def _fill(self) -> None:
        for paragraph in self._paragraphs.values():
            linked = paragraph.label in self._linked
            item = paragraph_item(paragraph, linked=linked)
            self._items.append(item)
            self.list.addItem(item)
        self._stand_on_first()

    def _lay_out(self, title: str, citation: str) -> None:
        start = column(8)
        start.addWidget(self.search)
        start.addWidget(self.list, 1)
        start.addWidget(self._none_found)
        self._none_found.hide()
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(start, 1)
        middle.addWidget(self._reading_side(), 1)
        buttons = QDialogButtonBox()
        self.link.setDefault(True)
        buttons.addButton(self.link, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        reason = QHBoxLayout()
        reason.setSpacing(12)
        reason_name = PlainLabel(_("Reason"), "name")
        reason_name.setBuddy(self.reason)
        reason.addWidget(reason_name)
        reason.addWidget(self.reason, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(4)
        whole.addWidget(PlainLabel(title, "title", wrap=True))
        whole.addWidget(PlainLabel(citation, "caption", wrap=True))
        whole.addSpacing(8)
        whole.addLayout(middle, 1)
        whole.addSpacing(8)
        whole.addLayout(reason)
        whole.addSpacing(8)
        whole.addWidget(buttons)

    def _reading_side(self) -> QWidget:
        content = QWidget()
        content.setProperty("ground", "paper")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 4, 8, 4)
        lines.setSpacing(8)
        for part in (self._name, self._chapeau, self._text):
            lines.addWidget(part)
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("Text of the paragraph"))
        scroll.setWidget(content)
        return scroll

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemChanged.connect(self._name_button)
        self.list.currentItemChanged.connect(self._name_button)
        self._show_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search field walk through the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and _walks(event):
            self.list.setFocus()
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        for item in self._items:
            item.setHidden(not _is_meant(typed, self._paragraphs[item.data(LABEL_ROLE)]))
        self._stand_on_first()
        self._none_found.setVisible(all(item.isHidden() for item in self._items))
        self._show_current()
        self._name_button()

    def _stand_on_first(self) -> None:
        shown = [item for item in self._items if not item.isHidden()]
        operative = [item for item in shown if not self._paragraphs[item.data(LABEL_ROLE)].preambular]
        if shown:
            self.list.setCurrentItem((operative or shown)[0])

    @Slot()
    def _show_current(self) -> None:
        item = self.list.currentItem()
        shown = item is not None and not item.isHidden()
        paragraph = self._paragraphs[item.data(LABEL_ROLE)] if shown else None
        above = self._paragraphs.get(paragraph.parent) if paragraph else None
        name = _("Paragraph {label}").format(label=paragraph.label) if paragraph else ""
        self._name.setText(name)
        self._chapeau.setVisible(above is not None)
        self._chapeau.show_text(above.text if above else "")
        self._text.show_text(paragraph.text if paragraph else "", self.search.text())

    @Slot()
    def _name_button(self) -> None:
        labels = self.chosen()
        self.link.setEnabled(bool(labels))
        if len(labels) == 1:
            self.link.setText(_("Link to paragraph {label}").format(label=labels[0]))
        else:
            words = ngettext("Link to {n} paragraph", "Link to {n} paragraphs", len(labels))
            self.link.setText(words.format(n=len(labels)))

    @Slot()
    def accept(self) -> None:
        labels = self.chosen()
        if labels:
            choice = LinkChoice(labels, self.reason.text().strip())
            super().accept()
            self.answered.emit(choice)


def _is_free(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)


def _walks(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)


def _is_meant(typed: str, paragraph: Paragraph) -> bool:
    """Whether a search means a paragraph: by the beginning of its label in any spacing, or of the words in it."""
    label = _compact(typed)
    if _LABEL.match(label):
        return _compact(paragraph.label).startswith(label)
    return matches(typed, fold(f"{paragraph.caption} {paragraph.text}"))


def _compact(label: str) -> str:
    return re.sub(r"[\s()]", "", fold(label))
