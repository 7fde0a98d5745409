"""The implementation status in the details: choosing it, its reason, its validation, its history."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.link_button import LinkButton, allow, links_in_line
from uprtracker.ui.fields.status_field import StatusField
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.draft import Draft, DraftStore
from uprtracker.ui.panels.section import column, replace_widgets, stacked
from uprtracker.ui.panels.shaped_word import StatusWord
from uprtracker.ui.panels.text_entry import TextEntry
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.read_model import RecommendationDetails, StatusEntry
from uprtracker.vocabulary.status import Status

_PURPOSE = "status"


class StatusEditor(QWidget):
    """`status_edited` carries the status and its comment; statuses that need a reason ask for it first."""

    status_edited = Signal(int, object, str)
    validate_requested = Signal(int)

    def __init__(self, drafts: DraftStore, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._details: RecommendationDetails | None = None
        self._refusal = ""
        self._asked: Status | None = None
        self.field = StatusField()
        self.official = StatusWord()
        self.validate = QPushButton(_("Validate"))
        self.validate.setAccessibleName(_("Validate the draft status"))
        self.when = PlainLabel("", "caption", wrap=True)
        self.comment = PlainLabel("", "secondary", wrap=True)
        self.comment_link = LinkButton(_("Comment…"), _("Comment on the status"))
        self.history_link = LinkButton("")
        self.history_link.setCheckable(True)
        self._question = PlainLabel("", "heading", wrap=True)
        self.reason = TextEntry(_("Reason for the status"), _("Save"))
        self._asking = stacked(self._question, self.reason, spacing=4)
        self._history = QWidget()
        self._entries = column(8)
        self._history.setLayout(self._entries)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        official = QHBoxLayout()
        official.setContentsMargins(0, 0, 0, 0)
        official.addWidget(self.official, 1)
        official.addWidget(self.validate)
        whole = column(4)
        self.setLayout(whole)
        whole.addWidget(self.field)
        whole.addWidget(self._asking)
        whole.addLayout(official)
        whole.addWidget(self.when)
        whole.addWidget(self.comment)
        whole.addLayout(links_in_line(self.comment_link, self.history_link))
        whole.addWidget(self._history)
        self._asking.hide()
        self._history.hide()

    def _connect(self) -> None:
        self.field.status_chosen.connect(self._choose)
        self.validate.clicked.connect(self._validate)
        self.comment_link.clicked.connect(self._comment)
        self.history_link.toggled.connect(self._history.setVisible)
        self.reason.submitted.connect(self._send_reason)
        self.reason.cancelled.connect(self._drop_reason)

    def show_status(self, details: RecommendationDetails, may: Allowance) -> None:
        self._keep_draft()
        another = self._details is None or self._details.row.id != details.row.id
        self._details, self._refusal = details, may.follow_up
        row = details.row
        self._show_stored()
        allow(self.comment_link, may.follow_up)
        self.comment_link.setVisible(row.status is not None)
        self._show_official(details, may)
        latest = details.statuses[0] if details.statuses else None
        self.when.setText(_when(latest) if latest else "")
        self.when.setVisible(latest is not None)
        self.comment.setText(latest.comment if latest else "")
        self.comment.setVisible(bool(latest and latest.comment))
        self._show_history(details, folded=another)
        arrived = self._drafts.confirm(row.id, _PURPOSE, len(details.statuses))
        kept = self._drafts.of(row.id, _PURPOSE)
        if kept is not None and kept.status is not None:
            self._ask(kept.status, kept)
        elif another or arrived or kept is None:
            self._close_reason()

    def keep_draft(self) -> None:
        self._keep_draft()

    def _show_official(self, details: RecommendationDetails, may: Allowance) -> None:
        row = details.row
        self.official.setVisible(row.has_draft)
        self.validate.setVisible(row.has_draft and not may.validating)
        self.official.show_status(row.official, _("Official: {status}"))

    def _show_history(self, details: RecommendationDetails, *, folded: bool) -> None:
        entries = details.statuses
        self.history_link.setText(_("History ({n})").format(n=len(entries)))
        self.history_link.setAccessibleName(_("History of the status, {n} entries").format(n=len(entries)))
        self.history_link.setVisible(len(entries) > 1)
        if folded:
            self.history_link.setChecked(False)
        replace_widgets(self._entries, [_history_row(entry) for entry in entries])

    def _show_stored(self) -> None:
        assert self._details is not None
        row = self._details.row
        self.field.show_status(row.status, draft=row.has_draft, refusal=self._refusal)

    @Slot(object)
    def _choose(self, status: Status) -> None:
        if status.reason_required:
            self._ask(status, self.reason.draft())
            self.reason.text.setFocus()
        else:
            self._close_reason()
            self._emit(status, "")

    @Slot()
    def _comment(self) -> None:
        assert self._details is not None
        if self._details.row.status is not None:
            self._ask(self._details.row.status, Draft())
            self.reason.text.setFocus()

    def _ask(self, status: Status, draft: Draft) -> None:
        assert self._details is not None
        self._asked = status
        same = status is self._details.row.status
        if not same:
            self.field.point_at(status)
        self._question.setText(_question(status, same))
        self.reason.send.setText(
            _("Save comment") if same else _("Set to {status}").format(status=status.label)
        )
        self.reason.restore(draft)
        self._asking.show()

    @Slot()
    def _send_reason(self) -> None:
        assert self._details is not None
        assert self._asked is not None
        self._keep_draft()
        self._drafts.sent(self._details.row.id, _PURPOSE, len(self._details.statuses))
        self._emit(self._asked, self.reason.draft().text.strip())

    def _emit(self, status: Status, comment: str) -> None:
        """The field goes back to what is stored; what the dossier then says comes with the next details."""
        assert self._details is not None
        self.status_edited.emit(self._details.row.id, status, comment)
        if self._asking.isHidden():
            self._show_stored()

    @Slot()
    def _drop_reason(self) -> None:
        assert self._details is not None
        self._close_reason()
        self._drafts.keep(self._details.row.id, _PURPOSE, None)
        self._show_stored()
        self.field.setFocus()

    def _close_reason(self) -> None:
        self._asked = None
        self._asking.hide()
        self.reason.restore(Draft())

    def _keep_draft(self) -> None:
        if self._details is not None and self._asked is not None:
            draft = Draft(text=self.reason.draft().text, status=self._asked)
            self._drafts.keep(self._details.row.id, _PURPOSE, draft)

    @Slot()
    def _validate(self) -> None:
        assert self._details is not None
        self.validate_requested.emit(self._details.row.id)


def _question(status: Status, same: bool) -> str:
    if status is Status.FULLY_IMPLEMENTED and not same:
        return _("What was done? The reason is part of the record.")
    if status is Status.NOT_BEING_IMPLEMENTED and not same:
        return _("Why not? The reason is part of the record.")
    return _("Comment on the status {status}").format(status=status.label)


def _when(entry: StatusEntry) -> str:
    since = _("Since {day}, said by {who}").format(day=long_day(entry.on), who=entry.by)
    if entry.validated:
        return since
    return _("{since}; waits for validation").format(since=since)


def _history_row(entry: StatusEntry) -> QWidget:
    word = StatusWord(role="")
    word.show_status(entry.status, "{status}" if entry.validated else _("{status} (draft)"))
    said = _("{day}, {who}").format(day=long_day(entry.on), who=entry.by)
    pieces: list[QWidget] = [word, PlainLabel(said, "caption", wrap=True)]
    if entry.comment:
        pieces.append(PlainLabel(entry.comment, "secondary", wrap=True))
    return stacked(*pieces)
