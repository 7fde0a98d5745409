"""Several files dropped on the window: one preview, what is left out, what stops, and the columns of a table between."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.review_files import write_addendum, write_database, write_report, write_table
from tests.ui.test_accessibility import unnamed
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.import_plan import ImportPlan
from uprtracker.services.progress import Progress
from uprtracker.ui.dialogs.columns_dialog import ColumnsDialog
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.dialogs.matching_dialog import MatchingDialog
from uprtracker.ui.dialogs.progress_dialog import ProgressDialog
from uprtracker.ui.main_window import MainWindow


@pytest.fixture
def iceland(empty_window: MainWindow, dossier: Dossier, dossier_path: Path) -> MainWindow:
    """A window on the dossier with cycle 3."""
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    return empty_window


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def the_dialog(window: QWidget, kind: type, qtbot: QtBot):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=20_000)
    return next(d for d in window.findChildren(kind) if d.isVisible())


@pytest.fixture
def preview(iceland: MainWindow, tmp_path: Path, qtbot: QtBot) -> ImportDialog:
    """The addendum before its report, and a picture that is no document."""
    wrong = tmp_path / "picture.docx"
    wrong.write_bytes(b"no document")
    drop(iceland, write_addendum(tmp_path / "add.pdf"), write_report(tmp_path / "report.pdf"), wrong)
    return the_dialog(iceland, ImportDialog, qtbot)


def about(dialog: ImportDialog) -> list[str]:
    model = dialog.list_model
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_each_file_is_listed_with_what_it_brings(preview: ImportDialog) -> None:
    assert about(preview)[:2] == [
        "report.pdf\n3 new · Report of the Working Group",
        "add.pdf\n3 changed · Addendum with the positions",
    ]
    assert "picture.docx" in about(preview)[2]
    assert preview.agree.text() == "Import 2 files"
    preview.list.selectRow(1)
    assert [preview.pane.model.record_at(n).kind for n in range(3)] == ["changed"] * 3
    preview.list.selectRow(2)
    assert preview.refusal.isVisible()
    assert not preview.refusal._button.isVisible()


def test_every_control_has_a_name(preview: ImportDialog, qtbot: QtBot) -> None:
    preview.list.selectRow(1)
    qtbot.wait(1)
    assert unnamed(preview) == []


def test_a_file_that_is_not_ticked_stays_out(
    preview: ImportDialog, iceland: MainWindow, qtbot: QtBot
) -> None:
    preview.list_model.tick([preview.list_model.row_at(1)], False)
    assert preview.agree.text() == "Import 1 file"
    with qtbot.waitSignal(iceland.imports.entered, timeout=20_000):
        preview.agree.click()
    positions = {r.label: r.position.label for r in iceland.session.rows.rows() if r.cycle == 4}
    assert set(positions.values()) == {"Pending"}


def test_the_sums_of_a_file_lead_back_to_its_records(preview: ImportDialog, qtbot: QtBot) -> None:
    preview.list.selectRow(1)
    assert preview.pane.sums.text() == "Check the sums…"
    preview.pane.sums.click()
    sums = preview.findChild(QWidget, "reconciliation_dialog")
    sums.figures.chosen.emit("noted")
    sums.table.selectRow(0)
    sums.go.click()
    place = preview.pane.table.currentIndex().row()
    assert preview.pane.model.record_at(place).record.label == "140.3"


def test_sums_that_do_not_add_up_say_so_in_the_preview(
    iceland: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(iceland, write_report(tmp_path / "report.pdf"), write_addendum(tmp_path / "add.pdf", noted="140.7"))
    preview = the_dialog(iceland, ImportDialog, qtbot)
    preview.list.selectRow(1)
    assert preview.pane.sums.text() == "2 points do not add up…"


def test_a_table_that_is_not_clear_is_asked_about_first(
    iceland: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    iceland.imports.import_files([write_table(tmp_path / "own.xlsx", text_header="")])
    columns = the_dialog(iceland, ColumnsDialog, qtbot)
    assert unnamed(columns) == []
    assert not columns.agree.isEnabled()
    line = columns.choices.lines[1].field
    line.setCurrentIndex(line.findData("text"))
    line.activated.emit(line.currentIndex())
    columns.agree.click()
    preview = the_dialog(iceland, ImportDialog, qtbot)
    assert preview.pane.columns.isVisible()
    with qtbot.waitSignal(iceland.imports.entered, timeout=20_000):
        preview.agree.click()
    assert "140.8" in [row.label for row in iceland.session.rows.rows()]
    proposed = iceland.session.dossier.importing.propose_mapping(tmp_path / "own.xlsx")
    assert proposed.columns[1].field == "text"


def test_the_columns_can_be_corrected_from_the_preview(
    iceland: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    iceland.imports.import_files([write_table(tmp_path / "own.xlsx"), write_report(tmp_path / "report.pdf")])
    preview = the_dialog(iceland, ImportDialog, qtbot)
    preview.list.selectRow(1)
    assert preview.pane.model.record_at(0).record.comment == ""
    preview.pane.columns.click()
    columns = the_dialog(iceland, ColumnsDialog, qtbot)
    line = columns.choices.lines[4].field
    line.setCurrentIndex(line.findData("comment"))
    line.activated.emit(line.currentIndex())
    columns.agree.click()
    qtbot.waitUntil(lambda: not iceland.background.busy, timeout=20_000)
    preview.list.selectRow(1)
    assert preview.pane.model.record_at(0).record.comment == "x"


def test_cancel_while_it_is_read_leaves_nothing_behind(
    iceland: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = Event()
    service = iceland.session.dossier.importing

    def slow(path: Path, *, progress: Progress, **_more: object) -> ImportPlan:
        going_on.wait(20)
        progress.step(1)
        raise AssertionError("it was not stopped")

    monkeypatch.setattr(service, "read", slow)
    iceland.imports.import_files([write_report(tmp_path / "report.pdf")])
    progress = the_dialog(iceland, ProgressDialog, qtbot)
    assert "report.pdf" in progress.bar.accessibleName()
    progress.cancel.click()
    going_on.set()
    with qtbot.waitSignal(iceland.imports.refused, timeout=20_000):
        pass
    assert iceland.messages.words() == "The import was cancelled; nothing was changed."
    assert not iceland.findChildren(ImportDialog)
    assert iceland.pages.isEnabled()


def test_documents_wait_for_a_dossier(empty_window: MainWindow, tmp_path: Path) -> None:
    drop(empty_window, write_report(tmp_path / "report.pdf"))
    assert "Open a dossier" in empty_window.messages.words()


def test_what_came_without_numbers_is_not_in_the_list(
    iceland: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(iceland, write_report(tmp_path / "report.pdf"), write_database(tmp_path / "rows.csv"))
    preview = the_dialog(iceland, ImportDialog, qtbot)
    assert "2 records are in doubt" in preview._hint.text()
    with qtbot.waitSignal(iceland.imports.entered, timeout=20_000):
        preview.agree.click()
    assert len([row for row in iceland.session.rows.rows() if row.cycle == 4]) == 3
    assert len(iceland.session.dossier.matching.proposals()) == 2
    assert "2 have no number and wait" in iceland.messages.words()
    iceland.messages._offer.click()
    assert the_dialog(iceland, MatchingDialog, qtbot).model.rowCount() == 2
