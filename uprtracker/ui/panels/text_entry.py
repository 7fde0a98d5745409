"""An inline editor for a text with what belongs to it, and a button that says what sending it does."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.choice import AssessmentChoice, ConfidentialityChoice
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.risk_warning import RiskWarning
from uprtracker.ui.flow_layout import FlowLayout
from uprtracker.ui.panels.draft import Draft
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_DATE_WIDTH = 176


class TextEntry(QWidget):
    """A text and, as wanted, a day, who may read it, an assessment. Ctrl+Enter sends, Escape cancels.

    It keeps what is written until `restore` says otherwise: sending does not clear it.
    """

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        send: str,
        *,
        with_day: bool = False,
        with_level: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = GrowingText(name)
        self.day = DateField(_("Date")) if with_day else None
        self.level = ConfidentialityChoice() if with_level else None
        self.assessment = AssessmentChoice() if with_level else None
        self.risk = RiskWarning(self.text, self.level) if self.level else None
        self.send = QPushButton(send)
        self.send.setProperty("kind", "primary")
        self.cancel = LinkButton(_("Cancel"))
        self._missing = PlainLabel("", "caption", wrap=True)
        self._lay_out()
        self.text.finished.connect(self.submit)
        self.send.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        whole = column(6)
        self.setLayout(whole)
        whole.addWidget(self.text)
        self._choices = QWidget()
        choices = FlowLayout(self._choices, gap=8)
        for choice in (self.day, self.level, self.assessment):
            if choice is not None:
                choices.addWidget(choice)
        if self.day is not None:
            self.day.setFixedWidth(current_theme().px(_DATE_WIDTH))
        if self.assessment is not None:
            self.assessment.hide()
        if choices.count() == 0:
            self._choices.hide()
        whole.addWidget(self._choices)
        if self.risk is not None:
            whole.addWidget(self.risk)
        whole.addWidget(self._missing)
        self._missing.hide()
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.send)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        whole.addWidget(self._buttons)

    def show_only_text(self, only: bool) -> None:
        """Leave the choices and buttons away, until somebody begins to write."""
        self._choices.setVisible(not only and (self.day is not None or self.level is not None))
        self._buttons.setVisible(not only)
        self._missing.setVisible(self._missing.isVisible() and not only)
        self.text.set_least_lines(1 if only else 3)

    def draft(self) -> Draft:
        return Draft(
            text=self.text.toPlainText(),
            level=self.level.level() if self.level else None,
            on=self.day.day() if self.day else None,
            assessment=self.assessment.assessment() if self.assessment else None,
        )

    def restore(self, draft: Draft) -> None:
        """Let the editor hold this draft."""
        if self.text.toPlainText() != draft.text:
            self.text.setPlainText(draft.text)
        if self.day is not None:
            self.day.set_day(draft.on or date.today())
        if self.level is not None:
            self.level.set_level(draft.level)
        if self.assessment is not None:
            self.assessment.set_assessment(draft.assessment)
        if self.risk is not None:
            self.risk.look()
        self._missing.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        """Emit `submitted` if nothing is missing; else say what is."""
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        if missing:
            return
        self.submitted.emit()

    def _what_is_missing(self) -> str:
        if not self.text.toPlainText().strip():
            self.text.setFocus()
            return _("The text is empty; write it first.")
        if self.level is not None and self.level.level() is None:
            self.level.setFocus()
            return _("Choose who may read it.")
        return ""
