"""What came without numbers, one by one beside the recommendation that it may be: the same, another, or one of its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from uprtracker.errors import UserError
from uprtracker.i18n import _, current_language, ngettext
from uprtracker.services import permission
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.dossier_session import DossierSession
from uprtracker.ui.fields.key_cap import key_hint
from uprtracker.ui.fields.link_button import LinkButton, allow
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.ui.panels.pair_view import PairView, percent
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.matching import MatchCandidate, MatchProposal
from uprtracker.vocabulary.state import state

_SIZE, _LOW = (1120, 720), (560, 180)
"""The lower one is for when nothing waits."""
_NEARLY = 0.99


class MatchingDialog(QDialog):
    """Every decision goes through the session's undo stack; the next one that waits comes by itself."""

    def __init__(self, session: DossierSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("matching_dialog")
        self.setModal(True)
        self.setWindowTitle(_("Matches to confirm"))
        self._session = session
        self._refusal = _refusal(session)
        self._candidate = 0
        self._told = PlainLabel("", "secondary", wrap=True)
        self.model = ItemTableModel(_columns(), lambda proposal: proposal.waiting.id, parent=self)
        self.table = ItemTable(self.model, _("Waiting"))
        self.table.setObjectName("matching_table")
        self.pair = PairView(_("The waiting one beside what it may be"), with_status=False)
        self.pair.left.open.hide()
        self.likeness = PlainLabel("", "secondary", wrap=True)
        self.other = LinkButton(_("Another one that it may be"))
        self.same = QPushButton(_("It is the same"))
        self.same.setProperty("kind", "primary")
        self.not_same = QPushButton(_("Not the same"))
        self.own = QPushButton(_("A recommendation of its own"))
        self.news = PlainLabel("", "strong", wrap=True)
        self.news.hide()
        self._lay_out()
        self._connect()
        self.refresh()
        open_at_size(self, *(_SIZE if self.model.items() else _LOW))
        self.table.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read again what waits; the likeliest first, those without a candidate last."""
        found = self._session.dossier.matching.proposals()
        ordered = sorted(found, key=lambda p: -(p.candidates[0].score if p.candidates else 0.0))
        self.model.set_items(ordered)
        count = len(ordered)
        words = ngettext(
            "{n} recommendation came without a number and waits for a person to say which one it is.",
            "{n} recommendations came without a number and wait for a person to say which ones they are.",
            count,
        ).format(n=count)
        self._told.setText(words if count else _("Nothing waits: every recommendation has its number."))
        self._parts.setVisible(count > 0)

    def candidate(self) -> MatchCandidate | None:
        """What the waiting one is shown beside."""
        proposal = self.table.current_item()
        return proposal.candidates[self._candidate] if proposal and proposal.candidates else None

    def _lay_out(self) -> None:
        beside = QWidget()
        lines = column(10)
        lines.setContentsMargins(20, 0, 0, 0)
        beside.setLayout(lines)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.likeness, 1)
        line.addWidget(self.other)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.same, self.not_same, self.own):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        lines.addWidget(self.pair, 1)
        lines.addLayout(line)
        lines.addLayout(buttons)
        lines.addWidget(_hints())
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.table)
        self._parts.addWidget(beside)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([340, 780])
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(PlainLabel(_("Matches to confirm"), "title"))
        whole.addWidget(self._told)
        whole.addWidget(self._parts, 1)
        whole.addWidget(self.news)
        whole.addStretch()
        whole.addWidget(close)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._show_first)
        self.table.opened.connect(self._confirm)
        self.same.clicked.connect(self._confirm)
        self.not_same.clicked.connect(self._reject)
        self.own.clicked.connect(self._accept_as_new)
        self.other.clicked.connect(self._show_other)
        self._session.notifier.committed.connect(self.refresh)
        self._session.notifier.refused.connect(self._refuse)
        for key, act in {
            "X": self._reject,
            "N": self._accept_as_new,
            "O": self._show_other,
            "Ctrl+Z": self._session.editing.stack.undo,
        }.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    @Slot()
    def _show_first(self) -> None:
        self._candidate = 0
        self._show()

    @Slot()
    def _show_other(self) -> None:
        proposal = self.table.current_item()
        if proposal and len(proposal.candidates) > 1:
            self._candidate = (self._candidate + 1) % len(proposal.candidates)
            self._show()

    def _show(self) -> None:
        proposal, candidate = self.table.current_item(), self.candidate()
        waiting = proposal.waiting if proposal else None
        absent = _("No recommendation of this review has this wording.") if proposal else ""
        found = candidate.differences if candidate else ()
        self.pair.show_pair(waiting, candidate.row if candidate else None, found, ("", absent))
        for side in (self.pair.left, self.pair.right):
            side.open.hide()
        self.likeness.setText(_likeness(candidate) if candidate else "")
        self.other.setVisible(bool(proposal) and len(proposal.candidates) > 1)
        none = "" if candidate else absent
        for button in (self.same, self.not_same):
            allow(button, self._refusal or none)
        allow(self.own, self._refusal)

    @Slot()
    def _confirm(self) -> None:
        if (candidate := self.candidate()) is not None and self.same.isEnabled():
            self._decide(lambda id_: self._session.pairs.confirm_match(id_, candidate.row.id))

    @Slot()
    def _reject(self) -> None:
        if (candidate := self.candidate()) is not None and self.not_same.isEnabled():
            self._decide(lambda id_: self._session.pairs.reject_match(id_, candidate.row.id))

    @Slot()
    def _accept_as_new(self) -> None:
        if self.own.isEnabled():
            self._decide(self._session.pairs.accept_as_new)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.news.setText(sentence)
        self.news.show()

    def _decide(self, act: Callable[[int], None]) -> None:
        """Decide on the current one, and go on to the next."""
        proposal, place = self.table.current_item(), self.table.currentIndex().row()
        if proposal is None:
            return
        after = self.model.items()[place + 1 : place + 2]
        self.news.hide()
        act(proposal.waiting.id)
        if after:
            self.table.choose(after[0].waiting.id)


def _columns() -> list[ItemColumn]:
    return [ItemColumn(_("Waiting"), lambda p: p.waiting.text, 0, "plain", _about)]


def _about(proposal: MatchProposal) -> str:
    names = ", ".join(state(iso3).name(current_language()) for iso3 in proposal.waiting.recommending_states)
    likely = proposal.candidates[0] if proposal.candidates else None
    return " · ".join((names, f"{likely.row.label}, {_score(likely)}" if likely else _("nothing alike")))


def _score(candidate: MatchCandidate) -> str:
    """Texts that are not the same are never quite alike, though only a mark may differ."""
    return percent(candidate.score if candidate.equal else min(candidate.score, _NEARLY))


def _likeness(candidate: MatchCandidate) -> str:
    wording = (
        _("The wording is the same.")
        if candidate.equal
        else _("The wording is alike by {score}.").format(score=_score(candidate))
    )
    states = _("The States agree.") if candidate.states_agree else _("The States differ.")
    return f"{wording} {states}"


def _hints() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    for keys, words in (
        (("↵",), _("the same")),
        (("X",), _("not the same")),
        (("N",), _("of its own")),
        (("O",), _("another one")),
        (("↑", "↓"), _("next")),
        (("Ctrl Z",), _("undo")),
    ):
        flow.addWidget(key_hint(keys, words))
    return holder


def _refusal(session: DossierSession) -> str:
    if session.dossier.read_only:
        return read_only_sentence(session.dossier.read_only)
    try:
        permission.require_planning(session.actor)
    except UserError as error:
        return str(error)
    return ""
