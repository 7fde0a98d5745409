"""Ministry workbooks in six languages, filled in, opened and saved by LibreOffice, and merged: nothing lost, nothing shifted."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.services.workbook_filling import FIRST_ROW, answers_sheet, columns, fill, hand_out, offered
from uprtracker.errors import DoubtError, UserError
from uprtracker.i18n import LANGUAGES
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.merge_plan import Kind, MergePlan
from uprtracker.services.sample import create_sample
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES
from uprtracker.vocabulary.status import Status

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
JUSTICE, HEALTH = "Ministry of Justice", "Ministry of Health"
Edit = Callable[[openpyxl.Workbook, Worksheet, dict[str, int]], None]

COMMENT = "+1 to this:\n- first, \u00e9t\u00e9 \u0627\u0644\u0644\u062c\u0646\u0629\n=1+1 \u200b'\u4eba\u6743' <b>&amp; \U0001f54a"
"""What programs like to change: what looks like a sum, line ends, quotes, marks, other scripts, signs beyond the plane."""

KEPT_AS_ODS = ("ar", "stripped")
LONG = "A long answer. " * 2000


class Desk:
    """The secretariat's desk: one dossier, the workbooks that left it, and what LibreOffice made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "arvania.uprt"
        create_sample(str(self.path)).close()
        with open_dossier(str(self.path)) as dossier:
            self.numbers = self._numbers(hand_out(dossier, JUSTICE, folder / "first.xlsx"))
            self.left = {language: self._leave(dossier, language) for language in LANGUAGES}
            self.edited = {name: self._edit(dossier, name, edit) for name, edit in EDITS.items()}

    def _numbers(self, path: Path) -> list[str]:
        """In the order of the sheet."""
        sheet = answers_sheet(openpyxl.load_workbook(path))
        column = columns(sheet)["number"]
        return [str(sheet.cell(row, column).value) for row in range(FIRST_ROW, sheet.max_row + 1)]

    def _leave(self, dossier: Dossier, language: str) -> Path:
        path = hand_out(dossier, JUSTICE, self.folder / f"{language}.xlsx", language=language)
        return fill(path, self.answers(path))

    def answers(self, path: Path) -> dict[str, dict[str, Any]]:
        """Every answer there is, in the words of the workbook's own drop-downs."""
        status = dict(zip(Status, offered(path), strict=True))
        state = dict(zip(MEASURE_STATES, offered(path, "measure_state"), strict=True))
        first, second, third, *_others = self.numbers
        return {
            first: {
                "status": status[Status.PARTIALLY_IMPLEMENTED], "comment": COMMENT, "status_on": date(2026, 11, 3),
                "due": date(2029, 2, 28), "progress": LONG, "progress_on": date(2026, 11, 4),
            },
            second: {
                "measure": "Assembly Act", "measure_state": state["completed"], "measure_due": date(2026, 12, 31),
                "evidence": "Gazette 5", "evidence_link": "https://example.org/5?a=1&b=%C3%A9", "not_ours": HEALTH,
            },
            third: {"status": status[Status.CONTINUOUS], "comment": "0012"},
        }  # fmt: skip

    def _edit(self, dossier: Dossier, name: str, edit: Edit) -> Path:
        path = hand_out(dossier, JUSTICE, self.folder / f"{name}.xlsx")
        book = openpyxl.load_workbook(path)
        sheet = answers_sheet(book)
        edit(book, sheet, columns(sheet))
        book.save(path)
        return path


