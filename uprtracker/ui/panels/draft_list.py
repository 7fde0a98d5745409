"""Drafts that wait for validation: tick many, confirm them at once or send them back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.draft_pane import DraftPane, said_by
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.list_frame import ListFrame, side_by_side
from uprtracker.ui.panels.section import column
from uprtracker.ui.panels.tick_bar import TickBar
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.figures import by_number
from uprtracker.vocabulary.institution_work import Draft
from uprtracker.vocabulary.status import bucket_label, bucket_of

_PANE_SHARE = 28


class DraftList(QWidget):
    """Shows what it is given; `validate_requested` and `send_back_requested` carry ids of recommendations."""

    validate_requested = Signal(object)
    send_back_requested = Signal(object)
    recommendation_opened = Signal(int)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: list[Draft] = []
        self._refusal = ""
        self._told = PlainLabel("", "secondary", wrap=True)
        self.bar = TickBar(_("All ministries"), _("Send back…"), "")
        self.model = ItemTableModel(_columns(), lambda draft: draft.row.id, ticks=True, parent=self)
        self.table = ItemTable(self.model, _("Drafts to validate"))
        self.table.setObjectName("draft_table")
        self.pane = DraftPane()
        self.empty = EmptyState()
        self.empty.say(
            _("No draft waits"),
            _(
                "What a ministry answers is a draft until the secretariat or the validating authority confirms it. "
                "All answers are official."
            ),
            _("Show the recommendations"),
        )
        self._lay_out()
        self._connect()

    def show_drafts(self, drafts: Sequence[Draft], refusal: str) -> None:
        """`refusal` says why nothing can be decided now; empty where it can."""
        self._drafts, self._refusal = list(drafts), refusal
        self.bar.choice.offer(sorted({draft.row.lead for draft in drafts}, key=str.casefold))
        self._told.setText(_left_out(drafts))
        self._frame.show_filled(bool(drafts))
        self._narrow()

    @Slot()
    def validate(self) -> None:
        """Ask to confirm what is ticked."""
        if ids := self._ticked_ids():
            self.validate_requested.emit(ids)

    @Slot()
    def send_back(self) -> None:
        """Ask to send back what is ticked."""
        if ids := self._ticked_ids():
            self.send_back_requested.emit(ids)

    def _ticked_ids(self) -> list[int]:
        return [draft.row.id for draft in self.model.ticked()]

    def _lay_out(self) -> None:
        self._frame = ListFrame(
            (self._told, self.bar), side_by_side(self.table, self.pane, _PANE_SHARE), self.empty
        )
        whole = column(0)
        whole.addWidget(self._frame)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.bar.choice.activated.connect(self._narrow)
        self.bar.all_wanted.connect(self._tick)
        self.bar.main.clicked.connect(self.validate)
        self.bar.other.clicked.connect(self.send_back)
        self.model.ticks_changed.connect(self._count)
        self.table.current_changed.connect(self.pane.show_draft)
        self.table.opened.connect(self._open)
        self.pane.recommendation_opened.connect(self.recommendation_opened)
        self.empty.requested.connect(self.list_requested)

    @Slot()
    def _narrow(self) -> None:
        self.model.set_items(d for d in self._drafts if self.bar.choice.lets_through(d.row.lead))
        self._count()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.model.tick(self.model.items(), on)

    @Slot()
    def _count(self) -> None:
        count = len(self.model.ticked())
        words = ngettext("Validate {n} draft", "Validate {n} drafts", count).format(n=count)
        self.bar.main.setText(words if count else _("Validate"))
        missing = "" if count else _("Tick drafts first.")
        for button in (self.bar.main, self.bar.other):
            allow(button, self._refusal or missing)

    @Slot(object)
    def _open(self, draft: Draft) -> None:
        self.recommendation_opened.emit(draft.row.id)


def _left_out(drafts: Sequence[Draft]) -> str:
    """A figure that is official leaves drafts out, and says of how many numbers."""
    count = len(by_number(draft.row for draft in drafts))
    return ngettext(
        "Figures and reports go by what is official, and leave out the drafts of {n} recommendation.",
        "Figures and reports go by what is official, and leave out the drafts of {n} recommendations.",
        count,
    ).format(n=count)


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda d: d.row.label, 84, "strong"),
        ItemColumn(_("Recommendation"), lambda d: d.row.text, note=lambda d: d.row.lead),
        ItemColumn(_("Official"), _official, 164, "quiet", bucket=_official_bucket),
        ItemColumn(
            _("Draft"),
            lambda d: bucket_label(bucket_of(d.entry.status)),
            176,
            "plain",
            lambda d: said_by(short_day(d.entry.on), d.entry.by),
            lambda d: bucket_of(d.entry.status),
        ),
        ItemColumn(_("Comment"), lambda d: d.entry.comment, 0, "quiet"),
    ]


def _official_bucket(draft: Draft) -> str:
    return bucket_of(draft.official.status if draft.official else None)


def _official(draft: Draft) -> str:
    return bucket_label(_official_bucket(draft))
