"""One field of the briefing pack: what it answers, its text, and how long the text takes to say."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.panels.briefing_parts import FieldSpec
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.speaking_time import length_words


class BriefingField(QWidget):
    """`written` carries target and text when the person leaves the field or presses Ctrl+Enter; Escape takes back."""

    written = Signal(object, str)

    def __init__(self, spec: FieldSpec, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = spec.target
        self._stored = spec.text
        self._timed = spec.timed
        self.editor = GrowingText(spec.label, lines=spec.lines)
        self.editor.setPlaceholderText(spec.hint)
        self.editor.setPlainText(spec.text)
        self.asked = PlainLabel("", "secondary", wrap=True)
        self.asked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.length = PlainLabel("", "caption")
        self._lay_out(spec.label)
        self.show_spec(spec)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._count)
        self.editor.finished.connect(self.commit)

    def _lay_out(self, label: str) -> None:
        heading = PlainLabel(label, "strong", wrap=True)
        heading.setBuddy(self.editor)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(heading, 1)
        head.addWidget(self.length, alignment=Qt.AlignmentFlag.AlignBottom)
        whole = column(4)
        self.setLayout(whole)
        whole.addLayout(head)
        whole.addWidget(self.asked)
        whole.addWidget(self.editor)

    def show_spec(self, spec: FieldSpec) -> None:
        """Show what is stored now; what the person has begun to write stays."""
        if self.editor.toPlainText() == self._stored and spec.text != self._stored:
            self.editor.setPlainText(spec.text)
        self._stored = spec.text
        self.asked.setText(spec.asked)
        self.asked.setVisible(bool(spec.asked))
        self._count()

    def allow(self, refusal: str) -> None:
        """Let the person write, or say why not; the text can be read and copied all the same."""
        self.editor.setReadOnly(bool(refusal))
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(refusal)

    @Slot()
    def commit(self) -> None:
        """Tell what was written, unless it is what stands there already."""
        text = self.editor.toPlainText().strip()
        if text != self._stored and not self.editor.isReadOnly():
            self.written.emit(self.target, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.commit()
        elif isinstance(event, QKeyEvent) and self._takes_back(event):
            self.editor.setPlainText(self._stored)
            return True
        return super().eventFilter(watched, event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        return pressed and self.editor.toPlainText() != self._stored

    @Slot()
    def _count(self) -> None:
        text = self.editor.toPlainText()
        self.length.setText(length_words(text) if self._timed and text.strip() else "")
