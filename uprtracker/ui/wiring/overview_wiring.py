"""The overview, joined to the dossier: figures of all recommendations, and what was changed last."""

from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.vocabulary.figures import coverage, overview

_RECENT_CHANGES = 12


class OverviewWiring(PageWiring):
    page: OverviewPage

    def make_page(self) -> OverviewPage:
        page = OverviewPage()
        page.filter_requested.connect(self.workspace.show_filtered)
        page.import_requested.connect(self.workspace.import_requested)
        return page

    def read(self) -> None:
        session = self.session
        if session is None:
            return
        rows = session.rows.rows()
        covered = coverage(rows, session.rows.text)
        recent = session.dossier.query.history(limit=_RECENT_CHANGES)
        self.page.show_overview(overview(rows), covered, session.info, recent)
