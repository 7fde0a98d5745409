"""What the NHRI and colleagues say: annotations in threads, assessments, and the immutable texts of both."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, words
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.status import Assessment


class TextRevision(Entity, Base):
    """One wording of an annotation, a quotation or a progress entry; never changed, the latest one holds.

    History names a revision by uid and digest only, so that words can be purged and the history stays whole.
    """

    __tablename__ = "text_revision"
    __table_args__ = (
        CheckConstraint(
            "owner IN ('annotation', 'assessment_entry', 'progress_entry', 'evidence')", name="owner"
        ),
        Index("ix_text_revision_owner", "owner", "owner_uid"),
    )

    owner: Mapped[str] = mapped_column(String(32))
    owner_uid: Mapped[str] = mapped_column(String(36))
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))


class Annotation(Entity, Base):
    __tablename__ = "annotation"
    __table_args__ = (CheckConstraint("state IN ('open', 'answered', 'resolved')", name="state"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), index=True)
    thread_uid: Mapped[str] = mapped_column(String(36), index=True)
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    profile: Mapped[Profile] = mapped_column(words(Profile, "profile"))
    state: Mapped[str] = mapped_column(String(16), default="open")
    confidentiality: Mapped[Confidentiality] = mapped_column(words(Confidentiality, "confidentiality"))
    holder_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))


class AnnotationReader(Base):
    """An institution that the holder of a restricted annotation lets read it."""

    __tablename__ = "annotation_reader"

    annotation_id: Mapped[int] = mapped_column(ForeignKey("annotation.id"), primary_key=True)
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), primary_key=True)


class AssessmentEntry(Entity, Base):
    """The NHRI's dated assessment of one recommendation."""

    __tablename__ = "assessment_entry"
    __table_args__ = (Index("ix_assessment_entry_recommendation", "recommendation_id", "effective_on"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"))
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    assessment: Mapped[Assessment] = mapped_column(words(Assessment, "assessment"))
    citation: Mapped[str] = mapped_column(String(400), default="")
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
