"""One draft in full beside what is official now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.link_button import LinkButton, links_in_line
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.panels.shaped_word import StatusWord
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.institution_work import Draft
from uprtracker.vocabulary.read_model import StatusEntry


class DraftPane(QScrollArea):
    """Empty until a draft is chosen."""

    recommendation_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self._number = PlainLabel("", "strong", wrap=True)
        self._text = ReadingText()
        self._open = LinkButton(_("Open the recommendation"))
        self._official = _Entry(_("Official"))
        self._draft = _Entry(_("Draft"))
        content = QWidget()
        content.setProperty("ground", "paper")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(18, 8, 18, 16)
        lines.setSpacing(12)
        lines.addWidget(stacked(self._number, self._text, spacing=4))
        lines.addLayout(links_in_line(self._open))
        for entry in (self._official, self._draft):
            lines.addWidget(entry)
        lines.addStretch()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen draft"))
        self.setWidget(content)
        self._open.clicked.connect(self._tell)

    @Slot(object)
    def show_draft(self, draft: Draft | None) -> None:
        self._content.setVisible(draft is not None)
        if draft is None:
            return
        row = draft.row
        self._id = row.id
        pieces = (row.label, row.lead or _("no lead ministry"))
        self._number.setText(" · ".join(pieces))
        self._text.show_text(row.text)
        self._official.show_entry(draft.official)
        self._draft.show_entry(draft.entry)
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _tell(self) -> None:
        self.recommendation_opened.emit(self._id)


class _Entry(QWidget):
    """A status with its comment, its day and who said it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._status = StatusWord(role="strong")
        self._comment = ReadingText("secondary")
        self._by = PlainLabel("", "caption", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for part in (PlainLabel(title, "heading"), self._status, self._comment, self._by):
            lines.addWidget(part)

    def show_entry(self, entry: StatusEntry | None) -> None:
        self._status.show_status(entry.status if entry else None)
        self._comment.show_text(entry.comment if entry else "")
        self._comment.setVisible(bool(entry and entry.comment))
        self._by.setText(said_by(long_day(entry.on), entry.by) if entry else "")
        self._by.setVisible(entry is not None)


def said_by(day: str, by: str) -> str:
    """When and by whom something was said."""
    return _("{day}, {by}").format(day=day, by=by)
