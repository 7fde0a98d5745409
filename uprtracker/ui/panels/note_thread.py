"""One conversation: an annotation with its answers, oldest first, and what can be done about it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import LinkButton, allow
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.draft import Draft
from uprtracker.ui.panels.level_word import LevelWord
from uprtracker.ui.panels.section import Card, indented, stacked
from uprtracker.ui.panels.text_entry import TextEntry
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import Annotation

_ANSWER_INDENT = 12


class NoteThread(Card):
    """Its state is that of the annotation it began with. The answer is written where it will stand."""

    answered = Signal(str)
    answer_cancelled = Signal(str)
    state_requested = Signal(int, str)

    def __init__(
        self,
        notes: list[Annotation],
        actor: Actor,
        may: Allowance,
        search: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._actor = actor
        self.thread_id = notes[0].thread
        self._first = notes[0]
        self.setAccessibleName(_("Annotations by {who}").format(who=self._first.institution))
        for number, note in enumerate(notes):
            self.column.addWidget(_note(note, search, first=number == 0))
        self.entry: TextEntry | None = None
        self._answer = LinkButton(_("Answer…"), _("Answer {who}").format(who=self._first.institution))
        self._settle = LinkButton(_("Reopen") if self._resolved else _("Resolve"))
        allow(self._answer, may.annotating)
        allow(self._settle, may.settling_nhri if self._first.of_nhri else may.settling_state)
        self.column.addWidget(self._foot())
        self._answer.clicked.connect(self.open_answer)
        self._settle.clicked.connect(self._change_state)

    @property
    def _resolved(self) -> bool:
        return self._first.state == "resolved"

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = FlowLayout(foot, gap=8)
        words = {"open": _("Open"), "answered": _("Answered"), "resolved": _("Resolved")}
        line.addWidget(PlainLabel(words[self._first.state], "caption"))
        line.addWidget(self._answer)
        line.addWidget(self._settle)
        return foot

    def draft(self) -> Draft | None:
        """The answer that is being written, if one is."""
        return self.entry.draft() if self.entry is not None and not self.entry.isHidden() else None

    def hold(self, draft: Draft) -> None:
        """Show the answer that was begun."""
        entry = self._editor()
        entry.restore(draft)
        entry.show()
        self._answer.hide()

    def _editor(self) -> TextEntry:
        """The editor of the answer, made when it is first wanted: most threads are only read."""
        if self.entry is None:
            self.entry = TextEntry(_("Answer"), _("Answer"), with_level=True)
            self.column.insertWidget(self.column.count() - 1, self.entry)
            self.entry.submitted.connect(self._send)
            self.entry.cancelled.connect(self._cancel)
        return self.entry

    @Slot()
    def open_answer(self) -> None:
        if self.draft() is None:
            self.hold(Draft(level=self._first.confidentiality))
        self._editor().text.setFocus()

    @Slot()
    def _send(self) -> None:
        self.answered.emit(self.thread_id)

    @Slot()
    def _cancel(self) -> None:
        self._editor().hide()
        self._answer.show()
        self._answer.setFocus()
        self.answer_cancelled.emit(self.thread_id)

    @Slot()
    def _change_state(self) -> None:
        self.state_requested.emit(self._first.id, "open" if self._resolved else "resolved")


def _note(note: Annotation, search: str, *, first: bool) -> QWidget:
    head = QWidget()
    line = FlowLayout(head, gap=6)
    line.addWidget(PlainLabel(short_day(note.at.date()), "caption"))
    line.addWidget(LevelWord(note.confidentiality))
    text = ReadingText("secondary")
    text.show_text(note.text, search)
    pieces: list[QWidget] = [PlainLabel(note.institution, "strong", wrap=True)]
    if note.author and note.author != note.institution:
        pieces.append(PlainLabel(note.author, "caption", wrap=True))
    holder = stacked(*pieces, head, text)
    if first:
        return holder
    answer = QWidget()
    answer.setLayout(indented(holder, _ANSWER_INDENT, above=6))
    return answer
