"""The file of a package: a dossier of its own, written anew row by row, so that nothing of the rest can lie in it."""

import secrets
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models import migration, sqlite_file
from uprtracker.models.base import new_uid
from uprtracker.models.dossier import Fact
from uprtracker.models.engine import open_engine, writing
from uprtracker.models.follow_up import Measure, MeasureRecommendation
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.services.history_chain import seal
from uprtracker.services.package_contents import Selection
from uprtracker.services.portable_row import PortableRows
from uprtracker.services.row_writing import RowWriter
from uprtracker.services.search import index_recommendations

_KEPT_FACTS = ("home_state", "state_name", "sample", "default_text_version")


def check_target(target: Path) -> None:
    """Refuse a name under which no package can be written, or that is taken."""
    if target.suffix.lower() != sqlite_file.SUFFIX:
        raise UserError(
            _("A package needs a file name that ends in .uprt; '{name}' does not.").format(name=target.name)
        )
    if not target.parent.is_dir():
        raise UserError(
            _("There is no folder '{folder}'; create it or choose another one.").format(folder=target.parent)
        )
    if target.exists():
        raise UserError(_("{path} exists already; choose another name.").format(path=target))


def write_package(
    target: Path, source: Session, rows: PortableRows, selection: Selection, facts: Mapping[str, str]
) -> None:
    """Write the selected rows and what they refer to as the dossier `target`, complete or not at all."""
    check_target(target)
    unfinished = target.with_name(f".{secrets.token_hex(8)}{sqlite_file.SUFFIX}")
    try:
        migration.create_file(unfinished)
        engine = open_engine(str(unfinished))
        try:
            with writing(engine) as session:
                _write(session, source, rows, selection, facts)
        finally:
            engine.dispose()
        sqlite_file.inspect(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise StorageError(
            _("'{file}' cannot be written: {reason}; make room or choose another folder.").format(
                file=target, reason=error.strerror or error
            )
        ) from error
    finally:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            left.unlink(missing_ok=True)


def _write(
    session: Session, source: Session, rows: PortableRows, selection: Selection, facts: Mapping[str, str]
) -> None:
    RowWriter(source, session, rows).write(selection.rows)
    kept = source.scalars(select(Fact).where(Fact.key.in_(_KEPT_FACTS)))
    session.add_all(Fact(key=fact.key, value=fact.value) for fact in kept)
    session.add(Fact(key="database_id", value=new_uid()))
    session.add_all(Fact(key=key, value=value) for key, value in facts.items())
    session.flush()
    _tell_measures(session, source)
    index_recommendations(session, session.scalars(select(Recommendation.id)).all())


def _tell_measures(session: Session, source: Session) -> None:
    """When something was last said of each measure: nothing else in a dossier knows it, and nothing else is told."""
    h, b, m, of = HistoryEntry, Batch, Measure, MeasureRecommendation
    latest = {
        row.entity_uid: row
        for row in source.execute(
            select(h.entity_uid, b.at, b.by_post, b.profile)
            .join(b, b.uid == h.batch)
            .where(h.entity == "measure")
            .order_by(b.at)
        )
    }
    told = [(latest[measure.uid], measure) for measure in session.scalars(select(m)) if measure.uid in latest]
    for said, measure in sorted(told, key=lambda pair: (pair[0].at, pair[1].uid)):
        batch = b(title=measure.title, at=said.at, by_post=said.by_post, profile=said.profile)
        session.add(batch)
        session.flush()
        for id_ in session.scalars(select(of.recommendation_id).where(of.measure_id == measure.id)):
            entry = h(
                batch=batch.uid, recommendation_id=id_, entity="measure", entity_uid=measure.uid,
                action="create", field="measure", new=measure.title,
            )  # fmt: skip
            session.add(entry)
    session.flush()
    seal(session, 0, b"")


def read_facts(path: Path) -> dict[str, str]:
    """What a dossier file says of itself; `StorageError` where it is none."""
    sqlite_file.inspect(path)
    engine = open_engine(str(path), read_only=True)
    try:
        with closing(engine.connect()) as connection:
            return {row.key: row.value for row in connection.execute(select(Fact.key, Fact.value))}
    finally:
        engine.dispose()
