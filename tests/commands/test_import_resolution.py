"""Texts of resolutions on the command line: imported, imported again, revised, linked to and counted."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.services.text_files import PARAGRAPHS, TITLE, write_text

TEXT = "on-the-protection-of-lighthouse-keepers@1"


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    return write_text(tmp_path / "lighthouses.txt")


def imported(run: Any, file: str, path: Path, *more: str) -> tuple[int, Any]:
    status, out, _err = run("import", path, "--as", "resolution", "--into", file, *more, "--json")
    return status, json.loads(out)


def test_a_text_comes_in_once(run: Any, file: str, text_file: Path) -> None:
    status, result = imported(run, file, text_file)
    assert (status, result) == (
        0,
        {
            "source": "resolution",
            "state": None,
            "cycle": None,
            "session": None,
            "document_symbol": "",
            "instrument": "on-the-protection-of-lighthouse-keepers",
            "version": "1",
            "title": TITLE,
            "read": 5,
            "new": 5,
            "changed": 0,
            "equal": 0,
            "in_doubt": 0,
            "warnings": [],
            "file": "lighthouses.txt",
            "applied": True,
        },
    )
    before = run("history", file, "--json")[1]
    status, result = imported(run, file, text_file)
    assert (status, result["new"], result["equal"], result["version"]) == (0, 0, 5, "1")
    assert run("history", file, "--json")[1] == before


def test_a_dry_run_writes_nothing(run: Any, file: str, text_file: Path) -> None:
    assert imported(run, file, text_file, "--dry-run")[1]["applied"] is False
    assert run("coverage", file, "--text", TEXT)[0] == 2
    out = run("import", text_file, "--as", "resolution", "--into", file, "--dry-run")[1]
    assert out.splitlines() == [
        f"lighthouses.txt: {TEXT}, {TITLE}",
        "5 paragraphs read: 5 new, 0 equal.",
        "Nothing was written.",
    ]


def test_a_revised_draft_is_a_second_version(run: Any, file: str, tmp_path: Path) -> None:
    draft = write_text(tmp_path / "a.txt", symbol="A/C.3/80/L.7")
    revised = write_text(tmp_path / "b.txt", PARAGRAPHS[1:], symbol="A/C.3/80/L.7/Rev.1")
    found = [imported(run, file, path)[1] for path in (draft, revised)]
    assert len({result["instrument"] for result in found}) == 1
    assert [result["version"] for result in found] == ["A/C.3/80/L.7", "A/C.3/80/L.7/Rev.1"]


def test_what_is_said_goes_before_what_is_printed(run: Any, file: str, text_file: Path) -> None:
    words = ("--title", "Keepers", "--version", "2030", "--instrument", "keepers", "--description", "as sent")
    result = imported(run, file, text_file, *words)[1]
    assert (result["instrument"], result["version"], result["title"]) == ("keepers", "2030", "Keepers")


def test_recommendations_are_linked_to_it_and_counted_by_it(run: Any, file: str, text_file: Path) -> None:
    imported(run, file, text_file)
    assert run("set", file, "71.1", "--link", "2", "--text", TEXT)[0] == 0
    by_text = json.loads(run("coverage", file, "--text", TEXT, "--json")[1])
    assert {p["label"]: sum(p["counts"].values()) for p in by_text} == {
        "PP 1": 0,
        "1": 0,
        "2": 1,
        "3": 0,
        "4": 0,
    }
    assert {p["version"] for p in by_text} == {"1"}
    assert sum(sum(p["counts"].values()) for p in json.loads(run("coverage", file, "--json")[1])) == 0
    linked = json.loads(run("list", file, "--paragraph", "2", "--text", TEXT, "--json")[1])
    assert [(r["number"], r["paragraphs"][0]["version"]) for r in linked] == [("71.1", "1")]
    assert json.loads(run("list", file, "--paragraph", "2", "--json")[1]) == []


def test_a_file_that_is_no_resolution_is_refused_in_one_sentence(run: Any, file: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleague, nothing here.", "utf-8")
    status, out, err = run("import", path, "--as", "resolution", "--into", file, "--json")
    assert (status, json.loads(out)["applied"], len(err.strip().splitlines())) == (2, False, 1)
