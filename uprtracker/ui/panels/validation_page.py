"""The page of the validating authority: drafts to confirm, and requests to assign otherwise."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.draft_list import DraftList
from uprtracker.ui.panels.list_frame import MARGIN_X
from uprtracker.ui.panels.request_list import RequestList
from uprtracker.ui.panels.section import column
from uprtracker.vocabulary.institution_work import Draft, ReassignmentRequest

_TAB_PAD = 13


class ValidationPage(QWidget):
    """Two lists behind two tabs, each with how many wait in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.drafts = DraftList()
        self.requests = RequestList()
        self.views = QTabBar()
        self._stack = QStackedWidget()
        for part in (self.drafts, self.requests):
            self._stack.addWidget(part)
        whole = column(0)
        whole.addLayout(self._choice_of_views())
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.drafts.table)
        self.views.currentChanged.connect(self._show_view)

    def show_waiting(
        self, drafts: Sequence[Draft], requests: Sequence[ReassignmentRequest], refusal: str
    ) -> None:
        """`refusal` says why nothing can be decided now; empty where it can."""
        self.drafts.show_drafts(drafts, refusal)
        self.requests.show_requests(requests, refusal)
        self.views.setTabText(0, _("Drafts ({n})").format(n=len(drafts)))
        self.views.setTabText(1, _("Not ours ({n})").format(n=len(requests)))

    def _choice_of_views(self) -> QHBoxLayout:
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        self.views.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views.setAccessibleName(_("What waits"))
        for _view in (self.drafts, self.requests):
            self.views.addTab("")
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN_X - _TAB_PAD, 8, MARGIN_X, 0)
        line.addWidget(self.views)
        line.addStretch()
        return line

    @Slot(int)
    def _show_view(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.setFocusProxy((self.drafts.table, self.requests.table)[place])
