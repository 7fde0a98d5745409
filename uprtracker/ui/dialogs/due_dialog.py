"""Asks by when recommendations are to be implemented."""

from datetime import date

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.date_field import DateField


class DueDialog(QuestionDialog):
    """The answer is (date or `None`,): an empty field clears the date. `which` names the recommendations."""

    def __init__(self, which: str, due_on: date | None, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            _("Set due date of {which}").format(which=which),
            _("An empty field takes the date away."),
            _("Set due date"),
        )
        self.due = DateField(_("Due date"), clearable=True)
        self.due.set_day(due_on)
        self.add_field(_("Due date"), self.due)
        self.due.setFocus()

    def answer(self) -> tuple[date | None]:
        return (self.due.day(),)
