"""The window: its parts, and on this page how they are wired. Parts never know each other."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.ui.background import Background, Task
from uprtracker.ui.details_feed import DetailsFeed
from uprtracker.ui.dialogs.about_dialog import AboutDialog
from uprtracker.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.file_flow import FileFlow
from uprtracker.ui.icon import application_icon
from uprtracker.ui.page_feed import PageFeed
from uprtracker.ui.panels.message_bar import MessageBar
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.ui.panels.recommendations_page import RecommendationsPage
from uprtracker.ui.panels.resolution_page import ResolutionPage
from uprtracker.ui.panels.status_line import StatusLine
from uprtracker.ui.panels.welcome_page import WelcomePage
from uprtracker.ui.panels.window_head import WindowHead
from uprtracker.ui.panels.work_bar import WorkBar
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.profile_choice import ProfileChoice
from uprtracker.ui.row_list import named
from uprtracker.ui.selection_edit import SelectionEdit
from uprtracker.ui.theme import THEMES, Appearance
from uprtracker.ui.window_action import WindowActions, page_titles
from uprtracker.ui.window_geometry import WindowGeometry
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.row_filter import RowFilter

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class MainWindow(QMainWindow):
    """Shows one dossier, or the welcome page. A dossier that it is given it closes in the end."""

    dossier_shown = Signal()

    def __init__(self, appearance: Appearance, preferences: Preferences) -> None:
        super().__init__()
        self._appearance = appearance
        self._preferences = preferences
        self._session: DossierSession | None = None
        with appearance.undressed():
            self._make_parts()
            self._lay_out()
        self._wire_parts()
        self._wire_actions()
        self._apply_settings()
        self._show_welcome()

    def _make_parts(self) -> None:
        self.background = Background(self)
        self.files = FileFlow(self, self.background, self._preferences)
        self.acts = WindowActions(self)
        self.head = WindowHead()
        self.messages = MessageBar()
        self.work = WorkBar()
        self.status = StatusLine()
        self.welcome = WelcomePage()
        self.overview = OverviewPage()
        self.recommendations = RecommendationsPage()
        self.resolution = ResolutionPage()
        self._pages: dict[str, QWidget] = {
            "overview": self.overview,
            "recommendations": self.recommendations,
            "resolution": self.resolution,
        }
        self.pages = QStackedWidget()
        table, details = self.recommendations.table, self.recommendations.details
        self.feed = DetailsFeed(details, table)
        self.page_feed = PageFeed(self.overview, self.resolution, self)
        self.selection = SelectionEdit(table, self)
        self.profiles = ProfileChoice(self)
        self.places = WindowGeometry(self, self.recommendations, self._preferences)

    def _lay_out(self) -> None:
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        titles = page_titles()
        self.pages.addWidget(self.welcome)
        for key, page in self._pages.items():
            self.head.tabs.add_page(key, titles[key])
            self.pages.addWidget(page)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.messages, self.work):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.head.set_profile_menu(self.profiles.menu)

    # wiring

    def _wire_parts(self) -> None:
        page = self.recommendations
        self.head.tabs.page_requested.connect(self.show_page)
        self.head.search.search_requested.connect(self._search)
        self.head.search.left.connect(page.table.setFocus)
        self.profiles.chosen.connect(self._work_as)
        page.filter_changed.connect(self._show_filter)
        page.counts_changed.connect(self._show_counts)
        page.parts_changed.connect(self._mark_parts)
        page.table.selection_changed.connect(self._allow)
        page.table.menu_requested.connect(self._open_row_menu)
        page.table.opened.connect(self._open_details)
        self.background.started.connect(self.work.follow)
        self.background.started.connect(self._hold_still)
        self.files.opened.connect(self.show_dossier)
        self.files.refused.connect(self.messages.show_refusal)
        self.files.entered.connect(self._tell_entered)
        self.messages.action_requested.connect(self._take_offer)
        self.files.saved.connect(self._tell_saved_file)
        self.welcome.new_requested.connect(self.files.ask_new)
        self.welcome.open_requested.connect(self.files.choose_and_open)
        self.welcome.sample_requested.connect(self.files.open_sample)
        self.welcome.recent_requested.connect(self.files.open)
        self.welcome.clear_recent_requested.connect(self._clear_recent)
        self.selection.dismissed.connect(self.feed.feed)
        self.overview.filter_requested.connect(self.show_filtered)
        self.resolution.filter_requested.connect(self.show_filtered)
        self.resolution.recommendation_opened.connect(self.open_recommendation)
        page.navigation.paragraph_opened.connect(self.open_paragraph)
        page.details.linking_requested.connect(self.selection.ask_link_of)
        page.details.paragraph_opened.connect(self.open_paragraph)

    def _wire_actions(self) -> None:
        acts, table = self.acts, self.recommendations.table
        for key, slot in {
            "open": self.files.choose_and_open,
            "sample": self.files.open_sample,
            "clear_recent": self._clear_recent,
            "snapshot": self.files.ask_snapshot,
            "close": self.close_dossier,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "copy": table.copy_selection,
            "find": self._find,
            "select_all": table.selectAll,
            "new": self.files.ask_new,
            "export": self._export,
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
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }.items():
            acts[key].triggered.connect(slot)
        acts.pages.triggered.connect(self._choose_page)
        acts.status_menu.triggered.connect(self.selection.set_status)
        acts.recent_menu.aboutToShow.connect(self._fill_recent)
        acts.recent_menu.triggered.connect(self._open_recent)
        for name in THEMES:
            acts[f"theme_{name}"].triggered.connect(self._choose_theme)

    def _wire_session(self, session: DossierSession) -> None:
        """Connections that live as long as the dossier is open."""
        page, editing, details = self.recommendations, session.editing, self.recommendations.details
        session.notifier.committed.connect(self._show_saved)
        session.notifier.refused.connect(self.messages.show_refusal)
        session.notifier.refused.connect(session.rows.read_all)
        session.rows.changed.connect(page.refresh)
        session.rows.changed.connect(self.feed.follow)
        session.rows.changed.connect(self.page_feed.refresh)
        session.rows.replaced.connect(page.refresh)
        session.rows.replaced.connect(self.feed.feed)
        session.rows.replaced.connect(self.page_feed.refresh)
        page.model.status_edited.connect(editing.set_statuses)
        page.model.lead_edited.connect(editing.assign_leads)
        page.model.due_edited.connect(editing.set_dues)
        details.status_edited.connect(editing.set_status)
        details.lead_edited.connect(editing.assign_lead)
        details.supporting_edited.connect(editing.set_supporting)
        details.due_edited.connect(editing.set_due)
        details.link_requested.connect(editing.link_one)
        details.unlink_requested.connect(editing.unlink)
        details.concerns_none_requested.connect(editing.decide_one_concerns_none)
        details.progress_written.connect(editing.write_progress)
        details.annotation_written.connect(editing.annotate_one)
        details.annotation_state_requested.connect(editing.set_annotation_state)
        details.validate_requested.connect(editing.validate_one)
        details.history_revert_requested.connect(editing.revert)
        editing.reason_missing.connect(self.selection.ask_reason)
        editing.stack.indexChanged.connect(self._name_undo)

    # the dossier

    @Slot(object)
    def show_dossier(self, dossier: "Dossier") -> None:
        """Show an open dossier in place of the one before."""
        self.close_dossier()
        session = DossierSession(dossier, self)
        self._session = session
        self._wire_session(session)
        for part in (self.files, self.selection, self.page_feed):
            part.serve(session)
        self.head.show_info(session.info)
        self.status.show_file(session.info.path)
        self.status.show_text(session.rows.text)
        self.status.show_access(session.dossier.read_only)
        self.status.show_saved(None)
        self.status.show()
        self.recommendations.model.editable = not session.dossier.read_only
        self._show_actor()
        self.show_page("recommendations")
        self.recommendations.table.setFocus()
        self.setWindowTitle(f"{session.info.state_name} - UPR Tracker")
        self._name_undo()
        self._allow()
        self.dossier_shown.emit()

    @Slot()
    def close_dossier(self) -> None:
        """Let go of the dossier and show the welcome page."""
        if self._session is None:
            return
        session, self._session = self._session, None
        self.recommendations.details.keep_drafts()
        for part in (self.files, self.selection, self.feed, self.page_feed):
            part.serve(None)
        session.close()
        self._show_welcome()

    def _show_actor(self) -> None:
        """Show everything as the person who works now may see it."""
        session = self._session
        assert session is not None
        names = session.institution_names()
        self.head.show_actor(session.actor)
        self.status.show_actor(session.actor)
        self.profiles.show_actor(session.actor, names)
        self.recommendations.table.set_context(names, session.today())
        self.recommendations.show_rows(session.rows, session.actor.institution)
        self.feed.serve(session)

    @Slot(object)
    def _work_as(self, actor: Actor) -> None:
        self._preferences.take(self._preferences.settings.with_actor(actor))
        if self._session is not None:
            self._session.act_as(actor)
            self._show_actor()

    def _show_welcome(self) -> None:
        self.head.show_info(None)
        self.status.hide()
        self.welcome.show_recent(self._preferences.settings.recent)
        self.pages.setCurrentWidget(self.welcome)
        self.setWindowTitle("UPR Tracker")
        self._name_undo()
        self._allow()

    # pages and what they show

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page by its key: `overview`, `recommendations`, `resolution`."""
        self.pages.setCurrentWidget(self._pages[key])
        self.head.tabs.show_page(key)
        self.acts[f"page_{key}"].setChecked(True)
        self.status.show_list_facts(key == "recommendations")

    @Slot(QAction)
    def _choose_page(self, action: QAction) -> None:
        self.show_page(action.data())

    @Slot(object)
    def show_filtered(self, row_filter: RowFilter) -> None:
        """Show the list narrowed to what was chosen on another page."""
        self.show_page("recommendations")
        self.recommendations.set_filter(row_filter)

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

    @Slot(str)
    def _search(self, words: str) -> None:
        self.show_page("recommendations")
        self.recommendations.search(words)

    @Slot(object)
    def _show_filter(self, row_filter: RowFilter) -> None:
        self.head.search.show_search(row_filter.search)
        self.feed.mark_hits(row_filter.search)
        self.status.show_filters([words for _field, _value, words in row_filter.chips()])

    @Slot(int, int)
    def _show_counts(self, shown: int, received: int) -> None:
        self.status.show_counts(shown, received)
        searching = bool(self.recommendations.row_filter.search)
        words = _("{shown} of {all}").format(shown=shown, all=received)
        self.head.search.show_hits(words if searching else "")

    @Slot(object)
    def _show_saved(self, change: ChangeSet) -> None:
        self.messages.hide()
        self.status.show_saved(datetime.now())
        if change.structure and self._session is not None:
            self._session.read_info()
            self.head.show_info(self._session.info)
        if change.created and self._session is not None:
            names = self._session.institution_names()
            self.recommendations.table.set_context(names, self._session.today())
            made = _("New in the list of institutions: {names}").format(names=", ".join(change.created))
            self.messages.show_news(made)

    @Slot(object)
    def _tell_entered(self, change: ChangeSet) -> None:
        self.messages.show_news(change.title, _("Undo"), "undo")

    @Slot(str)
    def _tell_saved_file(self, name: str) -> None:
        self.messages.show_news(_("Saved: {name}").format(name=name), _("Open it"), "open_saved")

    @Slot(str)
    def _take_offer(self, action: str) -> None:
        {"undo": self._undo, "open_saved": self.files.open_saved}[action]()

    @Slot(object)
    def _hold_still(self, task: Task) -> None:
        """Nothing is edited while work in the background writes."""
        if task.blocks:
            self.pages.setEnabled(False)
            self.menuBar().setEnabled(False)
            task.ended.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self.pages.setEnabled(True)
        self.menuBar().setEnabled(True)

    # actions

    @Slot()
    def _allow(self) -> None:
        session = self._session
        self.acts.allow(
            dossier=session is not None,
            selection=session is not None
            and bool(self.recommendations.table.selectionModel().hasSelection()),
            writable=session is not None and not session.dossier.read_only,
            content=session is not None and bool(session.rows.rows()),
        )

    @Slot()
    def _name_undo(self) -> None:
        stack = self._session.editing.stack if self._session else None
        for key, words, title, possible in (
            ("undo", _("Undo"), stack and stack.undoText(), stack and stack.canUndo()),
            ("redo", _("Redo"), stack and stack.redoText(), stack and stack.canRedo()),
        ):
            # Qt reads a single ampersand as the mark of an access key
            self.acts[key].setText(f"&{words}: {title.replace('&', '&&')}" if title else f"&{words}")
            self.acts[key].setEnabled(bool(possible))

    @Slot()
    def _undo(self) -> None:
        if self._session is not None:
            self._session.editing.stack.undo()

    @Slot()
    def _redo(self) -> None:
        if self._session is not None:
            self._session.editing.stack.redo()

    @Slot()
    def _find(self) -> None:
        self.head.search.setFocus()
        self.head.search.selectAll()

    @Slot()
    def _export(self) -> None:
        page = self.recommendations
        if self._session is not None:
            total = len(self._session.rows.rows())
            self.files.ask_export(page.row_filter, page.model.rowCount(), total)

    @Slot()
    def _annotate(self) -> None:
        """One row is annotated in its details, several in a dialog."""
        if len(self.recommendations.table.selected_rows()) > 1:
            self.selection.ask_note()
        else:
            self.places.show_details(True)
            self.feed.feed()
            self.recommendations.details.focus_annotation()

    @Slot(int)
    def _open_details(self, _id: int) -> None:
        self.places.show_details(True)
        self.feed.feed()
        self.recommendations.details.focus_status()

    @Slot(QPoint)
    def _open_row_menu(self, place: QPoint) -> None:
        rows = self.recommendations.table.selected_rows()
        if rows:
            menu = self.acts.edit_menu(_("Set status of {which} to").format(which=named(rows)), self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    @Slot(bool, bool)
    def _mark_parts(self, rail: bool, details: bool) -> None:
        self.acts["rail"].setChecked(rail)
        self.acts["details"].setChecked(details)

    # settings

    def _apply_settings(self) -> None:
        settings = self._preferences.settings
        self.acts[f"theme_{self._appearance.choice}"].setChecked(True)
        self.acts["compact"].setChecked(settings.compact_rows)
        self.recommendations.table.set_compact(settings.compact_rows)
        if settings.columns:
            self.recommendations.table.show_columns(settings.columns)
        self.places.restore()

    @Slot()
    def _choose_theme(self) -> None:
        chosen = next(name for name in THEMES if self.acts[f"theme_{name}"].isChecked())
        self._appearance.choose(chosen)
        self._preferences.change(theme=chosen)

    @Slot(bool)
    def _set_compact(self, compact: bool) -> None:
        self.recommendations.table.set_compact(compact)
        self._preferences.change(compact_rows=compact)

    @Slot()
    def _fill_recent(self) -> None:
        menu = self.acts.recent_menu
        menu.clear()
        for location in self._preferences.settings.recent:
            menu.addAction(location.replace("&", "&&")).setData(location)
        if not menu.isEmpty():
            menu.addSeparator()
            menu.addAction(self.acts["clear_recent"])

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        if action.data() is not None:
            self.files.open(action.data())

    @Slot()
    def _clear_recent(self) -> None:
        self.files.clear_recent()
        self.welcome.show_recent(())

    @Slot()
    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.acts, self).open()

    @Slot()
    def _show_about(self) -> None:
        AboutDialog(self).open()

    # what Qt tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.take_file(url.toLocalFile())
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.places.follow_size()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.places.keep()
        self.background.stop()
        self.close_dossier()
        super().closeEvent(event)
