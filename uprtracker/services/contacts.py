"""Who answers for an institution: its focal points, as posts and contacts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.institution import FocalPoint, Institution
from uprtracker.vocabulary import read_model as read


def load_focal_points(session: Session) -> tuple[read.FocalPoint, ...]:
    """All of the dossier, by institution, the first post before its alternates."""
    f, i = FocalPoint, Institution
    statement = (
        select(i.name, f.post, f.alternate, f.contact)
        .join(i, i.id == f.institution_id)
        .where(f.withdrawn_at.is_(None), i.withdrawn_at.is_(None))
        .order_by(i.name, f.alternate, f.id)
    )
    return tuple(read.FocalPoint(*row) for row in session.execute(statement))
