"""Taking back what was done to an institution: it stays while anything names it, and no name stands twice."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.history import HistoryEntry
from uprtracker.models.institution import Institution
from uprtracker.services.institution_references import is_referred_to, recommendations_of
from uprtracker.services.recorder import Recorder
from uprtracker.vocabulary.text import fold


def take_back_institution(recorder: Recorder, row: Institution, entry: HistoryEntry) -> bool:
    """Whether the entry could be taken back. One that others use by now is left, which is no refusal."""
    recorder.session.flush()
    if entry.action in ("create", "restore"):
        if row.withdrawn_at is None and not is_referred_to(recorder.session, row.id):
            recorder.withdraw(row, entry.field, entry.new)
        return True
    if entry.action == "withdraw":
        if row.withdrawn_at is not None:
            recorder.restore(row, entry.field, entry.old)
    elif getattr(row, entry.field) != entry.new or _is_taken(recorder.session, row, entry):
        return False
    else:
        recorder.update(row, entry.field, entry.old)
    recorder.session.flush()
    recorder.touched.update(recommendations_of(recorder.session, row.id))
    recorder.structure = True
    return True


def _is_taken(session: Session, row: Institution, entry: HistoryEntry) -> bool:
    """Whether somebody else bears the old name by now."""
    if entry.field != "name":
        return False
    others = session.scalars(select(Institution.name).where(Institution.id != row.id))
    return fold(entry.old or "") in {fold(name) for name in others}
