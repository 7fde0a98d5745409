"""The contract of the command line where a stranger's script leans on it: who acts, spellings, refusals, locked files."""

import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import uprtracker
from uprtracker.errors import UserError
from uprtracker.settings import Settings, save_settings

ROOT = Path(__file__).parents[2]


def history(run: Any, file: str, *number: str) -> list[dict[str, Any]]:
    return json.loads(run("history", file, *number, "--json")[1])  # type: ignore[no-any-return]


def one(run: Any, file: str, number: str) -> dict[str, Any]:
    rows = json.loads(run("list", file, "--json")[1])
    (row,) = [row for row in rows if row["number"] + row["part"] == number]
    return row  # type: ignore[no-any-return]


def test_who_acts_is_named_by_the_option_else_the_settings_else_the_profile(run: Any, file: str) -> None:
    run("set", file, "71.1", "--status", "planned")
    assert history(run, file, "71.1")[0]["by"] == "Secretariat"
    save_settings(Settings(post="Legal adviser"))
    run("set", file, "71.1", "--status", "in progress")
    assert history(run, file, "71.1")[0]["by"] == "Legal adviser"
    run("set", file, "71.1", "--status", "continuous", "--by", "Desk officer")
    assert history(run, file, "71.1")[0]["by"] == "Desk officer"


def test_history_prints_the_values_of_scales(run: Any, file: str) -> None:
    run("set", file, "71.1", "--status", "not started")
    run("set", file, "71.1", "--status", "in progress")
    newest = history(run, file, "71.1")[0]
    assert (newest["field"], newest["from"], newest["to"]) == ("status", "Not started", "In progress")
    assert "Not started" in run("history", file, "71.1")[1]
    positions = [entry["to"] for entry in history(run, file) if entry["field"] == "position"]
    assert sorted(positions) == ["Noted", "Supported", "Supported/Noted"]


@pytest.mark.parametrize("command", ["list", "coverage", "check", "history", "suggest"])
def test_every_reading_command_takes_who_acts(run: Any, file: str, command: str) -> None:
    assert run(command, file, "--json", "--profile", "delegation", "--by", "Second secretary")[0] == 0


def test_a_new_dossier_takes_who_acts(run: Any, tmp_path: Path) -> None:
    assert run("new", tmp_path / "chad.uprt", "--state", "Chad", "--by", "Registry")[0] == 0


def test_a_ministry_is_known_in_any_letter_case(run: Any, file: str) -> None:
    run("set", file, "71.1", "--lead", "Ministry of Justice")
    acting = ("--profile", "ministry", "--institution", "MINISTRY of justice")
    assert run("set", file, "71.1", "--status", "planned", *acting)[0] == 0
    assert (one(run, file, "71.1")["status"], one(run, file, "71.1")["status_validated"]) == (
        "Planned",
        False,
    )
    opened = json.loads(run("list", file, "--view", "open", "--json", *acting)[1])
    assert [row["number"] for row in opened] == ["71.1"]


@pytest.mark.parametrize("label", ["10(d)", "10 d", "10 ( d )", " 10\u00a0(D) ", "10d"])
def test_a_label_is_read_with_any_spacing(run: Any, file: str, label: str) -> None:
    assert run("set", file, "71.1", "--link", label)[0] == 0
    assert [p["label"] for p in one(run, file, "71.1")["paragraphs"]] == ["10 (d)"]


def test_no_paragraph_and_a_link_exclude_each_other(run: Any, file: str) -> None:
    status, out, err = run("set", file, "71.1", "--none", "--link", "4")
    assert (status, out) == (2, "")
    assert "exclude each other" in err
    assert not one(run, file, "71.1")["decided"]


def test_the_comment_is_the_reason_why_no_paragraph_is_concerned(run: Any, file: str) -> None:
    assert run("set", file, "71.1", "--none", "--comment", "about roads")[0] == 0
    decision = next(entry for entry in history(run, file, "71.1") if entry["field"] == "decision")
    assert (decision["to"], decision["reason"]) == ("concerns_none", "about roads")
    assert one(run, file, "71.1")["status"] is None


def test_a_saved_view_filters_by_its_name(run: Any, file: str) -> None:
    run("set", file, "71.1", "--lead", "Ministry of Justice", "--supporting", "Police")
    run("set", file, "71.2", "--lead", "Police")
    stored = json.dumps({"ministries": ["Police"], "lead_only": True})
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO saved_view (name, definition, uid) VALUES ('Led by the police', ?, 'v1')", (stored,)
        )
    rows = json.loads(run("list", file, "--view", "Led by the police", "--json")[1])
    assert [row["number"] for row in rows] == ["71.2"]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE saved_view SET withdrawn_at = '2026-01-01 00:00:00'")
    assert run("list", file, "--view", "Led by the police", "--json")[0] == 2


def test_results_are_utf8_whatever_the_console_speaks(file: str) -> None:
    with uprtracker.open_dossier(file) as dossier:
        dossier.set("71.1", lead="Міністерство юстиції")
    for words in (["list", file, "--json"], ["list", file]):
        done = subprocess.run(
            [sys.executable, "-m", "uprtracker", *words],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
        )
        assert "Міністерство юстиції" in done.stdout.decode("utf-8")


def test_a_snapshot_needs_a_name(run: Any, file: str) -> None:
    assert run("snapshot", file, " ")[0] == 2
    assert run("check", file)[0] == 0


def test_a_database_address_is_not_migrated(run: Any, file: str) -> None:
    status, _out, err = run("migrate", f"sqlite:///{file}")
    assert (status, err.count("\n")) == (2, 1)
    assert "database address" in err


