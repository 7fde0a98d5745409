"""Drop-down lists that change nothing by accident: the wheel scrolls the page, and only a choice counts."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget


class QuietComboBox(QComboBox):
    """A drop-down list that the wheel does not turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(QuietComboBox):
    """The drop-down list of a cell; `was_chosen` tells a choice from a mere look."""

    chosen = Signal(QWidget)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.was_chosen = False
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isEditable() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.was_chosen = True
        self.chosen.emit(self)


def opens_editor_list(editor: QComboBox) -> None:
    """Let the list drop as soon as the editor stands in its cell, so that one click less is needed."""
    QTimer.singleShot(0, editor, editor.showPopup)


def completes_names(combo: QComboBox, names: Iterable[str]) -> None:
    """Let an editable drop-down list offer the names that hold what is typed, wherever in the name."""
    known = list(names)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(known)
    completer = QCompleter(QStringListModel(known, combo), combo)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    combo.setCompleter(completer)
