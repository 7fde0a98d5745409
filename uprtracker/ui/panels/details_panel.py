"""The details of the selected recommendation: everything about it, and every wish to change it. It writes nothing."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.panels.allowance import Allowance, allowance
from uprtracker.ui.panels.details_fields import DetailsFields
from uprtracker.ui.panels.details_heading import DetailsHeading
from uprtracker.ui.panels.draft import DraftStore
from uprtracker.ui.panels.history_list import HistoryList
from uprtracker.ui.panels.measures_list import MeasuresList
from uprtracker.ui.panels.notes_list import NotesList
from uprtracker.ui.panels.paragraph_links import ParagraphLinks
from uprtracker.ui.panels.progress_list import ProgressList, evidence_row
from uprtracker.ui.panels.section import Section, column, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import Institution, RecommendationDetails, TextVersion

_MARGIN_X, _MARGIN_Y = 18, 16
_BETWEEN_SECTIONS = 16


class DetailsPanel(QWidget):
    """Shows one recommendation, none, or how many are selected.

    What a person has begun to write stays with its recommendation until it has arrived in the dossier.
    """

    status_edited = Signal(int, object, str)
    lead_edited = Signal(int, str)
    supporting_edited = Signal(int, object)
    due_edited = Signal(int, object)
    linking_requested = Signal(int)
    """The person wants to choose paragraphs for this recommendation; the window opens `LinkDialog`."""
    link_requested = Signal(int, str, str)
    unlink_requested = Signal(int, str)
    reject_requested = Signal(int, str)
    concerns_none_requested = Signal(int)
    progress_written = Signal(int, str, object, object)
    annotation_written = Signal(int, str, object, object, str)
    annotation_state_requested = Signal(int, str)
    validate_requested = Signal(int)
    measure_requested = Signal()
    """A new measure, or another piece of evidence, for the recommendation shown; the window asks for it."""
    measure_edit_requested = Signal(object)
    measure_withdrawn = Signal(int)
    evidence_requested = Signal()
    paragraph_opened = Signal(str)
    history_revert_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_panel")
        self.setAccessibleName(_("Details"))
        self._read_only = ""
        self._shown_id: int | None = None
        self._drafts = DraftStore()
        self.heading = DetailsHeading()
        self._notice = PlainLabel("", "caption", wrap=True)
        self.fields = DetailsFields(self._drafts)
        self.links = ParagraphLinks()
        self.progress = ProgressList(self._drafts)
        self.measures = MeasuresList()
        self.evidence = Section(_("Evidence"), _("Add…"), _("Add evidence"))
        self.notes = NotesList(self._drafts)
        self.history = HistoryList()
        self._empty_title = PlainLabel("", "strong", wrap=True)
        self._empty_words = PlainLabel("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._show_empty(_("Select a recommendation"), _("Its text, status and annotations stand here."))

    def set_read_only(self, reason: str) -> None:
        """Say why nothing can be changed; it counts from the next `show_details` on. Empty: changes are possible."""
        self._read_only = reason

    def show_details(
        self,
        details: RecommendationDetails | None,
        text_version: TextVersion,
        institutions: tuple[Institution, ...],
        actor: Actor,
        search: str,
        today: date,
    ) -> None:
        """Show a recommendation with the words of the search marked; `None` shows that none is selected."""
        if details is None:
            self._show_empty(_("Select a recommendation"), _("Its text, status and annotations stand here."))
            return
        may = allowance(actor, details.row, self._read_only)
        self.heading.show_heading(details.row, search)
        self._show_notice(may)
        self.fields.show_fields(details, institutions, may, today)
        self.links.show_links(details, text_version, may)
        self.progress.show_progress(details, may, today)
        self.measures.show_measures(details, may)
        self.evidence.show_rows([evidence_row(item) for item in details.evidence])
        allow(self.evidence.action, may.evidence)
        self.notes.show_notes(details, actor, may, search)
        self.history.show_history(details, may)
        if self._shown_id != details.row.id:
            self._scroll.verticalScrollBar().setValue(0)
        self._shown_id = details.row.id
        self._pages.setCurrentWidget(self._scroll)

    def show_several(self, count: int, words: str) -> None:
        """Say how many recommendations are selected, and what can be done with them together."""
        self._show_empty(ngettext("{n} selected", "{n} selected", count).format(n=count), words)

    def focus_status(self) -> None:
        self.fields.status.field.setFocus()

    def focus_annotation(self) -> None:
        self.notes.entry.text.setFocus()
        self._scroll.ensureWidgetVisible(self.notes.entry)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("ground", "paper")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        lines.setSpacing(_BETWEEN_SECTIONS)
        for part in (self.heading, self._notice, self.fields, self.links, self.progress):
            lines.addWidget(part)
        for section in (self.measures, self.evidence, self.notes, self.history):
            lines.addWidget(section)
        lines.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        empty = stacked(self._empty_title, self._empty_words, spacing=4)
        empty.setProperty("ground", "paper")
        empty.layout().setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        empty.layout().addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self._scroll)
        whole = column(0)
        whole.addWidget(self._pages)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.fields.status.status_edited.connect(self.status_edited)
        self.fields.status.validate_requested.connect(self.validate_requested)
        self.fields.lead_edited.connect(self.lead_edited)
        self.fields.supporting_edited.connect(self.supporting_edited)
        self.fields.due_edited.connect(self.due_edited)
        self.links.linking_requested.connect(self.linking_requested)
        self.links.link_requested.connect(self.link_requested)
        self.links.unlink_requested.connect(self.unlink_requested)
        self.links.reject_requested.connect(self.reject_requested)
        self.links.concerns_none_requested.connect(self.concerns_none_requested)
        self.links.paragraph_opened.connect(self.paragraph_opened)
        self.progress.progress_written.connect(self.progress_written)
        self.measures.action_requested.connect(self.measure_requested)
        self.measures.edit_requested.connect(self.measure_edit_requested)
        self.measures.withdraw_requested.connect(self.measure_withdrawn)
        self.evidence.action_requested.connect(self.evidence_requested)
        self.notes.annotation_written.connect(self.annotation_written)
        self.notes.annotation_state_requested.connect(self.annotation_state_requested)
        self.history.history_revert_requested.connect(self.history_revert_requested)

    def _show_notice(self, may: Allowance) -> None:
        """One sentence where nothing can be changed at all; single refusals stand at their controls."""
        nothing = may.follow_up and may.planning and may.annotating
        self._notice.setText(may.follow_up if nothing else "")
        self._notice.setVisible(bool(nothing))

    def _show_empty(self, title: str, words: str) -> None:
        self.keep_drafts()
        self._empty_title.setText(title)
        self._empty_words.setText(words)
        self._pages.setCurrentIndex(0)

    @Slot()
    def keep_drafts(self) -> None:
        """Keep what is being written, before something else is shown."""
        self.fields.status.keep_draft()
        self.progress.keep_draft()
        self.notes.keep_draft()
