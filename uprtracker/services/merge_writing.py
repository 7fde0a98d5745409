"""Writing the chosen cells of a merge through the services, as drafts in the ministry's name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from uprtracker.i18n import _
from uprtracker.services.merge_plan import SAYING, MergePlan, PlannedCell
from uprtracker.services.reassigning import ReassigningService
from uprtracker.services.recorder import Recorder
from uprtracker.services.reporting_work import ReportingWorkService
from uprtracker.services.store import Store
from uprtracker.services.tracking import TrackingService
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status


class MergeWriter:
    """Writes within an action that is open in the ministry's name."""

    def __init__(self, store: Store, recorder: Recorder, plan: MergePlan) -> None:
        self._recorder = recorder
        self._plan = plan
        self._today = store.today()
        self._tracking = TrackingService(store)
        self._work = ReportingWorkService(store)
        self._reassigning = ReassigningService(store)

    def write(self, cells: Sequence[PlannedCell]) -> None:
        """Write these cells; what cannot be written is refused by name, and the rest is written."""
        chosen: defaultdict[int, dict[str, str]] = defaultdict(dict)
        for cell in cells:
            chosen[cell.recommendation_id][cell.field] = cell.theirs
        for id_, values in chosen.items():
            row = self._plan.rows[id_]
            if set(SAYING) & set(values):
                self._say(row, self._dated(id_, values))
            if "due" in values:
                self._tracking.set_due([id_], _day(values["due"]))
            self._report(row, values)
        self._write_measures(chosen)

    def _dated(self, id_: int, values: Mapping[str, str]) -> dict[str, str]:
        """A date is the date of all that they say of the status, also of what they left as it was."""
        if "status_on" not in values:
            return dict(values)
        saying = {
            cell.field: cell.theirs
            for cell in self._plan.cells
            if cell.recommendation_id == id_ and cell.field in SAYING and cell.theirs
        }
        return {**saying, **values}

    def _say(self, row: Recommendation, values: Mapping[str, str]) -> None:
        """Enter the status with its comment: what they did not change is the dossier's."""
        if values.get("status") == "":
            self._recorder.refuse(
                _("The status of {number} was not taken away; enter another one if it is wrong.").format(
                    number=row.label
                )
            )
            return
        status = Status(values["status"]) if "status" in values else row.status
        comment = values.get("comment", row.status_comment)
        if status is None or (status.reason_required and not comment):
            self._recorder.refuse(
                _("{number} has no status, or one that needs a reason; its comment was not changed.").format(
                    number=row.label
                )
            )
        elif not comment and status is row.status and "status_on" not in values:
            self._tracking.comment_status([row.id], comment)
        else:
            on = _day(values.get("status_on", "")) or self._not_before(row)
            self._tracking.set_status([row.id], status, comment=comment, on=on)

    def _not_before(self, row: Recommendation) -> date:
        """Today, or the day of the status that it follows, which would else go on to hold."""
        return max(self._today, row.status_on or self._today)

    def _report(self, row: Recommendation, values: Mapping[str, str]) -> None:
        level = self._plan.audience
        if text := values.get("progress"):
            on = _day(values.get("progress_on", ""))
            self._work.add_progress([row.id], text, on=on, confidentiality=level)
        if title := values.get("evidence"):
            link = values.get("evidence_link", "")
            self._work.add_evidence(row.id, title, link=link, confidentiality=level)
        if proposed := values.get("not_ours"):
            self._reassigning.request([row.id], proposed)

    def _write_measures(self, chosen: Mapping[int, Mapping[str, str]]) -> None:
        """A measure that stands on several rows in the same words is one measure."""
        served: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
        for id_, values in chosen.items():
            if title := values.get("measure"):
                about = (title, values.get("measure_state", ""), values.get("measure_due", ""))
                served[about].append(id_)
        for (title, state, due), ids in served.items():
            self._work.add_measure(ids, title, due_on=_day(due), state=state or "planned")


def _day(word: str) -> date | None:
    return date.fromisoformat(word) if word else None
