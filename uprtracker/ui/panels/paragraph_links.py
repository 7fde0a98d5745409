"""The paragraphs of the resolution that a recommendation is linked to, their text one key away."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.disclosure import Disclosure
from uprtracker.ui.fields.link_button import LinkButton, allow, links_in_line
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.ui.panels.section import Section, column, indented, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import LinkedParagraph, Paragraph, RecommendationDetails, TextVersion

_RULE = 2
_INDENT = 10


class ParagraphLinks(Section):
    """Which paragraphs are chosen is asked by a dialog that the window opens on `linking_requested`."""

    linking_requested = Signal(int)
    link_requested = Signal(int, str, str)
    unlink_requested = Signal(int, str)
    reject_requested = Signal(int, str)
    concerns_none_requested = Signal(int)
    paragraph_opened = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Linked paragraphs"), _("Link…"), _("Link to a paragraph"), parent=parent)
        self._details: RecommendationDetails | None = None
        self._open: set[str] = set()
        self._undecided = PlainLabel("", "secondary", wrap=True)
        self.concerns_none = LinkButton(_("Concerns no paragraph"))
        self.fixed.addWidget(self._undecided)
        self.fixed.addLayout(links_in_line(self.concerns_none))
        self.concerns_none.clicked.connect(self._decide_none)
        self.action_requested.connect(self._ask_for_paragraph)

    def show_links(self, details: RecommendationDetails, text: TextVersion, may: Allowance) -> None:
        if self._details is None or self._details.row.id != details.row.id:
            self._open = set()
        self._details = details
        row = details.row
        paragraphs = {p.label: p for p in text.paragraphs}
        allow(self.action, may.linking)
        allow(self.concerns_none, may.linking)
        self.concerns_none.setVisible(not row.paragraphs and not row.concerns_none)
        self._undecided.setText(_decision(row.concerns_none, bool(row.paragraphs)))
        self._undecided.setVisible(bool(self._undecided.text()))
        rows: list[QWidget] = [self._link(link, paragraphs.get(link.label), may) for link in row.paragraphs]
        default = (text.instrument, text.version)
        rows += [
            self._proposed(link, may)
            for link in details.suggested
            if (link.instrument, link.version) == default
        ]
        rows += [self._rejected(link, may) for link in details.rejected if link.version == text.version]
        self.show_rows(rows)

    def _link(self, link: LinkedParagraph, paragraph: Paragraph | None, may: Allowance) -> QWidget:
        entry = _LinkEntry(link, paragraph, may)
        entry.set_open(link.label in self._open)
        entry.turned.connect(self._remember)
        entry.unlink_requested.connect(self._unlink)
        entry.paragraph_opened.connect(self.paragraph_opened)
        return entry

    def _proposed(self, link: LinkedParagraph, may: Allowance) -> QWidget:
        """A proposal that was stored, as from another text: no link until a person says so."""
        holder = QWidget()
        lines = column(2)
        holder.setLayout(lines)
        words = _("Proposed: {label} {short}").format(label=link.label, short=link.caption)
        lines.addWidget(PlainLabel(words, "caption", wrap=True))
        lines.addWidget(PlainLabel(link.reason, "quiet", wrap=True))
        confirm = LinkButton(_("Confirm"), _("Confirm paragraph {label}").format(label=link.label))
        reject = LinkButton(_("Reject"), _("Reject paragraph {label}").format(label=link.label))
        for button, slot in ((confirm, self._link_after_all), (reject, self._reject)):
            button.setProperty("paragraph", link.label)
            button.clicked.connect(slot)
            allow(button, may.linking)
        lines.addLayout(links_in_line(confirm, reject))
        return holder

    def _rejected(self, link: LinkedParagraph, may: Allowance) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        words = _("Rejected: {label} {short}").format(label=link.label, short=link.caption)
        label = PlainLabel(words, "caption", wrap=True)
        line.addWidget(label, 1)
        if not may.linking:
            button = LinkButton(_("Link after all"), _("Link to paragraph {label}").format(label=link.label))
            button.setProperty("paragraph", link.label)
            button.clicked.connect(self._link_after_all)
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return holder

    @Slot(str, bool)
    def _remember(self, label: str, opened: bool) -> None:
        (self._open.add if opened else self._open.discard)(label)

    @Slot(str)
    def _unlink(self, label: str) -> None:
        assert self._details is not None
        self.unlink_requested.emit(self._details.row.id, label)

    @Slot()
    def _link_after_all(self) -> None:
        assert self._details is not None
        self.link_requested.emit(self._details.row.id, self.sender().property("paragraph"), "")

    @Slot()
    def _reject(self) -> None:
        assert self._details is not None
        self.reject_requested.emit(self._details.row.id, self.sender().property("paragraph"))

    @Slot()
    def _decide_none(self) -> None:
        assert self._details is not None
        self.concerns_none_requested.emit(self._details.row.id)

    @Slot()
    def _ask_for_paragraph(self) -> None:
        assert self._details is not None
        self.linking_requested.emit(self._details.row.id)


class _LinkEntry(QWidget):
    """Label and short name; opened, the whole text with reason, author and date."""

    turned = Signal(str, bool)
    unlink_requested = Signal(str)
    paragraph_opened = Signal(str)

    def __init__(self, link: LinkedParagraph, paragraph: Paragraph | None, may: Allowance) -> None:
        super().__init__()
        self._label = link.label
        short = link.caption or (paragraph.caption if paragraph else "")
        self._head = Disclosure(link.label, sentence_case(short))
        self._body = QWidget()
        body = column(6)
        body.setContentsMargins(0, 2, 0, 4)
        self._body.setLayout(body)
        if paragraph is not None:
            text = ReadingText("secondary")
            text.show_text(paragraph.text)
            body.addWidget(text)
        for words in _provenance(link):
            body.addWidget(PlainLabel(words, "caption", wrap=True))
        body.addLayout(self._buttons(link, may))
        self._body.hide()
        whole = indented(stacked(self._head, self._body, spacing=0), _INDENT + _RULE)
        self.setLayout(whole)
        self._head.toggled.connect(self._turn)

    def _buttons(self, link: LinkedParagraph, may: Allowance) -> QHBoxLayout:
        show = LinkButton(_("Show in the resolution"))
        show.clicked.connect(self._show_paragraph)
        unlink = LinkButton(_("Unlink"), _("Unlink paragraph {label}").format(label=link.label))
        unlink.clicked.connect(self._unlink)
        allow(unlink, may.linking)
        return links_in_line(show, unlink)

    def set_open(self, opened: bool) -> None:
        self._head.setChecked(opened)

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = self.width() - _RULE if self.isRightToLeft() else 0
        QPainter(self).fillRect(left, 0, _RULE, self.height(), current_theme().colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    @Slot(bool)
    def _turn(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self.turned.emit(self._label, opened)

    @Slot()
    def _show_paragraph(self) -> None:
        self.paragraph_opened.emit(self._label)

    @Slot()
    def _unlink(self) -> None:
        self.unlink_requested.emit(self._label)


def _provenance(link: LinkedParagraph) -> list[str]:
    by = _("Linked by {who}, {day}").format(who=link.by, day=long_day(link.at.date()))
    return [_("Reason: {reason}").format(reason=link.reason), by] if link.reason else [by]


def _decision(concerns_none: bool, linked: bool) -> str:
    if linked:
        return ""
    if concerns_none:
        return _("Concerns no paragraph of the text: so decided.")
    return _("Not yet linked: nobody has decided which paragraphs it concerns.")
