"""The keys of the window, in one list."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from uprtracker.i18n import N_, _
from uprtracker.ui.plain_label import PlainLabel

_IN_PLACE = (
    ("F2", N_("Edit the cell")),
    ("Return", N_("Show the details")),
    ("Ctrl+C", N_("Copy the selected rows")),
    ("Delete", N_("Take the due date away")),
    ("Shift+F10", N_("Menu of the selected rows")),
    ("T", N_("Figures of a chart as a table")),
)
_COLUMNS = 3


class ShortcutsDialog(QDialog):
    """Lists the actions that have keys, and the keys of the table and of charts."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        named = [
            (a.shortcut(), a.text().replace("&", "").rstrip("…"))
            for a in actions
            if not a.shortcut().isEmpty()
        ]
        named += [(QKeySequence(keys), _(words)) for keys, words in _IN_PLACE]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        lines_each = ceil(len(named) / _COLUMNS)
        for place, (keys, words) in enumerate(named):
            column = 2 * (place // lines_each)
            label = PlainLabel(keys.toString(QKeySequence.SequenceFormat.NativeText), "strong")
            grid.addWidget(label, place % lines_each, column)
            grid.addWidget(PlainLabel(words, "secondary"), place % lines_each, column + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(16)
        lines.addWidget(PlainLabel(_("Keyboard shortcuts"), "title"))
        lines.addLayout(grid)
        lines.addWidget(buttons)
