"""What narrows the list, as chips that can be taken off; how many rows are left; which columns are shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.icon import icon
from uprtracker.ui.panels.choice_popup import ChoicePopup
from uprtracker.ui.panels.filter_choice import FILTER_FIELDS, choices_for, field_title
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter

_CHIP_HEIGHT = 26


class FilterChip(QToolButton):
    """One value that narrows the list; pressing it, or Delete, takes it off."""

    removed = Signal(str, str)

    def __init__(self, field: str, value: str, words: str) -> None:
        super().__init__()
        self._field, self._value = field, value
        self.setProperty("kind", "filter")
        self.setText(words.replace("&", "&&"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # the cross stands after the words
        mirrored = QWidget.layoutDirection(self) == Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Take off the filter: {filter}").format(filter=words))
        self.setIconSize(QSize(current_theme().px(10), current_theme().px(10)))
        self._dress()
        self.clicked.connect(self._remove)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self.setIcon(icon("close", current_theme().palette.accent))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._field, self._value)


class FilterBar(QFrame):
    """Shows a `RowFilter` and asks for another one; the search is shown in its own field."""

    filter_requested = Signal(object)
    columns_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.setProperty("rule", "bottom")
        self.setAccessibleName(_("Filters"))
        self._filter = RowFilter()
        self._rows: Sequence[Recommendation] = ()
        self._text: TextVersion | None = None
        self._field = ""
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._add = QToolButton()
        self._clear = LinkButton(_("Clear all"), _("Clear all filters and the search"))
        self._shown = PlainLabel("", "quiet")
        self.columns_button = LinkButton(_("Columns"), _("Choose the columns"))
        self._lay_out()
        self._clear.clicked.connect(self._clear_all)
        self.columns_button.clicked.connect(self.columns_requested)

    def _lay_out(self) -> None:
        self._add.setProperty("kind", "chip")
        self._add.setText(_("+ Filter"))
        self._add.setAccessibleName(_("Add a filter"))
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setMenu(self._menu())
        self._flow.addWidget(self._add)
        self._flow.addWidget(self._clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._chips, 1)
        end = QHBoxLayout()
        end.setSpacing(8)
        end.addWidget(self._shown)
        end.addWidget(self.columns_button)
        end.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._shown.setMinimumHeight(current_theme().px(_CHIP_HEIGHT))
        line.addLayout(end)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for field in FILTER_FIELDS:
            action = QAction(field_title(field), menu)
            action.setData(field)
            menu.addAction(action)
        menu.triggered.connect(self._open_choices)
        return menu

    def show_choices(self, rows: Sequence[Recommendation], text: TextVersion) -> None:
        """The rows and the text from which filters can be chosen."""
        self._rows, self._text = rows, text

    def show_filter(self, row_filter: RowFilter) -> None:
        """Show what narrows the list now."""
        self._filter = row_filter
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()
            if isinstance(widget, FilterChip):
                widget.deleteLater()
        for field, value, words in row_filter.chips():
            if field != "search":
                chip = FilterChip(field, value, words)
                chip.removed.connect(self._remove)
                self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self._flow.addWidget(self._clear)
        self._clear.setVisible(row_filter.narrows)
        self._chips.updateGeometry()

    def show_counts(self, rows: int, numbers: int, selected: int) -> None:
        """Say `12 shown · 1 selected`; the parts of a number are rows of their own but one recommendation."""
        words = ngettext("{n} shown", "{n} shown", numbers).format(n=numbers)
        if rows != numbers:
            words = _("{numbers} shown in {rows} rows").format(numbers=numbers, rows=rows)
        if selected:
            words += " · " + ngettext("{n} selected", "{n} selected", selected).format(n=selected)
        self._shown.setText(words)

    @Slot(QAction)
    def _open_choices(self, action: QAction) -> None:
        if self._text is None:
            return
        self._field = action.data()
        choices = choices_for(self._field, self._filter, self._rows, self._text)
        popup = ChoicePopup(field_title(self._field), choices, self)
        popup.chosen.connect(self._choose)
        popup.open_under(self._add)

    @Slot(object)
    def _choose(self, values: list[Any]) -> None:
        wanted: dict[str, Any] = {self._field: tuple(values)}
        self.filter_requested.emit(replace(self._filter, **wanted))

    @Slot(str, str)
    def _remove(self, field: str, value: str) -> None:
        self._add.setFocus()
        self.filter_requested.emit(self._filter.without(field, value))

    @Slot()
    def _clear_all(self) -> None:
        self._add.setFocus()
        self.filter_requested.emit(RowFilter())
