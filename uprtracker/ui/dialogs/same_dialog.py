"""Asks of which other recommendations the same is to be said, and what of it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.numbers_field import Find, NumbersField
from uprtracker.ui.panels.section import stacked
from uprtracker.vocabulary.read_model import RecommendationDetails


@dataclass(frozen=True)
class SameAnswer:
    """Of whom the same is said, and which `services.same_answer.PARTS` of it."""

    from_id: int
    to_ids: tuple[int, ...]
    parts: frozenset[str]


class SameDialog(QuestionDialog):
    """The answer is a `SameAnswer`; only what was said of the recommendation is offered, and named."""

    def __init__(self, said: RecommendationDetails, find: Find, parent: QWidget | None = None) -> None:
        offers = _offers(said)
        explanation = (
            _("What is said of the others already in these words is not said twice.")
            if offers
            else _("Nothing is said of {number} yet: report its status first.").format(number=said.row.label)
        )
        super().__init__(
            parent,
            _("The same as for {number}").format(number=said.row.label),
            explanation,
            _("Say the same"),
        )
        self._explanation = explanation
        self._from_id = said.row.id
        self.numbers = NumbersField(_("Other recommendations"), find)
        self.boxes = {part: QCheckBox(words) for part, words in offers.items()}
        for box in self.boxes.values():
            box.setChecked(True)
        self.add_field(_("Also for"), self.numbers)
        if self.boxes:
            self.add_field(_("What"), stacked(*self.boxes.values(), spacing=4))
        self.numbers.setFocus()

    def answer(self) -> SameAnswer:
        ids = tuple(row.id for row in self.numbers.rows() if row.id != self._from_id)
        return SameAnswer(
            self._from_id, ids, frozenset(p for p, box in self.boxes.items() if box.isChecked())
        )

    def missing(self) -> str:
        if not self.boxes:
            return self._explanation
        if self.numbers.wrong():
            return self.numbers.wrong()
        if not self.answer().to_ids:
            return _("Name other recommendations, as in 140.30-33.")
        return "" if self.answer().parts else _("Tick what is the same.")


def _offers(said: RecommendationDetails) -> dict[str, str]:
    row, offers = said.row, {}
    if row.status is not None:
        words = _("Status: {status}, with its comment") if row.status_comment else _("Status: {status}")
        offers["status"] = words.format(status=row.status.label)
    if said.progress:
        offers["progress"] = _("Progress of {day}").format(day=long_day(said.progress[0].on))
    if said.measures:
        count = len(said.measures)
        offers["measures"] = ngettext("{n} measure", "{n} measures", count).format(n=count)
    if said.evidence:
        count = len(said.evidence)
        offers["evidence"] = ngettext("{n} piece of evidence", "{n} pieces of evidence", count).format(
            n=count
        )
    return offers
