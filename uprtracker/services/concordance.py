"""Concordances between the versions of one instrument's text, as a dossier holds them or as they ship.

A dossier that was made before a concordance shipped has no rows of it: then the shipped one is read.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from uprtracker.models.instrument import Concordance, Instrument, TextVersion
from uprtracker.vocabulary.concordance import BUNDLED, BundledConcordance, LabelPair, turned
from uprtracker.vocabulary.paragraph_label import parse_label


def read_pairs(session: Session, version: TextVersion, to_version: str) -> tuple[LabelPair, ...]:
    """The rows of the concordance from a text to a version of the same instrument, in the order of the text."""
    c = Concordance
    rows = session.execute(
        select(c.from_label, c.to_label, c.basis).where(
            c.from_version_id == version.id, c.to_version == to_version
        )
    )
    pairs = [LabelPair(*row) for row in rows]
    return tuple(sorted(pairs, key=lambda p: (parse_label(p.first), parse_label(p.second))))


def write_pairs(session: Session, version: TextVersion, to_version: str, pairs: Iterable[LabelPair]) -> None:
    """Put these pairs in place of the concordance that there is."""
    c = Concordance
    session.execute(delete(c).where(c.from_version_id == version.id, c.to_version == to_version))
    session.add_all(
        Concordance(
            from_version_id=version.id,
            from_label=pair.first,
            to_version=to_version,
            to_label=pair.second,
            basis=pair.basis,
        )
        for pair in pairs
    )
    session.flush()


def concordance_between(session: Session, first: TextVersion, second: TextVersion) -> Sequence[LabelPair]:
    """The pairs from the first text to the second, read from either side; empty where there is no concordance."""
    if first.instrument_id != second.instrument_id:
        return ()
    key = session.get_one(Instrument, first.instrument_id).key
    return _from(session, key, first, second) or turned(_from(session, key, second, first))


def bundled_target(name: str) -> tuple[BundledConcordance, str] | None:
    """The shipped concordance that leads to a text known by this symbol or number, and the name it has there."""
    for bundled in BUNDLED:
        if name in bundled.to_versions:
            return bundled, bundled.to_versions[0]
    return None


def _from(session: Session, key: str, first: TextVersion, second: TextVersion) -> tuple[LabelPair, ...]:
    stored = read_pairs(session, first, second.version)
    if stored:
        return stored
    for bundled in BUNDLED:
        if (bundled.instrument, bundled.version) == (key, first.version) and (
            second.version in bundled.to_versions
        ):
            return read_pairs(session, first, bundled.to_versions[0]) or bundled.pairs()
    return ()
