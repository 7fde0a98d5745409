"""The preview of a merge: what they changed, what both sides changed, and which of it a person takes over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, current_language, ngettext
from uprtracker.services.merge_cells import PARTS
from uprtracker.services.merge_plan import Kind, MergePlan, PlannedCell
from uprtracker.services.merging import Side
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.import_summary import NoticeList
from uprtracker.ui.dialogs.merge_pane import MergePane
from uprtracker.ui.dialogs.merge_words import DECIDED, field_words, kind_words, report_row, value_words
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.key_figures import KeyFigure, KeyFigures
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel
from uprtracker.vocabulary.merge_report import MergeReport

_SIZE = (1120, 760)


@dataclass(frozen=True)
class MergeAnswer:
    """The plan, and for each cell that a person decides on whose value is taken."""

    plan: MergePlan
    choices: Mapping[tuple[int, str], Side]


class MergeDialog(QDialog):
    """`answered` carries a `MergeAnswer`. What they changed is ticked; conflicts and emptied cells are not, by itself."""

    answered = Signal(object)
    report_requested = Signal(object)
    """A `MergeReport` of what is shown and ticked now is to be kept as a file."""

    def __init__(self, plan: MergePlan, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("merge_dialog")
        self.setModal(True)
        self.setWindowTitle(_("Merge {file}").format(file=plan.path.name))
        self._plan, self._today = plan, today
        self._cells = [cell for cell in plan.cells if cell.kind is not Kind.SAME]
        self._kind = ""
        self.figures = KeyFigures()
        self.notices = NoticeList()
        self.model = ItemTableModel(
            _columns(),
            lambda cell: cell.key,
            ticks=True,
            may_tick=lambda cell: cell.kind in DECIDED,
            parent=self,
        )
        self.table = ItemTable(self.model, _("Cells that differ"))
        self.table.setObjectName("merge_table")
        self.pane = MergePane()
        self.tick_all, self.tick_none = LinkButton(_("Tick all shown")), LinkButton(_("Tick none shown"))
        self.keep = LinkButton(_("Save this comparison…"))
        self.agree = QPushButton()
        self._lay_out()
        self._connect()
        self.model.set_items(self._cells)
        self.model.tick((cell for cell in self._cells if cell.kind is Kind.THEIRS), True)
        self.figures.show_figures(_figures(self._cells))
        self.figures.mark(self._kind)
        self._count()
        open_at_size(self, *_SIZE)
        self.table.setFocus()

    @Slot(object)
    def show_kind(self, kind: str) -> None:
        """Show the cells of one kind, or all again when it is shown already; ticks stay."""
        self._kind = "" if kind == self._kind else kind
        self.figures.mark(self._kind)
        shown = [cell for cell in self._cells if self._kind in ("", cell.kind.value)]
        self.model.set_items(shown, keep_ticks=True)
        self._count()

    def taken(self) -> list[PlannedCell]:
        """The cells whose value would be written: a part only with the whole that it belongs to."""
        ticked = [cell for cell in self._cells if self.model.is_ticked(cell)]
        places = {(cell.recommendation_id, cell.field) for cell in ticked}
        return [
            cell
            for cell in ticked
            if cell.uid or cell.field not in PARTS or (cell.recommendation_id, PARTS[cell.field]) in places
        ]

    def _lay_out(self) -> None:
        plan = self._plan
        self.notices.setAccessibleName(_("To know about this file"))
        self.notices.show_notices(_notices(plan))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.pane)
        parts.setStretchFactor(0, 1)
        parts.setSizes([420, 150])
        buttons = QDialogButtonBox()
        self.agree.setDefault(True)
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.tick_all)
        foot.addWidget(self.tick_none)
        foot.addWidget(self.keep)
        foot.addStretch()
        foot.addWidget(buttons)
        above, below = column(4), column(8)
        for layout in (above, below):
            layout.setContentsMargins(PAD, 0, PAD, 0)
        above.addWidget(PlainLabel(_("Merge what came back from {who}").format(who=plan.ministry), "title"))
        above.addWidget(ElidedLabel(_about(plan), "caption"))
        above.addSpacing(8)
        above.addWidget(self.notices)
        below.addWidget(parts, 1)
        below.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24 - PAD, 20, 24 - PAD, 20)
        whole.setSpacing(8)
        whole.addLayout(above)
        whole.addWidget(self.figures)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        self.figures.chosen.connect(self.show_kind)
        self.model.ticks_changed.connect(self._count)
        self.table.current_changed.connect(self.pane.show_cell)
        self.tick_all.clicked.connect(self._tick_all)
        self.tick_none.clicked.connect(self._tick_none)
        self.keep.clicked.connect(self._keep)

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick(self.model.items(), True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick(self.model.items(), False)

    @Slot()
    def _keep(self) -> None:
        self.report_requested.emit(self.report())

    def report(self) -> MergeReport:
        """The comparison with what is decided now, in the language of the screen."""
        plan, taken = self._plan, {cell.key for cell in self.taken()}
        return MergeReport(
            file=plan.path.name,
            about=(plan.ministry, _about(plan), f"SHA-256 {plan.sha256}"),
            notices=tuple(": ".join(filter(None, notice)) for notice in _notices(plan)),
            rows=tuple(report_row(cell, taken=cell.key in taken) for cell in self._cells),
            made_on=self._today,
            language=current_language(),
        )

    @Slot()
    def _count(self) -> None:
        count = len(self.taken())
        words = ngettext("Merge {n} change", "Merge {n} changes", count).format(n=count)
        self.agree.setText(words if count else _("Nothing to merge"))
        self.agree.setEnabled(count > 0)

    @Slot()
    def accept(self) -> None:
        taken = {cell.key for cell in self.taken()}
        choices: dict[tuple[int, str], Side] = {
            cell.key: "theirs" if cell.key in taken else "ours"
            for cell in self._cells
            if cell.kind in DECIDED
        }
        super().accept()
        self.answered.emit(MergeAnswer(self._plan, choices))


def _about(plan: MergePlan) -> str:
    read = ngettext("{n} recommendation read", "{n} recommendations read", plan.read).format(n=plan.read)
    missing = ngettext("{n} did not come back", "{n} did not come back", plan.missing).format(n=plan.missing)
    return " · ".join((plan.path.name, read, *([missing] if plan.missing else [])))


def _notices(plan: MergePlan) -> list[tuple[str, str]]:
    """What waits for a person, then what is only to be known: where it is, and the sentence."""
    return [(notice.where, notice.message) for notice in (*plan.in_doubt, *plan.warnings)]


def _figures(cells: list[PlannedCell]) -> list[KeyFigure]:
    shown = (Kind.THEIRS, Kind.CONFLICT, Kind.CLEARED, Kind.OURS, Kind.EQUAL)
    return [
        KeyFigure(len(cells), _("cells that differ"), ""),
        *(
            KeyFigure(sum(cell.kind is kind for cell in cells), kind_words(kind).lower(), kind.value)
            for kind in shown
        ),
    ]


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda cell: cell.number, 84, "strong"),
        ItemColumn(_("Field"), lambda cell: field_words(cell.field), 150, "quiet"),
        ItemColumn(_("It left with"), lambda cell: value_words(cell, cell.base), 0, "quiet"),
        ItemColumn(_("Here now"), lambda cell: value_words(cell, cell.ours)),
        ItemColumn(_("They say"), lambda cell: value_words(cell, cell.theirs)),
        ItemColumn(_("What happened"), lambda cell: kind_words(cell.kind), 140, "quiet"),
    ]
