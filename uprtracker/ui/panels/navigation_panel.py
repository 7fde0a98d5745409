"""The left rail: views, paragraphs of the resolution, ministries, themes, cycles. A choice asks for a filter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.icon import icon
from uprtracker.ui.panels.navigation_entry import (
    apart_entries,
    cycle_entries,
    ministry_entries,
    paragraph_entries,
    theme_entries,
    view_entries,
)
from uprtracker.ui.panels.rail_list import RailList
from uprtracker.ui.theme import SMALL, current_theme
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope

WIDTH = 284


class _Heading(QToolButton):
    """A heading that folds the list below it."""

    def __init__(self, words: str, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self.setProperty("kind", "section")
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setChecked(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Section: {name}").format(name=words))
        font = QFont(current_theme().font(SMALL, QFont.Weight.DemiBold))
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        self.setFont(font)
        self.setIconSize(QSize(current_theme().px(10), current_theme().px(10)))
        self._dress()
        self.toggled.connect(self._fold)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    @Slot(bool)
    def _fold(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self._dress()

    def _dress(self) -> None:
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        name = "chevron-down" if self.isChecked() else closed
        self.setIcon(icon(name, current_theme().palette.tertiary))


class NavigationPanel(QScrollArea):
    """Shows what there is and what is chosen; `filter_requested` asks for a whole `RowFilter`."""

    filter_requested = Signal(object)
    paragraph_opened = Signal(str)
    """The text of this paragraph is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_panel")
        self.setAccessibleName(_("Navigation"))
        self._filter = RowFilter()
        self._institution = ""
        self.views = RailList(_("Views"), several=False)
        self.paragraphs = RailList(_("Resolution paragraphs"), has_labels=True, has_bars=True)
        self.paragraphs.setObjectName("paragraph_tree")
        self.ministries = RailList(_("Ministries"), has_bars=True)
        self.themes = RailList(_("Themes"), has_bars=True)
        self.apart = RailList(_("Apart from the UPR"), several=False)
        self.cycles = RailList(_("Cycles"), has_bars=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(current_theme().px(200))
        self.setProperty("ground", "ground")
        inside = QWidget()
        inside.setProperty("ground", "ground")
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 12, 4, 16)
        column.setSpacing(2)
        for body in (self.views, self.paragraphs, self.ministries, self.themes, self.cycles):
            if column.count():
                column.addSpacing(12)
            column.addWidget(_Heading(body.accessibleName(), body))
            column.addWidget(body)
        column.addSpacing(12)
        self._apart_heading = _Heading(self.apart.accessibleName(), self.apart)
        column.addWidget(self._apart_heading)
        column.addWidget(self.apart)
        column.addStretch()
        self.setWidget(inside)

    def _connect(self) -> None:
        self.views.values_chosen.connect(self._choose_view)
        self.paragraphs.values_chosen.connect(self._choose_paragraphs)
        self.ministries.values_chosen.connect(self._choose_ministries)
        self.themes.values_chosen.connect(self._choose_themes)
        self.cycles.values_chosen.connect(self._choose_cycles)
        self.apart.values_chosen.connect(self._choose_apart)
        self.paragraphs.opened.connect(self.paragraph_opened)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(WIDTH), 600)

    def show_apart(self, counts: Mapping[Scope, int]) -> None:
        """Offer what is apart from the UPR's own, where there is any."""
        self.apart.show_entries(apart_entries(counts))
        for part in (self._apart_heading, self.apart):
            part.setVisible(bool(counts))
        self.show_filter(self._filter)

    def show_rows(self, rows: Sequence[Recommendation], text: TextVersion, institution: str) -> None:
        """Show the dossier's lists and counts; `institution` is that of the person, empty for all."""
        self._institution = institution
        self.views.show_entries(view_entries(rows, institution))
        self.paragraphs.show_entries(paragraph_entries(rows, text))
        self.ministries.show_entries(ministry_entries(rows))
        self.themes.show_entries(theme_entries(rows))
        self.cycles.show_entries(cycle_entries(rows))
        self.show_filter(self._filter)

    def show_filter(self, row_filter: RowFilter) -> None:
        """Mark what the list is narrowed to."""
        self._filter = row_filter
        self.apart.show_chosen([row_filter.view] if row_filter.scope is not Scope.UPR else [])
        self.views.show_chosen(
            [row_filter.view] if row_filter.view != "all" or not row_filter.narrows else []
        )
        self.paragraphs.show_chosen(row_filter.paragraphs)
        self.ministries.show_chosen(row_filter.ministries)
        self.themes.show_chosen(row_filter.themes)
        self.cycles.show_chosen(row_filter.cycles)

    @Slot(object)
    def _choose_view(self, values: list[Any]) -> None:
        view = values[0] if values else "all"
        if view == "all":
            self._ask(RowFilter())
        else:
            mine = self._institution if view == "open" else ""
            self._ask(replace(self._filter, view=view, institution=mine))

    @Slot(object)
    def _choose_apart(self, values: list[Any]) -> None:
        self._ask(RowFilter(view=values[0]) if values else RowFilter())

    @Slot(object)
    def _choose_paragraphs(self, values: list[Any]) -> None:
        self._ask(replace(self._filter, paragraphs=tuple(values)))

    @Slot(object)
    def _choose_ministries(self, values: list[Any]) -> None:
        self._ask(replace(self._filter, ministries=tuple(values)))

    @Slot(object)
    def _choose_themes(self, values: list[Any]) -> None:
        self._ask(replace(self._filter, themes=tuple(values)))

    @Slot(object)
    def _choose_cycles(self, values: list[Any]) -> None:
        self._ask(replace(self._filter, cycles=tuple(values)))

    def _ask(self, wanted: RowFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self.filter_requested.emit(wanted)
