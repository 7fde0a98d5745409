"""Where recommendations come from: documents of a mechanism; a UPR review is one kind of them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity


class SourceDocument(Entity, Base):
    """One document with recommendations to one State. `collection`: `own`, or `reference` for what others were told."""

    __tablename__ = "source_document"
    __table_args__ = (
        UniqueConstraint("symbol", "state_iso3", "collection"),
        CheckConstraint("collection IN ('own', 'reference')", name="collection"),
    )

    mechanism: Mapped[str] = mapped_column(String(32), default="upr")
    body: Mapped[str] = mapped_column(String(64), default="")
    symbol: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(400), default="")
    state_iso3: Mapped[str] = mapped_column(String(3))
    dated_on: Mapped[date | None]
    collection: Mapped[str] = mapped_column(String(16), default="own")


class Review(Base):
    """What a source document has when it is a review of the UPR."""

    __tablename__ = "review"

    document_id: Mapped[int] = mapped_column(ForeignKey("source_document.id"), primary_key=True)
    cycle: Mapped[int | None]
    session: Mapped[int | None]
    addendum_symbol: Mapped[str] = mapped_column(String(64), default="")
    outcome_symbol: Mapped[str] = mapped_column(String(64), default="")
    reviewed_on: Mapped[date | None]
