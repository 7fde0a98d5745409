"""The briefing pack on the command line: made, told what it lacks, narrowed, and within its audience."""

from pathlib import Path

import pytest

from tests.exporters.pdf_checks import faults, read_pages
from uprtracker.cli import main
from uprtracker.services.dossier import open_dossier
from uprtracker.vocabulary.confidentiality import Confidentiality

SENSITIVE = "has not been withdrawn"
CANARY = "canary-restricted-30c1"


def made(sample_path: Path, target: Path, *more: str) -> str:
    assert main(["export", "briefing-pdf", "--from", str(sample_path), "--to", str(target), *more]) == 0
    return "\n".join(page.text for page in read_pages(target)).replace("\n", " ")


def test_a_pack_is_made_and_what_it_lacks_is_told(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = made(sample_path, tmp_path / "pack.pdf", "--audience", "government")
    said = capsys.readouterr().err
    assert "9 things are missing from the pack:" in said
    assert "Question without answer: Germany, question 3" in said
    assert faults(tmp_path / "pack.pdf") == []
    for part in ("Running order", "Key figures", "Scorecard", "Advance questions", "Criticism", "Index"):
        assert part in text


def test_sensitive_points_are_left_out_of_a_public_pack_and_counted(
    sample_path: Path, tmp_path: Path
) -> None:
    assert SENSITIVE in made(sample_path, tmp_path / "g.pdf", "--audience", "government")
    public = made(sample_path, tmp_path / "p.pdf")
    assert SENSITIVE not in public
    assert "Audience: for the public; " in public
    assert "items withheld" in public


def test_restricted_matter_is_only_in_a_restricted_pack(sample_path: Path, tmp_path: Path) -> None:
    with open_dossier(str(sample_path)) as dossier:
        (row,) = [row for row in dossier.query.rows() if row.label == "140.10"]
        dossier.work.add_progress([row.id], CANARY, confidentiality=Confidentiality.RESTRICTED)
    for audience in ("public", "government"):
        assert CANARY not in made(sample_path, tmp_path / f"{audience}.pdf", "--audience", audience)
    made(sample_path, tmp_path / "r.pdf", "--audience", "restricted")
    holding = [page for page in read_pages(tmp_path / "r.pdf") if CANARY in page.text]
    assert len(holding) == 1, "a recommendation of two sheets stands there once"
    assert "Restricted matter" in holding[0].text


def test_filters_narrow_the_pack_and_are_named(sample_path: Path, tmp_path: Path) -> None:
    text = made(sample_path, tmp_path / "pack.pdf", "--cycle", "3")
    assert "Selection: Cycle 3" in text
    assert "140.12" not in text
    assert "no scorecard" in text


def test_another_word_about_sheets_is_refused(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "pack.pdf"
    made_of = ["export", "briefing-pdf", "--from", str(sample_path), "--to", str(target)]
    assert main([*made_of, "--sheets", "some"]) == 2
    assert "use 'all' or 'grouped'" in capsys.readouterr().err
    assert not target.exists()
