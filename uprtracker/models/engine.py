"""Connections to a dossier: a SQLite file, or a database URL. What is SQLite's own about a connection stands here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _

BUSY_SECONDS = 5


def is_url(location: str) -> bool:
    return "://" in location


def open_engine(location: str, *, read_only: bool = False) -> Engine:
    """An engine on a file or a URL. Connections enforce foreign keys and begin transactions explicitly."""
    if is_url(location):
        try:
            engine = create_engine(make_url(location), hide_parameters=True)
        except (ArgumentError, ModuleNotFoundError) as error:
            raise UserError(
                _(
                    "'{location}' cannot be opened: it is no database address, or its driver is not installed."
                ).format(location=location)
            ) from error
        if engine.dialect.name != "sqlite":
            return engine
    else:
        mode = "ro" if read_only else "rw"
        uri = f"{Path(location).absolute().as_uri()}?mode={mode}"
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False),
            hide_parameters=True,
        )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: sqlite3.Connection, _record: Any) -> None:
    # the driver's own transactions would commit before DDL and take their lock too late
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that reads, as long as one question."""
    with _plain_errors(), Session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that writes, as long as one action: commits at the end, rolls back on any error."""
    with (
        _plain_errors(),
        Session(engine.execution_options(writes=True), expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Database errors that a person can act on become `StorageError`; their parameters are never shown."""
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence_for(error.orig)
        if sentence is None:
            raise
        raise StorageError(sentence) from None


def _sentence_for(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _(
            "The dossier is in use by another program; close it there and try again. Nothing was changed."
        )
    if code.startswith("SQLITE_READONLY"):
        return _(
            "The dossier is read-only; copy it to a folder where you may write and try again. Nothing was changed."
        )
    if code.startswith("SQLITE_FULL"):
        return _("The disk is full; make room and try again. Nothing was changed.")
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return _("The dossier is damaged; open the latest backup beside it. Nothing was changed.")
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return _(
            "The dossier cannot be reached; check that its folder is there and may be written. Nothing was changed."
        )
    return None
