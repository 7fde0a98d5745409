"""What is being done and how far it is, with a way to stop it that leaves nothing behind."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel
from uprtracker.ui.theme import current_theme

_WIDTH = 460


class ProgressDialog(QDialog):
    """Escape and Cancel ask to stop; it closes when the work has ended."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_dialog")
        self.setModal(True)
        self.setWindowTitle(_("Import"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self._words = ElidedLabel("", "strong")
        self._count = PlainLabel("", "secondary")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(_("Cancel"))
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.cancel)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(12)
        for part in (self._words, self.bar):
            lines.addWidget(part)
        lines.addLayout(foot)
        self.setMinimumWidth(current_theme().px(_WIDTH))
        self.cancel.clicked.connect(self.reject)

    @Slot(str)
    def show_words(self, words: str) -> None:
        """What is being done."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.show_count(0, 0)

    @Slot(int, int)
    def show_count(self, done: int, total: int) -> None:
        """How many records are done; `total` is 0 while nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total:
            words = _("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        else:
            words = ngettext("{n} record", "{n} records", done).format(n=f"{done:,}") if done else ""
        self._count.setText(words)

    @Slot()
    def reject(self) -> None:
        """Ask to stop once."""
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self._count.setText(_("Stopping; nothing will be changed…"))
            self.stop_requested.emit()

    def end(self) -> None:
        """Close, as the work has ended."""
        super().reject()
        self.deleteLater()
