"""The backups beside the dossier: when, why, how large; a new one, and one restored as a file of its own."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.backing_up import Backup, back_up, backups_of, restore
from uprtracker.ui.fields.button import button
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.screen_locale import screen_locale
from uprtracker.ui.theme import current_theme


class BackupsDialog(QDialog):
    """Freed when it closes. `dossier` is the file that is open."""

    restored = Signal(str)
    """The dossier that a backup was restored to."""

    def __init__(self, dossier: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Backups"))
        theme = current_theme()
        self.resize(theme.px(620), theme.px(440))
        self._dossier = dossier
        self._model = ItemTableModel(
            (
                ItemColumn(_("When"), _when, 150, "strong"),
                ItemColumn(_("Made before"), lambda backup: reason_words(backup.reason)),
                ItemColumn(
                    _("Size"), lambda backup: screen_locale().formattedDataSize(backup.size), 90, "number"
                ),
            ),
            key=lambda backup: backup.path,
            parent=self,
        )
        self.table = ItemTable(self._model, _("Backups"), lines=1)
        self.make = button(_("Back up now"), self._make)
        self.restore = button(_("Restore to a copy…"), self._restore)
        self.remark = PlainLabel("", "caption", wrap=True)
        self._lay_out()
        self.table.current_changed.connect(self._allow)
        self._read()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Backups"), "title"))
        about = _(
            "They lie beside the dossier, and are made before an import, a merge, a migration and a restore. The latest ten "
            "are kept, and one for each of seven days, four weeks and twelve months."
        )
        column.addWidget(PlainLabel(about, "secondary", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.remark)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addWidget(self.restore)
        row.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(_("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        column.addLayout(row)

    def _read(self) -> None:
        backups = backups_of(self._dossier)
        self._model.set_items(backups)
        if backups:
            self.table.select_place(0)
        else:
            self.remark.setText(_("There are no backups of this dossier yet."))
        self._allow()

    @Slot()
    def _allow(self) -> None:
        self.restore.setEnabled(self.table.current_item() is not None)

    @Slot()
    def _make(self) -> None:
        if (
            made := self._tried(lambda: back_up(str(self._dossier), "by-hand", datetime.now(UTC)))
        ) is not None:
            self._read()
            self.remark.setText(_("Backed up: {name}").format(name=made.name))

    @Slot()
    def _restore(self) -> None:
        backup: Backup | None = self.table.current_item()
        if backup is None:
            return
        proposed = self._dossier.with_name(f"{self._dossier.stem} {backup.at:%Y-%m-%d}.uprt")
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Restore to a copy"), str(proposed), _("Dossiers (*{suffix})").format(suffix=".uprt")
        )
        if chosen:
            self.restore_to(backup, Path(chosen))

    def restore_to(self, backup: Backup, target: Path) -> None:
        """Make a dossier of a backup; the open one is left alone."""
        if target == self._dossier:
            self.remark.setText(_("This dossier is open; choose another name for the copy."))
        elif self._tried(lambda: (restore(backup.path, target, datetime.now(UTC)), target)[1]) is not None:
            self.restored.emit(str(target))
            self.accept()

    def _tried(self, work: Callable[[], Path]) -> Path | None:
        try:
            return work()
        except UserError as error:
            self.remark.setText(str(error))
            return None


def reason_words(reason: str) -> str:
    """Before what a backup was made, from the word in its file's name."""
    known = {
        "by-hand": _("by hand"),
        "import": _("an import"),
        "merge": _("a merge"),
        "migrate": _("a migration"),
        "restore": _("a restore"),
    }
    return known.get(reason.rstrip("0123456789").rstrip("-"), reason)


def _when(backup: Backup) -> str:
    local = backup.at.astimezone()
    return f"{short_day(local.date())}, {local:%H:%M}"
