"""The page of what happened: what moved between two moments, and every change that anybody made."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.change_list import ChangeList
from uprtracker.ui.panels.history_table import HistoryTable
from uprtracker.ui.panels.list_frame import MARGIN_X
from uprtracker.ui.panels.section import column

_TAB_PAD = 13


class HistoryPage(QWidget):
    """Two views behind two tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.changes = ChangeList()
        self.history = HistoryTable()
        self.views = QTabBar()
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        self.views.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views.setAccessibleName(_("Views of the history"))
        self._stack = QStackedWidget()
        for title, part in ((_("What moved"), self.changes), (_("Every change"), self.history)):
            self.views.addTab(title)
            self._stack.addWidget(part)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN_X - _TAB_PAD, 8, MARGIN_X, 4)
        line.addWidget(self.views)
        line.addStretch()
        whole = column(0)
        whole.addLayout(line)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.changes.table)
        self.views.currentChanged.connect(self._show_view)

    @Slot(int)
    def _show_view(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.setFocusProxy((self.changes.table, self.history.table)[place])
