"""Every change of the dossier, the newest first, narrowed by person and time; one of them or its action is taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.fields.names_filter import NamesFilter
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.history_words import history_sentence, worth_telling
from uprtracker.ui.panels.list_frame import MARGIN_X
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import HistoryEntry

_DAY_WIDTH = 190


class HistoryTable(QWidget):
    """Shows what it is given; `change_taken_back` carries batch and number, `action_taken_back` the batch."""

    change_taken_back = Signal(str, int)
    action_taken_back = Signal(str)
    recommendation_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HistoryEntry, ...] = ()
        self._refusal = ""
        self.person = NamesFilter(_("Person"), _("Everybody"), _("Not known"))
        self.first = DateField(_("From"), clearable=True)
        self.last = DateField(_("To"), clearable=True)
        self.told = PlainLabel("", "secondary")
        self.one = QPushButton(_("Take back this change"))
        self.whole = QPushButton(_("Take back the whole action"))
        self.model = ItemTableModel(_columns(), lambda entry: entry.seq, parent=self)
        self.table = ItemTable(self.model, _("Every change"))
        self.table.setObjectName("history_table")
        self._lay_out()
        self.person.activated.connect(self._narrow)
        for day in (self.first, self.last):
            day.day_edited.connect(self._narrow)
        self.table.current_changed.connect(self._allow)
        self.table.opened.connect(self._open)
        self.one.clicked.connect(self._take_back)
        self.whole.clicked.connect(self._take_back_all)

    def show_history(self, entries: Sequence[HistoryEntry], refusal: str) -> None:
        """`refusal` says why nothing can be taken back; empty where it can."""
        self._entries, self._refusal = worth_telling(tuple(entries)), refusal
        self.person.offer(sorted({entry.by for entry in self._entries}, key=str.casefold))
        self._narrow()

    def _lay_out(self) -> None:
        choices = QWidget()
        line = FlowLayout(choices, gap=12)
        line.addWidget(self.person)
        for words, day in ((_("From"), self.first), (_("To"), self.last)):
            day.setFixedWidth(current_theme().px(_DAY_WIDTH))
            name = PlainLabel(words, "name")
            name.setBuddy(day)
            line.addWidget(name)
            line.addWidget(day)
        for part in (self.told, self.one, self.whole):
            line.addWidget(part)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN_X, 4, MARGIN_X, 8)
        above.addWidget(choices)
        lines = column(0)
        lines.addLayout(above)
        lines.addWidget(self.table, 1)
        self.setLayout(lines)

    @Slot()
    def _narrow(self) -> None:
        first, last = self.first.day(), self.last.day()
        shown = [
            entry
            for entry in self._entries
            if self.person.lets_through(entry.by)
            and (first is None or entry.at.astimezone().date() >= first)
            and (last is None or entry.at.astimezone().date() <= last)
        ]
        self.model.set_items(shown)
        self.told.setText(ngettext("{n} change", "{n} changes", len(shown)).format(n=len(shown)))
        self._allow()

    @Slot()
    def _allow(self) -> None:
        missing = "" if self.table.current_item() else _("Choose a change first.")
        for button in (self.one, self.whole):
            allow(button, self._refusal or missing)

    @Slot()
    def _take_back(self) -> None:
        entry: HistoryEntry = self.table.current_item()
        self.change_taken_back.emit(entry.batch, entry.seq)

    @Slot()
    def _take_back_all(self) -> None:
        self.action_taken_back.emit(self.table.current_item().batch)

    @Slot(object)
    def _open(self, entry: HistoryEntry) -> None:
        if entry.recommendation_id is not None:
            self.recommendation_opened.emit(entry.recommendation_id)


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("When"), _when, 150, "quiet"),
        ItemColumn(_("No."), lambda entry: entry.number, 84, "strong"),
        ItemColumn(_("What"), history_sentence, note=lambda entry: entry.reason),
        ItemColumn(_("By"), lambda entry: entry.by, 260, "plain", lambda entry: entry.profile.label),
    ]


def _when(entry: HistoryEntry) -> str:
    at = entry.at.astimezone()
    return _("{day}, {time}").format(day=short_day(at.date()), time=f"{at:%H:%M}")
