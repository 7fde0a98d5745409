"""The pages of an open dossier: which of them is shown, how one leads to another, and what the actions may do."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from uprtracker.ui.background import Background
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.file_flow import FileFlow
from uprtracker.ui.offer import refusals
from uprtracker.ui.page_place import PagePlace
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.panels.allowance import reference_sentence
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.report_flow import ReportFlow
from uprtracker.ui.window_action import EDITS, WindowActions
from uprtracker.ui.wiring.recommendations_wiring import RecommendationsWiring
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope

if TYPE_CHECKING:  # the other pages are loaded when they are first seen
    from uprtracker.ui.panels.links_page import LinksPage
    from uprtracker.ui.panels.overview_page import OverviewPage
    from uprtracker.ui.panels.recommendations_page import RecommendationsPage
    from uprtracker.ui.panels.resolution_page import ResolutionPage
    from uprtracker.ui.wiring.reports_wiring import ReportsWiring


class Workspace(QStackedWidget):
    """The pages of `page_registry` for one dossier after another. Each page's own wiring is in `ui/wiring`."""

    page_shown = Signal(str)
    """The key of the page."""
    import_requested = Signal()

    def __init__(
        self,
        acts: WindowActions,
        preferences: Preferences,
        background: Background,
        files: FileFlow,
        reports: ReportFlow,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.acts = acts
        self.preferences = preferences
        self.background = background
        self.files = files
        self.reports = reports
        self._session: DossierSession | None = None
        self._places = {spec.key: PagePlace(spec, self) for spec in PAGES}
        for place in self._places.values():
            self.addWidget(place)
        self.list = cast("RecommendationsWiring", self._places["recommendations"].wiring)
        """The wiring of the page of recommendations: the others lead to it, and the Edit menu acts on it."""
        self.recommendations.table.selection_changed.connect(self._allow)
        self.recommendations.filter_changed.connect(self._allow)
        for key, slot in {
            "undo": self._undo,
            "redo": self._redo,
            "paragraph": self._open_linked_paragraph,
        }.items():
            acts[key].triggered.connect(slot)
        acts.pages.triggered.connect(self._choose_page)

    # pages

    def minimumSizeHint(self) -> QSize:
        """The room that the page shown needs; a hidden one folds its parts when it is shown."""
        return self.currentWidget().minimumSizeHint()

    def page(self, key: str) -> QWidget:
        """A page by its key, made now if it was never seen."""
        return self._places[key].wiring.page

    @property
    def overview(self) -> "OverviewPage":
        return cast("OverviewPage", self.page("overview"))

    @property
    def recommendations(self) -> "RecommendationsPage":
        return self.list.page

    @property
    def resolution(self) -> "ResolutionPage":
        return cast("ResolutionPage", self.page("resolution"))

    @property
    def links(self) -> "LinksPage":
        return cast("LinksPage", self.page("links"))

    # the dossier

    def serve(self, session: DossierSession) -> None:
        """Show this dossier from now on."""
        self._session = session
        session.rows.replaced.connect(self._allow)
        session.editing.stack.indexChanged.connect(self._name_undo)
        for place in self._places.values():
            place.serve(session)
        self._name_undo()
        self._allow()

    def leave(self) -> None:
        """Show nothing of the dossier any more, before it is closed."""
        self._session = None
        for place in self._places.values():
            place.leave()
        self._name_undo()
        self._allow()

    def show_actor(self) -> None:
        """Show everything as the person who works now may see it."""
        for place in self._places.values():
            place.show_actor()
        self._allow()

    # where the pages lead

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page by its key."""
        self.setCurrentWidget(self._places[key])
        self.updateGeometry()
        self.acts[f"page_{key}"].setChecked(True)
        self.page_shown.emit(key)

    def shown_page(self) -> str:
        """The key of the page that is shown."""
        return next(key for key, place in self._places.items() if place is self.currentWidget())

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

    def show_report(self, product: str) -> None:
        """Show the preview of a report by its name on the command line."""
        self.show_page("reports")
        cast("ReportsWiring", self._places["reports"].wiring).choose(product)

    @Slot()
    def _open_linked_paragraph(self) -> None:
        linked = [
            label for row in self.recommendations.table.selected_rows() for label in row.paragraph_labels
        ]
        if linked:
            self.open_paragraph(linked[0])
        else:
            self.show_page("resolution")

    # actions

    @Slot()
    def _allow(self) -> None:
        session, table = self._session, self.recommendations.table
        self.acts.allow(
            dossier=session is not None,
            selection=session is not None and table.selectionModel().hasSelection(),
            writable=session is not None and not session.dossier.read_only,
            content=session is not None and bool(session.rows.rows()),
            refusals=self._refusals(session) if session is not None else {},
        )

    def _refusals(self, session: DossierSession) -> dict[str, str]:
        """What cannot be done now whatever is selected, and why."""
        found = dict(refusals(session.actor, for_nhri=session.dossier.store.for_nhri))
        if self.recommendations.row_filter.scope is Scope.REFERENCE:
            found |= dict.fromkeys((*EDITS, "status"), reference_sentence())
        return found

    @Slot()
    def _name_undo(self) -> None:
        stack = self._session.editing.stack if self._session else None
        self.acts.name_undo(
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
