"""How wide the parts of the list's page and its columns are, and which of them fold where there is little room."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Slot

from uprtracker.ui.panels.navigation_panel import WIDTH as RAIL_WIDTH
from uprtracker.ui.panels.recommendations_page import DETAILS_WIDTH, RecommendationsPage
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import current_theme

_ROOM_FOR_BOTH = 1360
"""A page this wide shows rail, table and details beside each other; on a narrower one the details are folded away."""
_NARROWEST_TABLE = 300


class PartGeometry(QObject):
    """Follows the width of the page."""

    def __init__(self, page: RecommendationsPage, preferences: Preferences) -> None:
        super().__init__(page)
        self._page = page
        self._preferences = preferences
        self._had_room: bool | None = None
        page.installEventFilter(self)

    def restore(self) -> None:
        """Give the parts and columns the widths that the person left, or those of LOOK.md."""
        theme = current_theme()
        splitter = self._preferences.window_value("splitter", self._page)
        if not (isinstance(splitter, QByteArray) and self._page.splitter.restoreState(splitter)):
            rail, details = theme.px(RAIL_WIDTH), theme.px(DETAILS_WIDTH)
            middle = max(theme.px(_NARROWEST_TABLE), self._page.window().width() - rail - details)
            self._page.splitter.setSizes([rail, middle, details])
        widths = self._preferences.window_value("columns", self._page)
        if isinstance(widths, list):
            self._page.table.set_column_widths([int(width) for width in widths])
        self._fold_or_unfold()

    def keep(self) -> None:
        keep = self._preferences.keep_window_value
        keep("splitter", self._page, self._page.splitter.saveState())
        keep("columns", self._page, self._page.table.column_widths())
        self._preferences.change(columns=self._page.table.shown_columns())

    @Slot(bool)
    def show_rail(self, shown: bool) -> None:
        details = not self._page.details.isHidden() and (self._has_room_for_both() or not shown)
        self._page.show_parts(rail=shown, details=details)

    @Slot(bool)
    def show_details(self, shown: bool) -> None:
        """Where there is no room for both, details take the place of the rail and give it back."""
        rail = not self._page.navigation.isHidden() if self._has_room_for_both() else not shown
        self._page.show_parts(rail=rail, details=shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fold_or_unfold()
        return super().eventFilter(watched, event)

    def _fold_or_unfold(self) -> None:
        """Show both parts where the page has become wide enough for them, fold the details where it no longer is."""
        if self._has_room_for_both() != self._had_room:
            self._had_room = self._has_room_for_both()
            self._page.show_parts(rail=True, details=self._had_room)

    def _has_room_for_both(self) -> bool:
        return self._page.window().width() >= current_theme().px(_ROOM_FOR_BOTH)
