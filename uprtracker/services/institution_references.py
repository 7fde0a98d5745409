"""What refers to an institution: the columns of every table, found from the tables themselves."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from uprtracker.models.annotation import AnnotationReader
from uprtracker.models.base import Entity
from uprtracker.models.follow_up import Measure, MeasureRecommendation
from uprtracker.models.institution import Institution
from uprtracker.models.tables import ENTITIES


def referring_columns() -> Iterator[tuple[type[Entity], str]]:
    """Every table of entities with the name of each of its columns that holds the id of an institution."""
    for table in ENTITIES.values():
        for column in table.__table__.columns:  # type: ignore[attr-defined]
            if any(key.column.table is Institution.__table__ for key in column.foreign_keys):
                yield table, column.name


def referring_rows(
    session: Session, institution_id: int, *, withdrawn: bool = False
) -> Iterator[tuple[Entity, str]]:
    """The rows that name the institution, each with the column that does; standing ones, or `withdrawn` ones too."""
    for table, name in referring_columns():
        column: InstrumentedAttribute[int] = getattr(table, name)
        naming = select(table).where(column == institution_id)
        if not withdrawn:
            naming = naming.where(table.withdrawn_at.is_(None))
        for row in session.scalars(naming):
            yield row, name


def is_referred_to(session: Session, institution_id: int) -> bool:
    """Whether anything that stands names the institution, a note's list of readers included."""
    if next(referring_rows(session, institution_id), None) is not None:
        return True
    return is_named_reader(session, institution_id)


def is_named_reader(session: Session, institution_id: int) -> bool:
    reader = AnnotationReader
    return (
        session.scalars(
            select(reader.annotation_id).where(reader.institution_id == institution_id).limit(1)
        ).first()
        is not None
    )


def recommendations_of(session: Session, institution_id: int) -> set[int]:
    """The recommendations of which the institution's name can be read somewhere."""
    found: set[int] = set()
    for table, name in referring_columns():
        if hasattr(table, "recommendation_id"):
            column = getattr(table, name)
            found.update(session.scalars(select(table.recommendation_id).where(column == institution_id)))
    served = select(MeasureRecommendation.recommendation_id).join(
        Measure, Measure.id == MeasureRecommendation.measure_id
    )
    return found | set(session.scalars(served.where(Measure.institution_id == institution_id)))
