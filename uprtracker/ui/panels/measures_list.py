"""The measures of a recommendation in its details, and the wish to add, change or withdraw one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.link_button import LinkButton, allow, links_in_line
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.section import DatedRow, Section, column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.ministry_sheet import measure_state_label
from uprtracker.vocabulary.read_model import Measure, RecommendationDetails


class MeasuresList(Section):
    """`edit_requested` carries a `Measure`, `withdraw_requested` its id."""

    edit_requested = Signal(object)
    withdraw_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Measures"), _("Add…"), _("Add a measure"), parent=parent)

    def show_measures(self, details: RecommendationDetails, may: Allowance) -> None:
        allow(self.action, may.follow_up)
        rows = []
        for measure in details.measures:
            row = MeasureRow(measure, may.follow_up)
            row.edit_requested.connect(self.edit_requested)
            row.withdraw_requested.connect(self.withdraw_requested)
            rows.append(row)
        self.show_rows(rows)


class MeasureRow(DatedRow):
    """One measure: what, who, from when until when, how it stands, how many other recommendations it serves."""

    edit_requested = Signal(object)
    withdraw_requested = Signal(int)

    def __init__(self, measure: Measure, refusal: str, *, parent: QWidget | None = None) -> None:
        self._measure = measure
        edit = LinkButton(_("Edit…"), _("Edit the measure {title}").format(title=measure.title))
        withdraw = LinkButton(_("Withdraw"), _("Withdraw the measure {title}").format(title=measure.title))
        what = QWidget()
        lines = column(2)
        what.setLayout(lines)
        lines.addWidget(PlainLabel(measure.title, "secondary", wrap=True))
        lines.addWidget(PlainLabel(_facts(measure), "caption", wrap=True))
        if not refusal:
            lines.addLayout(links_in_line(edit, withdraw))
        super().__init__(measure.start_on, what, parent=parent)
        edit.clicked.connect(self._edit)
        withdraw.clicked.connect(self._withdraw)

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit(self._measure)

    @Slot()
    def _withdraw(self) -> None:
        self.withdraw_requested.emit(self._measure.id)


def _facts(measure: Measure) -> str:
    until = _("due {day}").format(day=long_day(measure.due_on)) if measure.due_on else ""
    others = len(measure.serves) - 1
    also = (
        ngettext("also for {n} other recommendation", "also for {n} other recommendations", others).format(
            n=others
        )
        if others > 0
        else ""
    )
    facts = (measure.responsible, measure_state_label(measure.state), until, also)
    return " · ".join(fact for fact in facts if fact)
