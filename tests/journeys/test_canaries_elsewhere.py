"""No word above a level in workbooks, in what the command line prints, in the search index, on the clipboard, or left behind.

Products and packages are searched in `test_canaries.py` and with the packages' own tests. A copy for a colleague is the
whole dossier; levels do not apply to it.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.journeys.a_year import runner
from tests.journeys.canaries import CONTACT, canaries_in, level_of
from tests.services.workbook_filling import hand_out
from uprtracker.bug_report import start_log
from uprtracker.paths import config_dir, log_dir
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.confidentiality import Confidentiality

PUBLIC, GOVERNMENT, RESTRICTED = Confidentiality
JUSTICE = "Ministry of Justice"


@pytest.fixture
def planted_path(planted: Dossier, tmp_path: Path) -> Path:
    planted.close()
    return Path(shutil.copy(planted.store.location, tmp_path / "iceland.uprt"))


def above(found: set[str], audience: Confidentiality) -> set[str]:
    return {canary for canary in found if not level_of(canary).visible_to(audience)}


@pytest.mark.parametrize("audience", list(Confidentiality))
def test_a_workbook(planted: Dossier, tmp_path: Path, audience: Confidentiality) -> None:
    """What the ministry itself wrote as a draft is its own and goes back to it; contacts stay at home."""
    path = hand_out(planted, JUSTICE, tmp_path / "w.xlsx", audience=audience)
    found = canaries_in(path)
    assert "qzpubmeasure" in found
    assert above(found, audience) <= {"qzgovdraft"}
    assert not found & {CONTACT, "qzgovsentback", "qzgovundone", "qzgovwhole", "qzgovpoints"}


@pytest.mark.parametrize(
    ("who", "level"),
    [
        (("--profile", "nhri", "--institution", "Another Ombudsman"), PUBLIC),
        (("--profile", "ministry", "--institution", "Ministry of Fish"), GOVERNMENT),
        (("--profile", "delegation"), GOVERNMENT),
    ],
)
def test_what_the_command_line_prints(
    planted_path: Path,
    who: tuple[str, ...],
    level: Confidentiality,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    run = runner(capsys)
    for words in (
        ("list", planted_path, "--json"),
        ("history", planted_path, "--json"),
        ("changes", planted_path, "--since", "before", "--json"),
        ("coverage", planted_path, "--json"),
        ("check", planted_path),
    ):
        status, out, err = run(*words, *who) if words[0] != "coverage" else run(*words)
        assert status in (0, 1), (words, err)
        printed = tmp_path / "printed.txt"
        printed.write_text(out + err, encoding="utf-8")
        assert above(canaries_in(printed), level) == set(), words[0]
    for canary in (
        "qzresnote",
        "qzresprog",
        "qzresquote",
        "qzrestitle",
        *(() if level is GOVERNMENT else ("qzgovnote",)),
    ):
        assert json.loads(run("list", planted_path, "--json", "--search", canary, *who)[1]) == [], canary


def test_the_search_index_has_nothing_restricted(planted_path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(planted_path)) as connection:
        rows = connection.execute("SELECT public, government FROM search_text").fetchall()
    for column, level in ((0, PUBLIC), (1, GOVERNMENT)):
        indexed = tmp_path / "indexed.txt"
        indexed.write_text("\n".join(row[column] for row in rows))
        assert above(canaries_in(indexed), level) == set()
    assert "qzgovnote" in rows[0][1] + rows[1][1] + rows[2][1]


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Every database that is opened from now on has no room for more."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={max(pages, 1)}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.mark.usefixtures("full_disk")
def test_logs_settings_and_temporary_folders(
    planted_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where writing fails, or the program has a fault, with the text in its hands."""
    left = tmp_path / "temporary"
    left.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(left))
    run = runner(capsys)
    log = start_log()
    status, out, err = run(
        "annotate",
        planted_path,
        "71.1",
        "--text",
        "qzreswritten " * 90_000,
        "--confidentiality",
        "restricted",
    )
    assert (status, "disk is full" in err, "qzres" in out + err) == (2, True, False)
    monkeypatch.setattr("uprtracker.services.annotating.AnnotatingService.annotate", _broken, raising=True)
    status, out, err = run(
        "annotate", planted_path, "71.1", "--text", "qzresfaulty", "--confidentiality", "restricted"
    )
    assert (status, "qzres" in out + err) == (3, False)
    assert "_broken" not in err
    assert log.exists()
    home = (config_dir(), log_dir(), left)
    files = [file for folder in home if folder.exists() for file in folder.rglob("*") if file.is_file()]
    assert log in files
    assert {file.name: canaries_in(file) for file in files if canaries_in(file)} == {}
    assert list(left.iterdir()) == []


def _broken(*_arguments: Any, **named: Any) -> None:
    raise RuntimeError(f"qzresmessage {named} {_arguments}")


def test_the_clipboard(planted_path: Path, tmp_path: Path, qtbot: QtBot, qapp: Any) -> None:
    """The table copied whole, with every column there is: it has no column for what is above the public but drafts."""
    window = MainWindow(
        Appearance(qapp, "light"), Preferences(Settings(), keeps=True, folder=tmp_path / "settings")
    )
    window.resize(1440, 900)
    window.show()
    window.show_dossier(open_dossier(str(planted_path), live=True))
    window.workspace.show_page("recommendations")
    table = window.workspace.recommendations.table
    qtbot.waitUntil(lambda: len(window.workspace.recommendations.model.rows()) == 3)
    table.selectAll()
    table.copy_selection()
    held = QGuiApplication.clipboard().mimeData()
    copied = tmp_path / "copied.txt"
    copied.write_text("\n".join([held.text(), held.html(), *held.formats()]), encoding="utf-8")
    title = window.windowTitle()
    window.close()
    window.deleteLater()
    qtbot.wait(1)
    assert "71.1" in copied.read_text(encoding="utf-8")
    assert {level_of(canary) for canary in canaries_in(copied)} <= {PUBLIC}
    assert "qz" not in title
    kept = [file for file in (tmp_path / "settings").rglob("*") if file.is_file()]
    assert {canary for file in kept for canary in canaries_in(file)} == set()
