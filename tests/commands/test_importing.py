"""`import` on the command line: several files, mappings, what is apart, and hostile files of every format."""

import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.importers.table_fixtures import (
    compound_file,
    text_cell,
    write_csv,
    write_old_workbook,
    write_raw_workbook,
    write_workbook,
)
from tests.importers.test_pdf_text import bomb
from tests.importers.test_upr_info import ROWS, write_old
from tests.importers.uhri_fixtures import ENTRIES, HEADERS, write_json, write_table
from tests.importers.word_fixtures import paragraph, write_package


def result_of(run: Any, file: str, *words: object) -> tuple[int, Any]:
    status, out, _err = run("import", *words, "--into", file, "--json")
    return status, json.loads(out)


def test_several_files_are_each_their_own_action(run: Any, file: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("[{", encoding="utf-8")
    others = write_old(tmp_path / "upr-info.csv", ROWS[4:])
    status, results = result_of(run, file, broken, others, write_table(tmp_path / "u.xlsx", ENTRIES[3:]))
    assert status == 2
    assert [r["applied"] for r in results] == [False, True, True]
    assert "broken.json" in results[0]["error"]
    assert (results[1]["source"], results[1]["reference"]) == ("upr-info", 1)
    assert (results[2]["source"], results[2]["read"], results[2]["new"]) == ("uhri", 2, 3)


def test_views_of_what_is_apart(run: Any, file: str, tmp_path: Path) -> None:
    run(
        "import",
        write_table(tmp_path / "u.xlsx", ENTRIES[3:]),
        write_old(tmp_path / "i.csv", ROWS[4:]),
        "--into",
        file,
    )
    listed = {
        view: [r["number"] for r in json.loads(run("list", file, "--view", view, "--json")[1])]
        for view in ("all", "mechanisms", "reference")
    }
    assert listed["all"] == ["71.1", "71.2", "71.3"]
    assert listed["mechanisms"] == ["49", "50", "50"]
    assert len(listed["reference"]) == 1
    assert run("set", file, "CEDAW/C/ISL/CO/9:49", "--status", "Planned")[0] == 0
    assert run("set", file, "49", "--status", "Planned")[0] == 2


def test_a_mapping_is_given_once(run: Any, file: str, tmp_path: Path) -> None:
    table = write_csv(
        tmp_path / "x.csv", [["Kennung", "Inhalt"], ["71.2", "Let marches pass freely (Chile);"]]
    )
    mapping = tmp_path / "map.json"
    mapping.write_text(
        json.dumps(
            {
                "format": "uprtracker-columns-1",
                "columns": [
                    {"column": "A", "header": "Kennung", "field": "number"},
                    {"column": "B", "header": "Inhalt", "field": "text", "language": "en"},
                ],
            }
        ),
        encoding="utf-8",
    )
    status, refused = result_of(run, file, table)
    assert status == 2
    assert "with --map" in refused["error"]
    status, result = result_of(run, file, table, "--map", mapping)
    assert (status, result["source"], result["read"]) == (0, "spreadsheet", 1)
    assert result_of(run, file, table)[0] == 0
    mapping.write_text("{}", encoding="utf-8")
    assert "map.json" in run("import", table, "--map", mapping, "--into", file)[2]


def truncated(path: Path, whole: Path) -> Path:
    content = whole.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    return path


def named(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def xml_bomb(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return write_raw_workbook(
        path / "xml-bomb.xlsx",
        f'<row r="1">{text_cell("A1", "&l11;")}</row>',
        before_root=f'<!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>',
    )


def word_zip_bomb(path: Path) -> Path:
    made = write_package(path / "bomb.docx", paragraph("x"))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zero.bin", bytes(30_000_000))
    return made


def far_cell(path: Path) -> Path:
    rows = (
        f'<row r="1">{text_cell("A1", "near")}</row><row r="1048576">{text_cell("XFD1048576", "far")}</row>'
    )
    return write_raw_workbook(path / "far.xlsx", rows)


def formulas(path: Path) -> Path:
    texts = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://example.org/")']
    return write_workbook(path / "f.xlsx", [HEADERS, [texts[0], "- Iceland", "- UPR", "A/HRC/90/7"], texts])


HOSTILE: dict[str, Callable[[Path], Path]] = {
    "nothing": lambda p: p / "nowhere.csv",
    "an empty file": lambda p: named(p / "empty.csv", b""),
    "a folder": lambda p: p,
    "a truncated workbook": lambda p: truncated(p / "t.xlsx", write_table(p / "u.xlsx", ENTRIES)),
    "a truncated list of records": lambda p: truncated(p / "t.json", write_json(p / "u.json", ENTRIES)),
    "a truncated old workbook": lambda p: truncated(p / "t.xls", write_old_workbook(p / "o.xls", ROWS * 200)),
    "a truncated Word file": lambda p: truncated(
        p / "t.docx", write_package(p / "w.docx", paragraph("x") * 900)
    ),
    "a protected workbook": lambda p: named(p / "p.xlsx", compound_file("EncryptedPackage", b"x")),
    "a protected Word file": lambda p: named(p / "p.docx", compound_file("EncryptedPackage", b"x")),
    "a web page named a workbook": lambda p: named(p / "w.xlsx", b"<html><table><tr><td>1</table>"),
    "a table named a workbook": lambda p: write_csv(p / "c.xlsx", [HEADERS]),
    "a PDF named a table": lambda p: named(p / "p.csv", b"%PDF-1.7\n"),
    "a zip that is nothing": lambda p: named(p / "z.xlsx", b"PK\x05\x06" + bytes(18)),
    "bytes that are nothing": lambda p: named(p / "b.csv", bytes(range(256)) * 40),
    "an XML bomb": xml_bomb,
    "a zip bomb": lambda p: write_raw_workbook(
        p / "z.xlsx", f'<row r="1">{text_cell("A1", "x" * 30_000_000)}</row>'
    ),
    "a zip bomb named a Word file": word_zip_bomb,
    "a PDF bomb": lambda p: bomb(p / "bomb.pdf", zlib.compress(b" " * 200_000_000)),
    "nested brackets": lambda p: named(p / "n.json", b"[" * 100_000),
    "a cell without end": lambda p: named(p / "q.csv", b'Text,Countries\n"' + b"x" * 300_000),
    "far cells": far_cell,
    "formulas alone": formulas,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(
    run: Any, file: str, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", None)
    before = json.loads(run("history", file, "--json")[1])
    status, out, err = run("import", HOSTILE[what](tmp_path), "--into", file, "--json")
    assert status == 2, err
    assert json.loads(out)["applied"] is False
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    assert json.loads(run("history", file, "--json")[1]) == before
