"""Products from the command line: what stands on standard error, and refusals in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from uprtracker.exporters.catalogue import PRODUCTS


def test_a_count_of_words_stands_on_standard_error(run: Any, file: str, tmp_path: Path) -> None:
    status, out, err = run("export", "nhri-docx", "--from", file, "--to", tmp_path / "x.docx")
    assert (status, out) == (0, "")
    written, words = err.splitlines()
    assert written == f"Written: {tmp_path / 'x.docx'}"
    assert words.endswith(" are left.")
    assert "of 2815 words" in words


def test_the_imported_list_comes_back_filled(run: Any, file: str, tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    assert run("set", file, "71.1", "--status", "planned")[0] == 0
    assert run("export", "thematic-list-docx", "--from", file, "--to", target)[0] == 0
    assert run("new", tmp_path / "y.uprt", "--state", "Iceland")[0] == 0
    status, out, _err = run("import", target, "--into", tmp_path / "y.uprt", "--json")
    assert (status, json.loads(out)["new"]) == (0, 3)


def test_where_no_list_was_imported_one_sentence_says_so(run: Any, sample_path: Path, tmp_path: Path) -> None:
    status, out, err = run("export", "thematic-list-docx", "--from", sample_path, "--to", tmp_path / "x.docx")
    assert (status, out) == (2, "")
    assert err.startswith("This dossier holds no thematic list that was imported as a Word document")
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "x.docx").exists()


def test_deadlines_of_a_selection_without_any_are_refused(run: Any, file: str, tmp_path: Path) -> None:
    status, out, err = run("export", "deadlines-ics", "--from", file, "--to", tmp_path / "x.ics")
    assert (status, out) == (2, "")
    assert "has a due date" in err
    assert run("set", file, "71.2", "--due", "2027-06-30")[0] == 0
    assert run("export", "deadlines-ics", "--from", file, "--to", tmp_path / "x.ics")[0] == 0
    assert b"DTSTART;VALUE=DATE:20270630\r\n" in (tmp_path / "x.ics").read_bytes()


def test_open_data_is_the_list_and_what_stands_behind_it(run: Any, file: str, tmp_path: Path) -> None:
    assert run("set", file, "71.1", "--status", "planned", "--comment", "soon")[0] == 0
    target = tmp_path / "x.json"
    command = (
        "export",
        "data-json",
        "--from",
        file,
        "--to",
        target,
        "--position",
        "noted",
        "--language",
        "fr",
    )
    assert run(*command)[0] == 0
    said = json.loads(target.read_text(encoding="utf-8"))
    (listed,) = json.loads(run("list", file, "--position", "noted", "--json")[1])
    (row,) = said["recommendations"]
    assert {key: row[key] for key in listed} == listed
    assert row["status_history"][0]["comment"] == "soon"
    head = json.loads(run("check", file, "--json")[1])["chain_head"]
    assert said["head"]["history_head"] == head


@pytest.mark.parametrize("product", [p for p in PRODUCTS if p.suffix in (".csv", ".json", ".ics")])
def test_a_product_is_made_of_the_sample_in_every_language(
    run: Any, sample_path: Path, tmp_path: Path, product: Any
) -> None:
    for language in ("ar", "zh"):
        target = tmp_path / f"x-{language}{product.suffix}"
        words = ("export", product.id, "--from", sample_path, "--to", target, "--language", language)
        assert run(*words)[0] == 0
        assert target.stat().st_size > 1000
