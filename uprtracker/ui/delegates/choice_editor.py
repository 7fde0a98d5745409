"""The drop-down list of a cell: it opens at once, and only a choice counts."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from uprtracker.ui.fields.quiet_combo_box import QuietComboBox


class ChoiceEditor(QuietComboBox):
    """`was_chosen` tells a choice from a mere look."""

    chosen = Signal(QWidget)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.was_chosen = False
        self.setAccessibleName(name)
        self.activated.connect(self._choose)

    def _choose(self) -> None:
        self.was_chosen = True
        self.chosen.emit(self)


def open_list(editor: QComboBox) -> None:
    """Let the list drop as soon as the editor stands in its cell, so that one click less is needed."""
    QTimer.singleShot(0, editor, editor.showPopup)


def complete_names(combo: QComboBox, names: Iterable[str]) -> None:
    """Let an editable drop-down list offer the names that hold what is typed, wherever in the name."""
    known = list(names)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(known)
    # as wide as its place, not as its longest name, which would push everything else aside
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(16)
    completer = QCompleter(QStringListModel(known, combo), combo)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    combo.setCompleter(completer)
