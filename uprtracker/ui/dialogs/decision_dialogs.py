"""Small questions of validation and assignment: why it is sent back, whom it belongs to, what is decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.delegates.choice_editor import complete_names
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox


class WhyDialog(QuestionDialog):
    """The answer is a sentence or two, which the other side reads beside the recommendation."""

    def __init__(self, title: str, explanation: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title, explanation, verb)
        self.reason = GrowingText(_("Reason"), lines=4)
        self.add_field(_("Reason"), self.reason)
        self.reason.finished.connect(self.accept)
        self.reason.setFocus()

    def answer(self) -> str:
        return self.reason.toPlainText().strip()

    def missing(self) -> str:
        return "" if self.answer() else _("A reason is needed here; one sentence is enough.")


def send_back_dialog(which: str, parent: QWidget | None) -> WhyDialog:
    return WhyDialog(
        _("Send back {which}").format(which=which),
        _(
            "The draft no longer waits; it stays in the history. The ministry reads the reason as an annotation, "
            "which the NHRI does not see."
        ),
        _("Send back"),
        parent,
    )


def decline_dialog(count: int, parent: QWidget | None) -> WhyDialog:
    return WhyDialog(
        ngettext("Decline {n} request", "Decline {n} requests", count).format(n=count),
        _("The assignment stays as it is. Whoever asked reads the reason as an annotation."),
        _("Decline"),
        parent,
    )


@dataclass(frozen=True)
class Elsewhere:
    """Whom recommendations belong to, as far as it is known, and why."""

    institution: str
    reason: str


class NotOursDialog(QuestionDialog):
    """The answer is an `Elsewhere`; the secretariat decides."""

    def __init__(self, which: str, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Not ours: {which}").format(which=which),
            _("The secretariat is asked to assign it otherwise; until then it stays with you."),
            _("Ask to reassign"),
        )
        self.institution = _names_field(names)
        self.reason = GrowingText(_("Reason"), lines=3)
        self.add_field(_("Belongs to"), self.institution)
        self.add_field(_("Reason"), self.reason)
        self.institution.setFocus()

    def answer(self) -> Elsewhere:
        return Elsewhere(self.institution.currentText().strip(), self.reason.toPlainText().strip())

    def missing(self) -> str:
        said = self.answer()
        return "" if said.institution or said.reason else _("Say whom it belongs to, or why it is not yours.")


class SupportingDialog(QuestionDialog):
    """The answer is the name of the institution that supports from now on."""

    def __init__(self, which: str, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Add a supporting ministry to {which}").format(which=which),
            _("It is added to those that support already. A name that is not in the list is added to it."),
            _("Add supporting ministry"),
        )
        self.institution = _names_field(names)
        self.add_field(_("Supporting"), self.institution)
        self.institution.setFocus()

    def answer(self) -> str:
        return self.institution.currentText().strip()

    def missing(self) -> str:
        return "" if self.answer() else _("Name the institution that supports.")


class AcceptDialog(QuestionDialog):
    """The answer is the institution to assign; empty means as each request asks."""

    def __init__(
        self, count: int, proposed: str, names: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            ngettext("Reassign {n} recommendation", "Reassign {n} recommendations", count).format(n=count),
            _(
                "The institution takes the place of the one that asked. An empty field assigns as each one asks."
            ),
            _("Reassign"),
        )
        self.institution = _names_field(names)
        self.institution.setCurrentText(proposed)
        self.add_field(_("Assign to"), self.institution)
        self.institution.setFocus()

    def answer(self) -> str:
        return self.institution.currentText().strip()


def _names_field(names: Iterable[str]) -> QuietComboBox:
    field = QuietComboBox()
    complete_names(field, ("", *names))
    field.setCurrentText("")
    field.lineEdit().setAccessibleName(_("Institution"))
    return field
