"""The page of the resolution, joined to the dossier: its text with what is linked to each paragraph."""

from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.resolution_page import ResolutionPage
from uprtracker.vocabulary.figures import coverage


class ResolutionWiring(PageWiring):
    page: ResolutionPage

    def make_page(self) -> ResolutionPage:
        page = ResolutionPage()
        page.filter_requested.connect(self.workspace.show_filtered)
        page.recommendation_opened.connect(self.workspace.open_recommendation)
        return page

    def read(self) -> None:
        if self.session is not None:
            rows, text = self.session.rows.rows(), self.session.rows.text
            self.page.show_text(text, coverage(rows, text), rows)
