"""Instruments, the versions of their texts, their paragraphs, and the links of recommendations to them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, words
from uprtracker.vocabulary.profile import Profile


class Instrument(Entity, Base):
    __tablename__ = "instrument"

    key: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(400))


class TextVersion(Entity, Base):
    """One wording of an instrument. A paragraph is identified by instrument, version and label, never by a number."""

    __tablename__ = "text_version"
    __table_args__ = (UniqueConstraint("instrument_id", "version"),)

    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    version: Mapped[str] = mapped_column(String(64))
    description: Mapped[str] = mapped_column(String(400))


class Paragraph(Entity, Base):
    __tablename__ = "paragraph"
    __table_args__ = (UniqueConstraint("text_version_id", "label"),)

    text_version_id: Mapped[int] = mapped_column(ForeignKey("text_version.id"))
    label: Mapped[str] = mapped_column(String(32))
    sort_key: Mapped[str] = mapped_column(String(64))
    parent: Mapped[str] = mapped_column(String(32), default="")
    preambular: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    opening: Mapped[str] = mapped_column(String(200), default="")
    addressees: Mapped[str] = mapped_column(String(64))
    short: Mapped[str] = mapped_column(String(200), default="")
    gap_unit: Mapped[bool]


class Footnote(Base):
    __tablename__ = "footnote"

    text_version_id: Mapped[int] = mapped_column(ForeignKey("text_version.id"), primary_key=True)
    marker: Mapped[str] = mapped_column(String(8), primary_key=True)
    label: Mapped[str] = mapped_column(String(32), default="")
    text: Mapped[str] = mapped_column(Text)


class Link(Entity, Base):
    """A person's word on one recommendation and one paragraph. What the program merely suggests is not stored."""

    __tablename__ = "link"
    __table_args__ = (
        CheckConstraint("state IN ('suggested', 'confirmed', 'rejected')", name="state"),
        Index("ix_link_paragraph", "paragraph_id", "recommendation_id"),
        Index("ix_link_recommendation", "recommendation_id"),
    )

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id"))
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    profile: Mapped[Profile] = mapped_column(words(Profile, "profile"))


class MappingDecision(Entity, Base):
    """That a recommendation has been mapped to a text version: `linked`, or `concerns_none`. No row: undecided."""

    __tablename__ = "mapping_decision"
    __table_args__ = (
        CheckConstraint("decision IN ('linked', 'concerns_none')", name="decision"),
        Index("ix_mapping_decision_recommendation", "recommendation_id", "text_version_id"),
    )

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    text_version_id: Mapped[int] = mapped_column(ForeignKey("text_version.id"))
    decision: Mapped[str] = mapped_column(String(16))
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    profile: Mapped[Profile] = mapped_column(words(Profile, "profile"))


class Concordance(Base):
    """That a label of one text version answers to a label of another, and how that is known."""

    __tablename__ = "concordance"

    from_version_id: Mapped[int] = mapped_column(ForeignKey("text_version.id"), primary_key=True)
    from_label: Mapped[str] = mapped_column(String(32), primary_key=True)
    to_version: Mapped[str] = mapped_column(String(64), primary_key=True)
    to_label: Mapped[str] = mapped_column(String(32), primary_key=True)
    basis: Mapped[str] = mapped_column(String(200))
