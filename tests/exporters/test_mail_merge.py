"""The sheet for mail merge: a header, plain rows, nothing merged, and figures that a letter can bear."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.exporters.factory import AS_OF, MINISTRIES, details, recommendation, report_data
from uprtracker.exporters.mail_merge import write_mail_merge
from uprtracker.vocabulary.read_model import FocalPoint, ReportData

POSTS = (
    FocalPoint("Ministry of Justice", "Director, Treaty Section", False, "treaties@justice.example"),
    FocalPoint("Ministry of Justice", "=Deputy", True, "+1 555"),
    FocalPoint("Ministry of Nothing", "Nobody", False, ""),
)


def made(data: ReportData, folder: Path) -> Workbook:
    write_mail_merge(data, folder / "x.xlsx")
    return load_workbook(folder / "x.xlsx")


def test_the_first_sheet_is_a_header_and_rows(tmp_path: Path) -> None:
    sheet = made(report_data(60, focal_points=POSTS), tmp_path).worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:5] == ["Institution", "Post", "Contact", "Open", "Overdue"]
    assert len(set(titles)) == len(titles)
    assert all(len(str(title)) <= 40 for title in titles)
    assert not sheet.merged_cells.ranges
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}


def test_a_ministry_has_a_row_for_each_of_its_focal_points(tmp_path: Path) -> None:
    rows = list(made(report_data(60, focal_points=POSTS), tmp_path).worksheets[0].values)[1:]
    assert [row[1:3] for row in rows if row[0] == "Ministry of Justice"] == [
        ("Director, Treaty Section", "treaties@justice.example"),
        ("=Deputy", "+1 555"),
    ]
    others = [row for row in rows if row[0] != "Ministry of Justice"]
    assert sorted(row[0] for row in others) == sorted(set(MINISTRIES) - {"", "Ministry of Justice"})
    assert {row[1] for row in others} == {None}


def test_figures_are_those_of_the_led_recommendations(tmp_path: Path) -> None:
    data = report_data(60)
    led = [r for r in data.rows if r.lead == "Ministry of Justice" and r.kind == "recommendation"]
    (row,) = [r for r in made(data, tmp_path).worksheets[0].values if r[0] == "Ministry of Justice"]
    waiting = [r for r in led if r.open]
    assert row[3] == len({r.counted_as for r in waiting})
    assert row[4] == len({r.counted_as for r in waiting if r.overdue})
    assert row[6] == len({r.counted_as for r in led if r.official is None})
    assert row[8] == ", ".join(r.label for r in sorted(waiting, key=lambda r: r.sort_key))
    ahead = min(r.due_on for r in waiting if r.due_on and r.due_on >= AS_OF)
    assert row[7] == f"{ahead.day} {ahead:%B %Y}"


def test_the_second_sheet_says_what_the_list_covers(tmp_path: Path) -> None:
    book = made(report_data(20, filters=("Cycle 4",)), tmp_path)
    about = "\n".join(str(value) for row in book.worksheets[1].values for value in row)
    for words in ("Public", "6 items withheld", "Cycle 4", "23 November 2026", "as supplied"):
        assert words in about
    assert book.properties.creator == "UPR Tracker"


def test_arabic_runs_from_the_right_and_bytes_are_the_same(tmp_path: Path) -> None:
    data = replace(report_data(20), language="ar")
    assert made(data, tmp_path).worksheets[0].sheet_view.rightToLeft
    once = (tmp_path / "x.xlsx").read_bytes()
    made(data, tmp_path)
    assert (tmp_path / "x.xlsx").read_bytes() == once


def test_a_list_that_no_cell_can_hold_is_kept_whole_elsewhere(tmp_path: Path) -> None:
    rows = tuple(
        recommendation(n, lead="Ministry of Justice", official=None, number=f"140.{n}")
        for n in range(1, 5000)
    )
    data = replace(report_data(1), rows=rows, details={row.id: details(row) for row in rows})
    book = made(data, tmp_path)
    (row,) = list(book.worksheets[0].values)[1:]
    assert row[3] == 4999
    assert "The whole text" in str(row[8])
    whole = "".join(str(value) for (value,) in list(book.worksheets[2].values)[1:])
    assert whole == ", ".join(r.label for r in rows)
