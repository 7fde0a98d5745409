"""What is said of a measure: what an institution does about one or several recommendations (DOMAIN.md, 3)."""

from dataclasses import dataclass
from datetime import date

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES


@dataclass(frozen=True)
class MeasureFields:
    """`state`: planned, in_progress, completed or dropped; `responsible`: the name of an institution, or empty."""

    title: str
    responsible: str
    start_on: date | None
    due_on: date | None
    state: str


def check_measure(fields: MeasureFields) -> None:
    """`UserError` for what no measure can be: without a title, due before it starts, in an unknown state."""
    if not fields.title.strip():
        raise UserError(_("The measure has no title; say in a few words what is done."))
    if len(fields.title.strip()) > 400:
        raise UserError(_("The title is longer than 400 characters; put the rest into a progress entry."))
    if fields.start_on and fields.due_on and fields.due_on < fields.start_on:
        raise UserError(_("The measure is due before it starts; correct one of the dates."))
    if fields.state not in MEASURE_STATES:
        raise UserError(
            _("'{word}' is not a state of a measure; use one of: {states}.").format(
                word=fields.state, states=", ".join(MEASURE_STATES)
            )
        )
