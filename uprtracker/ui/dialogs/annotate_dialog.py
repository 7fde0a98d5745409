"""Asks for an annotation that is to stand on several recommendations at once."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.fields.risk_warning import RiskWarning
from uprtracker.vocabulary.confidentiality import Confidentiality


@dataclass(frozen=True)
class Note:
    """What was written, and for whom."""

    text: str
    level: Confidentiality


class AnnotateDialog(QuestionDialog):
    """The answer is a `Note`. `which` names the recommendations; without a `level` the person must choose one."""

    def __init__(self, which: str, level: Confidentiality | None, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Annotate {which}").format(which=which),
            _("The same note is written on each of them."),
            _("Write annotation"),
        )
        self.text = GrowingText(_("Annotation"), lines=4)
        self.level = ConfidentialityChoice()
        self.level.set_level(level)
        self.add_field(_("Annotation"), self.text)
        self.add_field(_("Who may read it"), self.level)
        self.form.addRow(RiskWarning(self.text, self.level))
        self.text.setFocus()

    def answer(self) -> Note:
        return Note(self.text.toPlainText().strip(), self.level.level() or Confidentiality.GOVERNMENT)

    def missing(self) -> str:
        if not self.text.toPlainText().strip():
            return _("The annotation is empty; write its text.")
        return "" if self.level.level() else _("Choose who may read it.")
