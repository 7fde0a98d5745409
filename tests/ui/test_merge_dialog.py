"""The preview of a merge and what it takes over; workbooks and packages that go out of the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.services.workbook_filling import fill, hand_out
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.merge_plan import Kind, MergePlan
from uprtracker.ui.dialogs.merge_dialog import MergeDialog
from uprtracker.ui.dialogs.package_dialog import CopyDialog, NhriPackageDialog, SecretariatPackageDialog
from uprtracker.ui.dialogs.workbook_dialog import WorkbookDialog
from uprtracker.ui.exchange_flow import free_name
from uprtracker.ui.main_window import MainWindow
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status

JUSTICE = "Ministry of Justice"


@pytest.fixture(autouse=True)
def _close_dialogs(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    yield
    for dialog in window.findChildren(QDialog):
        dialog.close()
    qtbot.wait(1)


@pytest.fixture
def dossier(window: MainWindow) -> Dossier:
    assert window.session is not None
    return window.session.dossier


@pytest.fixture
def led(dossier: Dossier) -> list[Recommendation]:
    """Three recommendations that the Ministry of Justice leads, with a comment, without a due date."""
    rows = [row for row in dossier.query.rows() if row.lead == JUSTICE and row.status_comment and row.open]
    ids = [row.id for row in rows[:3]]
    dossier.tracking.set_due(ids, None)
    return dossier.query.rows_by_id(ids)


@pytest.fixture
def returned(dossier: Dossier, led: list[Recommendation], tmp_path: Path) -> Path:
    """One cell changed by them, one by both, one emptied."""
    first, second, third = led
    book = hand_out(dossier, JUSTICE, tmp_path / "justice.xlsx")
    dossier.tracking.set_due([second.id], date(2027, 1, 31))
    return fill(
        book,
        {
            first.label: {"due": date(2027, 6, 30)},
            second.label: {"due": date(2027, 9, 30)},
            third.label: {"comment": ""},
        },
    )


def merging(window: MainWindow, path: Path, qtbot: QtBot) -> MergeDialog:
    window.exchange.merge_files([path])
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    dialog = window.findChild(MergeDialog)
    assert dialog is not None
    return dialog


def row_of(dossier: Dossier, row: Recommendation) -> Recommendation:
    (found,) = dossier.query.rows_by_id([row.id])
    return found


def test_their_changes_are_ticked_and_nothing_else_by_itself(
    window: MainWindow, returned: Path, qtbot: QtBot
) -> None:
    dialog = merging(window, returned, qtbot)
    ticked = {cell.kind for cell in dialog.model.ticked()}
    shown = {cell.kind for cell in dialog.model.items()}
    assert ticked == {Kind.THEIRS}
    assert shown == {Kind.THEIRS, Kind.CONFLICT, Kind.CLEARED}
    assert dialog.agree.text() == "Merge 1 change"


def test_what_is_ticked_is_merged_in_one_step(
    window: MainWindow, dossier: Dossier, led: list[Recommendation], returned: Path, qtbot: QtBot
) -> None:
    dialog = merging(window, returned, qtbot)
    dialog.show_kind("conflict")
    dialog.tick_all.click()
    assert dialog.agree.text() == "Merge 2 changes"
    with qtbot.waitSignal(window.exchange.entered):
        dialog.accept()
    first, second, third = led
    assert row_of(dossier, first).due_on == date(2027, 6, 30)
    assert row_of(dossier, second).due_on == date(2027, 9, 30)
    assert row_of(dossier, third).status_comment == third.status_comment
    window.acts["undo"].trigger()
    assert row_of(dossier, first).due_on is None
    assert row_of(dossier, second).due_on == date(2027, 1, 31)


def test_a_filter_shows_one_kind_and_keeps_the_ticks(
    window: MainWindow, returned: Path, qtbot: QtBot
) -> None:
    dialog = merging(window, returned, qtbot)
    dialog.show_kind("cleared")
    assert {cell.kind for cell in dialog.model.items()} == {Kind.CLEARED}
    assert dialog.agree.text() == "Merge 1 change"
    dialog.show_kind("cleared")
    dialog.tick_none.click()
    assert not dialog.agree.isEnabled()


def test_a_part_is_not_taken_without_its_whole(
    window: MainWindow, dossier: Dossier, led: list[Recommendation], tmp_path: Path
) -> None:
    book = hand_out(dossier, JUSTICE, tmp_path / "book.xlsx")
    fill(book, {led[0].label: {"measure": "Training", "measure_state": "Planned"}})
    dialog = MergeDialog(dossier.merging.plan(book), dossier.store.today(), window)
    assert [cell.field for cell in dialog.taken()] == ["measure", "measure_state"]
    whole = next(cell for cell in dialog.model.items() if cell.field == "measure")
    dialog.model.tick([whole], False)
    assert dialog.taken() == []


def test_the_comparison_is_kept_as_a_workbook(
    window: MainWindow, returned: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = merging(window, returned, qtbot)
    report = dialog.report()
    assert sorted((row.happened, row.decision) for row in report.rows) == [
        ("Changed by them", "taken"),
        ("Emptied by them", "left"),
        ("In conflict", "left"),
    ]
    with qtbot.waitSignal(window.exchange.sent):
        window.exchange.save_report(report, tmp_path / "comparison.xlsx")
    book = openpyxl.load_workbook(tmp_path / "comparison.xlsx")
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {row.theirs for row in report.rows if row.theirs != "-"} <= cells
    assert {"In conflict", "It left with", "They say"} <= cells


def test_what_only_we_changed_has_no_box(
    window: MainWindow, dossier: Dossier, led: list[Recommendation], tmp_path: Path
) -> None:
    book = hand_out(dossier, JUSTICE, tmp_path / "book.xlsx")
    dossier.tracking.set_status([led[0].id], Status.CONTINUOUS, comment="Ours")
    dialog = MergeDialog(dossier.merging.plan(book), dossier.store.today(), window)
    dialog.tick_all.click()
    assert {cell.kind for cell in dialog.model.items()} == {Kind.OURS}
    assert dialog.model.ticked() == []
    assert not dialog.agree.isEnabled()


def test_a_file_of_another_kind_is_refused_and_the_next_one_is_read(
    window: MainWindow, returned: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "notes.xlsx"
    wrong.write_bytes(b"no workbook")
    window.exchange.merge_files([wrong, returned])
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    assert not window.messages.isHidden()


def test_a_workbook_that_is_dropped_is_merged_and_other_files_are_not(
    window: MainWindow, returned: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "table.xlsx"
    openpyxl.Workbook().save(table)
    text = tmp_path / "text.docx"
    text.write_bytes(b"")
    assert window.exchange.take_returned([table, returned, text]) == [table, text]
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)


def test_many_workbooks_are_made_at_once(
    window: MainWindow, dossier: Dossier, tmp_path: Path, qtbot: QtBot
) -> None:
    window.acts["workbooks"].trigger()
    dialog = window.findChild(WorkbookDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible()
    wanted = [one for one in dialog.model.items() if one.institution.name in (JUSTICE, "Ministry of Health")]
    dialog.model.tick(wanted, True)
    assert dialog.told.text().startswith("2 workbooks")
    dialog.folder.setText(str(tmp_path))
    with qtbot.waitSignal(window.exchange.sent) as told:
        dialog.accept()
    assert told.args[0].startswith("2 workbooks made")
    made = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert made == ["Ministry of Health 2026-11-24.xlsx", "Ministry of Justice 2026-11-24.xlsx"]
    plan: MergePlan = dossier.merging.plan(tmp_path / made[1])
    assert plan.ministry == JUSTICE
    assert all(cell.kind is Kind.SAME for cell in plan.cells)


def test_a_package_holds_what_was_ticked(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.acts["package"].trigger()
    qtbot.waitUntil(lambda: window.findChild(NhriPackageDialog) is not None)
    dialog = window.findChild(NhriPackageDialog)
    assert dialog is not None
    assert dialog.model.ticked() == []
    dialog.model.tick(dialog.model.items()[:1], True)
    dialog.target.edit.setText(str(tmp_path / "nhri.uprt"))
    with qtbot.waitSignal(window.exchange.sent) as told:
        dialog.accept()
    assert "nhri.uprt" in told.args[0]
    assert (tmp_path / "nhri.uprt").exists()


def test_whoever_opens_the_nhris_copy_works_for_the_nhri(
    window: MainWindow, dossier: Dossier, tmp_path: Path
) -> None:
    dossier.packaging.package_for_nhri(tmp_path / "nhri.uprt")
    window.show_dossier(open_dossier(str(tmp_path / "nhri.uprt"), Actor(Profile.SECRETARIAT, "Reviewer")))
    session = window.session
    assert session is not None
    actor = session.actor
    assert (actor.profile, actor.post) == (Profile.NHRI, "Reviewer")
    assert actor.institution == "Human Rights Ombudsperson of Arvania"
    window.workspace.recommendations.table.selectRow(0)
    assert window.acts["annotate"].isEnabled()
    assert window.acts["package"].isEnabled()
    assert not window.acts["lead"].isEnabled()
    window.acts["package"].trigger()
    assert window.findChild(SecretariatPackageDialog) is not None


def test_a_copy_comes_back_without_news(
    window: MainWindow, dossier: Dossier, tmp_path: Path, qtbot: QtBot
) -> None:
    window.acts["copy_out"].trigger()
    dialog = window.findChild(CopyDialog)
    assert dialog is not None
    dialog.target.edit.setText(str(tmp_path / "copy.uprt"))
    with qtbot.waitSignal(window.exchange.sent):
        dialog.accept()
    plan = dossier.merging.plan(tmp_path / "copy.uprt")
    assert [cell for cell in plan.cells if cell.kind is not Kind.SAME] == []


def test_names_of_files_are_safe_and_free(tmp_path: Path) -> None:
    first = free_name(tmp_path, 'Ministry of "Justice": a/b', ".xlsx")
    first.touch()
    assert first.name == "Ministry of _Justice_ a_b.xlsx"
    assert free_name(tmp_path, 'Ministry of "Justice": a/b', ".xlsx").name.endswith(" (2).xlsx")
