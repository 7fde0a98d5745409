"""The cell of the due date: the day, how far away it is, and a calendar to choose another."""

from datetime import date

from PySide6.QtCore import QAbstractItemModel, QDate, QObject, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QStyleOptionViewItem, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.row_delegate import LINE_HEIGHT, Index, RowDelegate
from uprtracker.ui.theme import CAPTION, current_theme
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.row_filter import due_in_words

_DAY = (CAPTION, QFont.Weight.Normal, "ink")
_AWAY = (CAPTION, QFont.Weight.Normal, "secondary")
_LATE = (CAPTION, QFont.Weight.DemiBold, "ink")


class _DayEditor(QDateEdit):
    """Typed or picked; the wheel scrolls the list instead of turning the date."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DueDelegate(RowDelegate):
    """`today` is the day from which is counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.today()

    def draw_cell(
        self, painter: QPainter, area: QRect, row: Recommendation, _column: int, _selected: bool
    ) -> None:
        if row.due_on is None:
            return
        self.draw_text(painter, area, day_in_words(row.due_on), _DAY, 1)
        if not self.compact and row.open:
            below = area.adjusted(0, current_theme().px(LINE_HEIGHT), 0, 0)
            away = due_in_words(row.due_on, self.today)
            words = _("Overdue, {away}").format(away=away) if row.overdue else away
            self.draw_text(painter, below, words, _LATE if row.overdue else _AWAY, 1)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = _DayEditor(parent)
        editor.setAccessibleName(_("Due date"))
        editor.setCalendarPopup(True)
        editor.setDisplayFormat("d MMMM yyyy")
        return editor

    def setEditorData(self, editor: QDateEdit, index: Index) -> None:
        due_on = index.data(Qt.ItemDataRole.EditRole) or self.today
        editor.setDate(QDate(due_on.year, due_on.month, due_on.day))

    def setModelData(self, editor: QDateEdit, model: QAbstractItemModel, index: Index) -> None:
        editor.interpretText()
        model.setData(index, editor.date())
