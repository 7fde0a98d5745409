"""The overview, joined to the dossier: figures of all recommendations, and what was changed last."""

from PySide6.QtCore import Slot

from uprtracker.i18n import _
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.vocabulary.figures import coverage, overview
from uprtracker.vocabulary.trend import TrendPoint

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
        self._figures = overview(rows)
        self.page.show_overview(self._figures, covered, session.info, recent)
        # snapshots are large: they are counted once, and not before the page is painted
        task = self.workspace.background.run(_("Counting snapshots…"), session.dossier.trend.points)
        task.finished.connect(self._show_trend)
        task.refused.connect(self.workspace.files.refused)
        task.broke.connect(self.workspace.reports.report_bug)

    @Slot(object)
    def _show_trend(self, points: tuple[TrendPoint, ...]) -> None:
        if self.session is not None:
            self.page.show_trend(points, self._figures.status)
