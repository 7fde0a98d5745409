"""The page of the resolution: its text to read at the start, the chosen paragraph with its recommendations beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.coverage_matrix import CoverageMatrix
from uprtracker.ui.panels.paragraph_pane import ParagraphPane
from uprtracker.ui.panels.resolution_text import ResolutionText
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.figures import ParagraphCoverage
from uprtracker.vocabulary.read_model import Recommendation, TextVersion

_MARGIN_X, _TAB_PAD = 36, 13
_TEXT_SHARE, _PANE_SHARE = 58, 42
_LEAST_TEXT, _LEAST_PANE = 420, 300


class ResolutionPage(QWidget):
    """Shows what it is given. A mapping is indicative, and the page says so; the text keeps the name it really has."""

    recommendation_opened = Signal(int)
    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: dict[str, ParagraphCoverage] = {}
        self._rows: list[Recommendation] = []
        self._title = PlainLabel("", "title", wrap=True)
        self._version = PlainLabel("", "caption", wrap=True)
        self.text = ResolutionText()
        self.pane = ParagraphPane()
        self.coverage = CoverageMatrix()
        self.views = QTabBar()
        self._stack = QStackedWidget()
        self._lay_out()
        self.text.paragraph_chosen.connect(self._show_paragraph)
        self.text.entered.connect(self.pane.list.setFocus)
        self.pane.recommendation_opened.connect(self.recommendation_opened)
        self.pane.filter_requested.connect(self.filter_requested)
        self.coverage.filter_requested.connect(self.filter_requested)
        self.views.currentChanged.connect(self._stack.setCurrentIndex)

    def show_text(
        self, text: TextVersion, coverage: Sequence[ParagraphCoverage], rows: list[Recommendation]
    ) -> None:
        """Show a text version with its coverage and the recommendations behind it."""
        self._paragraphs = {covered.paragraph.label: covered for covered in coverage}
        self._rows = rows
        self._title.setText(text.instrument_title)
        self._version.setText(
            _("{version} · indicative mapping: links are made by persons, none by the program").format(
                version=text.called[:1].upper() + text.called[1:]
            )
        )
        self.text.show_coverage(tuple(coverage))
        self.coverage.show_rows(rows, text)

    def open_paragraph(self, label: str) -> None:
        """Choose a paragraph of the text and bring it into sight."""
        self.views.setCurrentIndex(0)
        self.text.choose(label)

    def _lay_out(self) -> None:
        start = QWidget()
        start.setProperty("ground", "paper")
        lines = QVBoxLayout(start)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(2)
        for label in (self._title, self._version):
            label.setContentsMargins(_MARGIN_X, 0, _MARGIN_X, 0)
            lines.addWidget(label)
        lines.addSpacing(10)
        lines.addWidget(self.text, 1)
        start.setMinimumWidth(current_theme().px(_LEAST_TEXT))
        self.pane.setMinimumWidth(current_theme().px(_LEAST_PANE))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(start)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, _TEXT_SHARE)
        self.splitter.setStretchFactor(1, _PANE_SHARE)
        self.splitter.setSizes([10 * _TEXT_SHARE, 10 * _PANE_SHARE])
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.coverage)
        whole = column(0)
        whole.addLayout(self._choice_of_views())
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)

    def _choice_of_views(self) -> QHBoxLayout:
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        self.views.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views.setAccessibleName(_("Views of the resolution"))
        for title in (_("Text"), _("Coverage")):
            self.views.addTab(title)
        line = QHBoxLayout()
        line.setContentsMargins(_MARGIN_X - _TAB_PAD, 8, _MARGIN_X, 0)
        line.addWidget(self.views)
        line.addStretch()
        return line

    @Slot(object)
    def _show_paragraph(self, covered: ParagraphCoverage) -> None:
        paragraph = covered.paragraph
        above = self._paragraphs.get(paragraph.parent)
        linked = [row for row in self._rows if paragraph.label in row.paragraph_labels]
        self.pane.show_paragraph(covered, above.paragraph if above else None, linked)
