"""A line in which a person names recommendations by their numbers, read while it is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import Recommendation

Find = Callable[[str], Sequence[Recommendation]]
"""The recommendations that one reference names (`140.12`, `140.30-33`); `UserError` where there are none."""


class NumbersField(QWidget):
    """`140.12, 140.30-33`; below it stands how many these are, or what is wrong."""

    changed = Signal()

    def __init__(self, name: str, find: Find, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._rows: list[Recommendation] = []
        self._wrong = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(_("140.12, 140.30-33"))
        self._told = PlainLabel("", "caption", wrap=True)
        whole = column(4)
        self.setLayout(whole)
        whole.addWidget(self.edit)
        whole.addWidget(self._told)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)
        self._read()

    def rows(self) -> list[Recommendation]:
        """The recommendations named, each once, in the order named; none while something is wrong."""
        return [] if self._wrong else list(self._rows)

    def wrong(self) -> str:
        """One sentence about what cannot be read; empty when all can."""
        return self._wrong

    def set_rows(self, rows: Sequence[Recommendation]) -> None:
        """Write the numbers of these."""
        self.edit.setText(", ".join(row.label for row in rows))

    @Slot()
    def _read(self) -> None:
        self._wrong, found = "", {}
        pieces = [piece.strip() for piece in self.edit.text().replace(";", ",").split(",")]
        try:
            for piece in filter(None, pieces):
                found.update({row.id: row for row in self._find(piece)})
        except UserError as error:
            self._wrong = str(error)
        self._rows = list(found.values())
        count = len(self._rows)
        words = ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)
        self._told.setText(self._wrong or words)
        self.changed.emit()
