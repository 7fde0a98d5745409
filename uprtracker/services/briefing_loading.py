"""Reading what is stored for the briefing pack, as far as its audience and the profile may see it."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.briefing import AdvanceQuestion, BriefingField
from uprtracker.models.comparison import RecommendationPair
from uprtracker.models.institution import Institution
from uprtracker.vocabulary import briefing_text as words
from uprtracker.vocabulary.briefing_text import (
    BriefingTexts,
    ConfirmedPair,
    Field,
    SheetChoice,
    Subject,
    TextKey,
)
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor


def load_briefing(
    session: Session, actor: Actor, audience: Confidentiality, sheets: SheetChoice = SheetChoice.ALL
) -> BriefingTexts:
    """The texts of the pack; those above the audience are only counted."""
    return within_audience(stored_briefing(session), actor, audience, sheets)


def stored_briefing(session: Session) -> BriefingTexts:
    """All texts of the pack, whoever may see them."""
    return BriefingTexts(
        texts=_texts(session),
        questions=load_questions(session),
        pairs=_pairs(session),
        nhri=frozenset(session.scalars(select(Institution.name).where(Institution.kind == "nhri"))),
    )


def within_audience(
    stored: BriefingTexts, actor: Actor, audience: Confidentiality, sheets: SheetChoice
) -> BriefingTexts:
    """What a profile and an audience may see of the texts.

    What is prepared is the State's, so another profile sees none of it. Sensitive points are what must not be said:
    they are for the government, the rest is written to be spoken.
    """
    shown, asked = stored.texts, stored.questions
    withheld = 0
    if not actor.profile.of_the_state:
        shown, asked = {}, ()
        withheld = sum(bool(question.answer) for question in stored.questions)
    elif audience is Confidentiality.PUBLIC:
        shown = {key: text for key, text in shown.items() if key.field is not Field.SENSITIVE_POINTS}
    return replace(
        stored,
        texts=shown,
        questions=asked,
        sheets=sheets,
        withheld=withheld + len(stored.texts) - len(shown),
    )


def load_questions(session: Session) -> tuple[words.AdvanceQuestion, ...]:
    """The advance questions by batch and in the order in which they were printed."""
    q = AdvanceQuestion
    statement = select(q).where(q.withdrawn_at.is_(None)).order_by(q.batch, q.ordinal, q.id)
    return tuple(
        words.AdvanceQuestion(
            id=question.id,
            asking_iso3=question.asking_iso3,
            asking_as_printed=question.asking_as_printed,
            batch=question.batch,
            ordinal=question.ordinal,
            text=question.text,
            answer=question.answer,
        )
        for question in session.scalars(statement)
    )


def _texts(session: Session) -> dict[TextKey, str]:
    f = BriefingField
    statement = select(f).where(f.withdrawn_at.is_(None), f.text != "").order_by(f.id)
    return {
        TextKey(Subject(each.subject), each.subject_key, Field(each.field)): each.text
        for each in session.scalars(statement)
    }


def _pairs(session: Session) -> tuple[ConfirmedPair, ...]:
    p = RecommendationPair
    statement = select(p).where(p.withdrawn_at.is_(None), p.state == "confirmed").order_by(p.id)
    return tuple(
        ConfirmedPair(pair.earlier_id, pair.later_id, pair.kind) for pair in session.scalars(statement)
    )
