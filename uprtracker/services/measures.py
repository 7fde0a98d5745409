"""Changing measures once they are there: what, who, when, how far, and for which recommendations."""

from collections.abc import Mapping, Sequence

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.follow_up import Measure
from uprtracker.models.institution import Institution
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.measure_recommendations import served_by, write_served
from uprtracker.services.recorder import Recorder, as_word
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.tracking import rows_of
from uprtracker.vocabulary.measure import MeasureFields, check_measure


class MeasureService:
    """Editing and withdrawing measures; adding one is `ReportingWorkService.add_measure`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def edit(self, measure_id: int, fields: MeasureFields, serves: Sequence[int]) -> ChangeSet:
        """Say all of a measure anew; `serves` are the ids of the recommendations that it is for, at least one."""
        check_measure(fields)
        if not serves:
            raise UserError(_("The measure is for no recommendation; name one, or withdraw the measure."))
        with self._store.action("") as recorder:
            measure = self._allowed(recorder, measure_id)
            new = set(serves) - set(served_by(recorder.session, measure_id))
            permission.require_state_follow_up(recorder.actor, rows_of(recorder.session, sorted(new)))
            recorder.name(_("Change the measure {title}").format(title=fields.title.strip()))
            write_served(recorder, measure, serves)
            responsible = recorder.institution(fields.responsible) if fields.responsible.strip() else None
            said = {
                "title": fields.title.strip(),
                "institution_id": responsible.id if responsible else None,
                "start_on": fields.start_on,
                "due_on": fields.due_on,
                "state": fields.state,
            }
            _update(recorder, measure, said)
        return recorder.result()

    def withdraw(self, measure_id: int) -> ChangeSet:
        """Take a measure back from all recommendations that it is for."""
        with self._store.action("") as recorder:
            measure = self._allowed(recorder, measure_id)
            recorder.name(_("Withdraw the measure {title}").format(title=measure.title))
            for id_ in served_by(recorder.session, measure_id):
                recorder.withdraw(measure, "measure", measure.title, recommendation_id=id_)
        return recorder.result()

    def _allowed(self, recorder: Recorder, measure_id: int) -> Measure:
        """The measure, where the actor may change it: a ministry its own ones, and those for its recommendations only."""
        measure = recorder.session.get_one(Measure, measure_id)
        responsible = recorder.session.get(Institution, measure.institution_id)
        permission.require_measure(
            recorder.actor,
            responsible.name if responsible else "",
            load_rows(recorder.session, ids=served_by(recorder.session, measure_id)),
        )
        return measure


def _update(recorder: Recorder, measure: Measure, said: Mapping[str, object]) -> None:
    """Each change stands in the history of every recommendation that the measure is for."""
    first, *others = served_by(recorder.session, measure.id)
    for field, new in said.items():
        old = getattr(measure, field)
        if old == new:
            continue
        recorder.update(measure, field, new, recommendation_id=first)
        for id_ in others:
            recorder.note_update(measure, field, as_word(old), as_word(new), id_)
