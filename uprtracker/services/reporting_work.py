"""Telling what was done: progress entries, evidence, measures."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.base import new_uid
from uprtracker.models.follow_up import Evidence, Measure, MeasureRecommendation, ProgressEntry
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.services.tracking import named, rows_of
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.measure import MeasureFields, check_measure


class ReportingWorkService:
    """What officials write about their work on recommendations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add_progress(
        self,
        ids: Sequence[int],
        text: str,
        *,
        on: date | None = None,
        confidentiality: Confidentiality = Confidentiality.PUBLIC,
        institution: str = "",
    ) -> ChangeSet:
        """Write a dated narrative on each recommendation, by the actor's institution unless another is named."""
        if not text.strip():
            raise UserError(_("The text is empty; write what was done."))
        with self._store.action("") as recorder:
            rows = rows_of(recorder.session, ids)
            permission.require_state_follow_up(recorder.actor, rows)
            recorder.name(_("Add progress to {which}").format(which=named(rows)))
            holder = recorder.institution(institution) if institution else recorder.own_institution()
            for row in rows:
                entry = ProgressEntry(
                    uid=new_uid(),
                    recommendation_id=row.id,
                    institution_id=holder.id,
                    effective_on=on or self._store.today(),
                    recorded_at=recorder.at,
                    by_post=recorder.actor.name,
                    confidentiality=confidentiality,
                    holder_id=holder.id,
                )
                revision = recorder.write_text("progress_entry", entry.uid, text.strip())
                recorder.create(
                    entry, "progress", f"{revision.uid} {revision.digest}", recommendation_id=row.id
                )
        return recorder.result()

    def add_evidence(
        self,
        id_: int,
        title: str,
        *,
        symbol: str = "",
        paragraph: str = "",
        quote: str = "",
        link: str = "",
        file: Path | None = None,
        confidentiality: Confidentiality = Confidentiality.PUBLIC,
    ) -> ChangeSet:
        """Cite a source, or attach a file, for one recommendation. Links must be http or https."""
        if not title.strip():
            raise UserError(_("The evidence has no title; name the law or document."))
        if link and not link.startswith(("https://", "http://")):
            raise UserError(_("'{link}' is not a link; write it with https:// in front.").format(link=link))
        with self._store.action("") as recorder:
            rows = rows_of(recorder.session, [id_])
            permission.require_evidence(recorder.actor, rows)
            recorder.name(_("Add evidence to {which}").format(which=named(rows)))
            item = Evidence(
                uid=new_uid(),
                recommendation_id=id_,
                title=title.strip(),
                symbol=symbol.strip(),
                paragraph=paragraph.strip(),
                link=link,
                file_id=store_file(recorder, file, "evidence").id if file else None,
                recorded_at=recorder.at,
                by_post=recorder.actor.name,
                confidentiality=confidentiality,
                holder_id=recorder.own_institution().id,
            )
            if quote.strip():
                recorder.write_text("evidence", item.uid, quote.strip())
            recorder.create(item, "evidence", item.uid, recommendation_id=id_)
        return recorder.result()

    def add_measure(
        self,
        ids: Sequence[int],
        title: str,
        *,
        institution: str = "",
        start_on: date | None = None,
        due_on: date | None = None,
        state: str = "planned",
    ) -> ChangeSet:
        """Say what an institution does about recommendations. `state`: planned, in_progress, completed, dropped."""
        check_measure(MeasureFields(title, institution, start_on, due_on, state))
        with self._store.action("") as recorder:
            rows = rows_of(recorder.session, ids)
            permission.require_state_follow_up(recorder.actor, rows)
            recorder.name(_("Add a measure for {which}").format(which=named(rows)))
            responsible = recorder.institution(institution) if institution else recorder.own_institution()
            measure = Measure(
                title=title.strip(),
                institution_id=responsible.id,
                start_on=start_on,
                due_on=due_on,
                state=state,
            )
            for row in rows:
                recorder.create(measure, "measure", title.strip(), recommendation_id=row.id)
            recorder.session.flush()
            recorder.session.add_all(
                MeasureRecommendation(measure_id=measure.id, recommendation_id=row.id) for row in rows
            )
        return recorder.result()
