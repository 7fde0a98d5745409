"""Snapshots and changes on the command line: names and dates, the keys of the contract, and one sentence where refused."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from uprtracker.cli import main

KEYS = ["number", "field", "from", "to", "by", "at"]


def test_changes_since_a_snapshot_and_a_date(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for since in ("Mid-term 2025", "2026-06-01"):
        assert main(["changes", str(sample_path), "--since", since, "--json"]) == 0
        changes = json.loads(capsys.readouterr().out)
        assert changes
        assert all(list(change) == KEYS for change in changes)
        assert {change["field"] for change in changes} >= {"status", "assessment"}
        assert all(change["by"] for change in changes if change["field"] == "status")


def test_changes_are_a_table_for_people(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", str(sample_path), "--since", "Mid-term 2025"]) == 0
    said = capsys.readouterr()
    assert "Fully implemented" in said.out
    assert "changes since Mid-term 2025 (30 June 2025)" in said.err


def test_what_is_neither_name_nor_date_is_refused(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", str(sample_path), "--since", "30.6.2025"]) == 2
    assert "'Mid-term 2025'" in capsys.readouterr().err
    target = tmp_path / "status.pdf"
    made = ["export", "status-pdf", "--from", str(sample_path), "--to", str(target)]
    assert main([*made, "--as-of", "yesterday"]) == 2
    assert "'Mid-term 2025'" in capsys.readouterr().err
    assert main([*made, "--since", "2025-06-30"]) == 2
    assert "change report" in capsys.readouterr().err
    assert not target.exists()


def test_a_product_as_of_a_snapshot_says_so(sample_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "annex.pdf"
    words = ["--from", str(sample_path), "--to", str(target), "--as-of", "Mid-term 2025"]
    assert main(["export", "annex-pdf", *words]) == 0
    assert "Mid-term 2025" in PdfReader(target).pages[0].extract_text()


def test_a_change_report_between_two_moments(sample_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "change.pdf"
    words = [
        "--from",
        str(sample_path),
        "--to",
        str(target),
        "--since",
        "2025-01-31",
        "--as-of",
        "Mid-term 2025",
    ]
    assert main(["export", "change-pdf", *words]) == 0
    first_page = PdfReader(target).pages[0].extract_text()
    assert "From 31 January 2025 to Mid-term 2025 (30 June 2025)" in first_page


def test_a_snapshot_cannot_be_named_like_a_date(
    sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshot", str(sample_path), "2026-06-30"]) == 2
    assert "reads as a date" in capsys.readouterr().err
    assert main(["snapshot", str(sample_path), "2026-06-30 as sent"]) == 0
