"""The briefing page, joined to the dossier: the pack as the government may see it, and the texts written for it."""

from PySide6.QtCore import Slot

from uprtracker.errors import UserError
from uprtracker.services import permission
from uprtracker.ui.commands.briefing_editing import BriefingEditing
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.panels.briefing_page import BriefingPage
from uprtracker.vocabulary.briefing import briefing
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.report_request import ReportRequest


class BriefingWiring(PageWiring):
    page: BriefingPage

    def make_page(self) -> BriefingPage:
        page = BriefingPage()
        page.recommendation_opened.connect(self.workspace.open_recommendation)
        page.import_requested.connect(self.workspace.import_requested)
        page.export_requested.connect(self._preview)
        return page

    @Slot()
    def _preview(self) -> None:
        self.workspace.show_report("briefing-pdf")

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        editing = BriefingEditing(session.dossier, session.editing, session)
        self.page.written.connect(editing.write)

    def read(self) -> None:
        session = self.session
        if session is not None:
            request = ReportRequest(audience=Confidentiality.GOVERNMENT)
            data = session.dossier.reports.load(request, frozenset({"briefing"}))
            self.page.show_pack(briefing(data), self._refusal(session))

    def leave(self) -> None:
        self.page.commit()
        super().leave()

    def _refusal(self, session: DossierSession) -> str:
        if session.dossier.read_only:
            return read_only_sentence(session.dossier.read_only)
        try:
            permission.require_briefing(session.actor)
        except UserError as error:
            return str(error)
        return ""
