"""What was done: dated progress entries with an editor for the next one, and evidence."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.draft import Draft, DraftStore
from uprtracker.ui.panels.level_word import LevelWord
from uprtracker.ui.panels.section import DatedRow, Section, stacked
from uprtracker.ui.panels.text_entry import TextEntry
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Evidence, ProgressEntry, RecommendationDetails

_PURPOSE = "progress"


class ProgressList(Section):
    """`progress_written` carries text, day and confidentiality."""

    progress_written = Signal(int, str, object, object)

    def __init__(self, drafts: DraftStore, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Progress"), _("Add…"), _("Add progress"), parent=parent)
        self._drafts = drafts
        self._details: RecommendationDetails | None = None
        self._today = date.today()
        self._none = PlainLabel(_("Nothing has been written yet."), "secondary", wrap=True)
        self.entry = TextEntry(_("What was done"), _("Add progress"), with_day=True, with_level=True)
        self.entry.text.setPlaceholderText(_("What was done, in two to five lines"))
        self.entry.hide()
        self.fixed.addWidget(self.entry)
        self.fixed.addWidget(self._none)
        self.action_requested.connect(self._open)
        self.entry.submitted.connect(self._send)
        self.entry.cancelled.connect(self._cancel)

    def show_progress(self, details: RecommendationDetails, may: Allowance, today: date) -> None:
        self.keep_draft()
        self._details, self._today = details, today
        allow(self.action, may.follow_up)
        self._none.setVisible(not details.progress)
        self.show_rows([_row(entry) for entry in details.progress])
        self._drafts.confirm(details.row.id, _PURPOSE, len(details.progress))
        draft = self._drafts.of(details.row.id, _PURPOSE)
        self.entry.setVisible(draft is not None)
        self.entry.restore(draft or self._empty())

    def keep_draft(self) -> None:
        if self._details is not None and not self.entry.isHidden():
            self._drafts.keep(self._details.row.id, _PURPOSE, self.entry.draft())

    def _empty(self) -> Draft:
        return Draft(level=Confidentiality.PUBLIC, on=self._today)

    @Slot()
    def _open(self) -> None:
        if self.entry.isHidden():
            self.entry.restore(self._empty())
        self.entry.show()
        self.entry.text.setFocus()

    @Slot()
    def _send(self) -> None:
        assert self._details is not None
        draft = self.entry.draft()
        self._drafts.keep(self._details.row.id, _PURPOSE, draft)
        self._drafts.sent(self._details.row.id, _PURPOSE, len(self._details.progress))
        self.progress_written.emit(self._details.row.id, draft.text.strip(), draft.on, draft.level)

    @Slot()
    def _cancel(self) -> None:
        assert self._details is not None
        self._drafts.keep(self._details.row.id, _PURPOSE, None)
        self.entry.hide()
        self.action.setFocus()


def _row(entry: ProgressEntry) -> QWidget:
    text = ReadingText("secondary")
    text.show_text(entry.text)
    pieces: list[QWidget] = [text, PlainLabel(entry.institution, "caption", wrap=True)]
    if entry.confidentiality is not Confidentiality.PUBLIC:
        pieces.append(LevelWord(entry.confidentiality))
    return DatedRow(entry.on, stacked(*pieces))


def evidence_row(item: Evidence) -> QWidget:
    """One citation or attached file; links are shown for copying, nothing is opened by itself."""
    source = ", ".join(piece for piece in (item.symbol, item.paragraph, item.file_name) if piece)
    pieces: list[QWidget] = [PlainLabel(item.title, "secondary", wrap=True)]
    if source and source != item.title:
        pieces.append(PlainLabel(source, "caption", wrap=True))
    if item.quote:
        quote = ReadingText("secondary")
        quote.show_text(_("“{quote}”").format(quote=item.quote))
        pieces.append(quote)
    if item.link:
        link = ReadingText("caption")
        link.show_text(item.link)
        pieces.append(link)
    if item.confidentiality is not Confidentiality.PUBLIC:
        pieces.append(LevelWord(item.confidentiality))
    return stacked(*pieces)
