"""Asks whether a dossier of an older version shall be brought up to date."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog


class MigrateDialog(QuestionDialog):
    """The answer is the dossier's location."""

    def __init__(self, location: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Bring the dossier up to date"),
            _(
                "{name} was made by an older version of UPR Tracker. It is copied to a backup in the same folder "
                "first. Afterwards the older version cannot open it any more; the backup it can."
            ).format(name=Path(location).name),
            _("Back up and open"),
        )
        self._location = location

    def answer(self) -> str:
        return self._location
