"""What the State says and does about a recommendation: position, status, measures, progress, evidence."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, Versioned, words
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.status import Status


class PositionEntry(Entity, Base):
    """A position with its source; the latest by both dates is the position today."""

    __tablename__ = "position_entry"
    __table_args__ = (Index("ix_position_entry_recommendation", "recommendation_id", "effective_on"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    position: Mapped[Position] = mapped_column(words(Position, "position"))
    as_printed: Mapped[str] = mapped_column(String(200), default="")
    already_implemented: Mapped[bool] = mapped_column(default=False)
    source_symbol: Mapped[str] = mapped_column(String(64), default="")
    source_paragraph: Mapped[str] = mapped_column(String(64), default="")
    explanation: Mapped[str] = mapped_column(Text, default="")
    effective_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))


class StatusEntry(Entity, Base):
    """A dated word of the State; a draft until it is validated."""

    __tablename__ = "status_entry"
    __table_args__ = (Index("ix_status_entry_recommendation", "recommendation_id", "effective_on"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    status: Mapped[Status] = mapped_column(words(Status, "status"))
    comment: Mapped[str] = mapped_column(Text, default="")
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    profile: Mapped[Profile] = mapped_column(words(Profile, "profile"))
    validated_at: Mapped[datetime | None]
    validated_by: Mapped[str] = mapped_column(String(200), default="")


class Measure(Versioned, Base):
    """What an institution does about one or several recommendations."""

    __tablename__ = "measure"
    __table_args__ = (
        CheckConstraint("state IN ('planned', 'in_progress', 'completed', 'dropped')", name="state"),
    )

    title: Mapped[str] = mapped_column(String(400))
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"))
    start_on: Mapped[date | None]
    due_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(16), default="planned")


class MeasureRecommendation(Base):
    __tablename__ = "measure_recommendation"

    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), primary_key=True)
    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)


class ProgressEntry(Entity, Base):
    """A dated narrative by an institution; its words are a `TextRevision`."""

    __tablename__ = "progress_entry"
    __table_args__ = (Index("ix_progress_entry_recommendation", "recommendation_id", "effective_on"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    confidentiality: Mapped[Confidentiality] = mapped_column(words(Confidentiality, "confidentiality"))
    holder_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))


class Evidence(Entity, Base):
    """A citation or an attached file; the quotation is a `TextRevision`."""

    __tablename__ = "evidence"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), index=True)
    title: Mapped[str] = mapped_column(String(400))
    symbol: Mapped[str] = mapped_column(String(64), default="")
    paragraph: Mapped[str] = mapped_column(String(64), default="")
    link: Mapped[str] = mapped_column(String(2000), default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    confidentiality: Mapped[Confidentiality] = mapped_column(words(Confidentiality, "confidentiality"))
    holder_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
