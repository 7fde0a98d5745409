"""What every chart can do: marks that are pointed at, walked with the arrow keys, opened with Enter, read aloud, copied."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from uprtracker.i18n import _
from uprtracker.ui.charts.chart_copy import html_of, picture_of
from uprtracker.ui.clipboard import copy_table
from uprtracker.ui.plain_label import tooltip
from uprtracker.ui.theme import current_theme

_RING = 2


@dataclass(frozen=True)
class Mark:
    """A figure of a chart: where it stands, what it says in words (`Justice, In progress: 5`), what opening it emits.

    `row` and `column` are its place for the arrow keys.
    """

    place: QRectF
    words: str
    wish: Any
    row: int
    column: int


class Chart(QWidget):
    """Subclasses lay out `marks` and draw; `opened` emits the wish of a mark."""

    opened = Signal(object)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.marks: list[Mark] = []
        self._current = 0
        self._hovered: Mark | None = None
        self._for_paper = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    # for subclasses

    def lay_out(self) -> list[Mark]:
        """The marks for the present size."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        raise NotImplementedError

    def table(self) -> list[list[str]]:
        """The figures as rows of cells, for the clipboard and for screen readers; the first row is the head."""
        raise NotImplementedError

    def cell_wish(self, row: int, column: int) -> Any:
        """What opening a cell of the table emits, the head not counted; `None` where nothing is behind it."""
        raise NotImplementedError

    def legend(self) -> list[str]:
        """The buckets that a picture of the chart must explain; none where the chart says them itself."""
        return []

    # behaviour

    def refresh(self) -> None:
        """Lay out anew after the data or the size changed."""
        self.marks = self.lay_out()
        self._current = min(self._current, max(0, len(self.marks) - 1))
        self._hovered = None
        self.setAccessibleDescription("; ".join(", ".join(cells) for cells in self.table()[1:]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.marks else Qt.FocusPolicy.NoFocus)
        self.update()

    def current_mark(self) -> Mark | None:
        return self.marks[self._current] if self.marks else None

    @Slot()
    def copy_table(self) -> None:
        """Put the figures on the clipboard, as text and as a table."""
        copy_table(self.table(), html_of(self.table()))

    @Slot()
    def copy_picture(self) -> None:
        """Put the chart with its title on the clipboard."""
        self._for_paper = True
        picture = picture_of(self, self._name, self.legend())
        self._for_paper = False
        QGuiApplication.clipboard().setImage(picture)

    @Slot()
    def show_table(self) -> None:
        """Show the figures as a table, each a way to its recommendations."""
        from uprtracker.ui.dialogs.figures_dialog import FiguresDialog

        dialog = FiguresDialog(self._name, self.table(), self.window())
        dialog.opened.connect(self._open_cell)
        dialog.open()

    @Slot(int, int)
    def _open_cell(self, row: int, column: int) -> None:
        wish = self.cell_wish(row, column)
        if wish is not None:
            self.opened.emit(wish)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self.refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(mark.words) if mark else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(mark)
            self._open(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = self.current_mark()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.show_table()
        elif mark is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(mark)
        elif mark is None or not self._walk(Qt.Key(event.key()), mark):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(_("&Show as a table…")).triggered.connect(self.show_table)
        menu.addAction(_("Copy as &table")).triggered.connect(self.copy_table)
        menu.addAction(_("Copy as &picture")).triggered.connect(self.copy_picture)
        menu.aboutToHide.connect(menu.deleteLater)
        mark = self.current_mark()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = mark.place.center().toPoint() if by_key and mark is not None else event.pos()
        menu.popup(self.mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_current()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hovered is not None and self._hovered.wish is not None and not self._for_paper:
            painter.setPen(QPen(current_theme().colour("ink"), 1))
            painter.drawRoundedRect(self._hovered.place.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)
        if self.hasFocus() and not self._for_paper and (mark := self.current_mark()):
            painter.setPen(QPen(current_theme().colour("accent"), _RING))
            painter.drawRoundedRect(mark.place.adjusted(-_RING, -_RING, _RING, _RING), 3, 3)

    def _walk(self, key: Qt.Key, mark: Mark) -> bool:
        step = -1 if self.isRightToLeft() else 1
        sideways = {Qt.Key.Key_Right: step, Qt.Key.Key_Left: -step}
        along = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in sideways:
            target = self._near(mark.row, mark.column + sideways[key])
        elif key in along:
            target = self._near(mark.row + along[key], mark.column)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = self.marks[0 if key == Qt.Key.Key_Home else -1]
        else:
            return False
        if target is not None:
            self._go_to(target)
        return True

    def _near(self, row: int, column: int) -> Mark | None:
        """The mark at a place, or the last one of a shorter row."""
        of_row = [mark for mark in self.marks if mark.row == row and mark.column <= max(column, 0)]
        if column < 0 or not of_row:
            return None
        return max(of_row, key=lambda mark: mark.column)

    def _go_to(self, mark: Mark) -> None:
        self._current = self.marks.index(mark)
        self._tell_current()
        self.update()

    def _tell_current(self) -> None:
        mark = self.current_mark()
        self.setAccessibleName(f"{self._name}. {mark.words}" if mark else self._name)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _open(self, mark: Mark) -> None:
        if mark.wish is not None:
            self.opened.emit(mark.wish)

    def _mark_at(self, point: QPointF) -> Mark | None:
        return next((mark for mark in reversed(self.marks) if mark.place.contains(point)), None)

    def _hover(self, mark: Mark | None) -> None:
        if mark is not self._hovered:
            self._hovered = mark
            if mark is not None and mark.wish is not None:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()
