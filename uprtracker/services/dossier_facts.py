"""What a dossier says of itself, and whose copy it is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.dossier import Fact
from uprtracker.vocabulary.package import FOR_NHRI, PACKAGE_FOR


def facts_of(session: Session) -> dict[str, str]:
    """Every fact by its key."""
    return {fact.key: fact.value for fact in session.execute(select(Fact.key, Fact.value))}


def set_fact(session: Session, key: str, value: str) -> None:
    fact = session.get(Fact, key)
    if fact is None:
        session.add(Fact(key=key, value=value))
    else:
        fact.value = value


def is_for_nhri(facts: dict[str, str]) -> bool:
    """Whether the dossier is the NHRI's own copy, in which the State says nothing."""
    return facts.get(PACKAGE_FOR) == FOR_NHRI
