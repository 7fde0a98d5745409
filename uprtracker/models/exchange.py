"""What has left the dossier to be filled in elsewhere, and what institutions ask of the secretariat."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity


class OutgoingFile(Entity, Base):
    """A workbook, package or copy that was given out: the values it left with are the base when it comes back."""

    __tablename__ = "outgoing_file"
    __table_args__ = (CheckConstraint("kind IN ('workbook', 'package', 'copy')", name="kind"),)

    kind: Mapped[str] = mapped_column(String(16))
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"))
    language: Mapped[str] = mapped_column(String(8))
    audience: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    base: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str] = mapped_column(String(64))


class ReassignmentRequest(Entity, Base):
    """*Not ours, belongs to ...*: what an institution says about an assignment; the secretariat decides."""

    __tablename__ = "reassignment_request"
    __table_args__ = (CheckConstraint("state IN ('open', 'accepted', 'declined')", name="state"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), index=True)
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    proposed: Mapped[str] = mapped_column(String(200), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(16), default="open")
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
