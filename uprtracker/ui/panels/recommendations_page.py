"""The page of recommendations: rail, filter bar, table, details. It holds the filter; the rest asks it for another."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.item_models.recommendation_column import COLUMNS, SHOWN_BY_DEFAULT, column_title
from uprtracker.ui.item_models.recommendation_table_model import RecommendationTableModel
from uprtracker.ui.panels.choice_popup import Choice, ChoicePopup
from uprtracker.ui.panels.details_panel import DetailsPanel
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.filter_bar import FilterBar
from uprtracker.ui.panels.navigation_panel import NavigationPanel
from uprtracker.ui.recommendation_table import RecommendationTable
from uprtracker.ui.row_list import RowList
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.figures import by_number
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope

DETAILS_WIDTH = 392


class RecommendationsPage(QWidget):
    """Shows the rows of a `RowList` that pass the filter, and the details of the one on which the person stands."""

    filter_changed = Signal(object)
    """The filter that is shown now."""
    counts_changed = Signal(int, int)
    """How many recommendations are shown, and how many there are."""
    current_changed = Signal(object)
    """The id of the recommendation that the person stands on, or `None`."""
    parts_changed = Signal(bool, bool)
    """Whether the rail and the details are shown."""
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._list: RowList | None = None
        self._filter = RowFilter()
        self._institution = ""
        self._stale = False
        self.navigation = NavigationPanel()
        self.filter_bar = FilterBar()
        self.model = RecommendationTableModel(self)
        self.table = RecommendationTable(self.model)
        self.details = DetailsPanel()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self._stack, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.navigation)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.details)
        self.details.setMinimumWidth(current_theme().px(300))
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.navigation.filter_requested.connect(self.set_filter)
        self.filter_bar.filter_requested.connect(self.set_filter)
        self.filter_bar.columns_requested.connect(self.open_columns)
        self.table.selection_changed.connect(self._tell_counts)
        self.table.current_changed.connect(self.current_changed)
        self._empty.requested.connect(self._help_out)

    def show_parts(self, *, rail: bool, details: bool) -> None:
        """Show or fold the rail and the details."""
        self.navigation.setVisible(rail)
        self.details.setVisible(details)
        self.parts_changed.emit(rail, details)

    @property
    def row_filter(self) -> RowFilter:
        return self._filter

    def show_rows(self, rows: RowList, actor: Actor) -> None:
        """Show another dossier, or the same for another person; a ministry official begins with the own open items."""
        self._list, self._institution = rows, actor.institution
        own = actor.profile is Profile.MINISTRY and bool(actor.institution)
        self._filter = RowFilter(view="open", institution=actor.institution) if own else RowFilter()
        self.refresh()

    @Slot(object)
    def set_filter(self, row_filter: RowFilter) -> None:
        """Narrow the list to a filter, wherever it was chosen."""
        self._filter = row_filter
        self._show_filtered()

    @Slot(str)
    def search(self, words: str) -> None:
        self.set_filter(replace(self._filter, search=words))

    @Slot()
    def refresh(self) -> None:
        """Show what the rows are now; a hidden page only remembers to."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        if self._list is not None:
            rows, text = self._list.rows(), self._list.text
            self.filter_bar.show_choices(rows, text)
            self.navigation.show_rows(rows, text, self._institution)
            self.navigation.show_apart(self._list.apart)
            self._show_filtered()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _show_filtered(self) -> None:
        if self._list is None:
            return
        kept = [row.id for row in self.table.selected_rows()]
        current, place = self.table.current_id(), self.table.currentIndex().row()
        rows = self._list.filtered(self._filter)
        scope = self._filter.scope
        self.table.lend_column("reviewed", scope is Scope.REFERENCE)
        self.table.lend_column("document", scope is Scope.MECHANISMS)
        self.model.set_rows(rows)
        self.table.mark_hits(self._filter.search)
        self.table.keep_place(kept, current, place)
        self._show_emptiness(bool(rows))
        self.navigation.show_filter(self._filter)
        self.filter_bar.show_filter(self._filter)
        self._tell_counts()
        self.filter_changed.emit(self._filter)

    def _show_emptiness(self, has_rows: bool) -> None:
        self._stack.setCurrentIndex(0 if has_rows else 1)
        if self._list is not None and not self._list.rows():
            self._empty.say(
                _("No recommendations yet"),
                _(
                    "The dossier is new. Import the thematic list of recommendations, a Word document that OHCHR "
                    "publishes for every State under review."
                ),
                _("Import…"),
            )
        elif not has_rows:
            self._empty.say(
                _("Nothing passes this filter"),
                _("No recommendation meets all of the conditions above the list at once."),
                _("Clear the filter"),
            )

    @Slot()
    def _help_out(self) -> None:
        if self._list is not None and not self._list.rows():
            self.import_requested.emit()
        else:
            self.set_filter(RowFilter())

    @Slot()
    def _tell_counts(self) -> None:
        if self._list is None:
            return
        shown = self.model.rows()
        numbers = len({row.counted_as for row in shown})
        self.filter_bar.show_counts(len(shown), numbers, len(self.table.selected_rows()))
        if self._filter.scope is Scope.UPR:
            self.counts_changed.emit(len(by_number(shown)), len(by_number(self._list.rows())))
        else:
            self.counts_changed.emit(len(shown), self._list.apart.get(self._filter.scope, 0))

    @Slot()
    def open_columns(self) -> None:
        """Let the person choose columns."""
        shown = self.table.shown_columns()
        choices = [
            Choice(c.key, column_title(c.key), c.key in shown, fixed=c.key == "number") for c in COLUMNS
        ]
        popup = ChoicePopup(_("Columns"), choices, self, reset=_("Show the usual columns"))
        popup.chosen.connect(self._show_columns)
        popup.reset_requested.connect(self._reset_columns)
        popup.open_under(self.filter_bar.columns_button)

    @Slot(object)
    def _show_columns(self, keys: list[str]) -> None:
        before = self.table.shown_columns()
        # columns that were there keep the order that the person gave them
        kept = [key for key in before if key in keys]
        self.table.show_columns([*kept, *(key for key in keys if key not in kept)])

    @Slot()
    def _reset_columns(self) -> None:
        self.table.show_columns(SHOWN_BY_DEFAULT)
