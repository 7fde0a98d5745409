"""The command line as other people's scripts know it: words, JSON, exit status, standard output and error."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.word_fixtures import write_list

KEYS = (
    "uid document_symbol number part text texts clauses cycle session mechanism kind recommending_states "
    "recommending_states_iso3 recommending_states_as_printed position position_as_printed position_source "
    "already_implemented themes groups sdgs action_category status status_on status_validated official_status lead "
    "supporting due assessment disputed paragraphs decided clusters aliases annotations"
).split()

COMMANDS = (
    "new import list set validate progress evidence annotate coverage export check history migrate demo pictures snapshot"
).split()


def listed(run: Any, file: str, *filters: object) -> list[dict[str, Any]]:
    status, out, _err = run("list", file, *filters, "--json")
    assert status == 0
    return json.loads(out)  # type: ignore[no-any-return]


def test_from_nothing_to_both_reports(run: Any, tmp_path: Path, list_file: Path) -> None:
    path = tmp_path / "iceland.uprt"
    assert run("new", path, "--state", "Iceland")[0] == 0
    status, out, err = run("import", list_file, "--into", path, "--json")
    assert (status, err) == (0, "")
    result = json.loads(out)
    sums = result.pop("reconciliation")
    assert (sums["received"], sums["supported"], sums["noted"], sums["agrees"]) == (3, 1, 1, True)
    assert result == {
        "source": "thematic-list", "state": "Iceland", "cycle": 3, "session": 40, "document_symbol": "A/HRC/90/7",
        "read": 3, "new": 3, "changed": 0, "equal": 0, "in_doubt": 0, "warnings": [], "file": "list.docx", "applied": True,
    }  # fmt: skip
    assert json.loads(run("import", list_file, "--into", path, "--json")[1])["equal"] == 3
    assert (
        run(
            "set",
            path,
            "71.1-3",
            "--status",
            "in progress",
            "--lead",
            "Ministry of Justice",
            "--due",
            "2027-06-30",
        )[0]
        == 0
    )
    assert run("set", path, "71.1", "--link", "10(d)", "--comment", "registration")[0] == 0
    assert run("progress", path, "71.2", "--text", "Bill adopted", "--on", "2026-03-01")[0] == 0
    assert (
        run("evidence", path, "71.2", "--title", "Assembly Act", "--link", "https://example.org/act")[0] == 0
    )
    assert run("annotate", path, "71.2", "--text", "Well done")[0] == 0
    for product, name in (("status-xlsx", "status.xlsx"), ("status-pdf", "status.pdf")):
        status, _out, err = run("export", product, "--from", path, "--to", tmp_path / name)
        assert (status, (tmp_path / name).stat().st_size > 5000) == (0, True), err
    assert run("check", path)[0] == 0


def test_list_has_every_key_and_printed_values(run: Any, file: str) -> None:
    rows = listed(run, file)
    assert [list(row) for row in rows] == [KEYS] * 3
    first = rows[0]
    assert (first["number"], first["position"], first["official_status"], first["lead"]) == (
        "71.1",
        "Noted",
        None,
        None,
    )
    assert first["recommending_states"] == ["Peru", "Mali"]
    assert rows[2]["position"] == "Supported/Noted"


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--position", "noted"], ["71.1"]),
        (["--position", "noted", "--position", "SUPPORTED"], ["71.1", "71.2"]),
        (["--status", "Not reported"], ["71.1", "71.3"]),
        (["--status", "planned"], ["71.2"]),
        (["--ministry", "ministry of justice"], ["71.2", "71.3"]),
        (["--ministry", "Ministry of Justice", "--lead-only"], ["71.2"]),
        (["--paragraph", "10 (D)"], ["71.1"]),
        (["--theme", "human rights defenders"], ["71.1", "71.3"]),
        (["--cycle", "3"], ["71.1", "71.2", "71.3"]),
        (["--cycle", "4"], []),
        (["--by-state", "Mali"], ["71.1"]),
        (["--search", "marches free"], ["71.2"]),
        (["--view", "no-lead"], ["71.1", "71.3"]),
        (["--view", "overdue"], ["71.2"]),
        (["--view", "unlinked"], ["71.2", "71.3"]),
        (["--view", "open", "--position", "Noted"], ["71.1"]),
    ],
)
def test_filters(run: Any, file: str, filters: list[str], numbers: list[str]) -> None:
    run("set", file, "71.2", "--status", "planned", "--lead", "Ministry of Justice", "--due", "2020-01-01")
    run("set", file, "71.3", "--supporting", "Ministry of Justice")
    run("set", file, "71.1", "--link", "10 (d)")
    assert [row["number"] for row in listed(run, file, *filters)] == numbers


def test_coverage(run: Any, file: str) -> None:
    run("set", file, "71.1", "71.2", "--link", "10 (d)", "--status", "planned")
    status, out, _err = run("coverage", file, "--json")
    paragraphs = {p["label"]: p for p in json.loads(out)}
    assert (status, len(paragraphs)) == (0, 60)
    registration = paragraphs["10 (d)"]
    assert set(registration) == {
        "instrument",
        "version",
        "label",
        "short",
        "addressees",
        "counts",
        "drafts",
        "gap",
    }
    assert (
        registration["counts"]["Planned"],
        registration["counts"]["Not reported"],
        registration["gap"],
    ) == (2, 0, "not_started")
    assert paragraphs["2"]["gap"] == "no_recommendation"
    assert paragraphs["10"]["gap"] is None
    assert paragraphs["3"]["gap"] is None


def test_history_and_revert(run: Any, file: str) -> None:
    run("set", file, "71.1", "--due", "2027-01-01", "--by", "Head of unit")
    entries = json.loads(run("history", file, "71.1", "--json")[1])
    assert {k: entries[0][k] for k in ("number", "field", "from", "to", "by")} == {
        "number": "71.1", "field": "due_on", "from": None, "to": "2027-01-01", "by": "Head of unit"
    }  # fmt: skip
    assert run("history", file, "--revert", entries[0]["id"])[0] == 0
    assert listed(run, file)[0]["due"] is None


def refusals(file: str, tmp_path: Path) -> dict[str, list[object]]:
    text = tmp_path / "text.docx"
    text.write_text("not a Word file")
    return {
        "not a command; did you mean 'list'": ["lst", file],
        "neither a command nor a dossier": ["dossier.txt"],
        "see 'uprtracker": ["list"],
        "no dossier at": ["list", tmp_path / "missing.uprt"],
        "is not a status": ["set", file, "71.1", "--status", "done"],
        "no recommendation 71.9": ["set", file, "71.9", "--status", "planned"],
        "needs a reason": ["set", file, "71.1", "--lead", "Ministry of X", "--status", "fully implemented"],
        "is not a date": ["set", file, "71.1", "--due", "30.6.2027"],
        "Nothing to set": ["set", file, "71.1"],
        "has no paragraph 77": ["set", file, "71.1", "--link", "77"],
        "needs an institution": ["list", file, "--profile", "ministry"],
        "not a position": ["list", file, "--position", "rejected by all"],
        "no view 'mine'": ["list", file, "--view", "mine"],
        "Word": ["import", text, "--into", file],
        "not a source": ["import", text, "--into", file, "--as", "telegram"],
        "Only the NHRI": ["annotate", file, "71.1", "--text", "x", "--assessment", "no information"],
        "not a product": ["export", "status-odt", "--from", file, "--to", tmp_path / "x.odt"],
        "not the name of a State": ["new", tmp_path / "new.uprt", "--state", "Ruritania"],
        "exists already": ["new", file, "--state", "Iceland"],
        "There is no change": ["history", file, "--revert", "99999"],
    }


def test_refusals_are_one_sentence_on_standard_error_and_change_nothing(
    run: Any, file: str, tmp_path: Path
) -> None:
    before = Path(file).read_bytes()
    for sentence, words in refusals(file, tmp_path).items():
        status, out, err = run(*words)
        assert status == 2, words
        assert out == "", words
        assert sentence in err, words
        assert len(err.strip().splitlines()) == 1, err
    assert Path(file).read_bytes() == before


def test_a_number_in_two_reviews_needs_its_symbol_or_cycle(run: Any, file: str, tmp_path: Path) -> None:
    rows = [
        "Theme: Right to peaceful assembly",
        (
            "71.1 Repeal (Chile);\nSource of Position: A/HRC/91/8/Add.1 - Para.3",
            "Noted",
            "- Right to peaceful assembly",
            "",
        ),
    ]
    second = write_list(
        tmp_path / "second.docx", "M2025", rows, page_header="UPR of Iceland (4th Cycle - 50th Session)"
    )
    assert run("import", second, "--into", file)[0] == 0
    status, _out, err = run("set", file, "71.1", "--status", "planned")
    assert (status, "A/HRC/90/7" in err, "A/HRC/91/8" in err) == (2, True, True)
    assert run("set", file, "A/HRC/91/8:71.1", "--status", "planned")[0] == 0
    assert run("set", file, "71.1", "--cycle", "3", "--status", "in progress")[0] == 0
    assert [r["official_status"] for r in listed(run, file) if r["number"] == "71.1"] == [
        "In progress",
        "Planned",
    ]


def test_several_files_are_each_their_own_action(
    run: Any, tmp_path: Path, dossier_path: Path, list_file: Path
) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"")
    status, out, err = run("import", bad, list_file, "--into", dossier_path, "--json")
    results = json.loads(out)
    assert status == 2
    assert [(r["file"], r["applied"]) for r in results] == [("bad.docx", False), ("list.docx", True)]
    assert "bad.docx" in err
    assert len(listed(run, str(dossier_path))) == 3


def test_dry_run_writes_nothing(run: Any, dossier_path: Path, list_file: Path) -> None:
    status, out, _err = run("import", list_file, "--into", dossier_path, "--dry-run")
    assert (status, "3 new" in out) == (0, True)
    assert listed(run, str(dossier_path)) == []


def test_doubt_is_told_by_the_exit_status(run: Any, dossier_path: Path, tmp_path: Path) -> None:
    rows = [("71.1 Do it (Atlantis);\nSource of Position: A/HRC/90/7/Add.1", "Noted", "- Theme", "")]
    status, out, _err = run(
        "import", write_list(tmp_path / "d.docx", "M2025", rows), "--into", dossier_path, "--json"
    )
    assert (status, json.loads(out)["in_doubt"]) == (1, 1)


def test_help_is_complete(run: Any) -> None:
    status, out, _err = run("--help")
    assert status == 0
    for command in COMMANDS:
        assert f" {command} " in out
        assert run(command, "--help")[0] == 0
    assert run("--version")[1].startswith("uprtracker ")


def test_a_bug_is_told_with_the_place_of_its_log(
    run: Any, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from uprtracker.commands import reading

    def fail(_arguments: object) -> int:
        raise ValueError("secret-canary")

    monkeypatch.setattr(reading, "check", fail)
    status, _out, err = run("check", file)
    assert (status, "uprtracker.log" in err) == (3, True)
    log = Path(err.rsplit(" in ", 1)[1].strip().rstrip("."))
    assert "ValueError" in log.read_text()
    assert "secret-canary" not in log.read_text() + err
