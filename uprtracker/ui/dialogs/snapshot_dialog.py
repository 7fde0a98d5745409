"""Asks for the name of a snapshot."""

from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog


class SnapshotDialog(QuestionDialog):
    """The answer is a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Take a snapshot"),
            _(
                "The official state of everything as it is today is kept under a name, "
                "so that later reports can say what has moved since."
            ),
            _("Take snapshot"),
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Mid-term report 2027"))
        self.add_field(_("Name"), self.name)
        self.name.setFocus()

    def answer(self) -> str:
        return self.name.text().strip()

    def missing(self) -> str:
        return "" if self.answer() else _("Give the snapshot a name.")
