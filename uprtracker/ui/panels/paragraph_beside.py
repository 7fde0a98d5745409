"""The full text of the paragraph that is being considered, and what is linked to it already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.quoted_text import QuotedText
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.paragraph_pane import LinkedRowList
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import Paragraph, Recommendation, TextVersion

_MARGIN = 28


class ParagraphBeside(QScrollArea):
    """Names the text version above every paragraph; `recommendation_opened` asks for one that is linked here."""

    recommendation_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The paragraph"))
        self.version = PlainLabel("", "caption", wrap=True)
        self.name = PlainLabel("", "title", wrap=True)
        self._chapeau = ReadingText("secondary")
        self.quoted = QuotedText()
        self._note = PlainLabel("", "caption", wrap=True)
        self._heading = PlainLabel(_("Already linked here"), "heading")
        self.count = PlainLabel("", "quiet")
        self.list = LinkedRowList()
        self._content = QWidget()
        self._lay_out()
        self.list.opened.connect(self.recommendation_opened)

    def show_text(self, text: TextVersion) -> None:
        """Name the text version."""
        self.version.setText(f"{text.instrument_title} · {text.called}")

    def show_paragraph(
        self, paragraph: Paragraph | None, chapeau: Paragraph | None, linked: Sequence[Recommendation]
    ) -> None:
        """`chapeau` is the paragraph above a letter; without a paragraph only the text version is named."""
        for part in (self.quoted, self._heading, self.count):
            part.setVisible(paragraph is not None)
        self.list.setVisible(bool(linked))
        self._chapeau.setVisible(chapeau is not None)
        if paragraph is None:
            self.name.setText(_("No paragraph chosen"))
            self._say(_("Press / to look for one, or N if the recommendation concerns none."))
            return
        self.name.setText(_("Paragraph {label}").format(label=paragraph.label))
        self._chapeau.show_text(chapeau.text if chapeau else "")
        self.quoted.text.show_text(paragraph.text)
        self._say(_addressed_elsewhere(paragraph))
        self.count.setText(str(len(linked)))
        self.list.show_rows(list(linked))
        self.verticalScrollBar().setValue(0)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._content.setProperty("ground", "paper")
        lines = column(8)
        for part in (self.version, self.name, self._chapeau, self.quoted, self._note):
            lines.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.count)
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(8)
        whole.addLayout(lines)
        whole.addSpacing(16)
        whole.addLayout(head)
        whole.addWidget(self.list)
        whole.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(current_theme().px(240))
        self.setWidget(self._content)


def _addressed_elsewhere(paragraph: Paragraph) -> str:
    if paragraph.preambular:
        return _("Preambular paragraph: it asks nothing of anybody.")
    if paragraph.addressees == "states":
        return ""
    if paragraph.addressees == "statement":
        return _("A statement, addressed to nobody in particular.")
    return _("Not addressed to States.")
