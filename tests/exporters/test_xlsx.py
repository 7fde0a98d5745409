"""The workbook of the status report, read back: its sheets, figures, table, charts, print set-up and what it must not hold."""

from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from tests.exporters.factory import ANNOTATION_CANARY, UNUSUAL_TEXTS, recommendation, report_data
from uprtracker.exporters.status_report import status_report
from uprtracker.exporters.xlsx import write_workbook
from uprtracker.exporters.xlsx_style import argb, tint
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.figures import count_statuses, overview
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, bucket_label

DATA = report_data()
WORDS = [bucket_label(bucket) for bucket in BUCKETS]


def written(data: ReportData, folder: Path) -> Path:
    target = folder / "status.xlsx"
    write_workbook(status_report(data), target)
    return target


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(DATA, tmp_path_factory.mktemp("workbook"))


@pytest.fixture(scope="module")
def workbook(path: Path) -> Any:
    return load_workbook(path)


def find(sheet: Any, text: str) -> Any:
    """The first cell with this text."""
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a table sheet by the titles of its columns."""
    titles, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip((str(title) for title in titles), row, strict=True)) for row in rows]


def cells(sheet: Any, reference: str) -> list[Any]:
    """The values of a range that a chart or a validation names: `'Sheet'!$A$1:$A$9`."""
    title, _bang, area = reference.rpartition("!")
    assert title.strip("'") == sheet.title
    first_column, first_row, last_column, last_row = range_boundaries(area.replace("$", ""))
    area_rows = sheet.iter_rows(first_row, last_row, first_column, last_column, values_only=True)
    return [value for row in area_rows for value in row]


def test_sheets_in_order_and_none_hidden(workbook: Any) -> None:
    assert workbook.sheetnames == [
        "Summary",
        "Recommendations",
        "Voluntary pledges",
        "By paragraph",
        "By ministry",
        "Method",
    ]
    for sheet in workbook:
        assert sheet.sheet_state == "visible"
        assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())


def test_no_cell_is_a_formula(workbook: Any) -> None:
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}


def test_what_looks_like_a_formula_or_markup_is_the_text_it_was(workbook: Any) -> None:
    texts = [row["Recommendation"] for row in rows_of(workbook["Recommendations"])]
    assert set(UNUSUAL_TEXTS) <= set(texts)
    assert find(workbook["Recommendations"], "=1+1").quotePrefix


def test_the_summary_has_the_title_block_and_the_key_figures(workbook: Any) -> None:
    sheet, figures = workbook["Summary"], overview(DATA.rows)
    assert sheet["A1"].value == "Status of implementation"
    assert "Arvania (invented sample)" in sheet["A2"].value
    for words, figure in (
        ("recommendations received", figures.received),
        ("linked to the resolution", figures.linked),
        ("overdue", figures.overdue),
        ("disputed by the NHRI", figures.disputed),
    ):
        label = find(sheet, words)
        assert sheet.cell(label.row - 1, label.column).value == figure


def test_three_native_charts_draw_the_counts_of_the_tables_beside_them(workbook: Any) -> None:
    sheet = workbook["Summary"]
    bar, ministries, paragraphs = sheet._charts
    for chart in (bar, ministries, paragraphs):
        assert chart.grouping == "stacked"
        assert [cells(sheet, s.tx.strRef.f)[0] for s in chart.series] == WORDS
    drawn = {w: cells(sheet, s.val.numRef.f) for w, s in zip(WORDS, bar.series, strict=True)}
    said = count_statuses(DATA.rows)
    assert drawn == {bucket_label(bucket): [said[bucket]] for bucket in BUCKETS}
    names = cells(sheet, ministries.series[0].cat.strRef.f)
    by_ministry = {group.name or "No lead ministry": group.count for group in overview(DATA.rows).by_ministry}
    assert set(names) == set(by_ministry)
    for bucket, series in zip(BUCKETS, ministries.series, strict=True):
        assert cells(sheet, series.val.numRef.f) == [by_ministry[name][bucket] for name in names]


def test_segments_have_the_colours_of_the_scale_and_not_reported_is_hatched(workbook: Any) -> None:
    for chart in workbook["Summary"]._charts:
        for bucket, series in zip(BUCKETS, chart.series, strict=True):
            look = series.graphicalProperties
            if bucket == NOT_REPORTED:
                assert look.pattFill.prst
            else:
                assert "#" + look.solidFill.srgbClr.lower() == LIGHT.status[bucket]


def test_recommendations_are_a_real_table_with_named_columns(workbook: Any) -> None:
    sheet = workbook["Recommendations"]
    table = sheet.tables["recommendations"]
    assert table.ref == table.autoFilter.ref == sheet.dimensions
    assert [c.name for c in table.tableColumns] == [c.value for c in sheet[1]]
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 1 + sum(row.kind == "recommendation" for row in DATA.rows)


def test_a_row_of_the_table(workbook: Any) -> None:
    row = next(row for row in rows_of(workbook["Recommendations"]) if row["No."] == "140.12")
    assert row["Theme"] == "Human rights defenders"
    assert row["Status"] == "Fully implemented"
    assert row["Lead ministry"] == "Ministry of Health"
    assert row["Supporting"] == "Office of the Prosecutor General; Ministry of Finance"
    assert row["Paragraphs"] == "10 (a), 10 (c)"
    assert isinstance(row["Due"], datetime)


def test_numbers_and_labels_are_text_and_texts_wrap(workbook: Any) -> None:
    sheet = workbook["Recommendations"]
    titles = [cell.value for cell in sheet[1]]
    for title in ("No.", "Paragraphs"):
        for cell in next(sheet.iter_cols(titles.index(title) + 1, titles.index(title) + 1, min_row=2)):
            assert cell.number_format == "@"
            assert cell.value is None or isinstance(cell.value, str)
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row)


def test_the_status_has_a_drop_down_of_the_scale_and_colours_by_word(workbook: Any) -> None:
    sheet = workbook["Recommendations"]
    letter = find(sheet, "Status").column_letter
    (choice,) = sheet.data_validations.dataValidation
    assert str(choice.sqref) == f"{letter}2:{letter}{sheet.max_row}"
    assert cells(workbook["Method"], choice.formula1) == WORDS
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert [rule.formula for rule in rules] == [[f'"{word}"'] for word in WORDS]
    for bucket, rule in zip(BUCKETS, rules, strict=True):
        assert rule.dxf.fill.bgColor.rgb == argb(tint(bucket))
    assert {row["Status"] for row in rows_of(sheet)} <= set(WORDS)


def test_every_sheet_prints_on_landscape_a4_with_page_x_of_y_and_the_caveat(workbook: Any) -> None:
    for sheet in workbook:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.right.text == "&P of &N"
        assert sheet.oddFooter.left.text.startswith("Invented sample. Indicative mapping to the resolution")
        assert sheet.sheet_view.showGridLines is False
    assert workbook["Recommendations"].print_title_rows == "$1:$1"
    assert workbook["Voluntary pledges"].oddHeader.left.text.endswith(
        "Voluntary pledges · in none of the figures"
    )


def test_a_long_caveat_fits_the_footer_and_an_ampersand_stays_one(tmp_path: Path) -> None:
    report = replace(status_report(DATA), caveat="R&D " + "confirmed by many people " * 20)
    write_workbook(report, tmp_path / "x.xlsx")
    with ZipFile(tmp_path / "x.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    footer = sheet.partition("<oddFooter>")[2].partition("</oddFooter>")[0]
    footer = unescape(footer)
    assert "R&&D" in footer
    assert "…&R" in footer
    assert len(footer) <= 255


def test_widths_are_set_and_fit_a_page(workbook: Any) -> None:
    for sheet in workbook:
        columns = (
            [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]] if sheet.tables else []
        )
        assert all(width >= 8 for width in columns)
        total = sum(dimension.width for dimension in sheet.column_dimensions.values())
        assert 100 < total < 240


def test_counts_by_ministry_add_up_on_their_sheet(workbook: Any) -> None:
    sheet = workbook["By ministry"]
    header, last = find(sheet, "Lead ministry").row, find(sheet, "All recommendations").row
    titles = [cell.value for cell in sheet[header]]
    received = overview(DATA.rows).status
    whole = [sheet.cell(last, titles.index(word) + 1).value for word in WORDS]
    assert whole == [received[bucket] for bucket in BUCKETS]
    for row in range(header + 1, last + 1):
        counts = [sheet.cell(row, titles.index(word) + 1).value for word in WORDS]
        assert sum(counts) == sheet.cell(row, titles.index("Total") + 1).value


def test_paragraphs_have_their_whole_text_and_their_recommendations(workbook: Any) -> None:
    texts = {cell.value for row in workbook["By paragraph"].iter_rows() for cell in row}
    for paragraph in DATA.text_version.paragraphs:
        if paragraph.addressees == "states":
            assert f"{paragraph.label}  {paragraph.text}" in texts
    assert "10 (d) registration and funding of associations" in texts


def test_the_file_says_nothing_of_a_person_or_of_the_clock(path: Path, workbook: Any) -> None:
    properties = workbook.properties
    assert (properties.creator, properties.lastModifiedBy) == ("UPR Tracker", "UPR Tracker")
    assert properties.title == "Status of implementation"
    assert properties.subject == "Arvania (invented sample), 23 November 2026"
    assert properties.created == properties.modified == datetime(2026, 11, 23)


def test_annotations_are_in_no_part_of_the_file(path: Path) -> None:
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert not any(ANNOTATION_CANARY.encode() in part for part in parts)
    assert not any(b"A draft comment." in part for part in parts)


def test_a_text_longer_than_a_cell_is_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    text = "Adopt " + " ".join(f"law {n}," for n in range(5000)) + " and report"
    assert len(text) > 40_000
    row = recommendation(1, text=text)
    data = replace(DATA, rows=(row,), changed=())
    workbook: Any = load_workbook(written(data, tmp_path))
    (said,) = (r["Recommendation"] for r in rows_of(workbook["Recommendations"]))
    assert "is in the sheet “Long texts” from row 2 on" in said
    pieces = [cell.value for (cell,) in workbook["Long texts"].iter_rows(min_row=2)]
    assert "".join(pieces) == text


def test_drafts_have_a_column_of_their_own_where_they_may_be_seen(tmp_path: Path, workbook: Any) -> None:
    assert "Draft, not counted" not in [cell.value for cell in workbook["Recommendations"][1]]
    internal = load_workbook(written(replace(DATA, audience=Confidentiality.GOVERNMENT), tmp_path))
    rows = rows_of(internal["Recommendations"])
    drafts = [row["No."] for row in rows if row["Draft, not counted"]]
    assert drafts == [r.label for r in DATA.rows if r.kind == "recommendation" and r.has_draft]
    assert {row["Status"] for row in rows} <= set(WORDS)


def test_arabic_sheets_run_from_right_to_left(tmp_path: Path, workbook: Any) -> None:
    arabic = load_workbook(written(replace(DATA, language="ar"), tmp_path))
    assert all(sheet.sheet_view.rightToLeft for sheet in arabic)
    assert not any(sheet.sheet_view.rightToLeft for sheet in workbook)


def test_a_report_without_recommendations_is_a_workbook_all_the_same(tmp_path: Path) -> None:
    empty = replace(DATA, rows=(), details={}, changed=(), changed_since="")
    workbook: Any = load_workbook(written(empty, tmp_path))
    assert workbook["Recommendations"].tables["recommendations"].ref == "A1:K2"
    assert find(workbook["Summary"], "There is no snapshot yet to compare this with.")
    assert len(workbook["Summary"]._charts) == 1


def test_as_of_dates_are_dates(workbook: Any) -> None:
    dates = [row["Due"] for row in rows_of(workbook["Recommendations"]) if row["Due"]]
    assert sorted(d.date() for d in dates) == sorted(
        r.due_on for r in DATA.rows if r.due_on and r.kind == "recommendation"
    )
    assert min(dates).date() >= date(2026, 9, 24)


def test_with_two_reviews_the_text_keeps_the_wide_column_of_the_lists(tmp_path: Path) -> None:
    older = recommendation(99, cycle=3, session=34, document_id=2, document_symbol="A/HRC/44/00")
    both = replace(DATA, rows=(older, *DATA.rows), details={**DATA.details, 99: DATA.details[1]})
    workbook: Any = load_workbook(written(both, tmp_path))
    for title in ("By ministry", "By paragraph"):
        header = find(workbook[title], "No.").row
        assert workbook[title].cell(header, 2).value == "Recommendation"
        assert "Review" in [cell.value for cell in workbook[title][header]]
    assert {row["Review"] for row in rows_of(workbook["Recommendations"])} == {"Cycle 3", "Cycle 4"}
