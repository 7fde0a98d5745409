"""The page of validation, joined to the dossier: drafts are confirmed or sent back, requests decided."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from uprtracker.errors import UserError
from uprtracker.services import permission
from uprtracker.ui.dialogs.decision_dialogs import AcceptDialog, decline_dialog, send_back_dialog
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.panels.validation_page import ValidationPage
from uprtracker.ui.row_list import named
from uprtracker.vocabulary.institution_work import ReassignmentRequest
from uprtracker.vocabulary.row_filter import RowFilter


class ValidationWiring(PageWiring):
    page: ValidationPage

    def make_page(self) -> ValidationPage:
        page, workspace = ValidationPage(), self.workspace
        self._sent_back: list[int] = []
        self._requests: list[ReassignmentRequest] = []
        page.drafts.send_back_requested.connect(self._ask_why)
        page.requests.accept_requested.connect(self._ask_whom)
        page.requests.decline_requested.connect(self._ask_why_not)
        for part in (page.drafts, page.requests):
            part.recommendation_opened.connect(workspace.open_recommendation)
            part.list_requested.connect(self._show_list)
        return page

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        self.page.drafts.validate_requested.connect(session.editing.validate)

    def read(self) -> None:
        if self.session is not None:
            dossier = self.session.dossier
            self.page.show_waiting(
                dossier.validating.drafts(), dossier.reassigning.waiting(), self._refusal()
            )

    def _refusal(self) -> str:
        assert self.session is not None
        if self.session.dossier.read_only:
            return read_only_sentence(self.session.dossier.read_only)
        try:
            permission.require_validating(self.session.actor)
        except UserError as error:
            return str(error)
        return ""

    @Slot()
    def _show_list(self) -> None:
        self.workspace.show_filtered(RowFilter())

    @Slot(object)
    def _ask_why(self, ids: Sequence[int]) -> None:
        if self.session is not None:
            self._sent_back = list(ids)
            dialog = send_back_dialog(named(self.session.rows.some(ids)), self.page)
            dialog.answered.connect(self._send_back)
            dialog.open()

    @Slot(object)
    def _send_back(self, reason: str) -> None:
        if self.session is not None:
            self.session.joint.send_back(self._sent_back, reason)

    @Slot(object)
    def _ask_whom(self, requests: Sequence[ReassignmentRequest]) -> None:
        if self.session is None or not requests:
            return
        self._requests = list(requests)
        proposed = {request.proposed for request in requests}
        dialog = AcceptDialog(
            len(requests),
            proposed.pop() if len(proposed) == 1 else "",
            self.session.institution_names(),
            self.page,
        )
        dialog.answered.connect(self._accept)
        dialog.open()

    @Slot(object)
    def _accept(self, institution: str) -> None:
        if self.session is not None:
            self.session.joint.accept_requests([request.id for request in self._requests], institution)

    @Slot(object)
    def _ask_why_not(self, requests: Sequence[ReassignmentRequest]) -> None:
        if self.session is not None and requests:
            self._requests = list(requests)
            dialog = decline_dialog(len(requests), self.page)
            dialog.answered.connect(self._decline)
            dialog.open()

    @Slot(object)
    def _decline(self, reason: str) -> None:
        if self.session is not None:
            self.session.joint.decline_requests([request.id for request in self._requests], reason)
