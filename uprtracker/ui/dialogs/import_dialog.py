"""The preview of an import: the files in the order in which they come in, and each of them in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _, ngettext
from uprtracker.services.importing_files import AgreedFile, PlannedFile
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.import_pane import ImportPane
from uprtracker.ui.dialogs.import_words import file_words, source_words
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_SIZE = (1180, 740)
_LIST_WIDTH, _GAP = 228, 12


class ImportDialog(QDialog):
    """`answered` carries the `AgreedFile` of each file that is ticked, in order.

    On `columns_requested` the window asks what the columns of that file hold, plans anew and calls `show_files`.
    """

    answered = Signal(object)
    columns_requested = Signal(object)
    """A `PlannedFile`."""
    sums_requested = Signal(object)
    """The `ImportPlan` whose sums are to be shown."""

    def __init__(self, files: Sequence[PlannedFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import_dialog")
        self.setModal(True)
        self._files: tuple[PlannedFile, ...] = ()
        self._accepted: dict[str, set[str]] = {}
        self._answers: dict[str, dict[str, int | None]] = {}
        self.list_model = ItemTableModel(
            _columns(), _key, ticks=True, may_tick=lambda file: file.plan is not None, parent=self
        )
        self.list = ItemTable(self.list_model, _("Files"))
        self.list.setObjectName("import_files_table")
        self.pane = ImportPane()
        self.refusal = EmptyState()
        self.agree = QPushButton()
        self._hint = PlainLabel("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self.show_files(files)
        open_at_size(self, *_SIZE)
        (self.agree if self._count() else self.pane.table).setFocus()

    @property
    def plan_shown(self) -> PlannedFile | None:
        """The file on which the person stands."""
        file = self.list.current_item()
        return file if isinstance(file, PlannedFile) else None

    @property
    def answers(self) -> dict[str, int | None]:
        """What the document shown does not say and a person filled in: `cycle`, `session`."""
        return self.pane.recognised.answers()

    def show_files(self, files: Sequence[PlannedFile]) -> None:
        """Show these files, planned anew; what was accepted and filled in stays so."""
        first = not self._files
        unticked = {_key(f) for f in self._files if f.plan and not self.list_model.is_ticked(f)}
        self._files = tuple(files)
        for file in self._files:
            doubtful = {r.record.label for r in file.plan.of_kind("in_doubt")} if file.plan else set()
            self._accepted.setdefault(_key(file), set()).intersection_update(doubtful)
        self.list_model.set_items(self._files)
        self.list_model.tick((f for f in self._files if _key(f) not in unticked), True)
        several = len(self._files) > 1
        for part in (self._beside, self._gap):
            part.setVisible(several)
        name = self._files[0].path.name
        words = ngettext("Import {n} file", "Import {n} files", len(files)).format(n=len(files))
        self.setWindowTitle(words if several else _("Import {file}").format(file=name))
        if first:
            self.list.select_place(0)
        self._show_file()
        self._refresh()

    def _lay_out(self) -> None:
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.list)
        beside.addSpacing(16)
        self._beside.setMinimumWidth(current_theme().px(200))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self.refusal)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self._beside)
        parts.addWidget(self._chosen_file())
        parts.setStretchFactor(1, 1)
        parts.setSizes([current_theme().px(_LIST_WIDTH), 900])
        buttons = QDialogButtonBox()
        self.agree.setDefault(True)
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24 - PAD, 20, 24 - PAD, 20)
        whole.setSpacing(8)
        whole.addWidget(parts, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(PAD, 0, PAD, 0)
        foot.addWidget(self._hint)
        foot.addWidget(buttons)
        whole.addLayout(foot)

    def _chosen_file(self) -> QWidget:
        """The file on which the person stands, set apart from the list of several."""
        self._gap = QWidget()
        self._gap.setFixedWidth(current_theme().px(_GAP))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._gap)
        line.addWidget(self._stack, 1)
        return holder

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_file)
        self.list_model.ticks_changed.connect(self._refresh)
        self.pane.accepted_changed.connect(self._refresh)
        self.pane.answers_changed.connect(self._take_answers)
        self.pane.columns_requested.connect(self._ask_columns)
        self.pane.sums_requested.connect(self._ask_sums)
        self.refusal.requested.connect(self._ask_columns)

    @Slot()
    def _show_file(self) -> None:
        file = self.plan_shown
        if file is None:
            return
        self._stack.setCurrentIndex(0 if file.plan else 1)
        if file.plan:
            self.pane.recognised.show_answers(self._answers.get(_key(file), {}))
            self.pane.show_plan(file.plan, self._accepted[_key(file)])
            return
        if file.needs_columns:
            why = _(
                "It is a table of your own. Say once what its columns hold; the next one like it is then known."
            )
            self.refusal.say(file.path.name, why, _("Say what the columns hold…"))
        else:
            self.refusal.say(file.path.name, file.refusal, "")

    def _ticked(self) -> list[PlannedFile]:
        return [file for file in self._files if file.plan and self.list_model.is_ticked(file)]

    def _count(self) -> int:
        """How many records would be written."""
        return sum(self._count_of(file) for file in self._ticked())

    def _count_of(self, file: PlannedFile) -> int:
        assert file.plan is not None
        plan = file.plan
        beside = plan.new_reference + plan.new_questions
        accepted = len(self._accepted[_key(file)])
        return len(plan.of_kind("new")) + len(plan.of_kind("changed")) + accepted + beside

    @Slot()
    def _refresh(self) -> None:
        plans = [file.plan for file in self._files if file.plan]
        count, waiting = self._count(), sum(len(plan.of_kind("in_doubt")) for plan in plans)
        waiting -= sum(map(len, self._accepted.values()))
        changes = any(file.plan.changes_something for file in self._ticked() if file.plan)
        self.agree.setEnabled(count > 0 or changes)
        words = ngettext("Import {n} recommendation", "Import {n} recommendations", count)
        if len(self._files) > 1:
            files = len(self._ticked())
            words = ngettext("Import {n} file", "Import {n} files", files)
            count = files if self.agree.isEnabled() else 0
        elif plans and plans[0].questions:
            words = ngettext("Import {n} question", "Import {n} questions", count)
        usual = _("Import") if self.agree.isEnabled() else _("Nothing to import")
        self.agree.setText(words.format(n=count) if count else usual)
        self._hint.setText(_hint(self.agree.isEnabled(), waiting, bool(plans)))
        self._hint.setVisible(bool(self._hint.text()))

    @Slot()
    def _take_answers(self) -> None:
        if self.plan_shown is not None:
            self._answers[_key(self.plan_shown)] = self.answers

    @Slot()
    def _ask_columns(self) -> None:
        self.columns_requested.emit(self.plan_shown)

    @Slot()
    def _ask_sums(self) -> None:
        if self.plan_shown is not None:
            self.sums_requested.emit(self.plan_shown.plan)

    @Slot()
    def accept(self) -> None:
        self._take_answers()
        agreed = tuple(self._agreed(file) for file in self._ticked())
        super().accept()
        self.answered.emit(agreed)

    def _agreed(self, file: PlannedFile) -> AgreedFile:
        assert file.plan is not None
        said = self._answers.get(_key(file), {})
        plan = file.plan.with_answers(cycle=said.get("cycle"), session=said.get("session"))
        return AgreedFile(file, plan, frozenset(self._accepted[_key(file)]))


def _key(file: PlannedFile) -> str:
    return str(file.path)


def _columns() -> list[ItemColumn]:
    return [ItemColumn(_("File"), lambda file: file.path.name, 0, "strong", _about)]


def _about(file: PlannedFile) -> str:
    source = source_words(file.plan.source) if file.plan else ""
    return " · ".join(piece for piece in (file_words(file), source) if piece)


def _hint(can: bool, waiting: int, planned: bool) -> str:
    if waiting > 0:
        return ngettext(
            "{n} record is in doubt and stays out unless you accept it.",
            "{n} records are in doubt and stay out unless you accept them.",
            waiting,
        ).format(n=waiting)
    return "" if can or not planned else _("Everything in this document is in the dossier already.")
