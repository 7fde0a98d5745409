"""A ministry's workbook: text stays text and locked, answers are open and checked, nothing stands above the audience."""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.services.workbook_filling import FIRST_ROW, answers_sheet, columns, hand_out
from uprtracker.exporters.catalogue import export_ministry_workbook
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.ministry_sheet import (
    ANSWERS,
    FIELDS,
    MinistryRow,
    MinistrySheet,
    digest_of,
    field_of,
    read_base,
    read_status,
)
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status


def sheet_of(*, language: str = "en", text: str = "Do it", comment: str = "") -> MinistrySheet:
    row = MinistryRow(
        uid="11111111-0000-4000-8000-000000000001",
        number="134.10",
        document="A/HRC/1/1",
        text=text,
        states=("Chile", "Peru"),
        position=Position.SUPPORTED,
        role="lead",
        paragraphs=("10 (d)",),
        theme="Right to peaceful assembly",
        status=Status.PLANNED,
        comment=comment,
        said_on=date(2026, 1, 2),
        due=None,
        last_progress="",
        measures=("A law (Planned)",),
        sources=(),
    )
    return MinistrySheet(
        export_id="22222222-0000-4000-8000-000000000002",
        database_id="33333333-0000-4000-8000-000000000003",
        ministry="Ministry of Justice",
        language=language,
        audience=Confidentiality.PUBLIC,
        made_at=datetime(2026, 3, 4, 5, 6, tzinfo=UTC),
        state_name="Arvania",
        institutions=("Ministry of Health",),
        rows=(row,),
        withheld=2,
    )


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    export_ministry_workbook(sheet_of(text="=1+1 is text"), tmp_path / "m.xlsx")
    return openpyxl.load_workbook(tmp_path / "m.xlsx")


def test_text_is_text_and_the_number_no_figure(book: openpyxl.Workbook) -> None:
    sheet = answers_sheet(book)
    at = columns(sheet)
    text, number = sheet.cell(FIRST_ROW, at["text"]), sheet.cell(FIRST_ROW, at["number"])
    assert (text.value, text.data_type, text.quotePrefix) == ("=1+1 is text", "s", True)
    assert (number.value, number.data_type, number.number_format) == ("134.10", "s", "@")
    assert sheet.cell(FIRST_ROW, at["said_on"]).value == datetime(2026, 1, 2)


def test_only_answers_are_open(book: openpyxl.Workbook) -> None:
    sheet = answers_sheet(book)
    assert sheet.protection.sheet
    answers = {field.key for field in ANSWERS}
    for key, column in columns(sheet).items():
        assert sheet.cell(FIRST_ROW, column).protection.locked is (key not in answers)


def test_answers_have_lists_and_date_checks(book: openpyxl.Workbook) -> None:
    sheet = answers_sheet(book)
    checks = {}
    for check in sheet.data_validations.dataValidation:
        column = next(iter(check.sqref.ranges)).min_col
        checks[next(key for key, c in columns(sheet).items() if c == column)] = check
    assert {key for key, c in checks.items() if c.type == "date"} == {
        "status_on", "due", "progress_on", "measure_due",
    }  # fmt: skip
    assert checks["status"].formula1 == "'_lists'!$A$1:$A$7"
    assert [cell.value for cell in book["_lists"]["A"][:7]] == [status.label for status in Status]
    assert (checks["status"].showErrorMessage, checks["not_ours"].showErrorMessage) == (True, False)


def test_what_is_hidden_and_how_it_prints(book: openpyxl.Workbook) -> None:
    sheet = answers_sheet(book)
    states = {s.title: s.sheet_state for s in book.worksheets}
    assert states == {
        "Instructions": "visible", "Recommendations": "visible", "_lists": "hidden", "_meta": "veryHidden",
    }  # fmt: skip
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert sheet.freeze_panes == "C3"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$2:$2", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert [cell.value for cell in sheet[1]] == [field.key for field in FIELDS]


def test_the_identity_and_the_base_with_its_digest(book: openpyxl.Workbook) -> None:
    facts: dict[str, str] = {}
    for key, value in book["_meta"].iter_rows(max_col=2, values_only=True):
        facts[str(key)] = facts.get(str(key), "") + str(value)
    base = facts["base"].encode()
    assert digest_of(base) == facts["digest"]
    assert read_base(base).rows[0].cells == {"status": "planned", "comment": "", "due": ""}
    assert facts["export_id"] == sheet_of().export_id
    assert {p.name: p.value for p in book.custom_doc_props.props}["uprtracker_export_id"] == facts[
        "export_id"
    ]


def test_the_instructions_say_for_whom_and_what_is_left_out(book: openpyxl.Workbook) -> None:
    words = " ".join(str(cell.value) for row in book["Instructions"] for cell in row if cell.value)
    assert "Ministry of Justice" in words
    assert "“Public”" in words
    assert "2 items are left out" in words
    assert "no security" in words


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    export_ministry_workbook(sheet_of(language="ar"), tmp_path / "ar.xlsx")
    assert answers_sheet(openpyxl.load_workbook(tmp_path / "ar.xlsx")).sheet_view.rightToLeft


def test_a_text_that_no_cell_holds_stands_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    export_ministry_workbook(sheet_of(text="long " * 8000), tmp_path / "long.xlsx")
    pieces = [cell.value for cell in openpyxl.load_workbook(tmp_path / "long.xlsx")["Long texts"]["A"]][1:]
    assert "".join(map(str, pieces)) == "long " * 8000


def test_words_are_read_folded_and_stored_words_too() -> None:
    assert (read_status(" IN  progress "), read_status("in_progress"), read_status("done")) == (
        Status.IN_PROGRESS,
        Status.IN_PROGRESS,
        None,
    )
    assert (field_of("NOT OURS: belongs to"), field_of("status_on"), field_of("else")) == (
        "not_ours",
        "status_on",
        "",
    )


@pytest.mark.parametrize("audience", list(Confidentiality))
def test_no_word_above_the_audience_is_anywhere_in_the_file(
    dossier: Dossier, ids: dict[str, int], tmp_path: Path, audience: Confidentiality
) -> None:
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
    for level in Confidentiality:
        canary = f"canary{level.value}"
        dossier.work.add_progress(
            [ids["71.1"]], f"progress {canary}", confidentiality=level, institution="Ministry of Health"
        )
        dossier.work.add_evidence(
            ids["71.1"], f"title {canary}", quote=f"quote {canary}", confidentiality=level
        )
        if level is not Confidentiality.RESTRICTED:
            dossier.annotating.annotate([ids["71.1"]], f"note{canary}", confidentiality=level)
    path = hand_out(dossier, "Ministry of Justice", tmp_path / "m.xlsx", audience=audience)
    with zipfile.ZipFile(path) as archive:
        content = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    found = {level for level in Confidentiality if f"canary{level.value}" in content}
    # what is restricted to another institution stays with it, whatever the audience
    assert found == {
        level for level in (Confidentiality.PUBLIC, Confidentiality.GOVERNMENT) if level.visible_to(audience)
    }
    assert "note" + "canary" not in content
