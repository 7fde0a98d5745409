"""Says once that something went wrong inside the program, with what may be copied about it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme


class BugDialog(QDialog):
    """`words` name kinds of errors and lines of the program, nothing from a dossier."""

    def __init__(self, words: str, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong"))
        self.setMinimumWidth(current_theme().px(520))
        self._details = QPlainTextEdit(words)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(_("What happened"))
        explanation = _(
            "This is a mistake in the program, not yours. What was saved before is safe. "
            "The lines below hold nothing from your dossier; please send them to whoever looks after the program."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(_("Copy"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(_("Something went wrong"), "title"))
        lines.addWidget(PlainLabel(explanation, "secondary", wrap=True))
        lines.addWidget(self._details)
        lines.addWidget(PlainLabel(_("Log: {file}").format(file=log_file), "quiet", wrap=True))
        lines.addWidget(buttons)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
