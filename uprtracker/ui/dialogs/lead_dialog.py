"""Asks which ministry leads on recommendations."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.choice_editor import complete_names
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox


class LeadDialog(QuestionDialog):
    """The answer is a name, empty for none. `which` names the recommendations; `names` are the known institutions."""

    def __init__(self, which: str, lead: str, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Set lead ministry of {which}").format(which=which),
            _("A name that is not in the list is added to it. An empty field takes the lead ministry away."),
            _("Set lead ministry"),
        )
        self.lead = QuietComboBox()
        complete_names(self.lead, ("", *names))
        self.lead.setCurrentText(lead)
        self.add_field(_("Lead ministry"), self.lead)
        self.lead.lineEdit().setAccessibleName(_("Lead ministry"))
        self.lead.setFocus()

    def answer(self) -> str:
        return self.lead.currentText().strip()
