"""A date that may be missing: typed as a person writes it, or picked in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.charts.writing import write_line
from uprtracker.ui.delegates.cell_text import reads_to_the_left
from uprtracker.ui.fields.day_text import long_day, read_day
from uprtracker.ui.fields.link_button import IconButton, LinkButton
from uprtracker.ui.fields.plain_calendar import PlainCalendar
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import CAPTION, current_theme


class DateField(QWidget):
    """Emits `day_edited` when a person has chosen another date, or `None` where `clearable`."""

    day_edited = Signal(object)

    def __init__(self, name: str, *, clearable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._clearable = clearable
        self.edit = _DateLine()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(_("no date") if clearable else _("30 June 2027"))
        self.button = IconButton("calendar", _("{name}: choose in a calendar").format(name=name))
        self._wrong = PlainLabel(_("Write the date as 30 June 2027 or 2027-06-30."), "caption", wrap=True)
        self._wrong.hide()
        self.setFocusProxy(self.edit)
        self._lay_out()
        self.edit.editingFinished.connect(self._read)
        self.edit.restored.connect(self._show)
        self.button.clicked.connect(self._open_calendar)

    def day(self) -> date | None:
        return self._day

    def set_day(self, day: date | None, note: str = "") -> None:
        """Show a date; `note` stands at the end of the field (`in 7 months`)."""
        self._day = day
        self.edit.note = note
        self._show()

    def set_note(self, note: str) -> None:
        self.edit.note = note
        self.edit.update()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.edit, 1)
        line.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._wrong)

    @Slot()
    def _show(self) -> None:
        self.edit.setText(long_day(self._day) if self._day else "")
        self._wrong.hide()

    @Slot()
    def _read(self) -> None:
        typed = self.edit.text().strip()
        day = read_day(typed)
        if day is None and (typed or not self._clearable):
            self._wrong.show()
            return
        self._choose(day)

    def _choose(self, day: date | None) -> None:
        changed = day != self._day
        self._day = day
        self._show()
        if changed:
            self.edit.note = ""
            self.day_edited.emit(day)

    @Slot()
    def _open_calendar(self) -> None:
        popup = _CalendarPopup(self._day, self._clearable, self)
        popup.picked.connect(self._choose)
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        popup.adjustSize()
        room = self.screen().availableGeometry()
        left = min(max(corner.x(), room.left()), room.right() - popup.width())
        top = corner.y()
        if top + popup.height() > room.bottom():
            top = self.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 4
        popup.move(left, top)
        popup.show()


class _DateLine(QLineEdit):
    """The line with a quiet note at its end; Escape gives back what stood there."""

    restored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.note = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.restored.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(CAPTION))
        margin = theme.px(10)
        room = self.rect().adjusted(margin, 0, -margin, 0)
        written = self.fontMetrics().horizontalAdvance(self.text())
        wanted = painter.fontMetrics().horizontalAdvance(self.note)
        if not self.note or self.isModified() or written + wanted + margin > room.width():
            return
        painter.setPen(theme.colour("secondary"))
        write_line(
            painter, QRectF(room), self.note, right_to_left=bool(reads_to_the_left(self.text())), at_end=True
        )


class _CalendarPopup(QFrame):
    picked = Signal(object)

    def __init__(self, day: date | None, clearable: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self._calendar = PlainCalendar()
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._calendar)
        if clearable:
            none = LinkButton(_("No date"))
            none.clicked.connect(self._pick_none)
            column.addWidget(none, alignment=Qt.AlignmentFlag.AlignRight)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        self._calendar.setFocus()

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()

    @Slot()
    def _pick_none(self) -> None:
        self.picked.emit(None)
        self.close()
