"""*The same for 140.30-33*: what was said of one recommendation is said of others too."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.base import new_uid
from uprtracker.models.follow_up import Evidence, Measure
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.detail_loader import load_details
from uprtracker.services.measure_recommendations import served_by, write_served
from uprtracker.services.recorder import Recorder
from uprtracker.services.reporting_work import ReportingWorkService
from uprtracker.services.store import Store
from uprtracker.services.tracking import TrackingService, named, rows_of
from uprtracker.vocabulary.read_model import Evidence as ReadEvidence
from uprtracker.vocabulary.read_model import RecommendationDetails

PARTS = ("status", "progress", "measures", "evidence")
"""What can be said again: the latest status with its comment, the latest progress, all measures, all evidence."""


@dataclass(frozen=True)
class _Answer:
    """What is said again, and of whom."""

    said: RecommendationDetails
    others: tuple[RecommendationDetails, ...]

    @property
    def ids(self) -> list[int]:
        return [other.row.id for other in self.others]


class SameAnswerService:
    """Saying of others what was said of one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tracking = TrackingService(store)
        self._work = ReportingWorkService(store)

    def repeat(self, from_id: int, to_ids: Sequence[int], parts: Collection[str]) -> ChangeSet:
        """Say `parts` of `PARTS` of other recommendations too, each where it is not said of them already.

        Statuses are drafts or official as the actor's always are; confidentiality and holder stay what they were.
        """
        others = [id_ for id_ in dict.fromkeys(to_ids) if id_ != from_id]
        if not others or not parts:
            raise UserError(
                _("Nothing to repeat; choose other recommendations, and what is the same for them.")
            )
        title = self._title(from_id, others)
        with self._store.together(title) as recorder:
            answer = self._read(recorder.session, from_id, others)
            permission.require_state_follow_up(recorder.actor, [other.row for other in answer.others])
            self._write(recorder, answer, parts)
        return recorder.result()

    def _title(self, from_id: int, others: Sequence[int]) -> str:
        with self._store.read() as session:
            (row,) = rows_of(session, [from_id])
            return _("Say of {which} the same as of {number}").format(
                which=named(rows_of(session, others)), number=row.label
            )

    def _read(self, session: Session, from_id: int, others: Sequence[int]) -> _Answer:
        details = load_details(
            session, rows_of(session, [from_id, *others]), self._store.actor, history=False
        )
        return _Answer(details[from_id], tuple(details[id_] for id_ in others))

    def _write(self, recorder: Recorder, answer: _Answer, parts: Collection[str]) -> None:
        if "status" in parts:
            self._say_status(answer)
        if "progress" in parts:
            self._say_progress(answer)
        if "measures" in parts:
            for measure in answer.said.measures:
                stored = recorder.session.get_one(Measure, measure.id)
                write_served(recorder, stored, [*served_by(recorder.session, measure.id), *answer.ids])
        if "evidence" in parts:
            for item in answer.said.evidence:
                _cite(recorder, item, answer)

    def _say_status(self, answer: _Answer) -> None:
        said = answer.said.row
        if said.status is None or said.status_on is None:
            raise UserError(
                _("Nothing is reported on {number} yet; report on it first.").format(number=said.label)
            )
        for other in answer.others:
            row = other.row
            if (row.status, row.status_comment) != (said.status, said.status_comment):
                on = max(said.status_on, row.status_on or said.status_on)
                self._tracking.set_status([row.id], said.status, comment=said.status_comment, on=on)

    def _say_progress(self, answer: _Answer) -> None:
        if not answer.said.progress:
            return
        latest = answer.said.progress[0]
        ids = [
            other.row.id
            for other in answer.others
            if (latest.on, latest.text) not in {(p.on, p.text) for p in other.progress}
        ]
        if ids:
            self._work.add_progress(
                ids,
                latest.text,
                on=latest.on,
                confidentiality=latest.confidentiality,
                institution=latest.institution,
            )


def _cite(recorder: Recorder, item: ReadEvidence, answer: _Answer) -> None:
    """The same source beside other recommendations; an attached file is stored once."""
    source = recorder.session.get_one(Evidence, item.id)
    for other in answer.others:
        if _place(item) in {_place(known) for known in other.evidence}:
            continue
        copy = Evidence(
            uid=new_uid(),
            recommendation_id=other.row.id,
            title=source.title,
            symbol=source.symbol,
            paragraph=source.paragraph,
            link=source.link,
            file_id=source.file_id,
            recorded_at=recorder.at,
            by_post=recorder.actor.name,
            confidentiality=source.confidentiality,
            holder_id=source.holder_id,
        )
        if item.quote:
            recorder.write_text("evidence", copy.uid, item.quote)
        recorder.create(copy, "evidence", copy.uid, recommendation_id=other.row.id)


def _place(item: ReadEvidence) -> tuple[str, ...]:
    return item.title, item.symbol, item.paragraph, item.link, item.file_name
