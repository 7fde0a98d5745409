"""The window: head, messages, pages, foot, and the dossier that it holds. How pages lead to each other is in `workspace`."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.ui.background import Background, Task
from uprtracker.ui.exchange_flow import ExchangeFlow
from uprtracker.ui.file_flow import FileFlow
from uprtracker.ui.icon import application_icon
from uprtracker.ui.import_flow import ImportFlow
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.panels.message_bar import MessageBar
from uprtracker.ui.panels.status_line import StatusLine
from uprtracker.ui.panels.welcome_page import WelcomePage
from uprtracker.ui.panels.window_head import WindowHead
from uprtracker.ui.panels.work_bar import WorkBar
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.private_notes import PrivateNotes
from uprtracker.ui.profile_choice import ProfileChoice
from uprtracker.ui.report_flow import ReportFlow
from uprtracker.ui.theme import THEMES, Appearance
from uprtracker.ui.tool_dialogs import ToolDialogs
from uprtracker.ui.window_action import WindowActions
from uprtracker.ui.window_geometry import keep_window, restore_window
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.row_filter import RowFilter

if (
    TYPE_CHECKING
):  # what needs an open dossier is loaded with the first one, so that the window appears at once
    from uprtracker.services.dossier import Dossier
    from uprtracker.ui.dossier_session import DossierSession
    from uprtracker.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Shows one dossier, or the welcome page. A dossier that it is given it closes in the end."""

    dossier_shown = Signal()
    language_chosen = Signal(str)
    """A window speaks one language from first to last: whoever made this one closes it and makes another."""

    def __init__(self, appearance: Appearance, preferences: Preferences) -> None:
        super().__init__()
        self._appearance = appearance
        self._preferences = preferences
        self.session: DossierSession | None = None
        self.first_page = "recommendations"
        """The page on which a dossier is shown at first."""
        with appearance.undressed():
            self._make_parts()
            self._lay_out()
        self._wire_parts()
        self._wire_actions()
        self.acts[f"theme_{appearance.choice}"].setChecked(True)
        restore_window(self, preferences)
        self._show_welcome()

    def _make_parts(self) -> None:
        self.background = Background(self)
        self.files = FileFlow(self, self.background, self._preferences)
        self.imports = ImportFlow(self, self.background, self.files)
        self.reports = ReportFlow(self, self.background)
        self.exchange = ExchangeFlow(self, self.background)
        self.acts = WindowActions(self)
        self.head = WindowHead()
        self.messages = MessageBar()
        self.work = WorkBar()
        self.status = StatusLine()
        self.welcome = WelcomePage()
        self.pages = QStackedWidget()
        self.profiles = ProfileChoice(self)
        self.private_notes = PrivateNotes(self)
        self.tools = ToolDialogs(self, self.background, self.acts)

    def _lay_out(self) -> None:
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self.pages.addWidget(self.welcome)
        for page in PAGES:
            self.head.pages.add_page(page.key, page.title, self.acts[f"page_{page.key}"])
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

    @cached_property
    def workspace(self) -> "Workspace":
        """The pages of a dossier, made when the first one is shown."""
        from uprtracker.ui.workspace import Workspace

        with self._appearance.undressed():
            workspace = Workspace(
                self.acts, self._preferences, self.background, self.files, self.reports, self
            )
            self.pages.addWidget(workspace)
        self._wire_workspace(workspace)
        workspace.list.restore()
        return workspace

    # wiring

    def _wire_parts(self) -> None:
        self.background.started.connect(self.work.follow)
        self.tools.open_requested.connect(self.files.open)
        self.background.started.connect(self._hold_still)
        self.files.opened.connect(self.show_dossier)
        self.files.refused.connect(self.messages.show_refusal)
        self.files.entered.connect(self._tell_entered)
        self.imports.refused.connect(self.messages.show_refusal)
        self.imports.entered.connect(self._tell_entered)
        self.imports.waiting.connect(self._tell_waiting)
        self.exchange.refused.connect(self.messages.show_refusal)
        self.exchange.entered.connect(self._tell_entered)
        self.exchange.sent.connect(self._tell_sent)
        self.reports.refused.connect(self.messages.show_refusal)
        self.reports.saved.connect(self._tell_saved_file)
        self.messages.action_requested.connect(self._take_offer)
        self.profiles.chosen.connect(self._work_as)
        self.welcome.new_requested.connect(self.files.ask_new)
        self.welcome.open_requested.connect(self.files.choose_and_open)
        self.welcome.sample_requested.connect(self.files.open_sample)
        self.welcome.recent_requested.connect(self.files.open)
        self.welcome.clear_recent_requested.connect(self._clear_recent)

    def _wire_actions(self) -> None:
        for key, slot in {
            "new": self.files.ask_new,
            "open": self.files.choose_and_open,
            "sample": self.files.open_sample,
            "clear_recent": self._clear_recent,
            "import": self.imports.choose_and_import,
            "export": self._export,
            "reconcile": self.imports.ask_sums,
            "matches": self.imports.ask_matches,
            "workbooks": self.exchange.ask_workbooks,
            "package": self.exchange.ask_package,
            "copy_out": self.exchange.ask_copy,
            "merge": self.exchange.choose_and_merge,
            "snapshot": self.files.ask_snapshot,
            "close": self.close_dossier,
            "quit": self.close,
            "find": self._find,
            "institutions": self.tools.show_institutions,
            "texts": self.tools.show_texts,
            "word_count": self.tools.count_words,
            "backups": self.tools.show_backups,
            "history_key": self.tools.show_history_key,
            "private_notes": self.private_notes.ask,
            "shortcuts": self.tools.show_shortcuts,
            "about": self.tools.show_about,
        }.items():
            self.acts[key].triggered.connect(slot)
        self.acts.recent_menu.aboutToShow.connect(self._fill_recent)
        self.acts.recent_menu.triggered.connect(self._open_recent)
        self.acts.language_menu.triggered.connect(self._choose_language)
        for name in THEMES:
            self.acts[f"theme_{name}"].triggered.connect(self._choose_theme)

    def _wire_workspace(self, workspace: "Workspace") -> None:
        self.head.pages.page_requested.connect(workspace.show_page)
        self.head.search.search_requested.connect(workspace.search)
        self.head.search.left.connect(workspace.recommendations.table.setFocus)
        workspace.page_shown.connect(self.head.pages.show_page)
        workspace.page_shown.connect(self.status.show_facts_of)
        self.tools.filter_requested.connect(workspace.show_filtered)
        workspace.import_requested.connect(self.imports.choose_and_import)
        self.imports.recommendation_opened.connect(workspace.open_recommendation)
        workspace.recommendations.filter_changed.connect(self._show_filter)
        workspace.recommendations.counts_changed.connect(self._show_counts)

    def _wire_session(self, session: "DossierSession") -> None:
        """Connections that live as long as the dossier is open."""
        session.notifier.committed.connect(self._show_committed)
        session.notifier.refused.connect(self.messages.show_refusal)
        # what was refused may have been somebody else's change
        session.notifier.refused.connect(session.rows.read_all)

    # the dossier

    @Slot(object)
    def show_dossier(self, dossier: "Dossier") -> None:
        """Show an open dossier in place of the one before."""
        from uprtracker.ui.dossier_session import DossierSession

        self.close_dossier()
        workspace, session = self.workspace, DossierSession(dossier, self)
        self.session = session
        self._wire_session(session)
        self.files.serve(session)
        self.imports.serve(session)
        self.reports.serve(session, Path(self.files.folder()))
        self.exchange.serve(session, Path(self.files.folder()))
        self.private_notes.serve(session)
        self.tools.serve(session)
        self.pages.setCurrentWidget(workspace)
        workspace.show_page(self.first_page)
        workspace.serve(session)
        self.head.show_info(session.info)
        self.status.show_file(session.info.path)
        self.status.show_text(session.rows.text)
        self.status.show_access(session.dossier.read_only)
        self.status.show_saved(None)
        self.status.show()
        self._show_actor(session)
        self.setWindowTitle(f"{session.info.called} - UPR Tracker")
        workspace.recommendations.table.setFocus()
        self.dossier_shown.emit()

    @Slot()
    def close_dossier(self) -> None:
        """Let go of the dossier and show the welcome page."""
        if self.session is None:
            return
        session, self.session = self.session, None
        self.files.serve(None)
        self.imports.serve(None)
        self.reports.serve(None, Path())
        self.exchange.serve(None, Path())
        self.private_notes.serve(None)
        self.tools.serve(None)
        self.workspace.leave()
        self.background.drop()
        session.close()
        self._show_welcome()

    def _show_welcome(self) -> None:
        self.head.show_info(None)
        self.status.hide()
        self.welcome.show_recent(self._preferences.settings.recent)
        self.pages.setCurrentWidget(self.welcome)
        self.setWindowTitle("UPR Tracker")
        self.acts.allow(dossier=False, selection=False, writable=False, content=False)
        self.acts.name_undo(None, None)

    def _show_actor(self, session: "DossierSession") -> None:
        self.head.show_actor(session.actor)
        self.status.show_actor(session.actor)
        self.profiles.show_actor(session.actor, session.institution_names())

    @Slot(object)
    def _work_as(self, actor: Actor) -> None:
        self._preferences.take(self._preferences.settings.with_actor(actor))
        if self.session is not None:
            self.session.act_as(actor)
            self._show_actor(self.session)
            self.workspace.show_actor()

    # what the window says

    @Slot(object)
    def _show_filter(self, row_filter: RowFilter) -> None:
        self.head.search.show_search(row_filter.search)
        self.status.show_filters([words for _field, _value, words in row_filter.chips()])

    @Slot(int, int)
    def _show_counts(self, shown: int, received: int) -> None:
        self.status.show_counts(shown, received)
        searching = bool(self.workspace.recommendations.row_filter.search)
        words = _("{shown} of {all}").format(shown=shown, all=received)
        self.head.search.show_hits(words if searching else "")

    @Slot(object)
    def _show_committed(self, change: ChangeSet) -> None:
        session = self.session
        if session is None:
            return
        self.messages.hide()
        self.status.show_saved(datetime.now())
        if change.structure:
            session.read_info()
            self.head.show_info(session.info)
            self.status.show_text(session.rows.text)
        if change.created:
            made = _("New in the list of institutions: {names}").format(names=", ".join(change.created))
            self.messages.show_news(made)
            self.profiles.show_actor(session.actor, session.institution_names())

    @Slot(object)
    def _tell_entered(self, change: ChangeSet) -> None:
        if change.changed:
            self.messages.show_news(change.title, _("Undo"), "undo")
        else:
            self.messages.show_news(_("Nothing was new; the dossier is as it was."))

    @Slot(str)
    def _tell_waiting(self, sentence: str) -> None:
        self.messages.show_news(sentence, _("Look at them"), "matches")

    @Slot(str)
    def _tell_saved_file(self, name: str) -> None:
        self.messages.show_news(_("Saved: {name}").format(name=name), _("Open it"), "open_saved")

    @Slot(str)
    def _tell_sent(self, sentence: str) -> None:
        self.messages.show_news(sentence, _("Open the folder"), "open_folder")

    @Slot(str)
    def _take_offer(self, action: str) -> None:
        {
            "undo": self.acts["undo"].trigger,
            "matches": self.imports.ask_matches,
            "open_saved": self.reports.open_saved,
            "open_folder": self.exchange.open_folder,
        }[action]()

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
    def _find(self) -> None:
        self.head.search.setFocus()
        self.head.search.selectAll()

    @Slot()
    def _export(self) -> None:
        page = self.workspace.recommendations
        if self.session is not None:
            self.reports.ask(page.row_filter, page.model.rows())

    @Slot()
    def _choose_theme(self) -> None:
        chosen = next(name for name in THEMES if self.acts[f"theme_{name}"].isChecked())
        self._appearance.choose(chosen)
        self._preferences.change(theme=chosen)

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        self._preferences.change(language=action.data())
        self.language_chosen.emit(action.data())

    @Slot()
    def _fill_recent(self) -> None:
        self.acts.list_recent(self._preferences.settings.recent)

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        if action.data() is not None:
            self.files.open(action.data())

    @Slot()
    def _clear_recent(self) -> None:
        self.files.clear_recent()
        self.welcome.show_recent(())

    # what Qt tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        dropped = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        self.imports.take_files(self.exchange.take_returned(dropped))

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_window(self, self._preferences)
        if self.session is not None:
            self.workspace.list.places.keep()
        self.close_dossier()
        self.background.stop()
        super().closeEvent(event)
