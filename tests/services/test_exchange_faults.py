"""What goes wrong while things are sent out and taken back (RELIABILITY.md, 6): nothing half done, one sentence, once more."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.exporters.small_disk import small_disk
from tests.services.test_dossier_merging import said
from tests.services.workbook_filling import fill, hand_out
from uprtracker.cli import main
from uprtracker.errors import StorageError, UserError
from uprtracker.exporters.catalogue import export_ministry_workbook
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

JUSTICE = "Ministry of Justice"
NHRI = Actor(Profile.NHRI, "Reviewer", "Ombudsman")
SOURCES = ("workbook", "package", "copy")


@pytest.fixture
def returned(dossier: Dossier, ids: dict[str, int], tmp_path: Path) -> dict[str, Path]:
    """A workbook, a package and a copy that each bring several changes; the dossier is closed and can be copied."""
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    answers = {
        "71.1": {"status": "Planned", "due": date(2028, 1, 1), "progress": "Much was done."},
        "71.2": {"measure": "A plan", "evidence": "Gazette 5", "not_ours": "Parliament"},
    }
    files = {"workbook": fill(hand_out(dossier, JUSTICE, tmp_path / "w.xlsx"), answers)}
    package = dossier.packaging.package_for_nhri(tmp_path / "n.uprt").path
    files["copy"] = dossier.packaging.check_out(tmp_path / "c.uprt")
    dossier.close()
    with open_dossier(str(package), NHRI) as nhri:
        theirs = [row.id for row in nhri.query.rows()]
        nhri.annotating.assess(theirs, Assessment.NOT_IMPLEMENTED, comment="No bill.")
        nhri.annotating.annotate(theirs, "Which law?", confidentiality=Confidentiality.PUBLIC)
        files["package"] = nhri.packaging.package_for_secretariat(tmp_path / "p.uprt").path
    with open_dossier(str(files["copy"])) as away:
        away.tracking.set_status(list(ids.values()), Status.PLANNED, comment="told in Geneva")
        away.work.add_measure(list(ids.values()), "Assembly Act")
    return files


@contextmanager
def failing(nth: int, fail: Callable[[], None]) -> Iterator[list[int]]:
    """Let the nth statement that writes fail; gives how many there were."""
    count = [0]

    def before(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            count[0] += 1
            if count[0] == nth:
                fail()

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield count
    finally:
        event.remove(Engine, "before_cursor_execute", before)


def _io_error() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR"
    raise error


@pytest.mark.parametrize("source", SOURCES)
def test_whichever_write_of_a_merge_fails_none_of_it_stays(
    returned: dict[str, Path], source: str, dossier_path: Path
) -> None:
    with open_dossier(str(dossier_path)) as home:
        plan = home.merging.plan(returned[source])
        before, history = said(home), home.query.history()
        with failing(10**9, _io_error) as writes:
            change = home.merging.apply(plan)
        after = said(home)
        home.undoing.undo(change.batch)
    assert (change.changed, writes[0] > 8, after != before) == (True, True, True)
    shutil.copy(next(iter(sorted(dossier_path.parent.glob("*.merge*.bak")))), dossier_path)
    with open_dossier(str(dossier_path)) as home:
        for nth in {1, 2, 3, writes[0] // 2, writes[0] - 1, writes[0]}:
            with failing(nth, _io_error), pytest.raises(StorageError) as refused:
                home.merging.apply(plan)
            assert "\n" not in str(refused.value)
            assert (said(home), home.query.history()) == (before, history)
            assert home.store.actor == Actor()
        assert home.merging.apply(home.merging.plan(returned[source])).changed
        assert home.checking.check().ok


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.services.test_exchange_faults import failing
from uprtracker.exporters.catalogue import export_ministry_workbook
from uprtracker.services.dossier import open_dossier

home = open_dossier(sys.argv[1])
plan = home.merging.plan(Path(sys.argv[2]))
with failing(int(sys.argv[3]), lambda: os.kill(os.getpid(), signal.SIGKILL)):
    home.merging.apply(plan)
"""


@pytest.mark.parametrize(("source", "nth"), [("workbook", 9), ("package", 5), ("copy", 12)])
def test_killed_during_a_merge_nothing_of_it_is_there(
    returned: dict[str, Path], source: str, nth: int, dossier_path: Path
) -> None:
    with open_dossier(str(dossier_path)) as home:
        before, history = said(home), home.query.history()
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(dossier_path), str(returned[source]), str(nth)],
        capture_output=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert len(list(dossier_path.parent.glob("*.merge*.bak"))) == 1
    with open_dossier(str(dossier_path)) as home:
        assert (home.read_only, said(home), home.query.history()) == ("", before, history)
        assert home.checking.check().ok
        assert home.merging.apply(home.merging.plan(returned[source])).changed


def test_no_room_for_a_workbook_leaves_neither_half_a_file_nor_a_base(
    returned: dict[str, Path], dossier_path: Path, tmp_path: Path
) -> None:
    """The newest workbook is still the one that the ministry has."""
    target = tmp_path / "out" / "second.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"what was there before")

    def write(sheet: Any) -> None:
        with small_disk(2000):
            export_ministry_workbook(sheet, target)

    with open_dossier(str(dossier_path)) as home:
        history = home.query.history()
        with pytest.raises(UserError, match="make room") as refused:
            home.handing_out.hand_out(JUSTICE, write)
        assert "\n" not in str(refused.value)
        assert home.query.history() == history
        assert home.merging.plan(returned["workbook"]).warnings == ()
    assert target.read_bytes() == b"what was there before"
    assert list(target.parent.iterdir()) == [target]


LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE recommendation SET number = number || ' unfinished'")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program is writing into the file."""
    locker = subprocess.Popen(
        [sys.executable, "-c", LOCK, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert locker.stdout is not None
    assert locker.stdin is not None
    try:
        assert locker.stdout.readline().strip() == b"locked"
        yield
    finally:
        locker.stdin.close()
        locker.wait()
        locker.stdout.close()


@pytest.fixture
def _impatient() -> Iterator[None]:
    """Databases that are opened from now on do not wait for a lock."""

    def hurry(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=20")

    event.listen(Engine, "connect", hurry)
    yield
    event.remove(Engine, "connect", hurry)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("source", SOURCES)
def test_a_locked_dossier_refuses_a_merge_in_one_sentence(
    returned: dict[str, Path], source: str, dossier_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_dossier(str(dossier_path)) as home:
        before, history = said(home), home.query.history()
        plan = home.merging.plan(returned[source])
        with locked(dossier_path):
            with pytest.raises(StorageError) as refused:
                home.merging.apply(plan)
            assert "\n" not in str(refused.value)
    with locked(dossier_path):
        status = main(["merge", str(returned[source]), "--into", str(dossier_path)])
        out, err = capsys.readouterr()
        assert (status, out, len(err.strip().splitlines())) == (2, "", 1), err
    with open_dossier(str(dossier_path)) as home:
        assert (said(home), home.query.history()) == (before, history)
        assert home.merging.apply(home.merging.plan(returned[source])).changed
