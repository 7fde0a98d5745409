"""Annotations in threads, and the NHRI's assessment beside the State's status."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.draft import Draft, DraftStore
from uprtracker.ui.panels.note_thread import NoteThread
from uprtracker.ui.panels.section import Card, Section
from uprtracker.ui.panels.shaped_word import DisputedWord
from uprtracker.ui.panels.text_entry import TextEntry
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Annotation, AssessmentEntry, RecommendationDetails

_PURPOSE = "annotation"
_ANSWER = "answer to "


class NotesList(Section):
    """`annotation_written` carries text, confidentiality, assessment and thread, empty for a new one."""

    annotation_written = Signal(int, str, object, object, str)
    annotation_state_requested = Signal(int, str)

    def __init__(self, drafts: DraftStore, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Annotations"), _("Write…"), _("Write an annotation"), parent=parent)
        self._drafts = drafts
        self._details: RecommendationDetails | None = None
        self._actor = Actor()
        self._threads: dict[str, NoteThread] = {}
        self.entry = TextEntry(_("Annotation"), _("Write annotation"), with_level=True)
        self.entry.text.setObjectName("annotation_field")
        self.entry.text.setPlaceholderText(_("Write an annotation"))
        self.fixed.addWidget(self.entry)
        self._withheld = PlainLabel("", "caption", wrap=True)
        self.fixed.addWidget(self._withheld)
        self.action_requested.connect(self.entry.text.setFocus)
        self.entry.text.entered.connect(self._unfold)
        self.entry.text.textChanged.connect(self._unfold_if_written)
        self.entry.submitted.connect(self._send)
        self.entry.cancelled.connect(self._cancel)

    def show_notes(self, details: RecommendationDetails, actor: Actor, may: Allowance, search: str) -> None:
        self.keep_draft()
        self._details, self._actor = details, actor
        allow(self.action, may.annotating)
        allow(self.entry, may.annotating)
        self.entry.setVisible(not may.annotating)
        self._withheld.setText(_withheld_words(details.withheld))
        self._withheld.setVisible(details.withheld > 0)
        count = len(details.annotations)
        for purpose in self._drafts.purposes(details.row.id):
            if purpose == _PURPOSE or purpose.startswith(_ANSWER):
                self._drafts.confirm(details.row.id, purpose, count)
        threads = [self._thread(notes, may, search) for notes in in_threads(details.annotations)]
        self._threads = {thread.thread_id: thread for thread in threads}
        self.show_rows([*_assessment_cards(details), *threads])
        self._restore()

    def keep_draft(self) -> None:
        if self._details is None:
            return
        id_ = self._details.row.id
        self._drafts.keep(id_, _PURPOSE, self.entry.draft())
        for name, thread in self._threads.items():
            if (draft := thread.draft()) is not None:
                self._drafts.keep(id_, _ANSWER + name, draft)

    def _thread(self, notes: list[Annotation], may: Allowance, search: str) -> NoteThread:
        thread = NoteThread(notes, self._actor, may, search)
        thread.answered.connect(self._send_answer)
        thread.answer_cancelled.connect(self._cancel_answer)
        thread.state_requested.connect(self.annotation_state_requested)
        return thread

    def _restore(self) -> None:
        assert self._details is not None
        id_ = self._details.row.id
        kept = self._drafts.of(id_, _PURPOSE)
        self.entry.restore(kept or self._empty())
        self.entry.show_only_text(kept is None and not self.entry.text.hasFocus())
        assert self.entry.assessment is not None
        self.entry.assessment.setVisible(self._actor.profile is Profile.NHRI)
        for name, thread in self._threads.items():
            if draft := self._drafts.of(id_, _ANSWER + name):
                thread.hold(draft)

    def _empty(self) -> Draft:
        nhri = self._actor.profile is Profile.NHRI
        return Draft(level=Confidentiality.RESTRICTED if nhri else Confidentiality.GOVERNMENT)

    @Slot()
    def _unfold(self) -> None:
        self.entry.show_only_text(False)

    @Slot()
    def _unfold_if_written(self) -> None:
        if self.entry.text.toPlainText():
            self._unfold()

    @Slot()
    def _send(self) -> None:
        self._emit(_PURPOSE, self.entry.draft(), "")

    @Slot(str)
    def _send_answer(self, thread: str) -> None:
        draft = self._threads[thread].draft()
        if draft is not None:
            self._emit(_ANSWER + thread, draft, thread)

    def _emit(self, purpose: str, draft: Draft, thread: str) -> None:
        assert self._details is not None
        id_ = self._details.row.id
        self._drafts.keep(id_, purpose, draft)
        self._drafts.sent(id_, purpose, len(self._details.annotations))
        self.annotation_written.emit(id_, draft.text.strip(), draft.level, draft.assessment, thread)

    @Slot()
    def _cancel(self) -> None:
        assert self._details is not None
        self._drafts.keep(self._details.row.id, _PURPOSE, None)
        self.entry.restore(self._empty())
        self.action.setFocus()
        self.entry.show_only_text(True)

    @Slot(str)
    def _cancel_answer(self, thread: str) -> None:
        assert self._details is not None
        self._drafts.keep(self._details.row.id, _ANSWER + thread, None)


def in_threads(notes: Iterable[Annotation]) -> list[list[Annotation]]:
    """Notes from the newest to the oldest as threads, each from its oldest note on; the liveliest thread first."""
    threads: dict[str, list[Annotation]] = {}
    for note in notes:
        threads.setdefault(note.thread, []).insert(0, note)
    return list(threads.values())


def _assessment_cards(details: RecommendationDetails) -> list[QWidget]:
    cards: list[QWidget] = []
    for number, entry in enumerate(details.assessments):
        card = Card()
        card.column.addWidget(PlainLabel(entry.by, "strong", wrap=True))
        card.column.addWidget(PlainLabel(short_day(entry.on), "caption"))
        card.column.addWidget(PlainLabel(_assessed(entry, number), "secondary", wrap=True))
        for words in (entry.comment, entry.citation):
            if words:
                card.column.addWidget(PlainLabel(words, "secondary", wrap=True))
        if number == 0 and details.row.disputed:
            card.column.addWidget(DisputedWord())
        cards.append(card)
    return cards


def _assessed(entry: AssessmentEntry, number: int) -> str:
    word = entry.assessment.label.lower()
    return (
        _("Assessed as {word}").format(word=word) if number == 0 else _("Earlier: {word}").format(word=word)
    )


def _withheld_words(count: int) -> str:
    return ngettext(
        "{n} item is not shown to your profile.", "{n} items are not shown to your profile.", count
    ).format(n=count)
