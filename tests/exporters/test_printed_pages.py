"""Reports as they are printed in several languages: pages as they must be, and a first page that says what it is."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.exporters.factory import report_data
from tests.exporters.pdf_checks import faults, outline, read_pages
from tests.exporters.test_change_report import CHANGES
from tests.exporters.test_change_report import data as change_data
from uprtracker.exporters.catalogue import export, statement
from uprtracker.exporters.document import Sheet, StatusBars, StatusValue
from uprtracker.exporters.pdf_chart import bars_strips
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_sheet import sheet_strips
from uprtracker.exporters.pdf_style import PORTRAIT, type_for
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import LANGUAGES, speaking
from uprtracker.vocabulary.figures import count_statuses
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.status import BUCKETS

_LONG_NAME = "Ministry of Labour, Family, Social Affairs and Equal Opportunities, Department {n}"


def _made(product: str, data: ReportData, folder: Path) -> Path:
    export(product, data, folder / "made.pdf")
    return folder / "made.pdf"


def _letters(text: str) -> set[str]:
    return set(re.findall(r"[\w/.]{2,}", text))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("product", ["annex-pdf", "change-pdf"])
def test_pages_are_as_pages_must_be(product: str, language: str, tmp_path: Path) -> None:
    data = (
        change_data(*CHANGES, language=language)
        if product == "change-pdf"
        else replace(report_data(25), language=language)
    )
    assert faults(_made(product, data, tmp_path)) == []


@pytest.mark.parametrize("product", ["status-pdf", "annex-pdf"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_page_states_what_the_report_covers(product: str, language: str, tmp_path: Path) -> None:
    data = replace(report_data(9), language=language, filters=("Theme: Torture",))
    first = read_pages(_made(product, data, tmp_path))[0].text
    for line in statement(data):
        assert _letters(line) <= _letters(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_stands_on_one_page_however_long_the_names(language: str, tmp_path: Path) -> None:
    data = report_data(60)
    rows = tuple(replace(row, lead=_LONG_NAME.format(n=row.id % 9)) for row in data.rows)
    details = {row.id: replace(data.details[row.id], row=row) for row in rows}
    made = _made("status-pdf", replace(data, rows=rows, details=details, language=language), tmp_path)
    second_section = [entry for entry in outline(PdfReader(made)) if entry[0] == 0][1]
    assert second_section[2] == 2


def test_a_long_name_beside_a_bar_begins_where_the_others_do() -> None:
    count = count_statuses(report_data(5).rows)
    ruler = Ruler(from_right=True)
    frame = Frame(ruler, 300, 500, type_for(9.5), type_for(9.5).figures[0], Tag("Sect", None))
    name = "a department of the ministry that looks after labour, families and equal opportunities"
    assert any(line.against for line in ruler.wrap(name, type_for(9.5).body, 300))
    bars = bars_strips(StatusBars("By lead ministry", "", ((name, count),)), frame)
    assert not any(line.against for strip in bars for line in getattr(strip, "name", ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_status_in_the_head_of_a_sheet_stands_on_one_line(language: str) -> None:
    styles = type_for(11.0)
    frame = Frame(Ruler(), PORTRAIT.frame, 700, styles, styles.figures[0], Tag("Sect", None))
    with speaking(language):
        for bucket in BUCKETS:
            (sheet,) = sheet_strips(Sheet("140.12", "A text", status=StatusValue(bucket)), frame)
            (low,) = sheet_strips(Sheet("140.12", "A text", status=StatusValue("")), frame)
            assert sheet.height == low.height
