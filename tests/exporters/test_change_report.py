"""The change report: what moved as figures, then every move with both ends, who and when."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.exporters.factory import AS_OF, UNUSUAL_TEXTS, report_data
from uprtracker.exporters.catalogue import export
from uprtracker.exporters.change_report import change_report
from uprtracker.exporters.document import KeyFigures, Prose, StatusBars, StatusValue, Table
from uprtracker.vocabulary.change_report import (
    Change,
    ChangeReport,
    Moment,
    Value,
    by_ministry,
    count_changes,
)
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.status import Assessment, Status

NOON = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
SINCE = Moment(date(2025, 6, 30), datetime(2025, 6, 30, 20, 0, tzinfo=UTC), "Mid-term")
UNTIL = Moment(AS_OF, datetime(2026, 11, 23, 20, 0, tzinfo=UTC))


def change(number: int, field: str, before: Value, after: Value, lead: str = "Ministry of Justice") -> Change:
    uid = f"00000000-0000-4000-8000-{number:012d}"
    return Change(uid, f"140.{number}", f"Text {number}", lead, field, before, after, "Secretary", NOON)


CHANGES = (
    change(1, "status", Status.PLANNED, Status.IN_PROGRESS),
    change(1, "measures", 1, 3),
    change(2, "status", None, Status.NOT_STARTED, ""),
    change(3, "status", Status.IN_PROGRESS, Status.NOT_BEING_IMPLEMENTED),
    change(3, "position", Position.PENDING, Position.NOTED),
    change(4, "draft", None, Status.PLANNED),
    change(5, "assessment", None, Assessment.NO_INFORMATION),
    change(6, "recommendation", None, "140.6"),
    change(7, "recommendation", "140.7", None),
    change(8, "paragraphs", "10 (a)", "10 (a), 12"),
)


def data(*changes: Change, language: str = "en") -> ReportData:
    return report_data(changes=ChangeReport(SINCE, UNTIL, changes), language=language)


def blocks(made: ReportData, kind: type) -> list[object]:
    return [b for section in change_report(made).sections for b in section.blocks if isinstance(b, kind)]


def tables(made: ReportData) -> dict[str, Table]:
    return {table.key: table for table in blocks(made, Table) if isinstance(table, Table)}


def test_the_first_page_says_from_when_to_when() -> None:
    assert (
        change_report(data(*CHANGES)).meta.split("\n")[0]
        == "From Mid-term (30 June 2025) to 23 November 2026"
    )


def test_figures_count_each_kind_of_move() -> None:
    (figures,) = blocks(data(*CHANGES), KeyFigures)
    assert isinstance(figures, KeyFigures)
    assert figures.figures == (
        (2, "moved forward"),
        (1, "moved back"),
        (1, "recommendations added"),
        (1, "recommendations withdrawn"),
        (1, "positions changed"),
        (1, "assessments by the NHRI"),
        (2, "new measures"),
    )


def test_the_table_by_ministry_adds_up() -> None:
    table = tables(data(*CHANGES))["ministry_changes"]
    rows = list(table.rows())
    assert [row[0] for row in rows] == ["Ministry of Justice", "No lead ministry"]
    assert table.total is not None
    assert [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)] == list(table.total[1:])


def test_status_moves_show_both_ends_as_shapes() -> None:
    table = tables(data(*CHANGES))["status_changes"]
    assert [group.heading for group in table.groups] == ["Ministry of Justice", "No lead ministry"]
    first = table.groups[0].rows[0]
    assert first == (
        "140.1",
        "Text 1",
        StatusValue(Status.PLANNED),
        StatusValue(Status.IN_PROGRESS),
        "Secretary",
        NOON.astimezone().date(),
    )
    assert table.groups[1].rows[0][2] == StatusValue("not_reported")


def test_other_moves_say_what_moved() -> None:
    found = tables(data(*CHANGES))
    assert [row[2:5] for row in found["position_changes"].rows()] == [
        ("Position", "Pending", "Noted"),
        ("NHRI's assessment", "–", "No information"),
    ]
    assert [row[2:4] for row in found["list_changes"].rows()] == [("–", "added"), ("140.7", "withdrawn")]
    assert [row[2:5] for row in found["work_changes"].rows()] == [
        ("Measures", "1", "3"),
        ("Paragraphs", "10 (a)", "10 (a), 12"),
    ]
    assert next(iter(found["draft_changes"].rows()))[2:4] == ("–", StatusValue(Status.PLANNED))


def test_the_bars_tell_of_both_moments() -> None:
    made = data()
    row = next(r for r in made.rows if r.official is Status.IN_PROGRESS)
    moved = replace(change(row.id, "status", Status.PLANNED, Status.IN_PROGRESS), uid=row.uid)
    changed = replace(made, changes=ChangeReport(SINCE, UNTIL, (moved,)))
    (bars,) = blocks(changed, StatusBars)
    assert isinstance(bars, StatusBars)
    (_then_name, then), (_now_name, now) = bars.bars
    assert then.total == now.total
    # parts of one number count once, under the least advanced
    assert then["planned"] - now["planned"] == now["in_progress"] - then["in_progress"]


def test_nothing_moved_is_said() -> None:
    made = change_report(data())
    assert [section.key for section in made.sections] == ["summary", "method"]
    assert any(isinstance(b, Prose) and "Nothing has moved" in b.text for b in made.sections[0].blocks)


def test_data_without_changes_is_a_bug() -> None:
    with pytest.raises(ValueError, match="without its changes"):
        change_report(report_data())


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("changes", [CHANGES, ()], ids=["changes", "none"])
def test_both_formats_are_written(tmp_path: Path, language: str, changes: tuple[Change, ...]) -> None:
    made = data(*changes, language=language)
    for suffix in ("pdf", "xlsx"):
        export(f"change-{suffix}", made, tmp_path / f"made.{suffix}")
    book = load_workbook(tmp_path / "made.xlsx")
    assert all(sheet.sheet_view.rightToLeft is (language == "ar") for sheet in book.worksheets)
    assert len(PdfReader(tmp_path / "made.pdf").pages) >= 2


def test_sheets_are_real_tables_with_print_titles(tmp_path: Path) -> None:
    texts = [replace(c, text=text) for c, text in zip(CHANGES, UNUSUAL_TEXTS, strict=False)]
    export("change-xlsx", data(*texts, *CHANGES[len(texts) :]), tmp_path / "made.xlsx")
    book = load_workbook(tmp_path / "made.xlsx")
    assert book.sheetnames[0] == "Summary"
    assert book.sheetnames[-1] == "Method"
    sheets = [sheet for sheet in book.worksheets if sheet.tables]
    assert len(sheets) == 6
    assert all(sheet.print_title_rows == "$1:$1" for sheet in sheets)
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_counting_is_by_field() -> None:
    count = count_changes(CHANGES)
    assert (count.forward, count.back, count.measures, count.progress) == (2, 1, 2, 0)
    assert list(by_ministry(CHANGES)) == ["Ministry of Justice", ""]


@pytest.mark.parametrize(("language", "reversed_axes"), [("en", 1), ("ar", 2)])
def test_bars_begin_where_reading_does(tmp_path: Path, language: str, reversed_axes: int) -> None:
    """The axis of names always runs from top to bottom; that of values is turned round too where lines begin at the right."""
    export("change-xlsx", data(*CHANGES, language=language), tmp_path / "made.xlsx")
    with ZipFile(tmp_path / "made.xlsx") as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    assert chart.count('orientation val="maxMin"') == reversed_axes


def test_long_titles_of_sheets_end_with_a_word(tmp_path: Path) -> None:
    export("change-xlsx", data(*CHANGES), tmp_path / "made.xlsx")
    names = load_workbook(tmp_path / "made.xlsx").sheetnames
    assert "Responsibility, links" in names
    assert "Drafts that wait for" in names
