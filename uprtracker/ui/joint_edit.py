"""Edits about the work of several institutions: what must be asked first is asked here, then `JointEditing` does it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.commands.joint_editing import EvidenceFields
from uprtracker.ui.dialogs.decision_dialogs import (
    Elsewhere,
    NotOursDialog,
    SupportingDialog,
    send_back_dialog,
)
from uprtracker.ui.dialogs.evidence_dialog import EvidenceDialog
from uprtracker.ui.dialogs.measure_dialog import MeasureAnswer, MeasureDialog
from uprtracker.ui.dialogs.same_dialog import SameAnswer, SameDialog
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.recommendation_table import RecommendationTable
from uprtracker.ui.row_list import named
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.number import parse_reference
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.read_model import Measure, Recommendation


class JointEdit(QObject):
    """Acts on the rows that are selected when it is asked, or on the one that it is given."""

    def __init__(self, table: RecommendationTable, window: QWidget) -> None:
        super().__init__(window)
        self._table = table
        self._window = window
        self._session: DossierSession | None = None
        self._ids: list[int] = []

    def serve(self, session: DossierSession | None) -> None:
        """Edit this dossier from now on."""
        self._session = session

    @Slot()
    def ask_measure(self) -> None:
        """Ask for a measure of the selected recommendations."""
        session, rows = self._session, self._table.selected_rows()
        if session is not None and rows:
            actor = session.actor
            responsible = actor.institution if actor.profile is Profile.MINISTRY else rows[0].lead
            self._ask_measure(session, Measure("", responsible, None, None, "planned"), rows)

    @Slot(object)
    def ask_about_measure(self, measure: Measure) -> None:
        """Ask what is to be changed of a measure."""
        if self._session is not None:
            self._ask_measure(self._session, measure, self._session.rows.some(measure.serves))

    def _ask_measure(self, session: DossierSession, measure: Measure, rows: Sequence[Recommendation]) -> None:
        dialog = MeasureDialog(measure, rows, session.institution_names(), self._find, self._window)
        dialog.answered.connect(self._save_measure)
        dialog.open()

    @Slot(object)
    def _save_measure(self, answer: MeasureAnswer) -> None:
        if self._session is None:
            return
        if answer.measure_id:
            self._session.joint.edit_measure(answer.measure_id, answer.said, answer.serves)
        else:
            self._session.joint.add_measure(answer.serves, answer.said)

    @Slot()
    def ask_evidence(self) -> None:
        """Ask for evidence for the recommendation on which the person stands."""
        session, rows = self._session, self._table.selected_rows()
        if session is None or not rows:
            return
        self._ids = [rows[0].id]
        folder = Path(session.info.path).parent
        # an NHRI says of each piece who may read it
        level = None if session.actor.profile is Profile.NHRI else Confidentiality.PUBLIC
        dialog = EvidenceDialog(rows[0].label, level, folder, self._window)
        dialog.answered.connect(self._add_evidence)
        dialog.open()

    @Slot(object)
    def _add_evidence(self, said: EvidenceFields) -> None:
        if self._session is not None:
            self._session.joint.add_evidence(self._ids[0], said)

    @Slot()
    def ask_same(self) -> None:
        """Ask of which others the same is to be said as of the recommendation on which the person stands."""
        session, rows = self._session, self._table.selected_rows()
        if session is None or not rows:
            return
        details = session.dossier.query.details(rows[0].id)
        if details is not None:
            dialog = SameDialog(details, self._find, self._window)
            dialog.answered.connect(self._repeat)
            dialog.open()

    @Slot(object)
    def _repeat(self, answer: SameAnswer) -> None:
        if self._session is not None:
            self._session.joint.repeat(answer.from_id, answer.to_ids, answer.parts)

    @Slot()
    def ask_supporting(self) -> None:
        """Ask for an institution that is to support the selected recommendations too."""
        if (session := self._take_selection()) is not None:
            which = named(session.rows.some(self._ids))
            dialog = SupportingDialog(which, session.institution_names(), self._window)
            dialog.answered.connect(self._add_supporting)
            dialog.open()

    @Slot(object)
    def _add_supporting(self, institution: str) -> None:
        if self._session is not None:
            self._session.joint.add_supporting(self._ids, institution)

    @Slot()
    def ask_not_ours(self) -> None:
        """Ask whom the selected recommendations belong to."""
        if (session := self._take_selection()) is not None:
            which = named(session.rows.some(self._ids))
            dialog = NotOursDialog(which, session.institution_names(), self._window)
            dialog.answered.connect(self._ask_to_reassign)
            dialog.open()

    @Slot(object)
    def _ask_to_reassign(self, said: Elsewhere) -> None:
        if self._session is not None:
            self._session.joint.ask_to_reassign(self._ids, said.institution, said.reason)

    @Slot()
    def ask_send_back(self) -> None:
        """Ask why the drafts of the selected recommendations are sent back."""
        session = self._take_selection()
        if session is None:
            return
        drafted = [row for row in session.rows.some(self._ids) if row.has_draft]
        self._ids = [row.id for row in drafted]
        if not drafted:
            session.notifier.refused.emit(_("None of these has a draft to send back."))
            return
        dialog = send_back_dialog(named(drafted), self._window)
        dialog.answered.connect(self._send_back)
        dialog.open()

    @Slot(object)
    def _send_back(self, reason: str) -> None:
        if self._session is not None:
            self._session.joint.send_back(self._ids, reason)

    def _take_selection(self) -> DossierSession | None:
        self._ids = [row.id for row in self._table.selected_rows()]
        return self._session if self._ids else None

    def _find(self, text: str) -> list[Recommendation]:
        assert self._session is not None
        return self._session.dossier.query.find(parse_reference(text))
