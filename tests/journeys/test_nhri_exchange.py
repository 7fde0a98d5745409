"""A year between secretariat, NHRI and a colleague on mission, by the command line alone."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from uprtracker.cli import main

OMBUDSMAN = "Office of the Ombudsperson"
NHRI = ("--profile", "nhri", "--institution", OMBUDSMAN, "--by", "Adviser on civic space")
CANARIES = {"public": "CANARYPUBLIC", "government": "CANARYGOVERNMENT", "restricted": "CANARYRESTRICTED"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def state(sample_path: Path, run: Run) -> Path:
    """The sample dossier with a canary at each level, as progress, evidence and annotation."""
    for level, word in CANARIES.items():
        for words in (
            ("progress", sample_path, "140.22", "--text", f"{word} progress"),
            ("evidence", sample_path, "140.22", "--title", f"{word} title", "--quote", f"{word} quote"),
            ("annotate", sample_path, "140.22", "--text", f"{word} note"),
        ):
            assert run(*words, "--confidentiality", level)[0] == 0
    return sample_path


def listed(run: Run, dossier: Path, *words: object) -> dict[str, dict[str, Any]]:
    status, out, _err = run("list", dossier, "--json", *words)
    assert status == 0
    return {row["number"] + row["part"]: row for row in json.loads(out)}


def seen_in(path: Path) -> set[str]:
    """The canaries in any byte of a file, also as the search index folds them."""
    content = path.read_bytes().lower()
    return {level for level, word in CANARIES.items() if word.lower().encode() in content}


def is_in_order(run: Run, dossier: Path, *words: object) -> bool:
    """Nothing found but that the sample's last entries are dated after today."""
    findings = json.loads(run("check", dossier, "--json", *words)[1])["findings"]
    return {finding["rule"] for finding in findings} <= {"clock"}


