"""Asks for the reason that some statuses require."""

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.vocabulary.status import Status


class ReasonDialog(QuestionDialog):
    """The answer is the reason as text. `which` names the recommendations: `140.12`, `12 recommendations`."""

    def __init__(self, which: str, status: Status, parent: QWidget | None = None) -> None:
        explanations = {
            Status.FULLY_IMPLEMENTED: _("Say what was done: the law, the decision, the date."),
            Status.NOT_BEING_IMPLEMENTED: _("Say why nothing is done; the next review will ask."),
        }
        super().__init__(
            parent,
            _("Set status of {which} to {status}").format(which=which, status=status.label),
            explanations.get(status, ""),
            _("Set status"),
        )
        self.reason = GrowingText(_("Reason"), lines=4)
        self.add_field(_("Reason"), self.reason)
        self.reason.finished.connect(self.accept)
        self.reason.setFocus()

    def answer(self) -> str:
        return self.reason.toPlainText().strip()

    def missing(self) -> str:
        return "" if self.answer() else _("A reason is needed here; one sentence is enough.")
