"""The preview of an import: what was recognised, what it would change, and what a person must decide first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.delegates.import_cell_delegate import ImportCellDelegate
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.import_summary import NoticeList, RecognisedLine
from uprtracker.ui.dialogs.planned_record_pane import PlannedRecordPane
from uprtracker.ui.item_models.import_table_model import (
    KIND,
    NUMBER,
    POSITION,
    STATES,
    TEXT,
    ImportTableModel,
)
from uprtracker.ui.panels.key_figures import KeyFigure, KeyFigures
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel
from uprtracker.ui.theme import current_theme

if TYPE_CHECKING:
    from uprtracker.services.importing import ImportPlan

_SIZE = (1080, 720)
_ROW = 32
_WIDTHS = {NUMBER: 84, KIND: 132, STATES: 128, POSITION: 104}


@dataclass(frozen=True)
class ImportAnswer:
    """The plan with what a person filled in, and the numbers of the records in doubt that they accepted."""

    plan: "ImportPlan"
    accepted: frozenset[str]


class ImportDialog(QDialog):
    """`answered` carries an `ImportAnswer`.

    On `answers_changed` the window may plan anew with `answers` and call `show_plan`; without that the answers are
    put into the plan as they are.
    """

    answered = Signal(object)
    answers_changed = Signal(object)

    def __init__(self, plan: "ImportPlan", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import_dialog")
        self.setModal(True)
        self._plan = plan
        self._accepted: set[str] = set()
        self._kind = ""
        self.recognised = RecognisedLine()
        self.notices = NoticeList()
        self.figures = KeyFigures()
        self.model = ImportTableModel(self)
        self.table = self._make_table()
        self.record = PlannedRecordPane()
        self.agree = QPushButton()
        self._hint = PlainLabel("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self.show_plan(plan)
        open_at_size(self, *_SIZE)
        (self.agree if self._count() else self.table).setFocus()

    @property
    def answers(self) -> dict[str, int | None]:
        """What the document does not say and a person filled in: `cycle`, `session`."""
        return self.recognised.answers()

    def show_plan(self, plan: "ImportPlan") -> None:
        """Show another plan of the same document; what was accepted stays so."""
        self._plan = plan
        self._accepted &= {planned.record.label for planned in plan.of_kind("in_doubt")}
        self.setWindowTitle(_("Import {file}").format(file=plan.path.name))
        self._title.setText(plan.review.title or plan.path.name)
        self._file.setText(str(plan.path))
        self.recognised.show_plan(plan)
        self.notices.show_plan(plan)
        self.model.show_plan(plan)
        self._refresh()
        self._stand_on_first()

    def show_kind(self, kind: str) -> None:
        """Show the records of one kind only; an empty kind shows all."""
        self._kind = kind
        self.figures.mark(kind)
        self.model.show_kind(kind)
        self._stand_on_first()

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
        header.setFixedHeight(current_theme().px(_ROW))
        for section, width in _WIDTHS.items():
            header.resizeSection(section, current_theme().px(width))
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        self._title = PlainLabel("", "title", wrap=True)
        self._file = ElidedLabel("", "caption")
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.table)
        parts.addWidget(self.record)
        parts.setSizes([640, 360])
        parts.setStretchFactor(0, 1)
        buttons = QDialogButtonBox()
        self.agree.setDefault(True)
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        above, below = column(0), column(8)
        for layout in (above, below):
            layout.setContentsMargins(PAD, 0, PAD, 0)
        above.addWidget(self._title)
        above.addWidget(self._file)
        above.addSpacing(12)
        above.addWidget(self.recognised)
        above.addSpacing(12)
        above.addWidget(self.notices)
        below.addWidget(parts, 1)
        below.addWidget(self._hint)
        below.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24 - PAD, 20, 24 - PAD, 20)
        whole.setSpacing(8)
        whole.addLayout(above)
        whole.addWidget(self.figures)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        self.figures.chosen.connect(self._turn_kind)
        self.table.selectionModel().currentRowChanged.connect(self._show_record)
        self.record.acceptance_changed.connect(self._take_acceptance)
        self.recognised.edited.connect(self._tell_answers)

    def _count(self) -> int:
        """How many records would be written."""
        plan = self._plan
        beside = plan.new_reference + plan.new_questions
        return len(plan.of_kind("new")) + len(plan.of_kind("changed")) + len(self._accepted) + beside

    def _refresh(self) -> None:
        plan, count = self._plan, self._count()
        waiting = len(plan.of_kind("in_doubt")) - len(self._accepted)
        self.figures.show_figures(_figures(plan))
        self.figures.mark(self._kind)
        self.model.mark_accepted(self._accepted)
        self.agree.setEnabled(count > 0)
        words = ngettext("Import {n} recommendation", "Import {n} recommendations", count)
        self.agree.setText(words.format(n=count) if count else _("Nothing to import"))
        self._hint.setText(_hint(count, waiting))
        self._hint.setVisible(bool(self._hint.text()))

    def _stand_on_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self.record.setVisible(self.model.rowCount() > 0)

    @Slot(object)
    def _turn_kind(self, kind: str) -> None:
        self.show_kind("" if kind == self._kind else kind)

    @Slot(QModelIndex, QModelIndex)
    def _show_record(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            planned = self.model.record_at(current.row())
            self.record.show_record(planned, accepted=planned.record.label in self._accepted)

    @Slot(str, bool)
    def _take_acceptance(self, number: str, accepted: bool) -> None:
        (self._accepted.add if accepted else self._accepted.discard)(number)
        self._refresh()

    @Slot()
    def _tell_answers(self) -> None:
        self.answers_changed.emit(self.answers)

    @Slot()
    def accept(self) -> None:
        answer = ImportAnswer(self._plan.with_answers(**self.answers), frozenset(self._accepted))
        super().accept()
        self.answered.emit(answer)


def _figures(plan: "ImportPlan") -> list[KeyFigure]:
    words = {"new": _("new"), "changed": _("changed"), "equal": _("unchanged"), "in_doubt": _("in doubt")}
    everything = KeyFigure(len(plan.records), _("read"), "")
    return [everything, *(KeyFigure(len(plan.of_kind(kind)), name, kind) for kind, name in words.items())]


def _hint(count: int, waiting: int) -> str:
    if waiting:
        return ngettext(
            "{n} record is in doubt and stays out unless you accept it.",
            "{n} records are in doubt and stay out unless you accept them.",
            waiting,
        ).format(n=waiting)
    return "" if count else _("Everything in this document is in the dossier already.")
