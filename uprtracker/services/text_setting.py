"""What is set for a text version beside its columns: being the default text, and concordances; and taking that back."""

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.history import HistoryEntry
from uprtracker.models.instrument import Instrument, Link, MappingDecision, Paragraph, TextVersion
from uprtracker.services.concordance import read_pairs, write_pairs
from uprtracker.services.recorder import Recorder
from uprtracker.services.text_loader import default_fact, text_name
from uprtracker.vocabulary.concordance import LabelPair

TEXT = "text"
DEFAULT_TEXT = "default text"
CONCORDANCE = "concordance"


def name_of(session: Session, version: TextVersion) -> str:
    return text_name(session.get_one(Instrument, version.instrument_id).key, version.version)


def make_default(recorder: Recorder, version: TextVersion) -> None:
    """Make a text the default one; the change hangs on the text that becomes it. Nothing happens if it is."""
    session = recorder.session
    fact = default_fact(session)
    if fact.value == version.uid:
        return
    before = session.scalars(select(TextVersion).where(TextVersion.uid == fact.value)).one()
    fact.value = version.uid
    recorder.note_update(version, DEFAULT_TEXT, name_of(session, before), name_of(session, version))
    recorder.structure = True


def replace_concordance(
    recorder: Recorder, version: TextVersion, to_version: str, pairs: Sequence[LabelPair]
) -> None:
    """Put pairs in place of those from a text to another version; nothing happens if they are the same."""
    old = read_pairs(recorder.session, version, to_version)
    if set(old) != set(pairs):
        write_pairs(recorder.session, version, to_version, pairs)
        now = read_pairs(recorder.session, version, to_version)
        recorder.note_update(version, CONCORDANCE, _as_word(to_version, old), _as_word(to_version, now))


def take_back_text(recorder: Recorder, version: TextVersion, entry: HistoryEntry) -> bool:
    """Undo one change of a text version; false where it is in use, or no longer as the change left it."""
    if entry.field == DEFAULT_TEXT:
        return _default_back(recorder, entry)
    if entry.field == CONCORDANCE:
        return _concordance_back(recorder, version, entry)
    if entry.action == "withdraw":
        recorder.restore(version, TEXT, entry.old)
    elif version.withdrawn_at is None:
        if _in_use(recorder.session, version):
            return False
        recorder.withdraw(version, TEXT, entry.new)
    return True


def _default_back(recorder: Recorder, entry: HistoryEntry) -> bool:
    session = recorder.session
    default = session.scalars(select(TextVersion).where(TextVersion.uid == default_fact(session).value)).one()
    before = _named(session, entry.old or "")
    if name_of(session, default) != entry.new or before is None:
        return False
    make_default(recorder, before)
    return True


def _concordance_back(recorder: Recorder, version: TextVersion, entry: HistoryEntry) -> bool:
    to_version, pairs = _from_word(entry.new or "")
    if set(read_pairs(recorder.session, version, to_version)) != set(pairs):
        return False
    replace_concordance(recorder, version, *_from_word(entry.old or ""))
    return True


def _named(session: Session, name: str) -> TextVersion | None:
    key, _sep, version = name.partition("@")
    i, v = Instrument, TextVersion
    statement = select(v).join(i, i.id == v.instrument_id)
    return session.scalars(
        statement.where(i.key == key, v.version == version, v.withdrawn_at.is_(None))
    ).first()


def _in_use(session: Session, version: TextVersion) -> bool:
    if default_fact(session).value == version.uid:
        return True
    links = (
        select(Link.id)
        .join(Paragraph, Paragraph.id == Link.paragraph_id)
        .where(Paragraph.text_version_id == version.id, Link.withdrawn_at.is_(None))
    )
    decisions = select(MappingDecision.id).where(
        MappingDecision.text_version_id == version.id, MappingDecision.withdrawn_at.is_(None)
    )
    return session.scalars(links).first() is not None or session.scalars(decisions).first() is not None


def _as_word(to_version: str, pairs: Sequence[LabelPair]) -> str:
    rows = [[pair.first, pair.second, pair.basis] for pair in pairs]
    return json.dumps({"to": to_version, "pairs": rows}, ensure_ascii=False)


def _from_word(word: str) -> tuple[str, tuple[LabelPair, ...]]:
    value = json.loads(word)
    return value["to"], tuple(LabelPair(*row) for row in value["pairs"])
