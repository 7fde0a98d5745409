"""The schema: made by migrations, equal to the mapped tables, constraints named and kept, every table round trips."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Column, LargeBinary, create_engine, insert, inspect, select
from sqlalchemy.exc import IntegrityError

from uprtracker.models import migration
from uprtracker.models.base import UtcDateTime
from uprtracker.models.engine import open_engine, reading, writing
from uprtracker.models.sqlite_file import APPLICATION_ID
from uprtracker.models.tables import Base
from uprtracker.services.dossier import migrate, open_dossier
from uprtracker.vocabulary.schema import SCHEMA

RELEASED = Path(__file__).parent / "schemas"


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    path = tmp_path / "new.uprt"
    migration.create_file(path)
    return path


def statements(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: sorted(line.strip(" ,\t") for line in sql.splitlines()) for name, sql in rows}


def test_migrations_make_what_the_tables_declare(new_file: Path, tmp_path: Path) -> None:
    declared = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    Base.metadata.create_all(declared)
    declared.dispose()
    made = statements(new_file)
    made.pop("alembic_version")
    assert made == statements(tmp_path / "declared.db")


def test_the_file_says_what_it_is(new_file: Path) -> None:
    with closing(sqlite3.connect(new_file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        f"{table.name}: {constraint}"
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []


def value_for(column: Column[Any], n: int) -> Any:
    """A value that its type and its CHECK accept; words of checked columns come from the constraint itself."""
    kind = column.type.python_type if not isinstance(column.type, UtcDateTime) else datetime
    for constraint in column.table.constraints:
        words = str(getattr(constraint, "sqltext", ""))
        if words.startswith(f"{column.name} IN"):
            return words.split("'")[1]
    values: dict[type, Any] = {
        int: 1 if n == 0 else n,
        str: f"{column.name} ‹é人›"[: getattr(column.type, "length", None) or 99],
        bool: True,
        bytes: b"\x00\xff",
        date: date(2026, 2, 28),
        datetime: datetime(2026, 2, 28, 23, 59, tzinfo=UTC),
    }
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return values[bytes if isinstance(column.type, LargeBinary) else kind]


def test_every_table_gives_back_what_it_was_given(new_file: Path) -> None:
    engine = open_engine(str(new_file))
    written: dict[str, dict[str, Any]] = {}
    with writing(engine) as session:
        for table in Base.metadata.sorted_tables:
            row = {column.name: value_for(column, 1) for column in table.columns}
            for key in table.foreign_keys:
                row[key.parent.name] = (
                    written[key.column.table.name][key.column.name]
                    if key.column.table.name in written
                    else None
                )
            written[table.name] = row
            session.execute(insert(table).values(row))
    with reading(engine) as session:
        for table in Base.metadata.sorted_tables:
            assert [dict(row._mapping) for row in session.execute(select(table))] == [written[table.name]], (
                table.name
            )
    engine.dispose()


def test_foreign_keys_and_checks_hold(new_file: Path) -> None:
    engine = open_engine(str(new_file))
    recommendation = Base.metadata.tables["recommendation"]
    row = {
        "uid": "u",
        "document_id": 99,
        "number": "1.1",
        "part": "",
        "sort_key": "k",
        "kind": "recommendation",
        "row_version": 1,
    }
    for broken, constraint in (({}, "FOREIGN KEY"), ({"kind": "order"}, "ck_recommendation_kind")):
        with pytest.raises(IntegrityError, match=constraint), writing(engine) as session:
            session.execute(insert(recommendation).values(row | broken))
    engine.dispose()


def test_errors_never_show_values(new_file: Path) -> None:
    engine = open_engine(str(new_file))
    with pytest.raises(IntegrityError) as caught, writing(engine) as session:
        session.execute(insert(Base.metadata.tables["fact"]).values(key="a", value="secret-canary"))
        session.execute(insert(Base.metadata.tables["fact"]).values(key="a", value="secret-canary"))
    assert "secret-canary" not in str(caught.value)
    engine.dispose()


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.sqlite")), ids=lambda p: p.stem)
def test_a_dossier_of_every_released_schema_comes_up_to_date(released: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(released, tmp_path / "old.uprt"))
    migrate(str(path))
    with open_dossier(str(path)) as dossier:
        assert [row.label for row in dossier.query.rows()] == ["71.1", "71.2", "71.3"]
        assert dossier.query.rows()[0].lead == "Ministry of Justice"
        assert dossier.checking.check().ok


def test_there_is_a_dossier_of_each_released_schema() -> None:
    assert len(list(RELEASED.glob("*.sqlite"))) == SCHEMA


class TestAFailingMigration:
    """A migration that would lose rows is taken back whole; the file is byte for byte what it was."""

    @pytest.fixture
    def old_file(self, dossier_path: Path) -> Path:
        with closing(sqlite3.connect(dossier_path)) as connection:
            connection.execute("PRAGMA user_version=0")
        return dossier_path

    def test_lost_rows_are_noticed_and_taken_back(
        self, old_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def lose_rows(config: Any, _target: str) -> None:
            config.attributes["connection"].exec_driver_sql("DELETE FROM paragraph WHERE label = '2'")

        monkeypatch.setattr(command, "upgrade", lose_rows)
        before = old_file.read_bytes()
        with pytest.raises(migration.StorageError, match="lost rows") as caught:
            migrate(str(old_file))
        assert old_file.read_bytes() == before
        (backup,) = old_file.parent.glob("*.bak")
        assert str(backup) in str(caught.value)

    def test_a_migration_that_breaks_off_leaves_the_old_version(
        self, old_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def break_off(config: Any, _target: str) -> None:
            config.attributes["connection"].exec_driver_sql("CREATE TABLE half (id INTEGER)")
            raise RuntimeError

        monkeypatch.setattr(command, "upgrade", break_off)
        with pytest.raises(RuntimeError):
            migrate(str(old_file))
        engine = open_engine(str(old_file))
        assert "half" not in inspect(engine).get_table_names()
        engine.dispose()

    def test_success_keeps_a_backup_and_every_row(self, old_file: Path) -> None:
        backup = migrate(str(old_file))
        assert backup is not None
        assert backup.exists()
        with open_dossier(str(old_file)) as dossier:
            assert len(dossier.query.text_version().paragraphs) == 60
