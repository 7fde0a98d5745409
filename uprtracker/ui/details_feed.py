"""Keeps the details panel at the row on which the person stands, read anew when it changes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.panels.details_panel import DetailsPanel
from uprtracker.ui.panels.several_words import several_words
from uprtracker.ui.recommendation_table import RecommendationTable

_PAUSE_MS = 40


class DetailsFeed(QObject):
    """Reads for the panel; a hidden panel is fed when it is shown."""

    def __init__(self, panel: DetailsPanel, table: RecommendationTable) -> None:
        super().__init__(panel)
        self._panel = panel
        self._table = table
        self._session: DossierSession | None = None
        self._search = ""
        # one reading for all that a step of the person changes, and none for rows and letters that are passed in a run
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.feed)
        table.selection_changed.connect(self._soon.start)
        table.current_changed.connect(self._soon.start)
        panel.installEventFilter(self)

    def serve(self, session: DossierSession | None) -> None:
        """Read from this dossier from now on."""
        self._session = session
        if session is not None:
            self._panel.set_read_only(session.dossier.read_only)
        self.feed()

    def mark_hits(self, search: str) -> None:
        if search != self._search:
            self._search = search
            self._soon.start()

    @Slot(set)
    def follow(self, ids: set[int]) -> None:
        """Read again if the recommendation shown is among these."""
        if self._table.current_id() in ids:
            self.feed()

    @Slot()
    def feed(self) -> None:
        self._soon.stop()
        session = self._session
        if session is None or not self._panel.isVisible():
            return
        selected = self._table.selected_rows()
        if len(selected) > 1:
            words = several_words(session.actor, session.dossier.read_only)
            self._panel.show_several(len(selected), words)
            return
        details = session.dossier.query.details(selected[0].id) if selected else None
        institutions = session.dossier.query.institutions()
        self._panel.show_details(
            details, session.rows.text, institutions, session.actor, self._search, session.today()
        )
        # laid out at once, so that nobody sees it half done
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Show:
            self._soon.start()
        return super().eventFilter(watched, event)