def _rename(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
    """Sheets renamed and moved, a note of one's own in front, columns shown and widened."""
    sheet.cell(FIRST_ROW, at["progress"]).value = "Renamed and moved."
    sheet.title, book.worksheets[0].title = "Unsere Antworten", "Erste"
    book.move_sheet(sheet, 1)
    book.create_sheet("Notes of ours", 0)["A1"] = "Call Geneva."
    sheet.column_dimensions["A"].hidden = False


def _sort_alone(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
    cells = [sheet.cell(row, at["number"]) for row in range(FIRST_ROW, sheet.max_row + 1)]
    values = [cell.value for cell in cells]
    for cell, value in zip(cells, reversed(values), strict=True):
        cell.value = value


def _copy_and_remove(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
    """The first row copied with another answer, the second one gone, one of another file, and one that is new."""
    end = sheet.max_row
    for cell in sheet[FIRST_ROW]:
        sheet.cell(end + 1, cell.column).value = cell.value
    sheet.cell(end + 1, at["progress"]).value = "In the copy."
    for cell in sheet[FIRST_ROW + 2]:
        sheet.cell(end + 2, cell.column).value = cell.value
    sheet.cell(end + 2, at["uid"]).value = "00000000-0000-4000-8000-000000000000"
    sheet.cell(end + 3, at["text"]).value = "Something of our own"
    sheet.delete_rows(FIRST_ROW + 1)


def _empty(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for key in ("status", "comment", "due"):
            sheet.cell(row, at[key]).value = None


def _strip(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
    """The hidden row and the hidden sheets are gone; the labels and the file's properties are what is left."""
    sheet.cell(FIRST_ROW, at["progress"]).value = "Without what is hidden."
    sheet.data_validations.dataValidation.clear()
    del book["_meta"], book["_lists"]
    sheet.delete_rows(1)


EDITS: dict[str, Edit] = {
    "renamed": _rename,
    "sorted": _sort_alone,
    "copied": _copy_and_remove,
    "emptied": _empty,
    "stripped": _strip,
}


def _saved(files: list[Path], folder: Path, kind: str) -> Path:
    """The files as LibreOffice saves them, all in one run."""
    profile = folder / "profile"
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", str(folder), *map(str, files),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def saved(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What came back; two were kept as OpenDocument sheets first, as many an office does."""
    folder = tmp_path_factory.mktemp("saved")
    files = {path.stem: path for path in (*desk.left.values(), *desk.edited.values())}
    _saved([files.pop(name) for name in KEPT_AS_ODS], folder, "ods")
    return _saved([*files.values(), *folder.glob("*.ods")], folder, "xlsx:Calc MS Excel 2007 XML")


@pytest.fixture
def home(desk: Desk, tmp_path: Path) -> Iterator[Dossier]:
    with open_dossier(str(shutil.copy(desk.path, tmp_path / "home.uprt"))) as dossier:
        yield dossier


def written(plan: MergePlan) -> dict[tuple[str, str], str]:
    return {(c.number, c.field): c.theirs for c in plan.cells if c.kind not in (Kind.SAME, Kind.EQUAL)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_in_each_language_brings_all_and_nothing_else(
    desk: Desk, saved: Path, home: Dossier, language: str
) -> None:
    straight, plan = home.merging.plan(desk.left[language]), home.merging.plan(saved / f"{language}.xlsx")
    first, second, third, *_others = desk.numbers
    assert written(plan) == written(straight)
    assert written(plan) == {
        (first, "status"): "partially_implemented", (first, "comment"): COMMENT, (first, "status_on"): "2026-11-03",
        (first, "due"): "2029-02-28", (first, "progress"): LONG.strip(), (first, "progress_on"): "2026-11-04",
        (second, "measure"): "Assembly Act", (second, "measure_state"): "completed", (second, "measure_due"): "2026-12-31",
        (second, "evidence"): "Gazette 5", (second, "evidence_link"): "https://example.org/5?a=1&b=%C3%A9",
        (second, "not_ours"): HEALTH, (third, "status"): "continuous", (third, "comment"): "0012",
    }  # fmt: skip
    assert (plan.in_doubt, plan.read, plan.missing) == ((), len(desk.numbers), 0)
    change = home.merging.apply(plan, prefer="theirs")
    assert (change.refused, len(change.recommendations)) == ((), 3)
    again = home.merging.plan(desk.left[language])
    assert not home.merging.apply(again, prefer="theirs").changed
    assert {finding.rule for finding in home.checking.check().findings} <= {"clock"}


def test_renamed_and_moved_sheets(desk: Desk, saved: Path, home: Dossier) -> None:
    assert written(home.merging.plan(saved / "renamed.xlsx")) == {
        (desk.numbers[0], "progress"): "Renamed and moved."
    }


def test_a_column_sorted_alone_is_refused(saved: Path, home: Dossier) -> None:
    with pytest.raises(DoubtError, match="columns look shifted"):
        home.merging.plan(saved / "sorted.xlsx")


def test_copied_missing_foreign_and_new_rows(desk: Desk, saved: Path, home: Dossier) -> None:
    plan = home.merging.plan(saved / "copied.xlsx")
    said = " | ".join(notice.message for notice in plan.in_doubt)
    assert (f"{desk.numbers[0]} was copied" in said, "another file" in said, "row is new" in said) == (
        True,
    ) * 3
    assert (plan.new, plan.missing, written(plan)) == (1, 1, {})


def test_emptied_cells_are_shown_and_not_taken(desk: Desk, saved: Path, home: Dossier) -> None:
    before = home.query.rows()
    plan = home.merging.plan(saved / "emptied.xlsx")
    had = {(r.label, "due") for r in before if r.label in desk.numbers and r.due_on}
    assert had <= {(c.number, c.field) for c in plan.of_kind(Kind.CLEARED)}
    assert {c.kind for c in plan.cells} <= {Kind.CLEARED, Kind.SAME}
    assert not home.merging.apply(plan, prefer="theirs").changed
    assert home.query.rows() == before


def test_what_is_hidden_may_be_lost(desk: Desk, saved: Path, home: Dossier) -> None:
    assert written(home.merging.plan(saved / "stripped.xlsx")) == {
        (desk.numbers[0], "progress"): "Without what is hidden."
    }


def test_another_dossier_refuses_it(saved: Path, dossier: Dossier) -> None:
    with pytest.raises(UserError, match="another dossier"):
        dossier.merging.plan(saved / "fr.xlsx")
