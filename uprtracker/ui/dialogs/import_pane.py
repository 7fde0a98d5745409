"""One file of an import in full: what was recognised, what it would change, and what a person must decide first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.delegates.import_cell_delegate import ImportCellDelegate
from uprtracker.ui.dialogs.import_summary import NoticeList, RecognisedLine
from uprtracker.ui.dialogs.import_words import source_words
from uprtracker.ui.dialogs.planned_record_pane import PlannedRecordPane
from uprtracker.ui.dialogs.question_list import QuestionList
from uprtracker.ui.dialogs.reconciliation_words import findings
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.item_models.import_table_model import (
    KIND,
    NUMBER,
    POSITION,
    STATES,
    TEXT,
    ImportTableModel,
)
from uprtracker.ui.item_table import select_row
from uprtracker.ui.panels.key_figures import KeyFigure, KeyFigures
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel, apart
from uprtracker.ui.theme import current_theme

if TYPE_CHECKING:
    from uprtracker.services.import_plan import ImportPlan

_ROW, _HEADER = 52, 32
_ROOM_FOR_ALL, _ROOM_FOR_KIND, _ROOM_BESIDE = 900, 740, 600
"""A pane this wide has room for every column, for what happens to each record, for the record beside the table."""
_WIDTHS = {NUMBER: 84, KIND: 132, STATES: 112, POSITION: 96}


class ImportPane(QWidget):
    """Shows a plan; what was accepted of it is told by `accepted_changed` and kept by the dialog."""

    accepted_changed = Signal()
    answers_changed = Signal()
    columns_requested = Signal()
    sums_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self.accepted: set[str] = set()
        self._kind = ""
        self._title = PlainLabel("", "title", wrap=True)
        self._file = ElidedLabel("", "caption")
        self.recognised = RecognisedLine()
        self.columns = LinkButton(_("What the columns hold…"))
        self.sums = LinkButton(_("Check the sums…"))
        self.notices = NoticeList()
        self.figures = KeyFigures()
        self.model = ImportTableModel(self)
        self.table = self._make_table()
        self.record = PlannedRecordPane()
        self.questions = QuestionList()
        self._lay_out()
        self._connect()

    def show_plan(self, plan: "ImportPlan", accepted: set[str]) -> None:
        """Show a plan with what was accepted of it so far."""
        self._plan = plan
        self.accepted = accepted
        self._title.setText(plan.review.title or plan.path.name)
        self._file.setText(f"{source_words(plan.source)} · {apart(str(plan.path))}")
        self.recognised.show_plan(plan)
        self.columns.setVisible(plan.mapping is not None)
        self._offer_sums(plan)
        self.notices.show_plan(plan)
        self.figures.show_figures(_figures(plan))
        self.figures.setVisible(plan.questions is None)
        self.questions.show_plan(plan)
        self._stack.setCurrentIndex(0 if plan.questions is None else 1)
        self.model.show_plan(plan)
        self.show_kind("")
        self.model.mark_accepted(accepted)

    def _offer_sums(self, plan: "ImportPlan") -> None:
        self.sums.setVisible(plan.reconciliation is not None)
        points = len(findings(plan.reconciliation)) if plan.reconciliation else 0
        words = ngettext("{n} point does not add up…", "{n} points do not add up…", points).format(n=points)
        self.sums.setText(words if points else _("Check the sums…"))
        self.sums.setAccessibleName(self.sums.text())
        self.sums.updateGeometry()

    def show_kind(self, kind: str) -> None:
        """Show the records of one kind only; an empty kind shows all."""
        self._kind = kind
        self.figures.mark(kind)
        self.model.show_kind(kind)
        self._stand_on_first()

    @Slot(str)
    def stand_on(self, number: str) -> None:
        """Show the record with this number, as far as the file has it."""
        self.show_kind("")
        if (place := self.model.place_of(number)) is not None:
            select_row(self.table, place)
            self.table.scrollTo(self.model.index(place, NUMBER))
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, width = current_theme(), self.width()
        for column_ in (STATES, POSITION):
            self.table.setColumnHidden(column_, width < theme.px(_ROOM_FOR_ALL))
        self.table.setColumnHidden(KIND, width < theme.px(_ROOM_FOR_KIND))
        beside = width >= theme.px(_ROOM_BESIDE)
        self._parts.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("Records of the document"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(ImportCellDelegate(table))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(current_theme().px(_ROW))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(current_theme().px(_HEADER))
        for section, width in _WIDTHS.items():
            header.resizeSection(section, current_theme().px(width))
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        self._parts = parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.table)
        parts.addWidget(self.record)
        parts.setSizes([680, 340])
        parts.setStretchFactor(0, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(parts)
        self._stack.addWidget(self.questions)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.recognised, 1)
        for link in (self.columns, self.sums):
            line.addWidget(link, alignment=Qt.AlignmentFlag.AlignTop)
        above = column(0)
        above.setContentsMargins(PAD, 0, PAD, 0)
        above.addWidget(self._title)
        above.addWidget(self._file)
        above.addSpacing(12)
        above.addLayout(line)
        above.addSpacing(12)
        above.addWidget(self.notices)
        below = column(8)
        below.setContentsMargins(PAD, 0, PAD, 0)
        below.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(above)
        whole.addWidget(self.figures)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        self.figures.chosen.connect(self._turn_kind)
        self.table.selectionModel().currentRowChanged.connect(self._show_record)
        self.record.acceptance_changed.connect(self._take_acceptance)
        self.recognised.edited.connect(self.answers_changed)
        self.columns.clicked.connect(self.columns_requested)
        self.sums.clicked.connect(self.sums_requested)
        space = QShortcut(QKeySequence("Space"), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._turn_acceptance)

    def _stand_on_first(self) -> None:
        if self.model.rowCount():
            select_row(self.table, 0)
        self.record.setVisible(self.model.rowCount() > 0)

    @Slot(object)
    def _turn_kind(self, kind: str) -> None:
        self.show_kind("" if kind == self._kind else kind)

    @Slot(QModelIndex, QModelIndex)
    def _show_record(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            planned = self.model.record_at(current.row())
            self.record.show_record(planned, accepted=planned.record.label in self.accepted)

    @Slot()
    def _turn_acceptance(self) -> None:
        """The space bar accepts the record in doubt on which the person stands, or no longer."""
        if self.record.can_be_accepted:
            self.record.accept_box.toggle()

    @Slot(str, bool)
    def _take_acceptance(self, number: str, accepted: bool) -> None:
        (self.accepted.add if accepted else self.accepted.discard)(number)
        self.model.mark_accepted(self.accepted)
        self.accepted_changed.emit()


def _figures(plan: "ImportPlan") -> list[KeyFigure]:
    words = {"new": _("new"), "changed": _("changed"), "equal": _("unchanged"), "in_doubt": _("in doubt")}
    everything = KeyFigure(len(plan.records), _("read"), "")
    return [everything, *(KeyFigure(len(plan.of_kind(kind)), name, kind) for kind, name in words.items())]
