"""The page that compares cycles, joined to the dossier: pairs are confirmed or told apart as undoable steps."""

from PySide6.QtCore import Slot

from uprtracker.errors import UserError
from uprtracker.services import permission
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.panels.compare_page import ComparePage


class CompareWiring(PageWiring):
    page: ComparePage

    def make_page(self) -> ComparePage:
        page = ComparePage()
        self._chosen: tuple[int, int] = (0, 0)
        page.cycles_chosen.connect(self._compare)
        page.recommendation_opened.connect(self.workspace.open_recommendation)
        page.import_requested.connect(self.workspace.import_requested)
        return page

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        self._chosen = (0, 0)
        self.page.confirm_requested.connect(session.pairs.confirm_pair)
        self.page.reject_requested.connect(session.pairs.reject_pair)

    def read(self) -> None:
        session = self.session
        if session is None:
            return
        cycles = sorted(
            {row.cycle for row in session.rows.rows() if row.cycle and row.kind == "recommendation"}
        )
        if len(cycles) < 2:
            self.page.show_too_few(cycles)
            return
        if not set(self._chosen) <= set(cycles):
            self._chosen = (cycles[-2], cycles[-1])
        found = session.dossier.comparing.compare(*self._chosen)
        self.page.show_comparison(cycles, found, self._refusal())

    @Slot(int, int)
    def _compare(self, earlier: int, later: int) -> None:
        self._chosen = (earlier, later)
        self.read()

    def _refusal(self) -> str:
        assert self.session is not None
        if self.session.dossier.read_only:
            return read_only_sentence(self.session.dossier.read_only)
        try:
            permission.require_planning(self.session.actor)
        except UserError as error:
            return str(error)
        return ""
