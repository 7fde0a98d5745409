"""A secretariat's whole task through the window: from OHCHR's list to the minister's two reports, and back the next day."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.dialogs.annotate_dialog import AnnotateDialog
from uprtracker.ui.dialogs.export_dialog import ExportDialog
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.dialogs.link_dialog import LinkDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.status import Status

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Appearance(qapp, "light"), Preferences(Settings(), folder=tmp_path / "config"))
    window.resize(1440, 900)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def the_dialog(window: MainWindow, kind: type[Dialog], qtbot: QtBot) -> Dialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)), timeout=20_000)
    (dialog,) = window.findChildren(kind)
    return dialog


def test_from_the_list_to_the_reports(
    window: MainWindow, dossier_path: Path, list_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.dossier_shown, timeout=20_000):
        window.files.open(str(dossier_path))
    page = window.workspace.recommendations
    _import(window, list_file, qtbot)
    assert page.model.rowCount() == 3

    _find(window, "71.2", qtbot)
    assert [row.label for row in page.model.rows()] == ["71.2"]
    qtbot.keyClick(window.head.search, Qt.Key.Key_Escape)

    page.table.selectAll()
    next(a for a in window.acts.status_menu.actions() if a.data() == Status.IN_PROGRESS).trigger()
    assert {row.official for row in page.model.rows()} == {Status.IN_PROGRESS}

    _link_all(window, qtbot)
    _annotate_all(window, qtbot)
    window.acts["undo"].trigger()
    window.acts["undo"].trigger()
    assert all("12" not in row.paragraph_labels for row in page.model.rows())
    window.acts["redo"].trigger()
    window.acts["redo"].trigger()
    assert all("12" in row.paragraph_labels and row.annotation_count for row in page.model.rows())

    workbook = _export(window, "status-xlsx", tmp_path / "report.xlsx", qtbot)
    assert "In progress" in {cell for row in load_workbook(workbook).worksheets[1].values for cell in row}
    report = _export(window, "status-pdf", tmp_path / "report.pdf", qtbot)
    assert "In progress" in "".join(p.extract_text() for p in PdfReader(report).pages)

    window.acts["close"].trigger()
    with open_dossier(str(dossier_path)) as reopened:
        rows = reopened.query.rows()
        assert {row.official for row in rows} == {Status.IN_PROGRESS}
        assert all(row.paragraph_labels == ("12",) for row in rows)
        assert reopened.checking.check().ok


def _import(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    window.imports.import_files([file])
    dialog = the_dialog(window, ImportDialog, qtbot)
    with qtbot.waitSignal(window.imports.entered, timeout=20_000):
        dialog.agree.click()


def _find(window: MainWindow, words: str, qtbot: QtBot) -> None:
    window.acts["find"].trigger()
    qtbot.keyClicks(window.head.search, words)
    model = window.workspace.recommendations.model
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def _link_all(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.recommendations.table.selectAll()
    window.acts["link"].trigger()
    dialog = the_dialog(window, LinkDialog, qtbot)
    qtbot.keyClicks(dialog.search, "12")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(LinkDialog))


def _annotate_all(window: MainWindow, qtbot: QtBot) -> None:
    window.acts["annotate"].trigger()
    dialog = the_dialog(window, AnnotateDialog, qtbot)
    qtbot.keyClicks(dialog.text, "Ask the ministries in May.")
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(AnnotateDialog))


def _export(window: MainWindow, product: str, target: Path, qtbot: QtBot) -> Path:
    window.acts["export"].trigger()
    dialog = the_dialog(window, ExportDialog, qtbot)
    dialog.product.choose(product)
    dialog.file.edit.setText(str(target))
    with qtbot.waitSignal(window.reports.saved, timeout=30_000):
        dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    return target
