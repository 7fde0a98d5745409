"""The links page: one recommendation at a time, which paragraphs it concerns is decided from the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QTabBar, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.link_dialog import LinkChoice, LinkDialog
from uprtracker.ui.link_source import LinkSource
from uprtracker.ui.panels.link_candidates import candidates, note
from uprtracker.ui.panels.link_queues import ALIKE, LinkQueues, linked_to
from uprtracker.ui.panels.links_middle import LinksMiddle
from uprtracker.ui.panels.links_queue import LinksQueue, queue_words
from uprtracker.ui.panels.paragraph_beside import ParagraphBeside
from uprtracker.ui.suggestion_cache import SuggestionCache
from uprtracker.vocabulary.read_model import Recommendation

MOST_KEYS = 5
Key = Qt.Key


class LinksPage(QWidget):
    """Emits wishes; what it shows follows from the rows of its source. Nothing is linked until a person says so."""

    link_requested = Signal(object, object, str)
    """Ids, labels, and the reason: the suggestion's own, or what was written."""
    reject_requested = Signal(object, str)
    concerns_none_requested = Signal(object)
    unlink_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source: LinkSource | None = None
        self._queues = LinkQueues(())
        self.suggestions = SuggestionCache(self)
        self._key = ""
        # until the person begins, the queue that is offered follows the suggestions as they come in
        self._begun = False
        self._pass: list[int] = []
        self._place = 0
        self._served: set[int] = set()
        self._label = ""
        self._refusal = ""
        self._stale = False
        self.queue = LinksQueue()
        self.middle = LinksMiddle()
        self.beside = ParagraphBeside()
        self._lay_out()
        self._connect()
        self._add_keys()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.queue, self.middle, self.beside):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        middle = self.middle
        self.queue.chosen.connect(self.choose_queue)
        self.queue.entered.connect(self.setFocus)
        self.suggestions.completed.connect(self._take_suggestions)
        self.beside.recommendation_opened.connect(self.show_recommendation)
        middle.card_chosen.connect(self._highlight)
        middle.link_requested.connect(self._link)
        middle.reject_requested.connect(self._reject)
        middle.unlink_requested.connect(self._unlink)
        middle.none_requested.connect(self._decide_none)
        middle.other_requested.connect(self._ask_other)
        middle.together_chosen.connect(self._keep_focus)

    def _add_keys(self) -> None:
        """Letters and digits are shortcuts, which a field in which one types takes for itself."""
        for number in range(MOST_KEYS):
            self._add_key(str(number + 1), self._confirming(number))
        for key, act in {
            "X": self._reject_highlighted,
            "N": self._decide_none,
            "/": self._ask_other,
            "O": self._ask_other,
            "G": self._turn_together,
            "J": self.go_on,
            "K": self.go_back,
            "Del": self._unlink_highlighted,
        }.items():
            self._add_key(key, act)

    def _add_key(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # what is shown

    def serve(self, source: LinkSource | None) -> None:
        """Show another dossier, or the same to another person."""
        self._source = source
        self._pass, self._key, self._label, self._begun = [], "", "", False
        self.suggestions.clear()
        self._stale = True
        if self.isVisible():
            self._begin()

    @Slot()
    def read_again(self) -> None:
        """Rows came or went."""
        self._stale = True
        if self.isVisible():
            self._begin()

    @Slot(set)
    def follow(self, ids: set[int]) -> None:
        """Rows changed: count again, suggest again, and go to what an undo brought back."""
        if not self.isVisible() or self._source is None:
            self._stale = True
            return
        self._queues.show_rows(self._source.rows.rows())
        self._suggest()
        row = self.current()
        if ids and (row is None or row.id not in ids):
            self._go_to(min(ids, key=self._place_in_pass))
        elif row is not None:
            self._label = self.middle.next_open(self._label) if self._was_decided(row) else self._label
        self._sort()
        self._show_current()

    def current(self) -> Recommendation | None:
        """The recommendation that is being decided on."""
        if self._source is None or not self._pass:
            return None
        return self._source.rows.row(self._pass[self._place])

    @Slot(str)
    def choose_queue(self, key: str) -> None:
        """Work through a queue from its beginning."""
        self._key, self._begun = key, True
        self._pass, self._place, self._served, self._label = self._queues.ids(key), 0, set(), ""
        self.middle.together.setChecked(key.startswith(ALIKE))
        self._sort()
        self._show_current()
        self.setFocus()

    @Slot(int)
    def show_recommendation(self, id_: int) -> None:
        """Go to one recommendation, in whatever queue it stands."""
        self._go_to(id_)
        self._show_current()
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._begin()
        # its keys are to work at once, but who walks along the tabs stays there
        if not isinstance(QApplication.focusWidget(), QTabBar):
            self.setFocus()

    def _begin(self) -> None:
        self._stale = False
        if self._source is None:
            return
        self._refusal = self._source.refusal()
        text = self._source.rows.text
        self._queues = LinkQueues(self._source.rows.rows())
        self.beside.show_text(text)
        self._pass = [id_ for id_ in self._pass if self._source.rows.row(id_)]
        self._place = min(self._place, max(len(self._pass) - 1, 0))
        self._suggest()
        self._sort()
        self._show_current()

    def _suggest(self) -> None:
        assert self._source is not None
        undecided = [row for row in self._source.rows.rows() if not row.decided]
        self.suggestions.start(self._source.suggester, undecided)

    @Slot()
    def _take_suggestions(self) -> None:
        """All suggestions are there: only now is it known which queue to offer first."""
        if self._source is not None:
            self._sort()
            if self._begun:
                self._show_progress()
            else:
                self._show_current()

    def _sort(self) -> None:
        """Count the queues anew; what came into the one that is worked through joins at its end."""
        self._queues.sort(self.suggestions.known())
        if not self._begun:
            self._key, self._pass, self._place = self._queues.first(), [], 0
        in_pass = set(self._pass)
        self._pass += [id_ for id_ in self._queues.ids(self._key) if id_ not in in_pass]
        self.queue.show_queues(self._queues, self._alike_words)
        self.queue.show_chosen(self._key)

    def _alike_words(self, key: str) -> str:
        assert self._source is not None
        row = self._source.rows.row(int(key.removeprefix(ALIKE)))
        return row.text if row else ""

    def _show_progress(self) -> None:
        decided, of = self._queues.decided()
        words = self._alike_words(self._key) if self._key.startswith(ALIKE) else queue_words(self._key)
        self.middle.show_progress(decided, of, self._queues.count(self._key), words)

    def _why_nothing_waits(self) -> str:
        if self._source is not None and not self._source.rows.rows():
            return _("There are no recommendations yet. Import the thematic list of the review first.")
        return _("Nothing waits in this queue. Choose another one on the left.")

    def _show_current(self) -> None:
        row, middle = self.current(), self.middle
        self._show_progress()
        others = [other for other in self._queues.alike(row.id) if other.id != row.id] if row else []
        middle.show_recommendation(row, others)
        if row is None or self._source is None:
            middle.show_cards([], self._refusal)
            middle.show_note(self._why_nothing_waits())
            self.beside.show_paragraph(None, None, [])
            return
        suggestion = self.suggestions.of(row)
        text = self._source.rows.text
        shown = candidates(row, suggestion, self._source.rejected(row.id), text)
        middle.show_cards(shown, self._refusal)
        middle.show_note(note(row, suggestion, self._refusal))
        if self._label not in {candidate.label for candidate in shown}:
            self._label = middle.next_open("") or (shown[0].label if shown else "")
        self._highlight(self._label)

    @Slot(str)
    def _highlight(self, label: str) -> None:
        self._label = label
        row = self.current()
        if row is not None:
            self.middle.highlight(label, row)
            self.middle.show_card(label)
            self._look_at(label)

    @Slot(str)
    def _look_at(self, label: str) -> None:
        """Show a paragraph's text beside the recommendation."""
        row = self.current()
        if self._source is None or row is None:
            return
        by_label = {p.label: p for p in self._source.rows.text.paragraphs}
        paragraph = by_label.get(label)
        above = by_label.get(paragraph.parent) if paragraph else None
        linked = linked_to(self._source.rows.rows(), label, row.id) if paragraph else []
        self.beside.show_paragraph(paragraph, above, linked)

    # going through the queue

    @Slot()
    def go_on(self) -> None:
        """The next recommendation that has not been decided together with another."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self._begun = True
        place = self._place + by
        while 0 <= place < len(self._pass) and self._pass[place] in self._served:
            place += by
        if 0 <= place < len(self._pass):
            self._place, self._label = place, ""
            self.middle.together.setChecked(self._key.startswith(ALIKE))
            self._show_current()
            self.middle.verticalScrollBar().setValue(0)

    def _place_in_pass(self, id_: int) -> tuple[bool, int]:
        return (id_ not in self._pass, self._pass.index(id_) if id_ in self._pass else id_)

    def _go_to(self, id_: int) -> None:
        self._begun = True
        if id_ not in self._pass:
            self._pass.insert(self._place, id_)
        self._place, self._label = self._pass.index(id_), ""
        self._served.discard(id_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self.focusWidget()
        forward, backward = (Key.Key_Left, Key.Key_Right)[:: -1 if not self.isRightToLeft() else 1]
        if key in (Key.Key_Return, Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Down):
            self.go_on()
        elif key == Key.Key_Up:
            self.go_back()
        elif key in (forward, backward):
            self._turn_to_card(1 if key == forward else -1)
        else:
            super().keyPressEvent(event)

    def _turn_to_card(self, by: int) -> None:
        labels = [card.candidate.label for card in self.middle.cards]
        if self._label in labels:
            self._highlight(labels[(labels.index(self._label) + by) % len(labels)])

    # deciding

    def _ids(self) -> list[int]:
        """The recommendations that a decision serves now."""
        row = self.current()
        if row is None or self._refusal:
            return []
        self._begun = True
        if not self.middle.together.isChecked():
            return [row.id]
        ids = [other.id for other in self._queues.alike(row.id)]
        self._served |= set(ids) - {row.id}
        return ids

    def _was_decided(self, row: Recommendation) -> bool:
        return self._label in row.paragraph_labels

    def _confirming(self, number: int) -> Callable[[], None]:
        def confirm() -> None:
            wanted = [card for card in self.middle.cards if card.candidate.key == str(number + 1)]
            if wanted:
                self._link(wanted[0].candidate.label)

        return confirm

    @Slot(str)
    def _link(self, label: str) -> None:
        reason = next((c.candidate.reason for c in self.middle.cards if c.candidate.label == label), "")
        self._ask_link((label,), reason)

    @Slot(object)
    def _link_other(self, choice: LinkChoice) -> None:
        self._ask_link(choice.labels, choice.reason)

    def _ask_link(self, labels: tuple[str, ...], reason: str) -> None:
        if ids := self._ids():
            self._label = labels[-1]
            self.link_requested.emit(ids, labels, reason)

    @Slot(str)
    def _reject(self, label: str) -> None:
        if ids := self._ids():
            self._label = self.middle.next_open(label)
            self.reject_requested.emit(ids, label)

    @Slot()
    def _reject_highlighted(self) -> None:
        if self._label:
            self._reject(self._label)

    @Slot(str)
    def _unlink(self, label: str) -> None:
        if ids := self._ids():
            self.unlink_requested.emit(ids, label)

    @Slot()
    def _unlink_highlighted(self) -> None:
        if self._label:
            self._unlink(self._label)

    @Slot()
    def _decide_none(self) -> None:
        if ids := self._ids():
            self.concerns_none_requested.emit(ids)

    @Slot()
    def _turn_together(self) -> None:
        if self.middle.together.isVisible():
            self.middle.together.toggle()

    @Slot()
    def _keep_focus(self) -> None:
        self.setFocus()

    @Slot()
    def _ask_other(self) -> None:
        """Let the person choose among all paragraphs, the preamble too."""
        row = self.current()
        if row is None or self._source is None or self._refusal:
            return
        dialog = LinkDialog(row.label, self._source.rows.text, row.paragraph_labels, self)
        dialog.answered.connect(self._link_other)
        dialog.open()
