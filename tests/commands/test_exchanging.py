"""`workbook` and `merge` as scripts know them, and a workbook that LibreOffice has saved."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.services.workbook_filling import fill
from uprtracker.cli import main
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.vocabulary.status import Status

JUSTICE = "Ministry of Justice"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run words; gives exit status, standard output, standard error."""

    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def file(dossier: Dossier, ids: dict[str, int]) -> str:
    """A dossier in which Justice leads everything."""
    dossier.tracking.assign_lead(list(ids.values()), JUSTICE)
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, comment="a bill")
    return dossier.store.location


@pytest.fixture
def workbook(run: Run, file: str, tmp_path: Path) -> Path:
    target = tmp_path / "justice.xlsx"
    status, out, err = run("workbook", file, "--ministry", "ministry of JUSTICE", "--to", target)
    assert (status, out, "3 recommendations" in err) == (0, "", True)
    return target


def test_out_filled_in_and_back(run: Run, file: str, workbook: Path) -> None:
    fill(workbook, {"71.2": {"status": "In progress", "due": date(2027, 6, 30)}})
    status, out, _err = run("merge", workbook, "--into", file, "--dry-run")
    assert (status, "71.2 status: - -> In progress" in out, "Nothing was written." in out) == (0, True, True)
    status, out, _err = run("merge", workbook, "--into", file, "--json")
    assert (status, json.loads(out)) == (
        0,
        {
            "source": "ministry-workbook", "state": "Iceland", "cycle": 3, "session": 40,
            "document_symbol": "A/HRC/90/7", "ministry": JUSTICE, "read": 3, "new": 0, "changed": 1, "equal": 2,
            "in_doubt": 0, "warnings": [], "applied": 2, "conflicts": [], "file": "justice.xlsx",
        },
    )  # fmt: skip
    again = json.loads(run("merge", workbook, "--into", file, "--json")[1])
    assert (again["applied"], again["changed"], again["equal"]) == (0, 0, 3)


def test_conflicts_wait_and_make_the_status_one(run: Run, file: str, workbook: Path) -> None:
    fill(workbook, {"71.1": {"status": "Continuous"}})
    run("set", file, "71.1", "--status", "in progress", "--comment", "a bill")
    status, out, _err = run("merge", workbook, "--into", file, "--json")
    assert (status, json.loads(out)["conflicts"]) == (
        1,
        [
            {
                "number": "71.1",
                "field": "status",
                "base": "Planned",
                "ours": "In progress",
                "theirs": "Continuous",
            }
        ],
    )
    status, out, _err = run("merge", workbook, "--into", file)
    assert (status, "conflict: it was Planned, is In progress, they say Continuous" in out) == (1, True)
    assert run("merge", workbook, "--into", file, "--prefer", "ours")[0] == 0
    assert run("merge", workbook, "--into", file, "--prefer", "theirs")[0] == 0
    listed = json.loads(run("list", file, "--json")[1])
    assert (listed[0]["status"], listed[0]["status_validated"]) == ("Continuous", False)


def test_a_refused_file_does_not_hold_back_the_others(
    run: Run, file: str, workbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    fill(workbook, {"71.2": {"status": "Planned"}})
    status, out, err = run("merge", tmp_path / "empty.xlsx", workbook, "--into", file, "--json")
    assert (status, [r["applied"] for r in json.loads(out)]) == (2, [0, 1])
    assert "empty.xlsx" in err


def test_refusals_change_nothing(run: Run, file: str, tmp_path: Path) -> None:
    history = run("history", file, "--json")[1]
    status, _out, err = run("workbook", file, "--ministry", "Ministry of Magic", "--to", tmp_path / "m.xlsx")
    assert (status, JUSTICE in err) == (2, True)
    status, _out, err = run("workbook", file, "--ministry", JUSTICE, "--to", tmp_path / "m.pdf")
    assert (status, ".xlsx" in err) == (2, True)
    assert run("history", file, "--json")[1] == history
    assert list(tmp_path.glob("m.*")) == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_merges(run: Run, file: str, workbook: Path, tmp_path: Path) -> None:
    saved = _saved_by_libreoffice(workbook, tmp_path / "untouched")
    untouched = json.loads(run("merge", saved, "--into", file, "--json")[1])
    assert (untouched["applied"], untouched["equal"], untouched["warnings"]) == (0, 3, [])
    answers = {
        "71.1": {"comment": "a bill\nbefore Parliament", "due": date(2027, 6, 30)},
        "71.2": {"status": "In progress", "status_on": date(2026, 2, 28), "progress": "Much was done."},
        "71.3": {"measure": "Assembly Act", "measure_state": "Completed", "not_ours": "Ministry of Health"},
    }
    saved = _saved_by_libreoffice(fill(workbook, answers), tmp_path / "filled")
    status, out, _err = run("merge", saved, "--into", file, "--json")
    assert (status, json.loads(out)["applied"]) == (0, 8)
    assert json.loads(run("merge", saved, "--into", file, "--json")[1])["applied"] == 0
    with open_dossier(file) as dossier:
        first, second, _third = dossier.query.rows()
    assert (first.status_comment, first.due_on) == ("a bill\nbefore Parliament", date(2027, 6, 30))
    assert (second.status, second.status_on) == (Status.IN_PROGRESS, date(2026, 2, 28))


def _saved_by_libreoffice(path: Path, folder: Path) -> Path:
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / path.name
