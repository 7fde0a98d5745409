"""Recommendations: their number, texts and clauses, recommending States, aliases, themes and clusters."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity, Versioned


class Recommendation(Versioned, Base):
    """One recommendation, or a part of one that is followed up apart (`part` is then `a`, `b`, ...)."""

    __tablename__ = "recommendation"
    __table_args__ = (
        UniqueConstraint("document_id", "number", "part"),
        CheckConstraint("kind IN ('recommendation', 'voluntary_pledge', 'observation')", name="kind"),
        CheckConstraint("action_category BETWEEN 1 AND 5", name="action_category"),
        Index("ix_recommendation_document_sort", "document_id", "sort_key"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey("source_document.id"))
    number: Mapped[str] = mapped_column(String(64))
    part: Mapped[str] = mapped_column(String(8), default="")
    sort_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(32), default="recommendation")
    action_category: Mapped[int | None]
    due_on: Mapped[date | None]


class RecommendationText(Base):
    """The text in one language; the original is the one that the source document printed."""

    __tablename__ = "recommendation_text"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    original: Mapped[bool] = mapped_column(default=True)


class Clause(Base):
    """One clause of a text, in order; a text of one clause has one row."""

    __tablename__ = "clause"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class RecommendingState(Base):
    """A State that made a clause, as it is called today (ISO 3166) and as the source printed it."""

    __tablename__ = "recommending_state"
    __table_args__ = (Index("ix_recommending_state_iso3", "iso3", "recommendation_id"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    clause: Mapped[int] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    iso3: Mapped[str] = mapped_column(String(3))
    as_printed: Mapped[str] = mapped_column(String(200))


class Alias(Base):
    """Another name of a recommendation: `draft_report_number`, `national_code` (may repeat) or `uhri` (annotation id)."""

    __tablename__ = "alias"
    __table_args__ = (Index("ix_alias_kind_value", "kind", "value"),)

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[str] = mapped_column(String(200), primary_key=True)


class Theme(Entity, Base):
    """A label as printed under one scheme; `kind`: `theme`, `group` (of persons) or `sdg`."""

    __tablename__ = "theme"
    __table_args__ = (
        UniqueConstraint("scheme", "kind", "code", "label"),
        CheckConstraint("kind IN ('theme', 'group', 'sdg')", name="kind"),
    )

    scheme: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(16), default="")
    label: Mapped[str] = mapped_column(String(400))


class RecommendationTheme(Base):
    __tablename__ = "recommendation_theme"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    ordinal: Mapped[int]


class ListEntry(Base):
    """The order and the heading under which an imported list printed a recommendation."""

    __tablename__ = "list_entry"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True)
    ordinal: Mapped[int]
    heading: Mapped[str] = mapped_column(String(400), default="")
    place: Mapped[str] = mapped_column(String(200), default="")


class Cluster(Versioned, Base):
    """The State's own grouping for planning."""

    __tablename__ = "cluster"

    name: Mapped[str] = mapped_column(String(200), unique=True)


class RecommendationCluster(Base):
    __tablename__ = "recommendation_cluster"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    cluster_id: Mapped[int] = mapped_column(ForeignKey("cluster.id"), primary_key=True)


class SearchText(Base):
    """The folded text in which a recommendation is found; never holds anything restricted."""

    __tablename__ = "search_text"

    recommendation_id: Mapped[int] = mapped_column(ForeignKey("recommendation.id"), primary_key=True)
    public: Mapped[str] = mapped_column(Text)
    government: Mapped[str] = mapped_column(Text)
