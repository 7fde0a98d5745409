"""The page of what happened, joined to the dossier: what is seen is read, changes are taken back, reports asked for."""

from PySide6.QtCore import Slot

from uprtracker.errors import UserError
from uprtracker.services.change import ChangeSet
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.panels.history_page import HistoryPage


class HistoryWiring(PageWiring):
    page: HistoryPage

    def make_page(self) -> HistoryPage:
        page, workspace = HistoryPage(), self.workspace
        page.changes.wanted.connect(self._read_changes)
        page.changes.report_requested.connect(self._open_reports)
        page.changes.snapshot_requested.connect(workspace.acts["snapshot"].trigger)
        page.changes.recommendation_opened.connect(self._open_by_uid)
        page.history.recommendation_opened.connect(workspace.open_recommendation)
        return page

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        session.notifier.committed.connect(self._follow)
        self.page.history.change_taken_back.connect(session.joint.take_back)
        self.page.history.action_taken_back.connect(session.editing.revert)

    def read(self) -> None:
        session = self.session
        if session is None:
            return
        snapshots = [(kept.name, kept.as_of) for kept in session.dossier.freezing.snapshots()]
        self.page.changes.offer(snapshots, session.today())
        self._read_changes()
        refusal = session.dossier.read_only
        self.page.history.show_history(
            session.dossier.query.history(), read_only_sentence(refusal) if refusal else ""
        )

    @Slot(object)
    def _follow(self, change: ChangeSet) -> None:
        """A snapshot changes no row, and still is a moment to compare with."""
        if not change.recommendations and self.page.isVisible():
            self.read()

    @Slot()
    def _read_changes(self) -> None:
        session, changes = self.session, self.page.changes
        if session is None:
            return
        since, until = (
            moment.snapshot() or (moment.day().isoformat() if moment.day() else "")
            for moment in (changes.since, changes.until)
        )
        try:
            changes.show_report(session.dossier.changes.between(since, until))
        except UserError as refusal:
            changes.refuse(str(refusal))

    @Slot()
    def _open_reports(self) -> None:
        self.workspace.show_page("reports")

    @Slot(str)
    def _open_by_uid(self, uid: str) -> None:
        assert self.session is not None
        for row in self.session.rows.rows():
            if row.uid == uid:
                self.workspace.open_recommendation(row.id)
