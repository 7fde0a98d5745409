"""The overview: figures and charts of the whole dossier. Every one of them opens its recommendations in the table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _
from uprtracker.ui.charts.bar_list import BarList
from uprtracker.ui.charts.status_bar import StatusBar
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.key_figures import KeyFigures
from uprtracker.ui.panels.overview_words import (
    MOST_THEMES,
    cycle_rows,
    dossier_words,
    draft_words,
    key_figures,
    ministry_rows,
    paragraph_rows,
    status_filter,
    theme_note,
    theme_rows,
    trend_note,
    trend_rows,
)
from uprtracker.ui.panels.recent_changes import RecentChanges
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel, in_own_direction
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.figures import Overview, ParagraphCoverage, StatusCount
from uprtracker.vocabulary.read_model import HistoryEntry
from uprtracker.vocabulary.trend import TrendPoint

_MARGIN = 36
_WIDEST = 1400
_TWO_COLUMNS_FROM = 860
_BETWEEN = 28


class OverviewPage(QWidget):
    """Shows what it is given; `filter_requested` carries a `RowFilter`."""

    filter_requested = Signal(object)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(_("Status of implementation"), "title", wrap=True)
        self._about = PlainLabel("", "caption", wrap=True)
        self.figures = KeyFigures()
        self.status = StatusBar(_("Official status, all recommendations"))
        self.ministries = BarList(_("By lead ministry"), _("Ministry"))
        self.paragraphs = BarList(_("By paragraph of the resolution"), _("Paragraph"))
        self.themes = BarList(_("By theme"), _("Theme"))
        self.cycles = BarList(_("By cycle"), _("Cycle"))
        self.trend = BarList(_("Over time"), _("Snapshot"))
        self.recent = RecentChanges()
        self._status_block = Block(_("Official status, all recommendations"), self.status)
        self._trend_block = Block(_("Over time"), self.trend)
        self._theme_block = Block(_("By theme"), self.themes)
        self.empty = EmptyState()
        self.empty.say(
            _("Nothing to count yet"),
            _("The figures and charts appear here as soon as the dossier has recommendations."),
            _("Import…"),
        )
        self.empty.requested.connect(self.import_requested)
        self._lay_out()
        self.figures.chosen.connect(self.filter_requested)
        self.recent.filter_requested.connect(self.filter_requested)
        self.charts = (
            self.status,
            self.ministries,
            self.paragraphs,
            self.themes,
            self.cycles,
            self.trend,
        )
        for chart in self.charts:
            chart.opened.connect(self.filter_requested)

    def show_overview(
        self,
        figures: Overview,
        coverage: tuple[ParagraphCoverage, ...],
        info: DossierInfo,
        recent: tuple[HistoryEntry, ...],
    ) -> None:
        self._about.setText(in_own_direction(dossier_words(info)))
        self.figures.show_figures(key_figures(figures))
        self.status.show_count(figures.status, status_filter)
        self._status_block.set_note(draft_words(figures.status.drafts))
        self.ministries.show_rows(ministry_rows(figures.by_ministry))
        self.paragraphs.show_rows(paragraph_rows(coverage))
        self.themes.show_rows(theme_rows(figures.by_theme))
        self._theme_block.set_note(theme_note(min(MOST_THEMES, len(figures.by_theme)), len(figures.by_theme)))
        self.cycles.show_rows(cycle_rows(figures.by_cycle))
        self.recent.show_changes(recent)
        self._stack.setCurrentIndex(0 if figures.received else 1)

    def show_trend(self, points: Sequence[TrendPoint], now: StatusCount) -> None:
        """Show how statuses stood in the snapshots, and how they stand now."""
        self._trend_block.set_note(trend_note(len(points)))
        self.trend.show_rows(trend_rows(points, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= current_theme().px(_TWO_COLUMNS_FROM)
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _lay_out(self) -> None:
        paragraphs = Block(
            _("By paragraph of the resolution"),
            self.paragraphs,
            _("indicative mapping; a recommendation may count under several"),
        )
        first, second = column(_BETWEEN), column(_BETWEEN)
        first.addWidget(Block(_("By lead ministry"), self.ministries))
        first.addWidget(self._theme_block)
        first.addWidget(Block(_("By cycle"), self.cycles))
        first.addWidget(self._trend_block)
        first.addWidget(Block(_("Recent changes"), self.recent))
        first.addStretch()
        second.addWidget(paragraphs)
        second.addStretch()
        self._pair = QHBoxLayout()
        self._pair.setSpacing(_MARGIN - 2 * PAD)
        self._pair.addLayout(first, 1)
        self._pair.addLayout(second, 1)
        content = QWidget()
        content.setMaximumWidth(current_theme().px(_WIDEST))
        lines = QVBoxLayout(content)
        lines.setContentsMargins(_MARGIN - PAD, 24, _MARGIN - PAD, 24)
        lines.setSpacing(0)
        for label in (self._title, self._about):
            label.setContentsMargins(PAD, 0, PAD, 0)
            lines.addWidget(label)
        lines.addSpacing(20)
        lines.addWidget(self.figures)
        lines.addSpacing(_BETWEEN)
        lines.addWidget(self._status_block)
        lines.addSpacing(_BETWEEN)
        lines.addLayout(self._pair)
        lines.addStretch()
        self._show_in_scroll_area(content)

    def _show_in_scroll_area(self, content: QWidget) -> None:
        ground = QWidget()
        ground.setProperty("ground", "paper")
        sides = QHBoxLayout(ground)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(content, 1)
        sides.setAlignment(content, Qt.AlignmentFlag(0))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(scroll)
        self._stack.addWidget(self.empty)


class Block(QWidget):
    """A chart under a rule, with its title and a quiet note at the end of the line."""

    def __init__(
        self, title: str, content: QWidget, note: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        rule = QFrame()
        rule.setProperty("rule", "top")
        rule.setFixedHeight(1)
        self._note = PlainLabel(note, "caption", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(title, "heading"))
        head.addWidget(self._note, 1)
        top = column(8)
        top.setContentsMargins(PAD, 0, PAD, 0)
        top.addWidget(rule)
        top.addLayout(head)
        whole = column(4)
        self.setLayout(whole)
        whole.addLayout(top)
        whole.addWidget(content)

    def set_note(self, note: str) -> None:
        self._note.setText(note)
