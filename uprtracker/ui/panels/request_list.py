"""Requests to assign otherwise: *not ours, belongs to ...*, accepted or declined together."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.draft_pane import said_by
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.list_frame import ListFrame
from uprtracker.ui.panels.section import column
from uprtracker.ui.panels.tick_bar import TickBar
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.institution_work import ReassignmentRequest


class RequestList(QWidget):
    """Shows what it is given; `accept_requested` and `decline_requested` carry requests."""

    accept_requested = Signal(object)
    decline_requested = Signal(object)
    recommendation_opened = Signal(int)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests: list[ReassignmentRequest] = []
        self._refusal = ""
        self.bar = TickBar(_("All institutions"), _("Decline…"), "")
        self.model = ItemTableModel(_columns(), lambda request: request.id, ticks=True, parent=self)
        self.table = ItemTable(self.model, _("Requests to reassign"))
        self.table.setObjectName("request_table")
        self.empty = EmptyState()
        self.empty.say(
            _("Nobody asks to reassign"),
            _(
                "A ministry says in its workbook, or by 'Not ours…' in the Edit menu, that a recommendation belongs to "
                "another institution. It stands here until it is decided."
            ),
            _("Show the recommendations"),
        )
        self._lay_out()
        self._connect()

    def show_requests(self, requests: Sequence[ReassignmentRequest], refusal: str) -> None:
        """`refusal` says why nothing can be decided now; empty where it can."""
        self._requests, self._refusal = list(requests), refusal
        self.bar.choice.offer(sorted({request.institution for request in requests}, key=str.casefold))
        self._frame.show_filled(bool(requests))
        self._narrow()

    def _lay_out(self) -> None:
        words = _("Accepting assigns the institution that is named in place of the one that asks.")
        self._frame = ListFrame((PlainLabel(words, "secondary", wrap=True), self.bar), self.table, self.empty)
        whole = column(0)
        whole.addWidget(self._frame)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.bar.choice.activated.connect(self._narrow)
        self.bar.all_wanted.connect(self._tick)
        self.bar.main.clicked.connect(self._accept)
        self.bar.other.clicked.connect(self._decline)
        self.model.ticks_changed.connect(self._count)
        self.table.opened.connect(self._open)
        self.empty.requested.connect(self.list_requested)

    @Slot()
    def _narrow(self) -> None:
        self.model.set_items(r for r in self._requests if self.bar.choice.lets_through(r.institution))
        self._count()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.model.tick(self.model.items(), on)

    @Slot()
    def _count(self) -> None:
        count = len(self.model.ticked())
        words = ngettext("Accept {n} request…", "Accept {n} requests…", count).format(n=count)
        self.bar.main.setText(words if count else _("Accept"))
        missing = "" if count else _("Tick requests first.")
        for button in (self.bar.main, self.bar.other):
            allow(button, self._refusal or missing)

    @Slot()
    def _accept(self) -> None:
        self.accept_requested.emit(self.model.ticked())

    @Slot()
    def _decline(self) -> None:
        self.decline_requested.emit(self.model.ticked())

    @Slot(object)
    def _open(self, request: ReassignmentRequest) -> None:
        self.recommendation_opened.emit(request.row.id)


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda r: r.row.label, 84, "strong"),
        ItemColumn(_("Recommendation"), lambda r: r.row.text),
        ItemColumn(_("Asked by"), lambda r: r.institution, 200, "quiet"),
        ItemColumn(_("Belongs to"), lambda r: r.proposed or _("not said"), 200),
        ItemColumn(_("Reason"), lambda r: r.reason, 0, "quiet"),
        ItemColumn(_("When"), lambda r: said_by(short_day(r.at.date()), r.by), 180, "quiet"),
    ]
