"""The page of links, joined to the dossier: it keeps its own place in the pass, so it follows the rows itself."""

from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.link_source import LinkSource
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.links_page import LinksPage


class LinksWiring(PageWiring):
    page: LinksPage

    def make_page(self) -> LinksPage:
        return LinksPage()

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        editing = session.editing
        session.rows.changed.connect(self.page.follow)
        session.rows.replaced.connect(self.page.read_again)
        self.page.link_requested.connect(editing.link)
        self.page.reject_requested.connect(editing.reject)
        self.page.unlink_requested.connect(editing.unlink_all)
        self.page.concerns_none_requested.connect(editing.decide_concerns_none)
        self.show_actor()

    def show_actor(self) -> None:
        if self.session is not None:
            self.page.serve(LinkSource(self.session.dossier, self.session.rows))

    def leave(self) -> None:
        super().leave()
        self.page.serve(None)
