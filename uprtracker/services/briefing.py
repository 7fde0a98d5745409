"""What the delegation prepares for its pack: its own texts and the answers to advance questions. One method is one action."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.briefing import AdvanceQuestion, BriefingField
from uprtracker.models.recommendation import Recommendation
from uprtracker.services import permission
from uprtracker.services.briefing_loading import load_questions
from uprtracker.services.change import ChangeSet
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.services.text_loader import find_paragraph, find_text_version
from uprtracker.vocabulary import briefing_text as words
from uprtracker.vocabulary.briefing_text import FIELDS_OF, Field, Subject, TextKey

LONGEST_KEY = 200


class BriefingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def questions(self, state: str = "") -> tuple[words.AdvanceQuestion, ...]:
        """The advance questions in the order in which they came; only those of a State (ISO 3166 alpha-3) if one is named.

        None for a profile that is not of the State: the answers are its own.
        """
        if not self._store.actor.profile.of_the_state:
            return ()
        with self._store.read() as session:
            return tuple(q for q in load_questions(session) if state in ("", q.asking_iso3))

    def set_field(self, subject: Subject, subject_key: str, field: Field, text: str) -> ChangeSet:
        """Write one text of the pack, or empty it. `subject_key` as in `TextKey`.

        `UserError` where the subject has no such text, or is not in the dossier.
        """
        key = _checked(TextKey(subject, subject_key.strip(), field))
        with self._store.action("") as recorder:
            permission.require_briefing(recorder.actor)
            name, recommendation_id = _about(recorder.session, key)
            recorder.name(_("Briefing, {subject}: {field}").format(subject=name, field=field.label))
            _write(recorder, key, text.strip(), recommendation_id)
        return recorder.result()

    def set_answer(self, question_id: int, text: str) -> ChangeSet:
        """Write the answer to an advance question, or empty it; `UserError` where there is no such question."""
        with self._store.action("") as recorder:
            permission.require_briefing(recorder.actor)
            question = recorder.session.get(AdvanceQuestion, question_id)
            if question is None or question.withdrawn_at is not None:
                raise UserError(
                    _("There is no advance question {id} in this dossier; read the list again.").format(
                        id=question_id
                    )
                )
            recorder.name(
                _("Answer question {number} of {state}").format(
                    number=question.ordinal, state=question.asking_as_printed
                )
            )
            recorder.update(question, "answer", text.strip())
        return recorder.result()


def _checked(key: TextKey) -> TextKey:
    if key.field not in FIELDS_OF[key.subject]:
        raise UserError(
            _("'{field}' is not a text of '{subject}'; it has: {fields}.").format(
                field=key.field.label,
                subject=key.subject.label,
                fields=", ".join(field.label for field in FIELDS_OF[key.subject]),
            )
        )
    if (key.subject is Subject.DOSSIER) != (key.subject_key == ""):
        raise UserError(_("Name the cluster, paragraph or recommendation that the text is about."))
    if len(key.subject_key) > LONGEST_KEY:
        raise UserError(
            _("The name of the sheet is longer than 200 characters; give its cluster a shorter one.")
        )
    return key


def _about(session: Session, key: TextKey) -> tuple[str, int | None]:
    """How the history names a subject, and the recommendation whose own history it belongs to."""
    if key.subject is Subject.PARAGRAPH:
        text, _space, label = key.subject_key.partition(" ")
        paragraph = find_paragraph(session, find_text_version(session, text), label)
        return _("paragraph {label}").format(label=paragraph.label), None
    if key.subject is not Subject.RECOMMENDATION:
        return key.subject_key or _("whole pack"), None
    r = Recommendation
    row = session.scalars(select(r).where(r.uid == key.subject_key, r.withdrawn_at.is_(None))).first()
    if row is None:
        raise UserError(_("The recommendation is no longer in this dossier; read the list again."))
    return f"{row.number}{row.part}", row.id


def _write(recorder: Recorder, key: TextKey, text: str, recommendation_id: int | None) -> None:
    f = BriefingField
    known = recorder.session.scalars(
        select(f).where(f.subject == key.subject, f.subject_key == key.subject_key, f.field == key.field)
    ).first()
    if known is None:
        if text:
            made = f(subject=key.subject, subject_key=key.subject_key, field=key.field, text=text)
            recorder.create(made, "text", text, recommendation_id=recommendation_id)
        return
    if known.withdrawn_at is not None:
        if not text:
            return
        recorder.restore(known, "text", known.text, recommendation_id=recommendation_id)
    recorder.update(known, "text", text, recommendation_id=recommendation_id)
