"""The advance questions of a file as a list: who asks, what, and whether the dossier has it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.vocabulary.state import state

if TYPE_CHECKING:
    from uprtracker.services.import_plan import ImportPlan


class QuestionList(QWidget):
    """Empty for a file of another kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new: set[int] = set()
        columns = [
            ItemColumn(_("Asked by"), _asked_by, 168, "strong"),
            ItemColumn(_("Question"), lambda question: question.text),
            ItemColumn(_("In the dossier"), self._standing, 120, "quiet"),
        ]
        self.model = ItemTableModel(columns, lambda question: question.order, parent=self)
        self.table = ItemTable(self.model, _("Advance questions"), lines=3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.table)

    def show_plan(self, plan: "ImportPlan") -> None:
        planned = plan.questions
        self._new = {question.order for question in planned.new} if planned else set()
        self.model.set_items(planned.read.questions if planned else ())

    def _standing(self, question: Any) -> str:
        return _("New") if question.order in self._new else _("Unchanged")


def _asked_by(question: Any) -> str:
    if question.state_iso3:
        return state(question.state_iso3).name(current_language())
    return str(question.state_as_printed)
