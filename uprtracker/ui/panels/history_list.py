"""What happened to a recommendation, newest first, in words; an action can be taken back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import LinkButton, allow
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.history_words import history_line, worth_telling
from uprtracker.ui.panels.section import DatedRow, Section, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import HistoryEntry, RecommendationDetails

_LAST = 3


class HistoryList(Section):
    """Shows the last entries; the whole on demand, each action with its button to revert it."""

    history_revert_requested = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("History"), _("All…"), _("Show the whole history"), parent=parent)
        self._details: RecommendationDetails | None = None
        self._may: Allowance | None = None
        self._whole = False
        self.action_requested.connect(self._turn)

    def show_history(self, details: RecommendationDetails, may: Allowance) -> None:
        if self._details is None or self._details.row.id != details.row.id:
            self._whole = False
        self._details, self._may = details, may
        self._show()

    def _show(self) -> None:
        assert self._details is not None
        entries = worth_telling(self._details.history)
        self.action.setVisible(len(entries) > _LAST)
        self.action.setText(_("Fewer") if self._whole else _("All…"))
        shown = entries if self._whole else entries[:_LAST]
        told: set[str] = set()
        rows: list[QWidget] = []
        for entry in shown:
            rows.append(self._row(entry, revertible=self._whole and entry.batch not in told))
            told.add(entry.batch)
        self.show_rows(rows)

    def _row(self, entry: HistoryEntry, *, revertible: bool) -> QWidget:
        assert self._may is not None
        pieces: list[QWidget] = [PlainLabel(history_line(entry), "secondary", wrap=True)]
        if entry.reason:
            pieces.append(PlainLabel(entry.reason, "caption", wrap=True))
        row = DatedRow(entry.at.date(), stacked(*pieces))
        if revertible:
            button = LinkButton(_("Revert"), _("Revert: {what}").format(what=history_line(entry)))
            button.setProperty("batch", entry.batch)
            allow(button, self._may.follow_up and self._may.annotating)
            button.clicked.connect(self._revert)
            row.add_at_end(button)
        return row

    @Slot()
    def _turn(self) -> None:
        self._whole = not self._whole
        self._show()

    @Slot()
    def _revert(self) -> None:
        self.history_revert_requested.emit(self.sender().property("batch"))
