"""The frame of a small question: what is asked, a form, and a button that says what happens."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme


class QuestionDialog(QDialog):
    """Freed when it closes. A subclass fills `form`, says in `answer` what was entered, and what is still `missing`."""

    answered = Signal(object)
    """What the person entered, told once, when they agreed."""

    def __init__(self, parent: QWidget | None, title: str, explanation: str, verb: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setMinimumWidth(current_theme().px(460))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._still_missing = PlainLabel("", "caption", wrap=True)
        self._still_missing.hide()
        buttons = QDialogButtonBox()
        self._agree = QPushButton(verb.replace("&", "&&"))
        self._agree.setDefault(True)
        cancel = QPushButton(_("Cancel"))
        buttons.addButton(self._agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(title, explanation, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def _lay_out(self, title: str, explanation: str, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        heading = PlainLabel(title, "title", wrap=True)
        column.addWidget(heading)
        if explanation:
            column.addWidget(PlainLabel(explanation, "secondary", wrap=True))
        column.addLayout(self.form)
        column.addWidget(self._still_missing)
        column.addSpacing(4)
        column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # the style sheet makes some fields wider than they were when the dialog was measured
        self.layout().activate()
        self.resize(self.size().expandedTo(self.layout().totalSizeHint()))

    def add_field(self, words: str, field: QWidget) -> None:
        """Add a field with its name before it."""
        name = PlainLabel(words, "name")
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words)
        self.form.addRow(name, field)

    def answer(self) -> object:
        """What was entered."""
        raise NotImplementedError

    def missing(self) -> str:
        """One sentence about what must still be entered; empty when all is there."""
        return ""

    @Slot()
    def accept(self) -> None:
        if sentence := self.missing():
            self._still_missing.setText(sentence)
            self._still_missing.show()
            return
        answer = self.answer()
        super().accept()
        self.answered.emit(answer)
