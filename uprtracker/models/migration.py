"""Making and upgrading a dossier's schema: Alembic run from the program, after a backup, all or nothing."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from uprtracker.errors import StorageError
from uprtracker.i18n import _
from uprtracker.models.engine import open_engine
from uprtracker.models.sqlite_file import APPLICATION_ID, back_up
from uprtracker.vocabulary.schema import SCHEMA


def _upgrade(connection: Connection) -> None:
    """Run the revisions that the database lacks."""
    # a dossier of today needs none, and is opened faster without Alembic
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def create_schema(engine: Engine) -> None:
    """Run every revision on an empty database, in one transaction."""
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        _upgrade(connection)
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def create_file(path: Path) -> None:
    """A new, empty dossier file; `StorageError` if there is one already or the folder cannot be written."""
    if path.exists():
        raise StorageError(_("{path} exists already; choose another name.").format(path=path))
    try:
        with path.open("xb"):
            pass
    except OSError as error:
        raise StorageError(
            _("{path} cannot be made; choose a folder that exists and may be written.").format(path=path)
        ) from error
    engine = open_engine(str(path))
    try:
        create_schema(engine)
    except BaseException:
        engine.dispose()
        path.unlink()
        raise
    engine.dispose()


def migrate_file(path: Path, at: datetime) -> Path:
    """Bring an older file to today's schema; returns the backup made before. Any failure leaves the file as it was.

    Follows SQLite's procedure for altering tables: foreign keys off outside the transaction, row counts and foreign
    keys checked before the commit.
    """
    backup = back_up(path, "migrate", at)
    engine = open_engine(str(path))
    try:
        with engine.execution_options(writes=True).connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                before = _row_counts(connection)
                _upgrade(connection)
                _check_migrated(connection, before, backup)
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    finally:
        engine.dispose()
    with closing(sqlite3.connect(path)) as plain:
        (verdict,) = plain.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StorageError(
            _("{path} failed its check after the migration; use {backup}.").format(path=path, backup=backup)
        )
    return backup


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in list(names)
    }


def _check_migrated(connection: Connection, before: dict[str, int], backup: Path) -> None:
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost or orphans:
        raise StorageError(
            _(
                "The migration would have lost rows ({tables}) and was taken back; the backup is {backup}."
            ).format(tables=", ".join(lost) or "foreign keys", backup=backup)
        )
