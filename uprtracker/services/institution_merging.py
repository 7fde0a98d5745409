"""Two spellings of one institution become one: what belonged to the first belongs to the second."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.institution import FocalPoint, Institution
from uprtracker.services.assignment_entry import enter_assignment
from uprtracker.services.institution_lookup import MERGED
from uprtracker.services.institution_references import is_named_reader, referring_rows
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.saved_names import rename_in_views
from uprtracker.vocabulary.text import fold


def merge_spelling(recorder: Recorder, spelling: Institution, into: Institution, today: date) -> None:
    """Move every reference, keep who supports what, and withdraw the spelling. `UserError` where that would mix hands."""
    _refuse_mixing(recorder.session, spelling, into)
    supported = {row.id for row in load_rows(recorder.session) if spelling.name in row.supporting}
    posts = _posts(recorder.session, into)
    for row, column in list(referring_rows(recorder.session, spelling.id, withdrawn=True)):
        if isinstance(row, FocalPoint) and row.withdrawn_at is None and fold(row.post) in posts:
            recorder.withdraw(row, "focal point", row.post)
        else:
            recorder.update(row, column, into.id, recommendation_id=getattr(row, "recommendation_id", None))
    recorder.session.flush()
    _settle_roles(recorder, into, supported, today)
    rename_in_views(recorder, spelling.name, into.name)
    recorder.withdraw(spelling, MERGED, spelling.name, new=into.uid)


def _refuse_mixing(session: Session, spelling: Institution, into: Institution) -> None:
    if spelling is into:
        raise UserError(_("This is one institution already; choose two."))
    if "nhri" in (spelling.kind, into.kind) and spelling.kind != into.kind:
        raise UserError(
            _("{first} and {second} are not one institution: the NHRI is independent of the others.").format(
                first=spelling.name, second=into.name
            )
        )
    if is_named_reader(session, spelling.id):
        raise UserError(
            _("{name} may read restricted notes of others; merge the other way round.").format(
                name=spelling.name
            )
        )


def _settle_roles(recorder: Recorder, into: Institution, supported: set[int], today: date) -> None:
    """Whoever supported under the old spelling goes on to support, and a lead does not support beside."""
    for row in load_rows(recorder.session, ids=sorted(recorder.touched)):
        supports = into.name in row.supporting
        wanted = row.lead != into.name and (supports or row.id in supported)
        if wanted != supports:
            enter_assignment(
                recorder,
                row,
                into.id,
                "supporting",
                active=wanted,
                on=today,
                old="" if wanted else into.name,
                new=into.name if wanted else "",
            )


def _posts(session: Session, institution: Institution) -> set[str]:
    f = FocalPoint
    standing = select(f.post).where(f.institution_id == institution.id, f.withdrawn_at.is_(None))
    return {fold(post) for post in session.scalars(standing)}
