"""Where the window stood, how wide its parts and columns were: kept apart for each direction of reading."""

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtWidgets import QMainWindow

from uprtracker.ui.panels.navigation_panel import WIDTH as RAIL_WIDTH
from uprtracker.ui.panels.recommendations_page import DETAILS_WIDTH, RecommendationsPage
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import current_theme

_FIRST_SIZE = (1440, 900)
_ROOM_FOR_BOTH = 1360
"""A window this wide shows rail, table and details beside each other; a narrower one folds the details away."""


class WindowGeometry(QObject):
    """Restores on start, keeps on closing, and folds rail or details where both have no room."""

    def __init__(self, window: QMainWindow, page: RecommendationsPage, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._preferences = preferences
        self._had_room = False

    def restore(self) -> None:
        theme = current_theme()
        geometry = self._preferences.window_value(self._key("geometry"))
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            room = self._window.screen().availableGeometry()
            self._window.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height()))
        splitter = self._preferences.window_value(self._key("splitter"))
        if not (isinstance(splitter, QByteArray) and self._page.splitter.restoreState(splitter)):
            rail, details = theme.px(RAIL_WIDTH), theme.px(DETAILS_WIDTH)
            middle = max(300, self._window.width() - rail - details)
            self._page.splitter.setSizes([rail, middle, details])
        widths = self._preferences.window_value(self._key("columns"))
        if isinstance(widths, list):
            self._page.table.set_column_widths([int(width) for width in widths])
        self._had_room = self.has_room_for_both()
        self._page.show_parts(rail=True, details=self._had_room)

    def follow_size(self) -> None:
        """Unfold both parts where the window has become wide enough for them, fold the details where it no longer is."""
        if self.has_room_for_both() != self._had_room:
            self._had_room = not self._had_room
            self._page.show_parts(rail=True, details=self._had_room)

    @Slot()
    def keep(self) -> None:
        keep = self._preferences.keep_window_value
        keep(self._key("geometry"), self._window.saveGeometry())
        keep(self._key("splitter"), self._page.splitter.saveState())
        keep(self._key("columns"), self._page.table.column_widths())
        self._preferences.change(columns=self._page.table.shown_columns())

    def has_room_for_both(self) -> bool:
        return self._window.width() >= current_theme().px(_ROOM_FOR_BOTH)

    @Slot(bool)
    def show_rail(self, shown: bool) -> None:
        details = self._page.details.isVisible() and (self.has_room_for_both() or not shown)
        self._page.show_parts(rail=shown, details=details)

    @Slot(bool)
    def show_details(self, shown: bool) -> None:
        """Where there is no room for both, details take the place of the rail and give it back."""
        rail = self._page.navigation.isVisible() if self.has_room_for_both() else not shown
        self._page.show_parts(rail=rail, details=shown)

    def _key(self, name: str) -> str:
        return f"{'rtl' if self._window.isRightToLeft() else 'ltr'}/{name}"
