"""The page that compares two cycles: what became of each recommendation, pair by pair, for a person to confirm."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.fields.key_cap import key_hint
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.key_figures import KeyFigure, KeyFigures
from uprtracker.ui.panels.pair_view import PairView, percent
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.cycle_comparison import Outcome
from uprtracker.vocabulary.matching import CycleComparison, CyclePair

_MARGIN_X = 36
OPEN = "open"
"""The filter for pairs that a person has not confirmed yet."""


class ComparePage(QWidget):
    """Shows what it is given. Pairs are proposals: what a person says of one is a wish that the wiring hands on."""

    cycles_chosen = Signal(int, int)
    """Earlier and later."""
    confirm_requested = Signal(int, int)
    reject_requested = Signal(int, int)
    """Ids of the earlier and the later recommendation."""
    recommendation_opened = Signal(int)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._comparison: CycleComparison | None = None
        self._refusal, self._kind = "", ""
        self.earlier, self.later = QuietComboBox(), QuietComboBox()
        self._told = PlainLabel("", "secondary", wrap=True)
        self.figures = KeyFigures()
        self.model = ItemTableModel(_columns(), _key, parent=self)
        self.table = ItemTable(self.model, _("Recommendations of both cycles"))
        self.table.setObjectName("compare_table")
        self.pair = PairView(_("The chosen pair"))
        self.confirm = QPushButton(_("Confirm the pair"))
        self.confirm.setProperty("kind", "primary")
        self.reject = QPushButton(_("Not the same"))
        self.empty = EmptyState()
        self._lay_out()
        self._connect()

    def show_comparison(self, cycles: Sequence[int], comparison: CycleComparison, refusal: str = "") -> None:
        """Show two of the dossier's cycles; `refusal` says why nothing can be confirmed."""
        self._comparison, self._refusal = comparison, refusal
        _offer(self.earlier, cycles[:-1], comparison.earlier_cycle)
        _offer(self.later, [c for c in cycles if c > comparison.earlier_cycle], comparison.later_cycle)
        open_ = sum(map(_is_open, comparison.pairs))
        confirmed = sum(pair.confirmed for pair in comparison.pairs)
        said = ngettext("{n} pair is confirmed", "{n} pairs are confirmed", confirmed).format(n=confirmed)
        waits = ngettext("{n} is a proposal", "{n} are proposals", open_).format(n=open_)
        self._told.setText(f"{said} · {waits}")
        self.figures.show_figures(_figures(comparison, open_))
        self._stack.setCurrentIndex(0)
        self._narrow()

    def show_too_few(self, cycles: Sequence[int]) -> None:
        """Say that there are not two cycles to compare."""
        self._comparison = None
        self.model.set_items(())
        here = (
            _("This dossier has recommendations of cycle {cycle} only.").format(cycle=cycles[0])
            if cycles
            else _("This dossier has no recommendations of the UPR yet.")
        )
        why = _(
            "Import the report or the list of another cycle to see what was repeated, and what became of it."
        )
        self.empty.say(_("There are no two cycles to compare"), f"{here} {why}", _("Import…"))
        self._stack.setCurrentIndex(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stack.currentIndex() == 0:
            self.table.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # as its proxy the table would be reached from the head at once, past the choices above it
        self.table.setFocus(event.reason())

    @Slot(object)
    def show_kind(self, kind: str) -> None:
        """Show the pairs of one kind, or all again when it is shown already."""
        self._kind = "" if kind == self._kind else kind
        self._narrow()

    def _narrow(self) -> None:
        assert self._comparison is not None
        self.figures.mark(self._kind)
        # what is said of pairs is what a person decides on: they come before what stands alone
        ordered = sorted(self._comparison.pairs, key=_stands_alone)
        self.model.set_items(pair for pair in ordered if _passes(pair, self._kind))

    def _lay_out(self) -> None:
        chooser = QHBoxLayout()
        chooser.setSpacing(12)
        for words, choice in ((_("Compare"), self.earlier), (_("with"), self.later)):
            chooser.addWidget(PlainLabel(words, "name"))
            chooser.addWidget(choice)
        self.earlier.setAccessibleName(_("Earlier cycle"))
        self.later.setAccessibleName(_("Later cycle"))
        chooser.addSpacing(12)
        chooser.addWidget(self._told, 1)
        above, below = QVBoxLayout(), QWidget()
        above.setContentsMargins(_MARGIN_X, 12, _MARGIN_X, 0)
        above.addLayout(chooser)
        figures = QVBoxLayout()
        figures.setContentsMargins(_MARGIN_X - PAD, 4, _MARGIN_X - PAD, 8)
        figures.addWidget(self.figures)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(_MARGIN_X, 12, _MARGIN_X, 12)
        lines.setSpacing(8)
        lines.addWidget(self.pair, 1)
        lines.addLayout(self._buttons())
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        filled = QWidget()
        whole = column(0)
        filled.setLayout(whole)
        whole.addLayout(above)
        whole.addLayout(figures)
        whole.addWidget(parts, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outside = column(0)
        outside.addWidget(self._stack)
        self.setLayout(outside)

    def _buttons(self) -> QHBoxLayout:
        hints = QWidget()
        flow = FlowLayout(hints, gap=8)
        for keys, words in (
            (("↵",), _("confirm")),
            (("X",), _("not the same")),
            (("↑", "↓"), _("other pair")),
            (("Ctrl Z",), _("undo")),
        ):
            flow.addWidget(key_hint(keys, words))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.confirm)
        line.addWidget(self.reject)
        line.addSpacing(12)
        line.addWidget(hints, 1, alignment=Qt.AlignmentFlag.AlignVCenter)
        return line

    def _connect(self) -> None:
        self.earlier.activated.connect(self._choose_cycles)
        self.later.activated.connect(self._choose_cycles)
        self.figures.chosen.connect(self.show_kind)
        self.table.current_changed.connect(self._show_pair)
        self.table.opened.connect(self._confirm)
        self.confirm.clicked.connect(self._confirm)
        self.reject.clicked.connect(self._reject)
        self.pair.recommendation_opened.connect(self.recommendation_opened)
        self.empty.requested.connect(self.import_requested)
        shortcut = QShortcut(QKeySequence("X"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._reject)

    @Slot()
    def _choose_cycles(self) -> None:
        earlier, later = self.earlier.currentData(), self.later.currentData()
        if later <= earlier:
            later = next(
                self.later.itemData(n) for n in range(self.later.count()) if self.later.itemData(n) > earlier
            )
        self.cycles_chosen.emit(earlier, later)

    @Slot(object)
    def _show_pair(self, pair: CyclePair | None) -> None:
        two = pair is not None and pair.earlier is not None and pair.later is not None
        allow(self.confirm, self._refusal if two else _("One of the two is missing."))
        allow(self.reject, self._refusal if two else _("One of the two is missing."))
        if pair is not None and pair.confirmed:
            allow(self.confirm, _("The pair is confirmed."))
        if pair is None or self._comparison is None:
            self.pair.show_pair(None, None, ())
            return
        absent = _("Nothing alike in cycle {cycle}.")
        self.pair.show_pair(
            pair.earlier,
            pair.later,
            pair.differences,
            (
                absent.format(cycle=self._comparison.earlier_cycle),
                absent.format(cycle=self._comparison.later_cycle),
            ),
        )

    @Slot()
    def _confirm(self) -> None:
        if self.confirm.isEnabled():
            self._say(self.confirm_requested)

    @Slot()
    def _reject(self) -> None:
        if self.reject.isEnabled():
            self._say(self.reject_requested)

    def _say(self, wish: SignalInstance) -> None:
        """Tell the wish about the current pair and go on to the next."""
        pair, place = self.table.current_item(), self.table.currentIndex().row()
        after = self.model.items()[place + 1 : place + 2]
        wish.emit(pair.earlier.id, pair.later.id)
        if after:
            self.table.choose(_key(after[0]))


def _key(pair: CyclePair) -> tuple[int, int]:
    return (pair.earlier.id if pair.earlier else 0, pair.later.id if pair.later else 0)


def _stands_alone(pair: CyclePair) -> bool:
    return pair.earlier is None or pair.later is None


def _is_open(pair: CyclePair) -> bool:
    return not _stands_alone(pair) and not pair.confirmed


def _passes(pair: CyclePair, kind: str) -> bool:
    if kind == OPEN:
        return _is_open(pair)
    shown = {pair.kind.value}
    if pair.position_changed:
        shown.add(Outcome.POSITION_CHANGED.value)
    return not kind or kind in shown


def _offer(choice: QuietComboBox, cycles: Sequence[int], chosen: int) -> None:
    choice.clear()
    for cycle in cycles:
        choice.addItem(_("Cycle {value}").format(value=cycle), cycle)
    choice.setCurrentIndex(choice.findData(chosen))


def _figures(comparison: CycleComparison, open_: int) -> list[KeyFigure]:
    """Of each kind as many as the list shows under it."""
    return [
        KeyFigure(len(comparison.pairs), _("all"), ""),
        *(
            KeyFigure(
                sum(_passes(pair, kind.value) for pair in comparison.pairs), kind.label.lower(), kind.value
            )
            for kind in Outcome
        ),
        KeyFigure(open_, _("to confirm"), OPEN),
    ]


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("What became of it"), _kind, 168, "strong", _more),
        ItemColumn(_("No."), lambda p: p.earlier.label if p.earlier else "", 84, "strong"),
        ItemColumn(_("Earlier"), lambda p: p.earlier.text if p.earlier else "–"),
        ItemColumn(_("No."), lambda p: p.later.label if p.later else "", 84, "strong"),
        ItemColumn(_("Later"), lambda p: p.later.text if p.later else "–"),
        ItemColumn(_("Likeness"), lambda p: percent(p.score) if p.score else "", 84, "number"),
    ]


def _kind(pair: CyclePair) -> str:
    return pair.kind.label


def _more(pair: CyclePair) -> str:
    if _stands_alone(pair):
        return ""
    also = _("position too") if pair.position_changed and pair.kind is not Outcome.POSITION_CHANGED else ""
    return " · ".join(piece for piece in (_("confirmed") if pair.confirmed else _("proposal"), also) if piece)
