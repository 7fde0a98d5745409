"""One count everywhere: list, coverage, workbook and PDF say the same about the same dossier."""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from uprtracker import api
from uprtracker.cli import main
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_ADVANCE = (
    "Not reported", "Not being implemented", "Not started", "Planned", "In progress", "Partially implemented", "Continuous",
    "Fully implemented",
)  # fmt: skip


@pytest.fixture
def rows(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["list", str(sample_path), "--json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def recounted(rows: list[dict[str, Any]]) -> Counter[str]:
    """Numbers per official status, counted again from the JSON alone; parts as their least advanced."""
    numbers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        numbers[row["document_symbol"], row["number"]].append(row["official_status"] or "Not reported")
    return Counter(min(parts, key=_ADVANCE.index) for parts in numbers.values())


def test_list_and_overview(rows: list[dict[str, Any]], sample_path: Path) -> None:
    with api.open_dossier(sample_path) as dossier:
        figures = overview(dossier.rows())
    counts = recounted(rows)
    assert {bucket_label(b): figures.status[b] for b in BUCKETS} == {
        bucket_label(b): counts[bucket_label(b)] for b in BUCKETS
    }
    assert figures.status.total == figures.received == sum(counts.values()) == 62
    assert sum(figures.positions.values()) == 62
    assert sum(group.count.total for group in figures.by_cycle) == 62
    assert figures.status.drafts == sum(
        not row["status_validated"] and row["status"] is not None for row in rows
    )


def test_list_and_coverage(
    rows: list[dict[str, Any]], sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", str(sample_path), "--json"]) == 0
    for paragraph in json.loads(capsys.readouterr().out):
        linked = [row for row in rows if paragraph["label"] in {p["label"] for p in row["paragraphs"]}]
        counts = {word: n for word, n in paragraph["counts"].items() if n}
        assert counts == dict(recounted(linked)), paragraph["label"]


def test_reports_print_the_same_figures(
    rows: list[dict[str, Any]], sample_path: Path, tmp_path: Path
) -> None:
    counts = recounted(rows)
    for product, name in (("status-xlsx", "s.xlsx"), ("status-pdf", "s.pdf")):
        assert main(["export", product, "--from", str(sample_path), "--to", str(tmp_path / name)]) == 0
    cells = [
        c
        for sheet in load_workbook(tmp_path / "s.xlsx")
        for line in sheet.iter_rows(values_only=True)
        for c in line
    ]
    first_page = PdfReader(tmp_path / "s.pdf").pages[0].extract_text()
    for word, n in counts.items():
        assert f"{word} {n}" in first_page.replace("\n", " "), word
        assert n in cells
    sheet = load_workbook(tmp_path / "s.xlsx")["Recommendations"]
    table = next(iter(sheet.tables.values()))
    first, last = (int("".join(filter(str.isdigit, edge))) for edge in table.ref.split(":"))
    assert last - first == len(rows)


def test_reports_of_an_audience_and_a_filter_count_only_what_they_print(sample_path: Path) -> None:
    with api.open_dossier(sample_path) as dossier:
        everything = dossier.dossier.reports.load(ReportRequest())
        justice = dossier.dossier.reports.load(
            ReportRequest(RowFilter(ministries=("Ministry of Justice",), lead_only=True))
        )
        assert overview(justice.rows).received == next(
            g.count.total for g in overview(everything.rows).by_ministry if g.name == "Ministry of Justice"
        )
        assert justice.filters == ("Ministry: Ministry of Justice",)
        notes = sum(len(d.annotations) for d in everything.details.values())
        assert notes + everything.withheld.annotations == 22
