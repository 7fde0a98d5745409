"""An institution, chosen from those known or typed anew."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.plain_label import tooltip
from uprtracker.vocabulary.text import fold


class InstitutionField(QuietComboBox):
    """Emits the name that a person chooses. A name that is not known counts only with Enter, so that half a word left
    behind makes no institution; `unknown_typed` tells it while it is written, an empty text when it is gone."""

    institution_chosen = Signal(str)
    unknown_typed = Signal(str)

    def __init__(self, name: str, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._names = QStringListModel(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setPlaceholderText(placeholder)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.activated.connect(self._choose_listed)
        self.lineEdit().returnPressed.connect(self._choose_typed)
        self.lineEdit().editingFinished.connect(self._leave)
        self.lineEdit().textEdited.connect(self._tell_unknown)
        completer.activated.connect(self._choose_typed)

    def show_institution(self, shown: str, known: Iterable[str]) -> None:
        """Show a name among those that may be chosen; an empty one among them is the choice of none."""
        names = list(known)
        if names != self._names.stringList():
            self._names.setStringList(names)
            self.clear()
            self.addItems(names)
        self._shown = shown
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentText() != self._shown:
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setCurrentIndex(self.findText(self._shown, Qt.MatchFlag.MatchExactly))
        self.setEditText(self._shown)
        self.lineEdit().setCursorPosition(0)
        if self.isEnabled():
            self.setToolTip(tooltip(self._shown))
        self.unknown_typed.emit("")

    def _known(self, typed: str) -> str | None:
        wanted = fold(typed)
        return next((name for name in self._names.stringList() if fold(name) == wanted), None)

    @Slot(str)
    def _tell_unknown(self, typed: str) -> None:
        name = " ".join(typed.split())
        self.unknown_typed.emit("" if not name or self._known(name) is not None else name)

    @Slot()
    def _choose_listed(self) -> None:
        self._choose(self.currentText())

    @Slot()
    def _choose_typed(self) -> None:
        typed = " ".join(self.currentText().split())
        known = self._known(typed)
        self._choose(typed if known is None else known)

    @Slot()
    def _leave(self) -> None:
        typed = " ".join(self.currentText().split())
        known = self._known(typed) if typed else ""
        if typed and known is None:
            self._show()
        elif known is not None:
            self._choose(known)

    def _choose(self, name: str) -> None:
        if name != self._shown:
            chosen_instead_of = self._shown
            self.institution_chosen.emit(name)
            if self._shown == chosen_instead_of:
                self._show()
