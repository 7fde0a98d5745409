"""Reads for the overview and the resolution page; a page that is not seen is fed when it is shown."""

from PySide6.QtCore import QEvent, QObject, Slot

from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.ui.panels.resolution_page import ResolutionPage
from uprtracker.vocabulary.figures import coverage, overview

_RECENT_CHANGES = 12


class PageFeed(QObject):
    """Both pages show figures of all recommendations, so any change makes them stale."""

    def __init__(self, overview_page: OverviewPage, resolution_page: ResolutionPage, parent: QObject) -> None:
        super().__init__(parent)
        self._overview = overview_page
        self._resolution = resolution_page
        self._session: DossierSession | None = None
        self._stale = {overview_page, resolution_page}
        for page in self._stale:
            page.installEventFilter(self)

    def serve(self, session: DossierSession | None) -> None:
        """Read from this dossier from now on."""
        self._session = session
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Feed the page that is seen, and the others when they are."""
        self._stale = {self._overview, self._resolution}
        for page in (self._overview, self._resolution):
            if page.isVisible():
                self._feed(page)

    def _feed(self, page: QObject) -> None:
        session = self._session
        if session is None or page not in self._stale:
            return
        self._stale.discard(page)
        rows = session.rows.rows()
        covered = coverage(rows, session.rows.text)
        if page is self._overview:
            recent = session.dossier.query.history(limit=_RECENT_CHANGES)
            self._overview.show_overview(overview(rows), covered, session.info, recent)
        else:
            self._resolution.show_text(session.rows.text, covered, rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._feed(watched)
        return super().eventFilter(watched, event)
