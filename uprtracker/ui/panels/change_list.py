"""What moved between two moments, each a snapshot or a day: field by field, and who moved it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.moment_field import MomentField
from uprtracker.ui.fields.names_filter import NamesFilter
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.list_frame import MARGIN_X
from uprtracker.ui.panels.section import column, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.change_report import FIELDS, Change, ChangeReport, count_changes, value_words

_NAME_GAP = 4
_MOMENT_WIDTH = 300


class ChangeList(QWidget):
    """Shows the report that it is given; `wanted` asks for the one between the moments chosen."""

    wanted = Signal()
    report_requested = Signal()
    snapshot_requested = Signal()
    recommendation_opened = Signal(str)
    """The uid of a recommendation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._begun = False
        self.since = MomentField(_("Since"))
        self.until = MomentField(_("Until"), _("Now"))
        self.field = NamesFilter(_("Field"), _("All fields"), "")
        self.person = NamesFilter(_("Person"), _("Everybody"), _("Not known"))
        self.told = PlainLabel("", "secondary", wrap=True)
        self.report = QPushButton(_("Make a report…"))
        self.snapshot = QPushButton(_("Take a snapshot…"))
        self.model = ItemTableModel(
            _columns(), lambda change: (change.uid, change.field, str(change.after)), parent=self
        )
        self.table = ItemTable(self.model, _("What moved"))
        self.table.setObjectName("change_table")
        self._lay_out()
        for moment in (self.since, self.until):
            moment.changed.connect(self.wanted)
        for narrowing in (self.field, self.person):
            narrowing.activated.connect(self._narrow)
        self.report.clicked.connect(self.report_requested)
        self.snapshot.clicked.connect(self.snapshot_requested)
        self.table.opened.connect(self._open)

    def offer(self, snapshots: Sequence[tuple[str, date]], today: date) -> None:
        """Offer these snapshots as moments, and begin with the latest one."""
        for moment in (self.since, self.until):
            moment.offer(snapshots, today)
        if not self._begun and snapshots:
            self._begun = True
            self.since.kind.setCurrentIndex(0)

    def show_report(self, report: ChangeReport) -> None:
        self._changes = report.changes
        self.field.offer(_(FIELDS[field]) for field in FIELDS if any(c.field == field for c in self._changes))
        self.person.offer(sorted({change.by for change in self._changes}, key=str.casefold))
        self.told.setText(_counted(report))
        self._narrow()

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to show between these moments."""
        self._changes = ()
        self.told.setText(sentence)
        self._narrow()

    def _lay_out(self) -> None:
        choices = QWidget()
        moments = FlowLayout(choices, gap=12, at_top=True)
        for words, moment in ((_("Since"), self.since), (_("Until"), self.until)):
            moment.setFixedWidth(current_theme().px(_MOMENT_WIDTH))
            named = stacked(PlainLabel(words, "name"), moment, spacing=_NAME_GAP)
            moments.addWidget(named)
        name_height = PlainLabel(_("Since"), "name").sizeHint().height() + _NAME_GAP
        # in line with the fields, whose names stand above them
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, name_height, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.snapshot)
        line.addWidget(self.report)
        moments.addWidget(buttons)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(12)
        narrowing.addWidget(self.field)
        narrowing.addWidget(self.person)
        narrowing.addWidget(self.told, 1)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN_X, 4, MARGIN_X, 8)
        above.setSpacing(12)
        above.addWidget(choices)
        above.addLayout(narrowing)
        whole = column(0)
        whole.addLayout(above)
        whole.addWidget(self.table, 1)
        self.setLayout(whole)

    @Slot()
    def _narrow(self) -> None:
        self.model.set_items(
            change
            for change in self._changes
            if self.field.lets_through(_(FIELDS[change.field])) and self.person.lets_through(change.by)
        )

    @Slot(object)
    def _open(self, change: Change) -> None:
        self.recommendation_opened.emit(change.uid)


def _counted(report: ChangeReport) -> str:
    """`31 changes: 5 statuses forward, 1 back.`"""
    if not report.changes:
        return _("Nothing moved between these moments.")
    found, count = count_changes(report.changes), len(report.changes)
    pieces = [
        ngettext("{n} status forward", "{n} statuses forward", found.forward).format(n=found.forward),
        ngettext("{n} back", "{n} back", found.back).format(n=found.back),
        ngettext("{n} position", "{n} positions", found.positions).format(n=found.positions),
        ngettext("{n} assessment", "{n} assessments", found.assessments).format(n=found.assessments),
    ]
    words = ngettext("{n} change: {which}.", "{n} changes: {which}.", count)
    return words.format(n=count, which=", ".join(pieces))


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda change: change.number, 84, "strong"),
        ItemColumn(_("Recommendation"), lambda change: change.text, note=lambda change: change.lead),
        ItemColumn(_("What"), lambda change: _(FIELDS[change.field]), 140, "quiet"),
        ItemColumn(_("From"), lambda change: value_words(change.before) or "-", 180, "quiet"),
        ItemColumn(_("To"), lambda change: value_words(change.after) or "-", 180),
        ItemColumn(_("By"), lambda change: change.by, 190, "quiet", note=_when),
    ]


def _when(change: Change) -> str:
    return short_day(change.at.date()) if change.at else ""
