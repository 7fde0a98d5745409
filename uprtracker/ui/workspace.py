"""The pages of an open dossier, and here how they are wired to each other and to its edits. No part knows another."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.ui.details_feed import DetailsFeed
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.link_source import LinkSource
from uprtracker.ui.page_feed import PageFeed
from uprtracker.ui.panels.links_page import LinksPage
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.ui.panels.recommendations_page import RecommendationsPage
from uprtracker.ui.panels.resolution_page import ResolutionPage
from uprtracker.ui.part_geometry import PartGeometry
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.row_list import named
from uprtracker.ui.selection_edit import SelectionEdit
from uprtracker.ui.window_action import WindowActions
from uprtracker.vocabulary.row_filter import RowFilter


class Workspace(QStackedWidget):
    """Overview, recommendations, resolution and links of one dossier after another."""

    page_shown = Signal(str)
    """The key of the page: `overview`, `recommendations`, `resolution`, `links`."""
    import_requested = Signal()

    def __init__(self, acts: WindowActions, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._acts = acts
        self._window = window
        self._preferences = preferences
        self._session: DossierSession | None = None
        self.overview = OverviewPage()
        self.recommendations = RecommendationsPage()
        self.resolution = ResolutionPage()
        self.links = LinksPage()
        self._pages: dict[str, QWidget] = {
            "overview": self.overview,
            "recommendations": self.recommendations,
            "resolution": self.resolution,
            "links": self.links,
        }
        for page in self._pages.values():
            self.addWidget(page)
        table, details = self.recommendations.table, self.recommendations.details
        self.feed = DetailsFeed(details, table)
        self.page_feed = PageFeed(self.overview, self.resolution, self)
        self.selection = SelectionEdit(table, window)
        self.places = PartGeometry(self.recommendations, preferences)
        self._wire_pages()
        self._wire_actions()

    # wiring

    def _wire_pages(self) -> None:
        page = self.recommendations
        page.parts_changed.connect(self._mark_parts)
        page.import_requested.connect(self.import_requested)
        page.filter_changed.connect(self._mark_hits)
        page.table.selection_changed.connect(self._allow)
        page.table.menu_requested.connect(self._open_row_menu)
        page.table.opened.connect(self._open_details)
        page.navigation.paragraph_opened.connect(self.open_paragraph)
        page.details.linking_requested.connect(self.selection.ask_link_of)
        page.details.paragraph_opened.connect(self.open_paragraph)
        self.overview.filter_requested.connect(self.show_filtered)
        self.overview.import_requested.connect(self.import_requested)
        self.resolution.filter_requested.connect(self.show_filtered)
        self.resolution.recommendation_opened.connect(self.open_recommendation)
        self.selection.dismissed.connect(self.feed.feed)

    def _wire_actions(self) -> None:
        table = self.recommendations.table
        for key, slot in {
            "undo": self._undo,
            "redo": self._redo,
            "copy": table.copy_selection,
            "select_all": table.selectAll,
            "link": self.selection.ask_link,
            "lead": self.selection.ask_lead,
            "due": self.selection.ask_due,
            "validate": self.selection.validate,
            "concerns_none": self.selection.decide_concerns_none,
            "annotate": self._annotate,
            "paragraph": self._open_linked_paragraph,
            "rail": self.places.show_rail,
            "details": self.places.show_details,
            "compact": self._set_compact,
            "columns": self.recommendations.open_columns,
        }.items():
            self._acts[key].triggered.connect(slot)
        self._acts.pages.triggered.connect(self._choose_page)
        self._acts.status_menu.triggered.connect(self.selection.set_status)

    def _wire_session(self, session: DossierSession) -> None:
        """Connections that live as long as the dossier is open."""
        page, editing, details = self.recommendations, session.editing, self.recommendations.details
        session.notifier.committed.connect(self._offer_new_institutions)
        session.rows.changed.connect(page.refresh)
        session.rows.changed.connect(self.feed.follow)
        session.rows.changed.connect(self.page_feed.refresh)
        session.rows.replaced.connect(page.refresh)
        session.rows.replaced.connect(self.feed.feed)
        session.rows.replaced.connect(self.page_feed.refresh)
        session.rows.replaced.connect(self._allow)
        session.rows.changed.connect(self.links.follow)
        session.rows.replaced.connect(self.links.read_again)
        self.links.link_requested.connect(editing.link)
        self.links.reject_requested.connect(editing.reject)
        self.links.unlink_requested.connect(editing.unlink_all)
        self.links.concerns_none_requested.connect(editing.decide_concerns_none)
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
        details.history_revert_requested.connect(editing.revert)
        editing.reason_missing.connect(self.selection.ask_reason)
        editing.stack.indexChanged.connect(self._name_undo)

    # the dossier

    def serve(self, session: DossierSession) -> None:
        """Show this dossier from now on."""
        self._session = session
        self._wire_session(session)
        self.selection.serve(session)
        self.page_feed.serve(session)
        self.recommendations.model.editable = not session.dossier.read_only
        self.show_actor()
        self._name_undo()

    def leave(self) -> None:
        """Show nothing of the dossier any more, before it is closed."""
        self.recommendations.details.keep_drafts()
        self._session = None
        self.selection.serve(None)
        self.feed.serve(None)
        self.page_feed.serve(None)
        self.links.serve(None)
        self._name_undo()
        self._allow()

    def show_actor(self) -> None:
        """Show everything as the person who works now may see it."""
        session = self._session
        assert session is not None
        self.recommendations.table.set_context(session.institution_names(), session.today())
        self.recommendations.show_rows(session.rows, session.actor.institution)
        self.feed.serve(session)
        self.links.serve(LinkSource(session.dossier, session.rows))
        self._allow()

    @Slot(object)
    def _offer_new_institutions(self, change: ChangeSet) -> None:
        if change.created and self._session is not None:
            names, today = self._session.institution_names(), self._session.today()
            self.recommendations.table.set_context(names, today)

    # pages and what they show

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page by its key."""
        self.setCurrentWidget(self._pages[key])
        self._acts[f"page_{key}"].setChecked(True)
        self.page_shown.emit(key)

    @Slot(QAction)
    def _choose_page(self, action: QAction) -> None:
        self.show_page(action.data())

    @Slot(object)
    def show_filtered(self, row_filter: RowFilter) -> None:
        """Show the list narrowed to what was chosen on another page."""
        self.show_page("recommendations")
        self.recommendations.set_filter(row_filter)

    @Slot(str)
    def search(self, words: str) -> None:
        """Show the list narrowed by a search."""
        self.show_page("recommendations")
        self.recommendations.search(words)

    @Slot(int)
    def open_recommendation(self, id_: int) -> None:
        """Show one recommendation in the list, which is widened where it would not have it."""
        page = self.recommendations
        self.show_page("recommendations")
        if page.model.place_of(id_) is None:
            page.set_filter(RowFilter())
        page.table.select_ids([id_], id_)
        page.table.setFocus()

    @Slot(str)
    def open_paragraph(self, label: str) -> None:
        """Show the text of a paragraph."""
        self.show_page("resolution")
        self.resolution.open_paragraph(label)

    @Slot()
    def _open_linked_paragraph(self) -> None:
        linked = [
            label for row in self.recommendations.table.selected_rows() for label in row.paragraph_labels
        ]
        if linked:
            self.open_paragraph(linked[0])
        else:
            self.show_page("resolution")

    @Slot(object)
    def _mark_hits(self, row_filter: RowFilter) -> None:
        self.feed.mark_hits(row_filter.search)

    # actions

    @Slot()
    def _allow(self) -> None:
        session, table = self._session, self.recommendations.table
        self._acts.allow(
            dossier=session is not None,
            selection=session is not None and table.selectionModel().hasSelection(),
            writable=session is not None and not session.dossier.read_only,
            content=session is not None and bool(session.rows.rows()),
        )

    @Slot()
    def _name_undo(self) -> None:
        stack = self._session.editing.stack if self._session else None
        self._acts.name_undo(
            stack.undoText() if stack and stack.canUndo() else None,
            stack.redoText() if stack and stack.canRedo() else None,
        )

    @Slot()
    def _undo(self) -> None:
        if self._session is not None:
            self._session.editing.stack.undo()

    @Slot()
    def _redo(self) -> None:
        if self._session is not None:
            self._session.editing.stack.redo()

    @Slot()
    def _annotate(self) -> None:
        """One row is annotated in its details, several in a dialog."""
        if len(self.recommendations.table.selected_rows()) > 1:
            self.selection.ask_note()
        else:
            self.show_page("recommendations")
            self.places.show_details(True)
            self.feed.feed()
            self.recommendations.details.focus_annotation()

    @Slot()
    def _open_details(self) -> None:
        self.places.show_details(True)
        self.feed.feed()
        self.recommendations.details.focus_status()

    @Slot(QPoint)
    def _open_row_menu(self, place: QPoint) -> None:
        rows = self.recommendations.table.selected_rows()
        if rows:
            menu = self._acts.edit_menu(_("Set status of {which} to").format(which=named(rows)), self._window)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    @Slot(bool, bool)
    def _mark_parts(self, rail: bool, details: bool) -> None:
        self._acts["rail"].setChecked(rail)
        self._acts["details"].setChecked(details)

    # what the person left

    def restore(self) -> None:
        """Rows, columns and parts as the person left them."""
        settings = self._preferences.settings
        self._acts["compact"].setChecked(settings.compact_rows)
        self.recommendations.table.set_compact(settings.compact_rows)
        if settings.columns:
            self.recommendations.table.show_columns(settings.columns)
        self.places.restore()

    @Slot(bool)
    def _set_compact(self, compact: bool) -> None:
        self.recommendations.table.set_compact(compact)
        self._preferences.change(compact_rows=compact)
