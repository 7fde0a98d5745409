"""Asks what is done about recommendations: a measure, who is responsible for it, from when until when, how it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.ui.delegates.choice_editor import complete_names
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.numbers_field import Find, NumbersField
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.vocabulary.measure import MeasureFields, check_measure
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES, measure_state_label
from uprtracker.vocabulary.read_model import Measure, Recommendation

_LONGEST = 400


@dataclass(frozen=True)
class MeasureAnswer:
    """What was said; `measure_id` is 0 for a new measure; `serves` are the ids of its recommendations."""

    measure_id: int
    said: MeasureFields
    serves: tuple[int, ...]


class MeasureDialog(QuestionDialog):
    """The answer is a `MeasureAnswer`. `names` are the known institutions, `find` reads numbers."""

    def __init__(
        self,
        measure: Measure,
        serves: Sequence[Recommendation],
        names: Iterable[str],
        find: Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent,
            _("Change the measure") if measure.id else _("Add a measure"),
            _(
                "A law, a plan, a training: what an institution does. One measure may serve several recommendations."
            ),
            _("Save measure") if measure.id else _("Add measure"),
        )
        self._measure_id = measure.id
        self.title = QLineEdit(measure.title)
        self.title.setMaxLength(_LONGEST)
        self.title.setPlaceholderText(_("Training of judges and prosecutors"))
        self.responsible = QuietComboBox()
        complete_names(self.responsible, ("", *names))
        self.responsible.setCurrentText(measure.responsible)
        self.responsible.lineEdit().setAccessibleName(_("Responsible"))
        self.start = DateField(_("Start"), clearable=True)
        self.start.set_day(measure.start_on)
        self.due = DateField(_("Due"), clearable=True)
        self.due.set_day(measure.due_on)
        self.state = QuietComboBox()
        for state in MEASURE_STATES:
            self.state.addItem(measure_state_label(state), state)
        self.state.setCurrentIndex(self.state.findData(measure.state))
        self.serves = NumbersField(_("Recommendations"), find)
        self.serves.set_rows(serves)
        for words, field in (
            (_("What is done"), self.title),
            (_("Responsible"), self.responsible),
            (_("Start"), self.start),
            (_("Due"), self.due),
            (_("Status"), self.state),
            (_("Recommendations"), self.serves),
        ):
            self.add_field(words, field)
        self.title.setFocus()

    def answer(self) -> MeasureAnswer:
        return MeasureAnswer(self._measure_id, self._said(), tuple(row.id for row in self.serves.rows()))

    def missing(self) -> str:
        try:
            check_measure(self._said())
        except UserError as error:
            return str(error)
        if self.serves.wrong():
            return self.serves.wrong()
        return "" if self.serves.rows() else _("Name at least one recommendation that the measure is for.")

    def _said(self) -> MeasureFields:
        return MeasureFields(
            title=self.title.text().strip(),
            responsible=self.responsible.currentText().strip(),
            start_on=self.start.day(),
            due_on=self.due.day(),
            state=self.state.currentData(),
        )
