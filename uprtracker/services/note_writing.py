"""Writing one annotation row: for notes that people write, and for reasons that an action gives."""

from uprtracker.models.annotation import Annotation
from uprtracker.models.base import new_uid
from uprtracker.models.institution import Institution
from uprtracker.services.recorder import Recorder
from uprtracker.services.vault import vault_of
from uprtracker.vocabulary.confidentiality import Confidentiality


def write_note(
    recorder: Recorder,
    recommendation_id: int,
    author: Institution,
    text: str,
    level: Confidentiality,
    thread: str = "",
) -> None:
    """An open annotation that its author holds; `thread` is the one that it answers, else it begins its own.

    The words of an NHRI's restricted one are sealed with the key of its machine, so that the State cannot read them.
    """
    uid = new_uid()
    note = Annotation(
        uid=uid,
        recommendation_id=recommendation_id,
        thread_uid=thread or uid,
        institution_id=author.id,
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
        profile=recorder.actor.profile,
        confidentiality=level,
        holder_id=author.id,
    )
    private = level is Confidentiality.RESTRICTED and author.kind == "nhri"
    words = vault_of(recorder.session).seal(text, uid) if private else text
    revision = recorder.write_text("annotation", uid, words)
    recorder.create(
        note, "annotation", f"{revision.uid} {revision.digest}", recommendation_id=recommendation_id
    )


def tell_reason(recorder: Recorder, recommendation_id: int, text: str) -> None:
    """Why an institution's word was not taken: the State's profiles read it, the NHRI does not."""
    write_note(recorder, recommendation_id, recorder.own_institution(), text, Confidentiality.GOVERNMENT)
