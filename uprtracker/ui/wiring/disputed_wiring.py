"""The page of disputes, joined to the dossier: annotations are written and settled here too."""

from PySide6.QtCore import Slot

from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.disputed_page import DisputedPage
from uprtracker.vocabulary.row_filter import RowFilter


class DisputedWiring(PageWiring):
    page: DisputedPage

    def make_page(self) -> DisputedPage:
        page = DisputedPage()
        page.recommendation_opened.connect(self.workspace.open_recommendation)
        page.list_requested.connect(self._show_list)
        return page

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        self.page.pane.annotation_written.connect(session.editing.annotate_one)
        self.page.pane.annotation_state_requested.connect(session.editing.set_annotation_state)

    def read(self) -> None:
        session = self.session
        if session is not None:
            ids = [row.id for row in session.rows.rows() if row.disputed]
            self.page.show_disputes(
                session.dossier.query.details_of(ids), session.actor, session.dossier.read_only
            )

    @Slot()
    def _show_list(self) -> None:
        self.workspace.show_filtered(RowFilter())