def test_the_demonstration_takes_no_other_file_for_its_sample(
    run: Any, file: str, sample_path: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.uprt"
    empty.touch()
    for other in (file, empty):
        status, out, err = run("demo", "--to", other, "--no-window")
        assert (status, out, err.count("\n")) == (2, "", 1)
    status, out, _err = run("demo", "--to", sample_path, "--no-window")
    assert (status, out) == (0, f"Sample dossier: {sample_path}\n")


def test_evidence_belongs_to_one_recommendation(run: Any, file: str) -> None:
    status, _out, err = run("evidence", file, "71.1-2", "--title", "Assembly Act")
    assert (status, err) == (2, "71.1-2 names several recommendations; evidence belongs to one.\n")


def test_a_refusal_repeats_the_symbol_that_was_asked_for(run: Any, file: str) -> None:
    status, _out, err = run("set", file, "A/HRC/1/1:71.1", "--status", "planned")
    assert status == 2
    assert "A/HRC/1/1:71.1" in err


def test_a_range_takes_parts_and_counts_a_number_once(run: Any, sample_path: Path) -> None:
    file = str(sample_path)
    assert "3 recommendations changed" in run("set", file, "140.27-28", "--due", "2031-01-31")[1]
    assert {one(run, file, number)["due"] for number in ("140.27a", "140.27b", "140.28")} == {"2031-01-31"}
    run("set", file, "140.27", "--link", "29")
    (paragraph,) = [p for p in json.loads(run("coverage", file, "--json")[1]) if p["label"] == "29"]
    linked = json.loads(run("list", file, "--paragraph", "29", "--json")[1])
    assert sum(paragraph["counts"].values()) == len({row["number"] for row in linked})


@pytest.mark.parametrize(
    "stamp", ["PRAGMA user_version = 999", "UPDATE alembic_version SET version_num = 'f00d'"]
)
def test_a_newer_dossier_is_refused_by_all(run: Any, dossier_path: Path, stamp: str) -> None:
    with closing(sqlite3.connect(dossier_path)) as connection, connection:
        connection.execute(stamp)
    before = dossier_path.read_bytes()
    for words in (["list", "--json"], ["set", "71.1", "--status", "planned"], ["check"], ["migrate"]):
        status, out, err = run(words[0], dossier_path, *words[1:])
        assert (status, out) == (2, "")
        assert "newer version" in err
        assert err.count("\n") == 1
    assert dossier_path.read_bytes() == before


def test_a_newer_database_is_refused(run: Any, dossier_path: Path) -> None:
    with closing(sqlite3.connect(dossier_path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    status, out, err = run("list", f"sqlite:///{dossier_path}", "--json")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "newer version" in err


@pytest.fixture
def read_only(run: Any, file: str, tmp_path: Path) -> Iterator[str]:
    path = Path(shutil.copy(file, tmp_path / "archive.uprt"))
    path.chmod(0o444)
    yield str(path)
    path.chmod(0o644)


def test_a_read_only_dossier_is_read_and_says_so(run: Any, read_only: str, list_file: Path) -> None:
    note = "Read only: the file or its folder is write-protected.\n"
    for words in (["list"], ["coverage"], ["check"], ["history"], ["suggest"]):
        status, out, err = run(words[0], read_only, "--json")
        assert (status, err) == (0, note)
        json.loads(out)
    status, out, err = run("import", list_file, "--into", read_only, "--dry-run", "--json")
    assert (status, err, json.loads(out)["equal"]) == (0, note, 3)


@pytest.mark.parametrize(
    "words",
    [
        ["set", "71.1", "--status", "planned"],
        ["validate", "71.1"],
        ["progress", "71.1", "--text", "done"],
        ["annotate", "71.1", "--text", "seen"],
        ["evidence", "71.1", "--title", "Act"],
        ["snapshot", "first"],
        ["history", "--revert", "1"],
    ],
)
def test_a_read_only_dossier_is_not_written(run: Any, read_only: str, words: list[str]) -> None:
    before = Path(read_only).read_bytes()
    status, out, err = run(words[0], read_only, *words[1:])
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "nothing was changed" in err
    assert Path(read_only).read_bytes() == before


def test_the_example_of_the_readme_runs(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert Path(file) == tmp_path / "iceland.uprt"
    monkeypatch.chdir(tmp_path)
    exec(example.replace("140.12", "71.1"), {})
    assert (tmp_path / "status.xlsx").exists()
    with uprtracker.open_dossier(file) as dossier:
        assert dossier.list(ministry=["Ministry of Justice"])[0]["status"] == "In progress"
        with pytest.raises(UserError):
            dossier.set("71.1", status="nearly")
    with pytest.raises(UserError, match="use one of: ministry, secretariat"):
        uprtracker.open_dossier(file, profile="king")


def test_the_command_lines_of_the_readme_run(
    run: Any, tmp_path: Path, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("## The command line")[1].split("\n## ")[0]
    lines = [line.strip() for line in section.splitlines() if line.startswith("    uprtracker ")]
    assert len(lines) >= 8
    monkeypatch.chdir(tmp_path)
    shutil.copy(list_file, tmp_path / "thematic-list.docx")
    for line in lines:
        words = shlex.split(line.replace("140.20-25", "71.1-2").replace("140.12", "71.3"))[1:]
        assert run(*words)[0] == 0, line
    assert (tmp_path / "status.pdf").exists()


def test_a_public_text_that_names_somebody_in_danger_is_warned_of(run: Any, file: str) -> None:
    named = "The journalist Amina Keller was arrested."
    assert "seems to name Amina Keller" in run("progress", file, "71.1", "--text", named)[2]
    assert "seems to name" in run("annotate", file, "71.1", "--text", named, "--confidentiality", "public")[2]
    assert "seems to name" not in run("annotate", file, "71.1", "--text", named)[2]
