"""The page of recommendations, joined to the dossier: its edits, its details, and the actions on the selected rows."""

from PySide6.QtCore import QPoint, Slot

from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.ui.details_feed import DetailsFeed
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.joint_edit import JointEdit
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.recommendations_page import RecommendationsPage
from uprtracker.ui.part_geometry import PartGeometry
from uprtracker.ui.row_list import named
from uprtracker.ui.selection_edit import SelectionEdit
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope


class RecommendationsWiring(PageWiring):
    """The one page that is made with the workspace: the Edit menu acts on what is selected in its table."""

    page: RecommendationsPage

    def make_page(self) -> RecommendationsPage:
        workspace, page = self.workspace, RecommendationsPage()
        self.feed = DetailsFeed(page.details, page.table)
        self.selection = SelectionEdit(page.table, workspace.window())
        self.joint = JointEdit(page.table, workspace.window())
        self.places = PartGeometry(page, workspace.preferences)
        page.parts_changed.connect(self._mark_parts)
        page.import_requested.connect(workspace.import_requested)
        page.filter_changed.connect(self._mark_hits)
        page.table.menu_requested.connect(self._open_row_menu)
        page.table.opened.connect(self._open_details)
        page.navigation.paragraph_opened.connect(workspace.open_paragraph)
        page.details.linking_requested.connect(self.selection.ask_link_of)
        page.details.measure_requested.connect(self.joint.ask_measure)
        page.details.measure_edit_requested.connect(self.joint.ask_about_measure)
        page.details.evidence_requested.connect(self.joint.ask_evidence)
        page.details.paragraph_opened.connect(workspace.open_paragraph)
        self.selection.dismissed.connect(self.feed.feed)
        self._wire_actions(page)
        return page

    def _wire_actions(self, page: RecommendationsPage) -> None:
        acts = self.workspace.acts
        for key, slot in {
            "copy": page.table.copy_selection,
            "select_all": page.table.selectAll,
            "link": self.selection.ask_link,
            "lead": self.selection.ask_lead,
            "due": self.selection.ask_due,
            "supporting": self.joint.ask_supporting,
            "same": self.joint.ask_same,
            "measure": self.joint.ask_measure,
            "evidence": self.joint.ask_evidence,
            "not_ours": self.joint.ask_not_ours,
            "validate": self.selection.validate,
            "send_back": self.joint.ask_send_back,
            "concerns_none": self.selection.decide_concerns_none,
            "annotate": self._annotate,
            "rail": self.places.show_rail,
            "details": self.places.show_details,
            "compact": self._set_compact,
            "columns": page.open_columns,
        }.items():
            acts[key].triggered.connect(slot)
        acts.status_menu.triggered.connect(self.selection.set_status)

    # the dossier

    def serve(self, session: DossierSession) -> None:
        super().serve(session)
        page, editing, details = self.page, session.editing, self.page.details
        session.notifier.committed.connect(self._offer_new_institutions)
        session.rows.changed.connect(page.refresh)
        session.rows.changed.connect(self.feed.follow)
        session.rows.replaced.connect(page.refresh)
        session.rows.replaced.connect(self.feed.feed)
        page.model.status_edited.connect(editing.set_statuses)
        page.model.lead_edited.connect(editing.assign_leads)
        page.model.due_edited.connect(editing.set_dues)
        details.status_edited.connect(editing.set_status)
        details.lead_edited.connect(editing.assign_lead)
        details.supporting_edited.connect(editing.set_supporting)
        details.due_edited.connect(editing.set_due)
        details.link_requested.connect(editing.link_one)
        details.unlink_requested.connect(editing.unlink)
        details.reject_requested.connect(editing.reject_one)
        details.concerns_none_requested.connect(editing.decide_one_concerns_none)
        details.progress_written.connect(editing.write_progress)
        details.annotation_written.connect(editing.annotate_one)
        details.annotation_state_requested.connect(editing.set_annotation_state)
        details.validate_requested.connect(editing.validate_one)
        details.measure_withdrawn.connect(session.joint.withdraw_measure)
        details.history_revert_requested.connect(editing.revert)
        editing.reason_missing.connect(self.selection.ask_reason)
        self.selection.serve(session)
        self.joint.serve(session)
        page.model.editable = not session.dossier.read_only
        self.show_actor()

    def show_actor(self) -> None:
        session = self.session
        if session is not None:
            self._name_institutions(session)
            self.page.show_rows(session.rows, session.actor)
            self.feed.serve(session)

    def leave(self) -> None:
        self.page.details.keep_drafts()
        super().leave()
        self.selection.serve(None)
        self.joint.serve(None)
        self.feed.serve(None)

    @Slot(object)
    def _offer_new_institutions(self, change: ChangeSet) -> None:
        if change.created and self.session is not None:
            self._name_institutions(self.session)

    def _name_institutions(self, session: DossierSession) -> None:
        self.page.table.set_context(session.institution_names(), session.today())

    # what the person left

    def restore(self) -> None:
        """Rows, columns and parts as the person left them."""
        settings = self.workspace.preferences.settings
        self.workspace.acts["compact"].setChecked(settings.compact_rows)
        self.page.table.set_compact(settings.compact_rows)
        if settings.columns:
            self.page.table.show_columns(settings.columns)
        self.places.restore()

    @Slot(bool)
    def _set_compact(self, compact: bool) -> None:
        self.page.table.set_compact(compact)
        self.workspace.preferences.change(compact_rows=compact)

    # rows and their details

    @Slot()
    def _annotate(self) -> None:
        """One row is annotated in its details, several in a dialog."""
        if len(self.page.table.selected_rows()) > 1:
            self.selection.ask_note()
        else:
            self.workspace.show_page("recommendations")
            self.places.show_details(True)
            self.feed.feed()
            self.page.details.focus_annotation()

    @Slot()
    def _open_details(self) -> None:
        self.places.show_details(True)
        self.feed.feed()
        self.page.details.focus_status()

    @Slot(QPoint)
    def _open_row_menu(self, place: QPoint) -> None:
        rows = self.page.table.selected_rows()
        if rows:
            words = _("Set status of {which} to").format(which=named(rows))
            menu = self.workspace.acts.edit_menu(words, self.workspace.window())
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    @Slot(object)
    def _mark_hits(self, row_filter: RowFilter) -> None:
        if self.session is not None:
            own = row_filter.scope is not Scope.REFERENCE
            self.page.model.editable = own and not self.session.dossier.read_only
        self.feed.mark_hits(row_filter.search)

    @Slot(bool, bool)
    def _mark_parts(self, rail: bool, details: bool) -> None:
        self.workspace.acts["rail"].setChecked(rail)
        self.workspace.acts["details"].setChecked(details)
