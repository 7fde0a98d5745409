"""The key to the NHRI's restricted notes: whether a passphrase stands before it, unlocking and locking, the recovery key."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.vault import IDLE, Vault
from uprtracker.ui.fields.button import button
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme


class PrivateNotesDialog(QDialog):
    """Freed when it closes."""

    changed = Signal()
    """Notes can be read now that could not before, or the other way round."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("private_notes_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Private notes"))
        self.setMinimumWidth(current_theme().px(520))
        self._vault = vault
        self.state = PlainLabel("", "secondary", wrap=True)
        self.secret = _password_field(_("Passphrase or recovery key"))
        self.new_secret = _password_field(_("New passphrase"))
        self.again = _password_field(_("The same again"))
        self.unlock = button(_("Unlock"), self._unlock)
        self.protect = button(_("Put the passphrase before the key"), self._protect)
        self.lock = button(_("Lock now"), self._lock)
        self.recovery_words = PlainLabel(
            _(
                "The recovery key opens the notes if the passphrase is forgotten. It is shown this once: print it, keep it apart."
            ),
            "secondary",
            wrap=True,
        )
        self.recovery = QLineEdit()
        self.recovery.setReadOnly(True)
        self.recovery.setAccessibleName(_("Recovery key"))
        self.copy = button(_("Copy"), self._copy)
        self.print = button(_("Print…"), self._print)
        self.remark = PlainLabel("", "caption", wrap=True)
        self._lay_out()
        self._show_state()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Private notes"), "title"))
        about = _(
            "Restricted notes of the NHRI are sealed with a key that lies on this machine only. Whoever has the dossier "
            "without it sees who wrote when, and no words. A copy of the key belongs in a safe place: without it the "
            "notes are lost."
        )
        column.addWidget(PlainLabel(about, "secondary", wrap=True))
        for part in (
            self.state,
            self.secret,
            self.unlock,
            self.new_secret,
            self.again,
            self.protect,
            self.lock,
        ):
            column.addWidget(part)
        column.addWidget(self.recovery_words)
        row = QHBoxLayout()
        for part in (self.recovery, self.copy, self.print):
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.remark)
        buttons = QDialogButtonBox()
        close = QPushButton(_("Close"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _show_state(self) -> None:
        locked, protected = self._vault.locked, self._vault.protected
        if locked:
            words = _("They are locked.")
        elif protected:
            words = _("They are unlocked, and lock themselves after {n} minutes without use.").format(
                n=IDLE.seconds // 60
            )
        else:
            words = _("No passphrase stands before the key: whoever uses this machine can read them.")
        self.state.setText(words)
        for part in (self.secret, self.unlock):
            part.setVisible(locked)
        for part in (self.new_secret, self.again, self.protect):
            part.setVisible(not locked)
        self.protect.setText(
            _("Change the passphrase") if protected else _("Put the passphrase before the key")
        )
        self.lock.setVisible(protected and not locked)
        shown = bool(self.recovery.text())
        self.recovery_words.setVisible(shown)
        for part in (self.recovery, self.copy, self.print):
            part.setVisible(shown)
        (self.secret if locked else self.new_secret).setFocus()

    @Slot()
    def _unlock(self) -> None:
        typed = self.secret.text()
        self.secret.clear()
        try:
            self._open_with(typed)
        except UserError as error:
            self.remark.setText(str(error))
            return
        self._tell("")

    def _open_with(self, typed: str) -> None:
        try:
            self._vault.unlock(typed)
        except UserError:
            self._vault.unlock_with_recovery_key(typed)

    @Slot()
    def _protect(self) -> None:
        wanted, again = self.new_secret.text(), self.again.text()
        if wanted != again:
            self.remark.setText(_("The two differ; type the passphrase again."))
            return
        try:
            if self._vault.protected:
                self._vault.change_passphrase(wanted)
            else:
                self.recovery.setText(self._vault.protect(wanted))
        except UserError as error:
            self.remark.setText(str(error))
            return
        self.new_secret.clear()
        self.again.clear()
        self._tell(_("The passphrase holds from now on."))

    @Slot()
    def _lock(self) -> None:
        self._vault.lock()
        self.recovery.clear()
        self._tell("")

    def _tell(self, remark: str) -> None:
        self.remark.setText(remark)
        self._show_state()
        self.changed.emit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.recovery.text())
        self.remark.setText(_("Copied; clear the clipboard when it is written down."))

    @Slot()
    def _print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self.remark.setText(_("There is no printer on this machine; write the recovery key down."))
            return
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            page = QTextDocument()
            page.setPlainText(f"{_('Recovery key')}\n\n{self.recovery.text()}")
            page.print_(printer)


def _password_field(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field
