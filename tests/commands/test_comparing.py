"""`compare` on the command line."""

import json
from pathlib import Path
from typing import Any

from tests.importers.uhri_fixtures import entry, write_table


def test_pairs_as_json_and_as_a_table(run: Any, file: str, tmp_path: Path) -> None:
    before = entry(
        "1",
        "50.1 Let marches pass freely (Chile);",
        Document_Symbol="A/HRC/50/7",
        UPR_Session="- 20th Session",
    )
    table = write_table(tmp_path / "before.xlsx", [before])
    assert run("import", table, "--into", file)[0] == 0
    status, out, _err = run("compare", file, "--cycles", "2", "3", "--json")
    assert status == 0
    pairs = json.loads(out)["pairs"]
    assert {(p["kind"], p["a"], p["b"], p["confirmed"]) for p in pairs} == {
        ("new", None, "71.1", False),
        ("repeated", "50.1", "71.2", False),
        ("new", None, "71.3", False),
    }
    assert {p["b"]: p["score"] for p in pairs}["71.2"] == 1
    assert "Repeated" in run("compare", file, "--cycles", "2", "3")[1]
    status, _out, err = run("compare", file, "--cycles", "3", "4", "--json")
    assert (status, "no recommendations of cycle 4" in err) == (2, True)
