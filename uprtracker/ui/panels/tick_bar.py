"""The line above a list with ticks: which ministry's entries are shown, ticks for all, and what is done with them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.names_filter import NamesFilter


class TickBar(QWidget):
    """`other` and `main` are the two things that can be done with what is ticked."""

    all_wanted = Signal(bool)

    def __init__(self, everyone: str, other: str, main: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = NamesFilter(_("Show"), everyone, _("Without lead ministry"))
        self.tick_all = LinkButton(_("Tick all"))
        self.tick_none = LinkButton(_("Tick none"))
        self.other = QPushButton(other)
        self.main = QPushButton(main)
        self.main.setProperty("kind", "primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.choice, self.tick_all, self.tick_none):
            line.addWidget(part)
        line.addStretch()
        line.addWidget(self.other)
        line.addWidget(self.main)
        self.tick_all.clicked.connect(self._want_all)
        self.tick_none.clicked.connect(self._want_none)

    @Slot()
    def _want_all(self) -> None:
        self.all_wanted.emit(True)

    @Slot()
    def _want_none(self) -> None:
        self.all_wanted.emit(False)