def test_the_nhri_answers_and_the_state_takes_it_in(run: Run, state: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "nhri.uprt", tmp_path / "back.uprt"
    before = listed(run, state)
    status, out, err = run("package", state, "--for", "nhri", "--to", copy)
    assert (status, out, "left out" in err, "draft" in err) == (0, "", True, True)
    assert seen_in(copy) == {"public"}

    assert run("annotate", copy, "140.22", "--text", "A bill is not a law.", "--assessment", "not implemented",
               "--confidentiality", "public", *NHRI)[0] == 0  # fmt: skip
    status, _out, err = run("set", copy, "140.22", "--status", "Fully implemented", "--comment", "x")
    assert (status, "NHRI's own copy" in err) == (2, True)
    status, _out, err = run("merge", copy, "--into", state)
    assert (status, "own copy" in err) == (2, True)
    status, out, err = run("package", copy, "--for", "secretariat", "--to", back, *NHRI)
    assert (status, out) == (0, "")

    status, out, _err = run("merge", back, "--into", state, "--dry-run", "--json")
    planned = json.loads(out)
    assert (status, planned["source"], planned["applied"], planned["changed"]) == (0, "nhri-package", 0, 1)
    assert listed(run, state) == before
    status, out, _err = run("merge", back, "--into", state, "--json")
    result = json.loads(out)
    assert (status, result["applied"], result["conflicts"], result["in_doubt"]) == (0, 2, [], 0)
    assert {
        "source", "state", "cycle", "session", "document_symbol", "read", "new", "changed", "equal", "in_doubt",
        "warnings", "applied", "conflicts",
    } <= result.keys()  # fmt: skip
    after = listed(run, state)
    row = after["140.22"]
    assert row["status"] == before["140.22"]["status"]
    assert row["annotations"] == before["140.22"]["annotations"] + 1
    changed = {number for number in after if after[number] != before[number]}
    assert changed == {"140.22"}
    entry = json.loads(run("history", state, "140.22", "--json")[1])[0]
    assert (entry["profile"], OMBUDSMAN in entry["by"]) == ("nhri", True)

    assert json.loads(run("merge", back, "--into", state, "--json")[1])["applied"] == 0
    assert is_in_order(run, state)


def test_what_the_secretariat_ticks_goes_along(run: Run, state: Path, tmp_path: Path) -> None:
    copy = tmp_path / "nhri.uprt"
    assert run("package", state, "--for", "nhri", "--to", copy, "--government", "all")[0] == 0
    assert seen_in(copy) == {"public", "government"}
    assert is_in_order(run, copy, *NHRI)


def test_a_newer_package_updates_the_nhris_own_file(run: Run, state: Path, tmp_path: Path) -> None:
    copy, newer = tmp_path / "nhri.uprt", tmp_path / "newer.uprt"
    run("package", state, "--for", "nhri", "--to", copy)
    run("annotate", copy, "140.22", "--text", "Ours.", "--confidentiality", "public", *NHRI)
    run("set", state, "140.22", "--due", "2031-01-01")
    run("package", state, "--for", "nhri", "--to", newer)
    notes = listed(run, copy, *NHRI)["140.22"]["annotations"]
    status, out, _err = run("merge", newer, "--into", copy, "--json", *NHRI)
    assert (status, json.loads(out)["source"]) == (0, "secretariat-package")
    row = listed(run, copy, *NHRI)["140.22"]
    assert (row["due"], row["annotations"]) == ("2031-01-01", notes)


def test_a_colleagues_copy_comes_back_with_its_history(run: Run, state: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(state, tmp_path / "mission.uprt"))
    deputy = ("--by", "Deputy", "--profile", "validator")
    run("set", copy, "140.22", "--status", "Continuous", "--due", "2031-01-01", *deputy)
    run("progress", copy, "140.20", "--text", "Talks in Geneva.", *deputy)
    run("set", state, "140.22", "--due", "2030-06-30")
    status, out, _err = run("merge", copy, "--into", state, "--json")
    result = json.loads(out)
    # the status, the progress, and the validating authority's institution, which spoke there for the first time
    assert (status, result["source"], result["applied"]) == (1, "dossier", 3)
    assert [(c["number"], c["field"], c["ours"], c["theirs"]) for c in result["conflicts"]] == [
        ("140.22", "due", "2030-06-30", "2031-01-01")
    ]
    entries = json.loads(run("history", state, "--json")[1])
    assert {(e["number"], e["field"]) for e in entries if e["by"] == "Deputy" and e["number"]} == {
        ("140.22", "status"),
        ("140.20", "progress"),
    }
    assert run("merge", copy, "--into", state, "--prefer", "theirs")[0] == 0
    assert listed(run, state)["140.22"]["due"] == "2031-01-01"
    assert run("merge", copy, "--into", state, "--prefer", "theirs")[0] == 0
    assert is_in_order(run, state)


def test_refusals_change_nothing(run: Run, state: Path, tmp_path: Path) -> None:
    history = run("history", state, "--json")[1]
    other = tmp_path / "other.uprt"
    run("new", other, "--state", "Iceland")
    for words, reason in (
        (("merge", other, "--into", state), "another dossier"),
        (("package", state, "--for", "secretariat", "--to", tmp_path / "p.uprt"), "own copy"),
        (("package", state, "--for", "nhri", "--to", tmp_path / "p.zip"), ".uprt"),
        (("package", state, "--for", "nhri", "--to", tmp_path / "none" / "p.uprt"), "folder"),
        (("package", state, "--for", "nhri", "--to", other), "exists already"),
        (("package", state, "--for", "nhri", "--to", tmp_path / "p.uprt", *NHRI), "secretariat"),
    ):
        status, out, err = run(*words)
        assert (status, out, reason in err, err.count("\n")) == (2, "", True, 1)
    assert run("history", state, "--json")[1] == history
    assert not list(tmp_path.glob("p.*"))


def test_from_python(state: Path, tmp_path: Path) -> None:
    import uprtracker

    with uprtracker.open_dossier(state) as dossier:
        made = dossier.package("nhri", tmp_path / "nhri.uprt", government=["progress"])
        copy = dossier.check_out(tmp_path / "mission.uprt")
    assert (made.recipient, made.withheld.progress > 0, made.withheld.annotations > 0) == ("nhri", True, True)
    with uprtracker.open_dossier(copy, by="Deputy") as away:
        away.set("140.22", due="2031-01-01")
    with uprtracker.open_dossier(state) as dossier:
        plan, change = dossier.merge(copy)
        assert (plan.source, change is not None and change.changed) == ("dossier", True)
