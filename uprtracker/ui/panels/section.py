"""The pieces that the details are made of: sections with a heading, dated rows, cards."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_DATE_WIDTH = 84
_RADIUS = 6


class Section(QWidget):
    """A heading with one action at its end, fixed widgets below it, and rows that change with what is shown."""

    action_requested = Signal()

    def __init__(
        self, title: str, action: str = "", spoken: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.action = LinkButton(action, spoken)
        if not action:
            self.action.hide()
        self.action.clicked.connect(self.action_requested)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(title, "heading"), 1)
        head.addWidget(self.action)
        self.fixed = column(6)
        self.rows = column(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addLayout(self.fixed)
        whole.addLayout(self.rows)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        """Show these rows instead of those there were."""
        replace_widgets(self.rows, rows)


class DatedRow(QWidget):
    """A day in a column of its own, and what belongs to it."""

    def __init__(self, day: date | None, what: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = PlainLabel(short_day(day) if day else "", "caption")
        label.setFixedWidth(current_theme().px(_DATE_WIDTH))
        label.setContentsMargins(0, 1, 0, 0)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(what, 1)

    def add_at_end(self, control: QWidget) -> None:
        """Set a control at the end of the first line."""
        self._line.addWidget(control, alignment=Qt.AlignmentFlag.AlignTop)


class Card(QFrame):
    """Words of somebody, set apart on the ground colour."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 8, 10, 8)
        self.column.setSpacing(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("ground"))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def column(spacing: int) -> QVBoxLayout:
    """A column of widgets without margins."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def stacked(*widgets: QWidget, spacing: int = 2) -> QWidget:
    """One widget that holds others below each other."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def indented(widget: QWidget, start: int, *, above: int = 0) -> QHBoxLayout:
    """A widget set in from the side where reading begins: margins would stay on the left."""
    line = QHBoxLayout()
    line.setContentsMargins(0, above, 0, 0)
    line.setSpacing(0)
    line.addSpacing(start)
    line.addWidget(widget)
    return line


def replace_widgets(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    """Empty a layout and fill it again; what was there is freed."""
    while item := layout.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
