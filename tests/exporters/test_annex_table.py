"""The annex table: one row for every recommendation, what was done since the review, and nothing above the audience."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
from openpyxl import load_workbook

from tests.exporters.factory import AS_OF, recommendation, report_data
from uprtracker.exporters import annex_cells
from uprtracker.exporters.annex_table import annex_table
from uprtracker.exporters.catalogue import export
from uprtracker.exporters.document import Table
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import AssessmentEntry, Evidence, Measure, ReportData
from uprtracker.vocabulary.status import Assessment, Status

COLUMNS = (
    "No.", "Recommendation (recommending States)", "Position", "Lead (supporting)", "Status",
    "Measures since the review", "Next step and date", "Evidence", "NHRI comment",
)  # fmt: skip


def _data(**details: object) -> ReportData:
    """One recommendation due on 30 June 2027, with these details."""
    row = recommendation(1, official=Status.PLANNED, due_on=date(2027, 6, 30), kind="recommendation")
    data = report_data(1)
    return replace(data, rows=(row,), details={1: replace(data.details[1], row=row, **details)})  # type: ignore[arg-type]


def _tables(data: ReportData) -> list[Table]:
    return [block for block in annex_table(data).sections[0].blocks if isinstance(block, Table)]


def test_every_recommendation_has_a_row_under_its_theme() -> None:
    data = report_data()
    recommendations, pledges = _tables(data)
    assert tuple(column.title for column in recommendations.columns) == COLUMNS
    received = [row for row in data.rows if row.kind == "recommendation"]
    assert [row[0] for row in recommendations.rows()] == [row.label for row in received]
    assert [group.heading for group in recommendations.groups] == list(
        dict.fromkeys(r.heading for r in received)
    )
    assert [row[0] for row in pledges.rows()] == ["P.1"]


def test_the_recommending_states_stand_behind_the_text() -> None:
    row = next(iter(_tables(report_data(1))[0].rows()))
    assert str(row[1]).endswith("item 1 (Kenya)")


def test_measures_say_who_since_when_and_how_far() -> None:
    data = _data(
        measures=(
            Measure("Law on associations", "Ministry of Justice", date(2026, 3, 1), None, "in_progress"),
        ),
        progress=(),
        statuses=(),
    )
    words = annex_cells.measures(data.rows[0], data)
    assert words == "Law on associations (Ministry of Justice, from 1 March 2026, in progress)"


def test_the_next_step_is_the_one_that_is_due_first() -> None:
    data = _data(
        measures=(
            Measure("Later", "", None, date(2027, 2, 1), "planned"),
            Measure("Undated", "", None, None, "planned"),
            Measure("Done", "", None, date(2026, 1, 1), "completed"),
            Measure("Sooner", "", None, date(2027, 1, 1), "in_progress"),
        )
    )
    words = annex_cells.next_step(data.rows[0], data)
    assert words == "Sooner, by 1 January 2027\nTo be implemented by 30 June 2027"
    late = replace(data, rows=(replace(data.rows[0], overdue=True, due_on=date(2026, 1, 1)),), as_of=AS_OF)
    assert annex_cells.next_step(late.rows[0], late).endswith("Overdue since 1 January 2026")


def test_evidence_and_nhri_comment_name_their_sources() -> None:
    data = _data(
        evidence=(
            Evidence(
                1, "Law on associations", "OG 12/2024", "art. 3", "No permit", "", "", Confidentiality.PUBLIC
            ),
        ),
        assessments=(
            AssessmentEntry(
                Assessment.NOT_IMPLEMENTED, date(2026, 5, 3), "Ombudsperson", "No law yet.", "Report 2026"
            ),
        ),
    )
    row = replace(data.rows[0], disputed=True)
    assert annex_cells.evidence(row, data) == "Law on associations, OG 12/2024, art. 3: “No permit”"
    assert annex_cells.nhri_comment(row, data) == (
        "Disputed.\nNot implemented, 3 May 2026\nNo law yet.\nSource: Report 2026"
    )


def test_the_three_formats_hold_the_same_numbers(tmp_path: Path) -> None:
    data = report_data()
    for product in ("annex-xlsx", "annex-docx", "annex-pdf"):
        export(product, data, tmp_path / f"annex.{product.rpartition('-')[2]}")
    labels = [row.label for row in data.rows if row.kind == "recommendation"]
    sheets = load_workbook(tmp_path / "annex.xlsx")
    table = sheets["Recommendations"]
    assert [cell.value for cell in table["A"][1:]] == labels
    assert table.print_title_rows == "$1:$1"
    assert set(table.tables) == {"recommendations"}
    word = docx.Document(str(tmp_path / "annex.docx"))
    largest = max(word.tables, key=lambda t: len(t.rows))
    found = [row.cells[0].text for row in largest.rows[1:] if len(row._tr.tc_lst) > 1]
    assert found == labels
    assert (tmp_path / "annex.pdf").read_bytes().startswith(b"%PDF")


def test_the_first_page_says_for_whom_it_is_and_what_is_withheld() -> None:
    meta = annex_table(report_data()).meta
    assert "for the public; 6 items withheld" in meta
    assert "as of 23 November 2026" in meta
