"""Advance questions of a file as rows of the dossier: which are new, and writing them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.record import ParsedQuestion, ParsedQuestions
from uprtracker.models.briefing import AdvanceQuestion
from uprtracker.services.home import home_name
from uprtracker.services.import_plan import PlannedQuestions
from uprtracker.services.recorder import Recorder
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.text import fold


def plan_questions(session: Session, read: ParsedQuestions, home: str) -> PlannedQuestions:
    """A question is known again by the State that asks, its batch and its wording."""
    if read.state_iso3 and read.state_iso3 != home:
        raise UserError(
            _("'{file}' holds questions to {other}, this dossier is about {home}.").format(
                file=read.file, other=state(read.state_iso3).short, home=home_name(session)
            )
        )
    q = AdvanceQuestion
    rows = session.execute(
        select(q.asking_iso3, q.asking_as_printed, q.batch, q.text).where(q.withdrawn_at.is_(None))
    )
    known = {(iso3 or printed, batch, fold(text)) for iso3, printed, batch, text in rows}
    new = [
        question
        for question in read.questions
        if (question.state_iso3 or _asking(question), str(read.batch), fold(question.text)) not in known
    ]
    return PlannedQuestions(read, tuple(new))


def write_questions(recorder: Recorder, planned: PlannedQuestions, file_id: int) -> None:
    for question in planned.new:
        row = AdvanceQuestion(
            file_id=file_id,
            asking_iso3=question.state_iso3 or "",
            asking_as_printed=_asking(question)[:200],
            batch=str(planned.read.batch),
            ordinal=question.order,
            text=question.text,
            recorded_at=recorder.at,
        )
        recorder.create(row, "advance_question", question.state_as_printed)
    recorder.session.flush()


def _asking(question: ParsedQuestion) -> str:
    """With those on whose behalf a State asks, in the words of the document: the answer is to them too."""
    if not question.on_behalf_of:
        return question.state_as_printed
    return f"{question.state_as_printed}, on behalf of {question.on_behalf_of}"
