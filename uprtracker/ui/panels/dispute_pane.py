"""One dispute in full: the recommendation, the State's status with its evidence, the NHRI's words, the annotations."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.link_button import LinkButton, links_in_line
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.allowance import allowance
from uprtracker.ui.panels.draft import DraftStore
from uprtracker.ui.panels.draft_pane import said_by
from uprtracker.ui.panels.notes_list import NotesList
from uprtracker.ui.panels.progress_list import evidence_row
from uprtracker.ui.panels.section import Section, stacked
from uprtracker.ui.panels.shaped_word import StatusWord
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import RecommendationDetails, StatusEntry


class DisputePane(QScrollArea):
    """Shows one recommendation; what is written here is a wish that the page's wiring hands on."""

    recommendation_opened = Signal(int)
    annotation_written = Signal(int, str, object, object, str)
    annotation_state_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor, self._read_only = Actor(), ""
        self._id = 0
        self._number = PlainLabel("", "strong", wrap=True)
        self._text = ReadingText()
        self._open = LinkButton(_("Open the recommendation"))
        self._status = StatusWord(role="strong")
        self._comment = ReadingText("secondary")
        self._by = PlainLabel("", "caption", wrap=True)
        self._evidence = Section(_("Evidence"))
        self.notes = NotesList(DraftStore())
        self.notes.entry.text.setObjectName("dispute_annotation_field")
        self._content = self._lay_out()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("The chosen dispute"))
        self.setWidget(self._content)
        self._open.clicked.connect(self._tell)
        self.notes.annotation_written.connect(self.annotation_written)
        self.notes.annotation_state_requested.connect(self.annotation_state_requested)

    def serve(self, actor: Actor, read_only: str) -> None:
        """Show what comes next to this person; `read_only` says why nothing can be changed."""
        self._actor, self._read_only = actor, read_only

    @Slot(object)
    def show_details(self, details: RecommendationDetails | None) -> None:
        self._content.setVisible(details is not None)
        if details is None:
            return
        row, entry = details.row, official_entry(details)
        if row.id != self._id:
            self.verticalScrollBar().setValue(0)
        self._id = row.id
        self._number.setText(" · ".join((row.label, row.lead or _("no lead ministry"))))
        self._text.show_text(row.text)
        self._status.show_status(row.official)
        self._comment.show_text(entry.comment if entry else "")
        self._comment.setVisible(bool(entry and entry.comment))
        self._by.setText(said_by(long_day(entry.on), entry.by) if entry else "")
        self._evidence.show_rows([evidence_row(item) for item in details.evidence])
        self._evidence.setVisible(bool(details.evidence))
        self.notes.show_notes(details, self._actor, allowance(self._actor, row, self._read_only), "")

    def _lay_out(self) -> QWidget:
        content = QWidget()
        content.setProperty("ground", "paper")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(18, 8, 18, 16)
        lines.setSpacing(12)
        lines.addWidget(stacked(self._number, self._text, spacing=4))
        lines.addLayout(links_in_line(self._open))
        heading = PlainLabel(_("The State says"), "heading")
        lines.addWidget(stacked(heading, self._status, self._comment, self._by, spacing=4))
        lines.addWidget(self._evidence)
        lines.addWidget(self.notes)
        lines.addStretch()
        return content

    @Slot()
    def _tell(self) -> None:
        self.recommendation_opened.emit(self._id)


def official_entry(details: RecommendationDetails) -> StatusEntry | None:
    """The latest validated entry."""
    return next((entry for entry in details.statuses if entry.validated), None)
