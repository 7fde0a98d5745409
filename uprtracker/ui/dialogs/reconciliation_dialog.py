"""The sums of a review: received against answered, and point by point what does not add up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.writing import PAD
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dialogs.reconciliation_words import Finding, findings, stated
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.key_figures import KeyFigure, KeyFigures
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.position import Position

if TYPE_CHECKING:
    from uprtracker.services.reconciling import Reconciliation

_SIZE = (900, 620)
_POINTS, _RECEIVED = "points", "received"


class ReconciliationDialog(QDialog):
    """A figure lists its numbers; Enter goes to the number on which the person stands."""

    number_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("reconciliation_dialog")
        self.setModal(True)
        self._found: Reconciliation | None = None
        self._texts: Mapping[str, str] = {}
        self._shown = _POINTS
        self._title = PlainLabel("", "title", wrap=True)
        self._verdict = PlainLabel("", "strong", wrap=True)
        self._stated = PlainLabel("", "secondary", wrap=True)
        self.above = QHBoxLayout()
        self.figures = KeyFigures()
        self.model = ItemTableModel(_columns(), lambda finding: finding, parent=self)
        self.table = ItemTable(self.model, _("What does not add up"))
        self.table.setObjectName("reconciliation_table")
        self.go = QPushButton(_("Show it"))
        self._lay_out()
        self.figures.chosen.connect(self._turn)
        self.table.opened.connect(self._go)
        self.table.current_changed.connect(self._allow)
        self.go.clicked.connect(self._go)
        open_at_size(self, *_SIZE)

    def show_sums(self, symbol: str, found: "Reconciliation", texts: Mapping[str, str]) -> None:
        """Show the sums of the review with this symbol; `texts` are those of its numbers."""
        self._found, self._texts, points = found, texts, findings(found)
        words = _("Sums of {symbol}").format(symbol=symbol)
        self.setWindowTitle(words)
        self._title.setText(words)
        self._stated.setText(stated(found))
        todo = ngettext("{n} point does not add up.", "{n} points do not add up.", len(points))
        self._verdict.setText(
            todo.format(n=len(points))
            if points
            else _("Everything adds up: every number stands once and has one position.")
        )
        self.figures.show_figures(_figures(found, len(points)))
        self._shown = _POINTS if points else _RECEIVED
        self._list()
        self.table.setFocus()

    def _lay_out(self) -> None:
        head, foot = column(6), column(0)
        for layout in (head, foot):
            layout.setContentsMargins(PAD, 0, PAD, 0)
        head.addWidget(self._title)
        head.addLayout(self.above)
        head.addWidget(self._verdict)
        head.addWidget(self._stated)
        buttons = QDialogButtonBox()
        close = QPushButton(_("Close"))
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.go, close):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24 - PAD, 20, 24 - PAD, 20)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self.figures)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)

    @Slot(object)
    def _turn(self, shows: str) -> None:
        self._shown = shows
        self._list()

    def _list(self) -> None:
        assert self._found is not None
        self.figures.mark(self._shown)
        if self._shown == _POINTS:
            self.model.set_items(findings(self._found))
            return
        numbers = [(n, p) for n, p in self._found.positions if self._shown in (_RECEIVED, p.value)]
        self.model.set_items(
            Finding(position.label, (number,), self._texts.get(number, "")) for number, position in numbers
        )

    @Slot(object)
    def _allow(self, finding: Finding | None) -> None:
        self.go.setEnabled(finding is not None and bool(finding.numbers))

    @Slot()
    def _go(self) -> None:
        finding = self.table.current_item()
        if finding is not None and finding.numbers:
            self.accept()
            self.number_chosen.emit(finding.numbers[0])


class DossierSumsDialog(ReconciliationDialog):
    """The reviews of the dossier, one of them chosen. A number that is not there leads to the one before it."""

    recommendation_opened = Signal(int)

    def __init__(self, session: DossierSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choice = QuietComboBox()
        self.choice.setAccessibleName(_("Review"))
        self.choice.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToContents)
        for document in reversed(session.info.documents):
            if document.mechanism == "upr" and document.cycle:
                words = _("{symbol}, cycle {cycle}").format(symbol=document.symbol, cycle=document.cycle)
                self.choice.addItem(words, document.id)
        self.above.addWidget(self.choice)
        self.above.addStretch()
        self.choice.activated.connect(self._read)
        self.number_chosen.connect(self._open)
        self._read()

    @Slot()
    def _read(self) -> None:
        id_ = self.choice.currentData()
        if id_ is None:
            self._title.setText(_("Sums of a review"))
            self._verdict.setText(
                _("This dossier has no review of the UPR yet; import its report or its list.")
            )
            self.choice.hide()
            return
        document = next(d for d in self._session.info.documents if d.id == id_)
        texts = {row.number: row.text for row in self._session.rows.rows() if row.document_id == id_}
        self.show_sums(document.symbol, self._session.dossier.reconciling.of_document(id_), texts)
        self._stated.setText(
            _("The totals that the State's documents give are compared when they are imported.")
        )

    @Slot(str)
    def _open(self, number: str) -> None:
        rows = [row for row in self._session.rows.rows() if row.document_id == self.choice.currentData()]
        before = [row for row in rows if sort_key(row.number) <= sort_key(number)]
        named = [row for row in rows if number in (row.label, row.number)]
        if found := (named or before[-1:] or rows[:1]):
            self.recommendation_opened.emit(found[0].id)


def _figures(found: "Reconciliation", points: int) -> list[KeyFigure]:
    """Received is the sum of those after it."""
    parts = (
        (found.supported, Position.SUPPORTED),
        (found.noted, Position.NOTED),
        (found.supported_noted, Position.SUPPORTED_NOTED),
        (found.pending, Position.PENDING),
        (found.unknown, Position.UNKNOWN),
    )
    shown = [(n, p) for n, p in parts if n or p in (Position.SUPPORTED, Position.NOTED)]
    signs = ["=", *["+"] * (len(shown) - 1)]
    return [
        KeyFigure(found.received, _("received"), _RECEIVED),
        *(
            KeyFigure(n, f"{sign} {position.label.lower()}", position.value)
            for sign, (n, position) in zip(signs, shown, strict=True)
        ),
        KeyFigure(points, _("to look at"), _POINTS),
    ]


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), _numbers, 120, "strong"),
        ItemColumn(_("What"), lambda finding: finding.what, 176),
        ItemColumn(_("In words"), lambda finding: finding.words, 0, "quiet", lambda finding: finding.place),
    ]


def _numbers(finding: Finding) -> str:
    return ", ".join(finding.numbers)
