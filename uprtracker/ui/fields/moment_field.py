"""A state of the dossier: as it is now, as it stood on a day, or as it was stored in a snapshot."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox

_A_YEAR = timedelta(days=365)
_NOW, _DAY, _SNAPSHOT = "now", "day", "snapshot "


class MomentField(QWidget):
    """`now` are the words of the first choice; without them a day or a snapshot must be chosen."""

    changed = Signal()

    def __init__(self, name: str, now: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.kind = QuietComboBox()
        self.kind.setAccessibleName(name)
        self.date = DateField(_("{name}: day").format(name=name))
        self.setFocusProxy(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.kind)
        column.addWidget(self.date)
        self.offer((), date.min)
        self.kind.currentIndexChanged.connect(self._tell)
        self.date.day_edited.connect(self.changed)

    def offer(self, snapshots: Sequence[tuple[str, date]], today: date) -> None:
        """Offer these snapshots, the newest first; what was chosen stays where it is still there."""
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        if self._now:
            self.kind.addItem(self._now, _NOW)
        for name, day in sorted(snapshots, key=lambda each: each[1], reverse=True):
            words = _("Snapshot: {name}, {day}").format(name=name, day=long_day(day))
            self.kind.addItem(words, _SNAPSHOT + name)
        self.kind.addItem(_("An earlier day…"), _DAY)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)
        if self.date.day() is None and today != date.min:
            # changes since today would be none
            self.date.set_day(today if self._now else today - _A_YEAR)
        self.date.setVisible(self.kind.currentData() == _DAY)

    def choose_day(self, day: date) -> None:
        """Take the dossier as it stood on a day."""
        self.date.set_day(day)
        self.kind.setCurrentIndex(self.kind.findData(_DAY))

    def day(self) -> date | None:
        """The day that was chosen; `None` for now and for a snapshot."""
        return self.date.day() if self.kind.currentData() == _DAY else None

    def snapshot(self) -> str:
        """The name of the snapshot that was chosen, or nothing."""
        chosen = str(self.kind.currentData())
        return chosen.removeprefix(_SNAPSHOT) if chosen.startswith(_SNAPSHOT) else ""

    @Slot()
    def _tell(self) -> None:
        self.date.setVisible(self.kind.currentData() == _DAY)
        self.changed.emit()
