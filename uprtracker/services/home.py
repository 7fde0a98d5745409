"""The State that a dossier is about, which may be an invented one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.dossier import Fact
from uprtracker.vocabulary.state import state


def home_state(session: Session) -> str:
    """Its ISO 3166 alpha-3 code, or the made-up one of an invented State."""
    return session.scalars(select(Fact.value).where(Fact.key == "home_state")).one()


def home_name(session: Session) -> str:
    invented = session.scalars(select(Fact.value).where(Fact.key == "state_name")).one()
    return invented or state(home_state(session)).short
