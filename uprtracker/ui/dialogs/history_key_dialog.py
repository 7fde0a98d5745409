"""The institution's key to its history: whether this machine has one, and making it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.history_key import history_key_file, make_history_key
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme


class HistoryKeyDialog(QDialog):
    """Freed when it closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_key_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Key of the history"))
        self.setMinimumWidth(current_theme().px(520))
        self.state = PlainLabel("", "strong", wrap=True)
        self.make = QPushButton(_("Make the key"))
        self.make.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Key of the history"), "title"))
        about = _(
            "Every entry of the history is sealed over the one before it, so that an edit or a removal by hand is found by "
            "'uprtracker check'. With a key that only your institution has, nobody else can make such seals; without one the "
            "head of the history must be noted outside the dossier. Entries made from now on are sealed with the key, when the "
            "dossier is opened again. Keep a copy of it in a safe place."
        )
        column.addWidget(PlainLabel(about, "secondary", wrap=True))
        column.addWidget(self.state)
        column.addWidget(self.make)
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(_("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.make.clicked.connect(self._make)
        self._show_state()

    def _show_state(self) -> None:
        path = history_key_file()
        there = path.exists()
        self.make.setVisible(not there)
        self.state.setText(
            _("This machine has the key '{file}'.").format(file=path)
            if there
            else _("This machine has no key.")
        )

    @Slot()
    def _make(self) -> None:
        try:
            make_history_key()
        except UserError as error:
            self.state.setText(str(error))
        else:
            self._show_state()
