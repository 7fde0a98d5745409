"""The NHRI's table: the State's official status and the institution's own assessment, side by side and counted."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from docx import Document

from tests.exporters.factory import details, recommendation, report_data
from uprtracker.exporters.catalogue import export
from uprtracker.exporters.document import StatusValue, Table
from uprtracker.exporters.nhri_submission import nhri_submission, words_remark
from uprtracker.vocabulary.read_model import AssessmentEntry, ReportData
from uprtracker.vocabulary.status import Assessment, Status

SAID = AssessmentEntry(
    Assessment.NOT_IMPLEMENTED,
    date(2026, 5, 3),
    "National Institution",
    "The law was not shared.",
    "Report, para. 14",
)


def assessed_data() -> ReportData:
    one = recommendation(
        1, text="Adopt a law", official=Status.FULLY_IMPLEMENTED, status=Status.FULLY_IMPLEMENTED,
        status_validated=True, assessment=Assessment.NOT_IMPLEMENTED, assessment_on=date(2026, 5, 3),
    )  # fmt: skip
    other = recommendation(2, text="Train the police", assessment=None)
    told = {1: replace(details(one), assessments=(SAID,)), 2: replace(details(other), assessments=())}
    return replace(report_data(1), rows=(one, other), details=told)


def table_of(data: ReportData) -> Table:
    (table,) = [b for s in nhri_submission(data).sections for b in s.blocks if isinstance(b, Table)]
    return table


def test_status_and_assessment_stand_side_by_side() -> None:
    first, second = table_of(assessed_data()).rows()
    assert first == (
        "140.1",
        "Adopt a law",
        StatusValue("fully_implemented"),
        date(2026, 11, 23),
        "Disputed\nNot implemented\n3 May 2026",
        "The law was not shared.\nSource: Report, para. 14",
    )
    assert second[4:] == ("No assessment", "")


def test_the_words_of_the_table_are_counted_against_the_limit() -> None:
    data = assessed_data()
    remark = words_remark(data)
    assert remark in nhri_submission(data).meta
    words = int(remark.split(" of 2815 words")[0])
    longer = replace(data, rows=(replace(data.rows[0], text="Adopt a law and publish it"), data.rows[1]))
    assert words_remark(longer).startswith(f"{words + 3} of 2815 words")


def test_a_table_that_is_too_long_says_by_how_much() -> None:
    data = assessed_data()
    long_row = replace(data.rows[0], text="word " * 3000)
    assert "too many" in words_remark(replace(data, rows=(long_row,)))


def test_the_word_file_bears_the_table_and_the_remark_comes_back(tmp_path: Path) -> None:
    remark = export("nhri-docx", assessed_data(), tmp_path / "x.docx")
    assert remark == words_remark(assessed_data())
    document = Document(str(tmp_path / "x.docx"))
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("The law was not shared." in text for text in texts)
    assert any("Disputed" in text for text in texts)
