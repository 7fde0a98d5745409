"""A calendar without ornament: ink on paper, the chosen day in the accent."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.icon import icon
from uprtracker.ui.screen_locale import screen_locale
from uprtracker.ui.theme import current_theme

_RULES = """
QWidget#qt_calendar_navigationbar {{ background: {paper}; }}
QToolButton {{ color: {ink}; font-weight: 600; padding: 2px 6px; }}
QSpinBox {{ min-height: 0; }}
"""


class PlainCalendar(QCalendarWidget):
    """Week days in the language of the screen; days of rest look like the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setAccessibleName(_("Calendar"))
        self.setLocale(screen_locale())
        if current_language() == "en":
            # read all over the world, unlike the American week that Qt takes English for
            self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("ink"))
        quiet.setForeground(theme.colour("tertiary"))
        quiet.setBackground(theme.colour("paper"))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        self.setHeaderTextFormat(quiet)
        self.setStyleSheet(_RULES.format(paper=theme.palette.paper, ink=theme.palette.ink))
        mirror = self.isRightToLeft()
        for name, picture in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            if mirror:
                picture = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}[picture]
            self._dress(name, icon(picture, theme.palette.secondary))

    def _dress(self, name: str, picture: QIcon) -> None:
        button = self.findChild(QToolButton, f"qt_calendar_{name}")
        if isinstance(button, QToolButton):
            button.setIcon(picture)
            button.setAccessibleName(_("Previous month") if name == "prevmonth" else _("Next month"))
