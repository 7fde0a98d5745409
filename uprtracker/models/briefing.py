"""What a delegation prepares: questions asked in advance, and its own words for the briefing pack."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Versioned


class BriefingField(Versioned, Base):
    """One text of the pack; `subject_key` as in `vocabulary.briefing_text.TextKey`."""

    __tablename__ = "briefing_field"
    __table_args__ = (
        UniqueConstraint("subject", "subject_key", "field"),
        CheckConstraint("subject IN ('dossier', 'cluster', 'paragraph', 'recommendation')", name="subject"),
        CheckConstraint(
            "field IN ('key_messages', 'suggested_reply', 'sensitive_points', 'speaker', 'criticism', 'running_order')",
            name="field",
        ),
    )

    subject: Mapped[str] = mapped_column(String(16))
    subject_key: Mapped[str] = mapped_column(String(200), default="")
    field: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text, default="")


class AdvanceQuestion(Versioned, Base):
    """A question that a State sent before the review, with the answer prepared."""

    __tablename__ = "advance_question"

    document_id: Mapped[int | None] = mapped_column(ForeignKey("source_document.id"))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    asking_iso3: Mapped[str] = mapped_column(String(3), index=True)
    asking_as_printed: Mapped[str] = mapped_column(String(200))
    batch: Mapped[str] = mapped_column(String(64), default="")
    ordinal: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime]
