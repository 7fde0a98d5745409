"""Annotations in threads and the NHRI's assessments: each side writes its own words and cannot touch the other's."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.annotation import Annotation, AssessmentEntry
from uprtracker.models.base import new_uid
from uprtracker.models.institution import Institution
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.note_writing import write_note
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.services.tracking import named, rows_of
from uprtracker.services.visibility import Holder, may_see
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Assessment

STATES = ("open", "answered", "resolved")


def default_confidentiality(actor: Actor) -> Confidentiality:
    """What a note is when nobody says (DOMAIN.md, 3): an NHRI's own notes are its private ones."""
    return Confidentiality.RESTRICTED if actor.profile is Profile.NHRI else Confidentiality.GOVERNMENT


class AnnotatingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def annotate(
        self,
        ids: Sequence[int],
        text: str,
        *,
        confidentiality: Confidentiality | None = None,
        assessment: Assessment | None = None,
        on: date | None = None,
        thread: str = "",
    ) -> ChangeSet:
        """Write a note on each recommendation; `thread` makes it an answer, `assessment` enters one beside it."""
        if not text.strip():
            raise UserError(_("The annotation is empty; write its text."))
        with self._store.action("") as recorder:
            level = self._allowed_level(recorder.actor, confidentiality)
            if assessment is not None:
                permission.require_assessing(recorder.actor)
            rows = rows_of(recorder.session, ids)
            recorder.name(_("Annotate {which}").format(which=named(rows)))
            author = recorder.own_institution()
            for row in rows:
                self._write(recorder, row, author, text.strip(), level, thread)
                if assessment is not None:
                    self._assess(recorder, row, author, assessment, on or self._store.today(), "")
        return recorder.result()

    def assess(
        self,
        ids: Sequence[int],
        assessment: Assessment,
        *,
        comment: str = "",
        citation: str = "",
        on: date | None = None,
    ) -> ChangeSet:
        """Enter the NHRI's assessment; what the State says is not touched."""
        with self._store.action("") as recorder:
            permission.require_assessing(recorder.actor)
            rows = rows_of(recorder.session, ids)
            recorder.name(
                _("Assess {which} as {assessment}").format(which=named(rows), assessment=assessment.label)
            )
            author = recorder.own_institution()
            for row in rows:
                entry = self._assess(recorder, row, author, assessment, on or self._store.today(), citation)
                if comment.strip():
                    recorder.write_text("assessment_entry", entry.uid, comment.strip())
        return recorder.result()

    def set_state(self, annotation_id: int, state: str) -> ChangeSet:
        """Mark an annotation open, answered or resolved; for the side that wrote it, State or NHRI."""
        with self._store.action("") as recorder:
            note = recorder.session.get_one(Annotation, annotation_id)
            author = recorder.session.get_one(Institution, note.institution_id)
            permission.require_settling(recorder.actor, of_nhri=author.kind == "nhri")
            holder = Holder.of(recorder.session.get_one(Institution, note.holder_id))
            assert state in STATES
            assert may_see(recorder.actor, note.confidentiality, holder)
            (row,) = rows_of(recorder.session, [note.recommendation_id])
            recorder.name(
                _("Mark an annotation on {which} as {state}").format(which=row.label, state=_(state))
            )
            recorder.update(note, "state", state, recommendation_id=row.id)
        return recorder.result()

    def _allowed_level(self, actor: Actor, asked: Confidentiality | None) -> Confidentiality:
        permission.require_annotating(actor)
        return asked or default_confidentiality(actor)

    def _write(
        self,
        recorder: Recorder,
        row: Recommendation,
        author: Institution,
        text: str,
        level: Confidentiality,
        thread: str,
    ) -> None:
        write_note(recorder, row.id, author, text, level, thread)
        if thread:
            self._mark_answered(recorder, row, thread, author)

    def _mark_answered(
        self, recorder: Recorder, row: Recommendation, thread: str, author: Institution
    ) -> None:
        a = Annotation
        for note in recorder.session.scalars(
            select(a).where(
                a.thread_uid == thread,
                a.state == "open",
                a.institution_id != author.id,
                a.withdrawn_at.is_(None),
            )
        ):
            recorder.update(note, "state", "answered", recommendation_id=row.id)

    def _assess(
        self,
        recorder: Recorder,
        row: Recommendation,
        author: Institution,
        value: Assessment,
        on: date,
        citation: str,
    ) -> AssessmentEntry:
        entry = AssessmentEntry(
            uid=new_uid(),
            recommendation_id=row.id,
            institution_id=author.id,
            assessment=value,
            citation=citation.strip(),
            effective_on=on,
            recorded_at=recorder.at,
            by_post=recorder.actor.name,
        )
        recorder.create(entry, "assessment", value, recommendation_id=row.id, old=row.assessment)
        return entry
