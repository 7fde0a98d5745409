"""Edits of the selected rows: what must be asked first is asked here, then `Editing` does it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from uprtracker.ui.commands.editing import Editing
from uprtracker.ui.dialogs.annotate_dialog import AnnotateDialog, Note
from uprtracker.ui.dialogs.due_dialog import DueDialog
from uprtracker.ui.dialogs.lead_dialog import LeadDialog
from uprtracker.ui.dialogs.link_dialog import LinkChoice, LinkDialog
from uprtracker.ui.dialogs.reason_dialog import ReasonDialog
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.recommendation_table import RecommendationTable
from uprtracker.ui.row_list import named
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status


class SelectionEdit(QObject):
    """Acts on the rows that are selected when it is asked; a dialog keeps them until it is answered."""

    dismissed = Signal()
    """A question was closed without an answer: what stands on the screen is to be shown as it is."""

    def __init__(self, table: RecommendationTable, window: QWidget) -> None:
        super().__init__(window)
        self._table = table
        self._window = window
        self._session: DossierSession | None = None
        self._rows: list[Recommendation] = []
        self._awaiting_reason: tuple[list[int], Status, Mapping[int, Status | None]] = (
            [],
            Status.PLANNED,
            {},
        )

    def serve(self, session: DossierSession | None) -> None:
        """Edit this dossier from now on."""
        self._session = session

    @property
    def _editing(self) -> Editing:
        assert self._session is not None
        return self._session.editing

    def _ids(self) -> list[int]:
        return [row.id for row in self._rows]

    def _take_selection(self) -> bool:
        self._rows = self._table.selected_rows()
        return bool(self._rows) and self._session is not None

    @Slot(QAction)
    def set_status(self, action: QAction) -> None:
        if self._take_selection():
            expected = {row.id: row.status for row in self._rows}
            self._editing.set_statuses(self._ids(), Status(action.data()), expected)

    @Slot(object, object, object)
    def ask_reason(self, ids: list[int], status: Status, expected: Mapping[int, Status | None]) -> None:
        """Ask for the reason without which a status cannot be set."""
        assert self._session is not None
        self._awaiting_reason = (ids, status, expected)
        dialog = ReasonDialog(named(self._session.rows.some(ids)), status, self._window)
        dialog.answered.connect(self._give_reason)
        dialog.rejected.connect(self.dismissed)
        dialog.open()

    @Slot(object)
    def _give_reason(self, reason: str) -> None:
        ids, status, expected = self._awaiting_reason
        self._editing.set_statuses(ids, status, expected, reason)

    @Slot()
    def ask_lead(self) -> None:
        if not self._take_selection() or self._session is None:
            return
        leads = {row.lead for row in self._rows}
        names = self._session.institution_names()
        dialog = LeadDialog(named(self._rows), leads.pop() if len(leads) == 1 else "", names, self._window)
        dialog.answered.connect(self._assign_lead)
        dialog.open()

    @Slot(object)
    def _assign_lead(self, lead: str) -> None:
        self._editing.assign_leads(self._ids(), lead, {row.id: row.lead for row in self._rows})

    @Slot()
    def ask_due(self) -> None:
        if self._take_selection():
            dues = {row.due_on for row in self._rows}
            dialog = DueDialog(named(self._rows), dues.pop() if len(dues) == 1 else None, self._window)
            dialog.answered.connect(self._set_due)
            dialog.open()

    @Slot(object)
    def _set_due(self, answer: tuple[date | None]) -> None:
        self._editing.set_dues(self._ids(), answer[0], {row.id: row.due_on for row in self._rows})

    @Slot()
    def ask_link(self) -> None:
        if self._take_selection():
            self._ask_link()

    @Slot(int)
    def ask_link_of(self, id_: int) -> None:
        """Ask for the paragraphs of one recommendation, selected or not."""
        if self._session is not None:
            self._rows = self._session.rows.some([id_])
            self._ask_link()

    def _ask_link(self) -> None:
        assert self._session is not None
        of_all = set.intersection(*(set(row.paragraph_labels) for row in self._rows))
        dialog = LinkDialog(named(self._rows), self._session.rows.text, of_all, self._window)
        dialog.answered.connect(self._link)
        dialog.open()

    @Slot(object)
    def _link(self, choice: LinkChoice) -> None:
        self._editing.link(self._ids(), choice.labels, choice.reason)

    @Slot()
    def ask_note(self) -> None:
        if self._take_selection() and self._session is not None:
            of_the_nhri = self._session.actor.profile is Profile.NHRI
            level = Confidentiality.RESTRICTED if of_the_nhri else Confidentiality.GOVERNMENT
            dialog = AnnotateDialog(named(self._rows), level, self._window)
            dialog.answered.connect(self._annotate)
            dialog.open()

    @Slot(object)
    def _annotate(self, note: Note) -> None:
        self._editing.annotate(self._ids(), note.text, note.level)

    @Slot()
    def validate(self) -> None:
        if self._take_selection():
            self._editing.validate(self._ids())

    @Slot()
    def decide_concerns_none(self) -> None:
        if self._take_selection():
            self._editing.decide_concerns_none(self._ids())
