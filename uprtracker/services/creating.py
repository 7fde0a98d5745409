"""Making a new dossier: its State, the bundled resolution with its concordance, nothing else."""

from pathlib import Path

from sqlalchemy.orm import Session

from uprtracker.models.base import new_uid
from uprtracker.models.dossier import Fact
from uprtracker.models.instrument import Instrument, TextVersion
from uprtracker.services.concordance import write_pairs
from uprtracker.services.text_writing import write_paragraphs
from uprtracker.vocabulary.concordance import BUNDLED
from uprtracker.vocabulary.instrument import bundled_instruments, load_instrument


def write_facts(session: Session, *, iso3: str, state_name: str = "", sample: bool = False) -> None:
    """What a dossier says of itself; `state_name` only where the State is invented."""
    facts = {
        "database_id": new_uid(),
        "home_state": iso3,
        "state_name": state_name,
        "sample": "yes" if sample else "no",
    }
    session.add_all(Fact(key=key, value=value) for key, value in facts.items())


def write_instruments(session: Session, paths: tuple[Path, ...] | None = None) -> None:
    """The bundled texts with their concordances; the first one is the dossier's default text."""
    for number, path in enumerate(paths or bundled_instruments()):
        text = load_instrument(path)
        instrument = Instrument(uid=new_uid(), key=text.instrument, title=text.title)
        session.add(instrument)
        session.flush()
        version = TextVersion(
            uid=new_uid(), instrument_id=instrument.id, version=text.version, description=text.description
        )
        session.add(version)
        session.flush()
        write_paragraphs(session, version, text)
        for bundled in BUNDLED:
            if (bundled.instrument, bundled.version) == (text.instrument, text.version):
                write_pairs(session, version, bundled.to_versions[0], bundled.pairs())
        if number == 0:
            session.add(Fact(key="default_text_version", value=version.uid))
