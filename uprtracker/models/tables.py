"""Every mapped class by the name of its table: importing this module completes the metadata."""

from uprtracker.models import (
    annotation,
    briefing,
    comparison,
    dossier,
    exchange,
    follow_up,
    history,
    institution,
    instrument,
    recommendation,
    source_document,
)
from uprtracker.models.base import Base, Entity

MODULES = (
    annotation,
    briefing,
    comparison,
    dossier,
    exchange,
    follow_up,
    history,
    institution,
    instrument,
    recommendation,
    source_document,
)

__all__ = ["ENTITIES", "Base"]

ENTITIES: dict[str, type[Entity]] = {
    str(mapper.local_table): mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Entity)
}
"""The tables whose rows have a uid and are withdrawn instead of deleted."""
