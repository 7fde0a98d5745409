"""The name of a file that is to be written: typed, or chosen in the system's dialog."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from uprtracker.i18n import _


class FileField(QWidget):
    """`kinds` is what the system's dialog offers (`Dossiers (*.uprt)`). A proposed name gives way to a person's own."""

    path_changed = Signal()

    def __init__(self, name: str, kinds: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kinds = name, kinds
        self._proposed = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.button = QPushButton(_("Choose…"))
        self.button.setAccessibleName(_("{name}: choose").format(name=name))
        self.button.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.edit, 1)
        line.addWidget(self.button)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.path_changed)
        self.button.clicked.connect(self._choose)

    def path(self) -> Path | None:
        typed = self.edit.text().strip()
        return Path(typed) if typed else None

    def propose(self, path: Path, kinds: str = "") -> None:
        """Enter a name, unless the person has already written another one."""
        self._kinds = kinds or self._kinds
        if self.edit.text() == self._proposed:
            self._proposed = str(path)
            self.edit.setText(self._proposed)
            self.edit.setCursorPosition(len(self._proposed))

    def end_with(self, suffix: str) -> None:
        """Give the name this ending."""
        path = self.path()
        if path is not None and path.name and path.suffix != suffix:
            was_proposed = self.edit.text() == self._proposed
            self.edit.setText(str(path.with_suffix(suffix)))
            if was_proposed:
                self._proposed = self.edit.text()

    @Slot()
    def _choose(self) -> None:
        # the person is asked here about a file that is there already
        chosen, _kind = QFileDialog.getSaveFileName(self, self._name, self.edit.text(), self._kinds)
        if chosen:
            self.edit.setText(chosen)
