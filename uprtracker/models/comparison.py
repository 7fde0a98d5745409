"""What a person says about two recommendations of two cycles, and how a sender's columns are to be read."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity


class RecommendationPair(Entity, Base):
    """That a later recommendation repeats or strengthens an earlier one, or does not."""

    __tablename__ = "recommendation_pair"
    __table_args__ = (
        CheckConstraint("kind IN ('repeated', 'strengthened', 'weakened')", name="kind"),
        CheckConstraint("state IN ('confirmed', 'rejected')", name="state"),
    )

    earlier_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), index=True)
    later_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))


class ColumnMapping(Entity, Base):
    """How the columns of a sender's table are read, as the JSON of the importer's mapping."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("sender"),)

    sender: Mapped[str] = mapped_column(String(200))
    definition: Mapped[str] = mapped_column(Text)
