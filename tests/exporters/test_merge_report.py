"""The comparison behind a merge on paper: every cell with what happened and what was decided, and nothing else."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from uprtracker.errors import UserError
from uprtracker.exporters.catalogue import export_merge_report
from uprtracker.exporters.document import Table
from uprtracker.exporters.merge_report import merge_report
from uprtracker.vocabulary.merge_report import MergeReport, MergeReportRow

ROWS = (
    MergeReportRow("140.2", "Due", "-", "-", "1 Mar 2027", "Changed by them", "taken"),
    MergeReportRow("140.3", "Status", "Planned", "In progress", "Continuous", "In conflict", "left"),
    MergeReportRow("140.9", "Comment", "A bill", "A bill", "An act", "Changed by them", "taken"),
)
REPORT = MergeReport(
    file="justice.xlsx",
    about=("Ministry of Justice", "35 recommendations read"),
    notices=("J4: the date is before the one that it follows",),
    rows=ROWS,
    made_on=date(2026, 11, 24),
    language="en",
)


def test_cells_stand_under_what_happened_to_them() -> None:
    _summary, cells = merge_report(REPORT).sections
    (table,) = cells.blocks
    assert isinstance(table, Table)
    assert [(group.heading, len(group.rows)) for group in table.groups] == [
        ("Changed by them", 2),
        ("In conflict", 1),
    ]


def test_the_workbook_holds_every_cell_and_notice(tmp_path: Path) -> None:
    target = tmp_path / "comparison.xlsx"
    export_merge_report(REPORT, target)
    words = {str(cell.value) for sheet in openpyxl.load_workbook(target) for row in sheet for cell in row}
    for row in ROWS:
        assert {row.number, row.field, row.theirs, row.happened, row.decision} <= words
    assert {*REPORT.about, *REPORT.notices} <= words


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        export_merge_report(REPORT, tmp_path / "comparison.pdf")
    assert list(tmp_path.iterdir()) == []
