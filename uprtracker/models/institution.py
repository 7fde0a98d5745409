"""Institutions, their focal points, and which of them leads or supports which recommendation."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, Versioned


class Institution(Versioned, Base):
    __tablename__ = "institution"
    __table_args__ = (
        CheckConstraint("kind IN ('ministry', 'agency', 'secretariat', 'nhri', 'other')", name="kind"),
    )

    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(16), default="ministry")


class FocalPoint(Versioned, Base):
    """The post that answers for an institution; a post, not a person."""

    __tablename__ = "focal_point"

    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), index=True)
    post: Mapped[str] = mapped_column(String(200))
    alternate: Mapped[bool] = mapped_column(default=False)
    contact: Mapped[str] = mapped_column(String(200), default="")


class Assignment(Entity, Base):
    """From a date on, an institution leads or supports (`active`), or no longer does; the latest entry holds.

    A recommendation has one lead: the latest `lead` entry says which institution, or none.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("role IN ('lead', 'supporting')", name="role"),
        Index("ix_assignment_recommendation", "recommendation_id", "role", "effective_on"),
    )

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    active: Mapped[bool] = mapped_column(default=True)
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
