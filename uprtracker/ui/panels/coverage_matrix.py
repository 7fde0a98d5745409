"""Which paragraphs are answered and where nothing has been done: paragraphs crossed with statuses or ministries."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.ui.item_models.coverage_matrix_model import FIRST_COUNT, CoverageMatrixModel
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import SMALL, current_theme
from uprtracker.vocabulary.cross_table import CrossTable, by_ministry, by_status
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter

_MARGIN = 36
_ROW, _HEADER, _CELL, _CELL_PAD = 28, 52, 68, 14
_LABEL_WIDTH, _LEAST_NAME, _WIDEST_NAME, _GAP_WIDTH = 62, 190, 320, 136


class CoverageMatrix(QWidget):
    """Every count opens its recommendations: `filter_requested` carries a `RowFilter`."""

    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage_matrix")
        self.setAccessibleName(_("Coverage"))
        self.setProperty("ground", "paper")
        self._tables: tuple[CrossTable, ...] = ()
        self.gaps = PlainLabel("", "secondary", wrap=True)
        self.choice = QTabBar()
        self.choice.setDrawBase(False)
        self.choice.setExpanding(False)
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice.setAccessibleName(_("Columns"))
        self.choice.addTab(_("By status"))
        self.choice.addTab(_("By lead ministry"))
        self.table = MatrixTable()
        self._lay_out()
        self.choice.currentChanged.connect(self._show_chosen)
        self.table.filter_requested.connect(self.filter_requested)

    def show_rows(self, rows: Sequence[Recommendation], text: TextVersion) -> None:
        """Count the rows that are linked to the text."""
        self._tables = (by_status(rows, text), by_ministry(rows, text))
        self.gaps.setText(_gap_sentence(self._tables[0]))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        if self._tables:
            chosen = self.choice.currentIndex()
            self.table.show_table(self._tables[chosen], statuses=chosen == 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.gaps, 1)
        head.addWidget(self.choice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 8, _MARGIN, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)


class MatrixTable(QTableView):
    """Enter or a click on a count opens it; the arrow keys walk from cell to cell."""

    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CoverageMatrixModel(self)
        self.setModel(self._model)
        self.setObjectName("coverage_table")
        self.setAccessibleName(_("Coverage of the paragraphs"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setProperty("look", "ticks")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current_theme().px(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # its words begin where those of the cells below it do
        header.setStyleSheet("QHeaderView::section:first { padding-left: 7px; }")
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open)

    def show_table(self, table: CrossTable, *, statuses: bool) -> None:
        """Show these figures; the place of the cursor stays."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else (1, FIRST_COUNT)
        self.clearSpans()
        self._model.show_table(table, statuses=statuses)
        for line in self._model.headings():
            self.setSpan(line, 0, 1, self._model.columnCount())
            self.setRowHeight(line, current_theme().px(_ROW + 8))
        self._share_width()
        self.setCurrentIndex(self._model.index(*place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        wish: RowFilter | None = self._model.wish(index)
        if wish is not None:
            self.filter_requested.emit(wish)

    def _share_width(self) -> None:
        """Counts are as wide as they need; the names of the paragraphs take what is left."""
        theme, model = current_theme(), self._model
        metrics = QFontMetrics(theme.font(SMALL, QFont.Weight.DemiBold))
        gap = theme.px(_GAP_WIDTH if model.has_gaps() else _CELL)
        taken, height = theme.px(_LABEL_WIDTH) + gap, theme.px(_HEADER)
        for column in range(FIRST_COUNT, model.columnCount()):
            title = model.headerData(column, Qt.Orientation.Horizontal)
            longest = max(metrics.horizontalAdvance(word) for word in title.split())
            width = max(theme.px(_CELL), longest + _CELL_PAD)
            self.setColumnWidth(column, width)
            taken += width
            height = max(height, _wrapped_height(metrics, title, width - _CELL_PAD) + _CELL_PAD // 2)
        self.horizontalHeader().setFixedHeight(height)
        room = min(self.viewport().width() - taken, theme.px(_WIDEST_NAME))
        self.setColumnWidth(0, theme.px(_LABEL_WIDTH))
        self.setColumnWidth(1, max(theme.px(_LEAST_NAME), room))
        self.setColumnWidth(2, gap)


def _wrapped_height(metrics: QFontMetrics, title: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 1), Qt.TextFlag.TextWordWrap, title).height()


def _gap_sentence(table: CrossTable) -> str:
    """How many paragraphs addressed to States have a gap, of which kind."""
    units = [row.covered for row in table.rows if row.covered.paragraph.is_gap_unit]
    without = sum(covered.gap == "no_recommendation" for covered in units)
    idle = sum(covered.gap == "not_started" for covered in units)
    words = ngettext(
        "Of {all} paragraphs and letters addressed to States, {n} has no linked recommendation; {idle} none beyond planned.",
        "Of {all} paragraphs and letters addressed to States, {n} have no linked recommendation; {idle} none beyond planned.",
        without,
    )
    return words.format(all=len(units), n=without, idle=idle)
