"""What a State's own table says beyond the recommendation: comments, ministries, due dates, statuses, clusters, translations.

It is added where the dossier has nothing; a status that a table names is a draft until a person confirms it.
"""

from sqlalchemy import select

from uprtracker.importers.record import ParsedRecommendation
from uprtracker.models.base import new_uid
from uprtracker.models.follow_up import ProgressEntry, StatusEntry
from uprtracker.models.recommendation import Cluster, Recommendation
from uprtracker.services.assignment_entry import enter_assignment
from uprtracker.services.content import read_content, write_content
from uprtracker.services.import_comparison import new_clusters, new_supporting
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.vocabulary import read_model
from uprtracker.vocabulary.confidentiality import Confidentiality


def has_follow_up(record: ParsedRecommendation) -> bool:
    """Whether a record says anything beyond the recommendation."""
    said = (record.comment, record.lead, record.supporting, record.status, record.due_on, record.clusters)
    return any(said)


def write_follow_up(
    recorder: Recorder,
    store: Store,
    row: read_model.Recommendation,
    record: ParsedRecommendation,
    comment: str,
) -> None:
    """`row` is the recommendation as it is; `comment` is what was not said about it before."""
    if comment:
        _write_comment(recorder, store, row.id, comment)
    _write_assignments(recorder, store, row, record)
    if record.due_on and row.due_on is None:
        stored = recorder.session.get_one(Recommendation, row.id)
        recorder.update(stored, "due_on", record.due_on, recommendation_id=row.id)
    if record.status and row.status is None:
        _write_status(recorder, store, row.id, record)
    _write_clusters(recorder, row, record)


def _write_comment(recorder: Recorder, store: Store, recommendation_id: int, comment: str) -> None:
    """The assessment column is what the State says about implementation: a progress entry, for the government first."""
    institution = recorder.own_institution()
    entry = ProgressEntry(
        uid=new_uid(),
        recommendation_id=recommendation_id,
        institution_id=institution.id,
        effective_on=store.today(),
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
        confidentiality=Confidentiality.GOVERNMENT,
        holder_id=institution.id,
    )
    revision = recorder.write_text("progress_entry", entry.uid, comment)
    recorder.create(
        entry, "progress", f"{revision.uid} {revision.digest}", recommendation_id=recommendation_id
    )


def _write_assignments(
    recorder: Recorder, store: Store, row: read_model.Recommendation, record: ParsedRecommendation
) -> None:
    on = store.today()
    if record.lead and not row.lead:
        lead = recorder.institution(record.lead[:200])
        enter_assignment(recorder, row, lead.id, "lead", active=True, on=on, old="", new=lead.name)
    for name in new_supporting(row, record):
        supporting = recorder.institution(name[:200])
        enter_assignment(
            recorder, row, supporting.id, "supporting", active=True, on=on, old="", new=supporting.name
        )


def _write_status(
    recorder: Recorder, store: Store, recommendation_id: int, record: ParsedRecommendation
) -> None:
    """The source's own word goes with it as the comment: it is what a person confirms or corrects."""
    assert record.status is not None
    entry = StatusEntry(
        recommendation_id=recommendation_id,
        status=record.status,
        comment=record.status_as_printed,
        effective_on=record.status_on or store.today(),
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
        profile=recorder.actor.profile,
    )
    recorder.create(entry, "status", record.status, recommendation_id=recommendation_id)


def _write_clusters(recorder: Recorder, row: read_model.Recommendation, record: ParsedRecommendation) -> None:
    added = new_clusters(row, record)
    if not added:
        return
    for name in added:
        if recorder.session.scalars(select(Cluster).where(Cluster.name == name[:200])).first() is None:
            recorder.create(Cluster(name=name[:200]), "cluster", name[:200])
            recorder.session.flush()
    stored = recorder.session.get_one(Recommendation, row.id)
    before = read_content(recorder.session, row.id, "clusters")
    write_content(recorder, stored, "clusters", sorted({*before, *(name[:200] for name in added)}))
