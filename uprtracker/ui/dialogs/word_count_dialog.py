"""Counts the words of a paper for the United Nations while it is written or pasted, beside the limit that holds for it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.word_count import LIMITS, counted, rule_in_words


class WordCountDialog(QDialog):
    """Freed when it closes, with the text: nothing of it is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("word_count_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Count words"))
        theme = current_theme()
        self.resize(theme.px(640), theme.px(520))
        self.limit = QuietComboBox()
        self.limit.setAccessibleName(_("Kind of paper"))
        for limit in LIMITS:
            self.limit.addItem(limit.label, limit)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text"))
        self.text.setPlaceholderText(_("Paste the text of the paper here, or write it."))
        self.count = PlainLabel("", "strong", wrap=True)
        self._lay_out()
        self.limit.currentIndexChanged.connect(self._count)
        self.text.textChanged.connect(self._count)
        self._count()
        self.text.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Count words"), "title"))
        column.addWidget(self.limit)
        column.addWidget(self.text, 1)
        column.addWidget(self.count)
        column.addWidget(PlainLabel(rule_in_words(), "caption", wrap=True))
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(_("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @Slot()
    def _count(self) -> None:
        self.count.setText(counted(self.text.toPlainText(), self.limit.currentData()).sentence)
