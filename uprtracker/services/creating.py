"""Making a new dossier: its State, the bundled resolution, nothing else."""

from pathlib import Path

from sqlalchemy.orm import Session

from uprtracker.models.base import new_uid
from uprtracker.models.dossier import Fact
from uprtracker.models.instrument import Footnote, Instrument, Paragraph, TextVersion
from uprtracker.vocabulary.instrument import InstrumentText, bundled_instruments, load_instrument


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
    """The bundled texts; the first one is the dossier's default text."""
    for number, path in enumerate(paths or bundled_instruments()):
        version = _write_text(session, load_instrument(path))
        if number == 0:
            session.add(Fact(key="default_text_version", value=version.uid))


def _write_text(session: Session, text: InstrumentText) -> TextVersion:
    instrument = Instrument(uid=new_uid(), key=text.instrument, title=text.title)
    session.add(instrument)
    session.flush()
    version = TextVersion(
        uid=new_uid(), instrument_id=instrument.id, version=text.version, description=text.description
    )
    session.add(version)
    session.flush()
    session.add_all(
        Paragraph(
            uid=new_uid(),
            text_version_id=version.id,
            label=p.label,
            sort_key=p.sort_key,
            parent=p.parent,
            preambular=p.preambular,
            text=p.text,
            opening=p.opening,
            addressees=p.addressees,
            short=p.short,
            gap_unit=p.is_gap_unit,
        )
        for p in text.paragraphs
    )
    session.add_all(
        Footnote(text_version_id=version.id, marker=f.marker, label=f.cited_by, text=f.text)
        for f in text.footnotes
    )
    return version
