"""Who changed what and when, in batches that can be undone; snapshots; saved views."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, new_uid, words
from uprtracker.vocabulary.profile import Profile


class Batch(Base):
    """One action of a person: everything it changed is undone together. `undoes`: the batch that this one took back."""

    __tablename__ = "batch"

    uid: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_uid)
    title: Mapped[str] = mapped_column(String(400))
    at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    profile: Mapped[Profile] = mapped_column(words(Profile, "profile"))
    institution: Mapped[str] = mapped_column(String(200), default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    undoes: Mapped[str | None] = mapped_column(ForeignKey("batch.uid"))


class HistoryEntry(Base):
    """One change of one field of one row, in the order of `seq`. Holds no text of an annotation, quotation or progress."""

    __tablename__ = "history_entry"
    __table_args__ = (
        CheckConstraint("action IN ('create', 'update', 'withdraw', 'restore')", name="action"),
        Index("ix_history_entry_recommendation", "recommendation_id", "seq"),
        Index("ix_history_entry_entity", "entity", "entity_uid"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[str] = mapped_column(ForeignKey("batch.uid"), index=True)
    recommendation_id: Mapped[int | None] = mapped_column(ForeignKey("recommendation.id"))
    entity: Mapped[str] = mapped_column(String(32))
    entity_uid: Mapped[str] = mapped_column(String(36))
    action: Mapped[str] = mapped_column(String(16))
    field: Mapped[str] = mapped_column(String(32))
    old: Mapped[str | None] = mapped_column(Text)
    new: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    mac: Mapped[str | None] = mapped_column(String(64))


class Snapshot(Entity, Base):
    """The state of everything at a date: the read models as JSON with their digest, never recomputed."""

    __tablename__ = "snapshot"

    name: Mapped[str] = mapped_column(String(200), unique=True)
    as_of: Mapped[date]
    taken_at: Mapped[datetime]
    by_post: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SavedView(Entity, Base):
    """A filter under a name, as the JSON of `vocabulary.row_filter.RowFilter`."""

    __tablename__ = "saved_view"

    name: Mapped[str] = mapped_column(String(200), unique=True)
    definition: Mapped[str] = mapped_column(Text)
