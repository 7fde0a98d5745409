"""The documents of a review as a secretariat receives them: dropped, looked at, taken in, compared, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.importers.word_fixtures import write_list
from tests.services.review_files import write_addendum, write_report
from uprtracker.services.dossier import create_dossier, open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.compare_page import ComparePage
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.cycle_comparison import Outcome

LIST = [
    (
        f"71.{n} {text} (Chile);\nSource of Position: A/HRC/43/9/Add.1",
        "Supported",
        "- Freedom of assembly",
        "",
    )
    for n, text in enumerate(("Consider repealing the act on marches", "Plant trees in all parks"), start=1)
]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "iceland.uprt"
    create_dossier(str(path), "Iceland").close()
    made = MainWindow(Appearance(qapp, "light"), Preferences(Settings(), keeps=False, folder=tmp_path))
    made.resize(1280, 800)
    made.show()
    made.show_dossier(open_dossier(str(path), live=True))
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, nothing))


def test_three_files_become_two_cycles_that_are_compared(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    earlier = write_list(tmp_path / "list.docx", "M2019", LIST)
    drop(window, earlier, write_addendum(tmp_path / "add.pdf"), write_report(tmp_path / "report.pdf"))
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=20_000)
    (preview,) = window.findChildren(ImportDialog)
    names = [file.path.name for file in preview.list_model.items()]
    assert names == ["report.pdf", "add.pdf", "list.docx"]
    assert window.workspace.recommendations.model.rowCount() == 0
    with qtbot.waitSignal(window.imports.entered, timeout=20_000):
        preview.agree.click()
    assert window.messages.words() == "Import report.pdf, add.pdf, list.docx"
    assert {row.label: row.position.label for row in window.session.rows.rows()} == {
        "71.1": "Supported",
        "71.2": "Supported",
        "140.1": "Supported",
        "140.2": "Supported",
        "140.3": "Noted",
    }

    window.workspace.show_page("compare")
    page = window.workspace.page("compare")
    assert isinstance(page, ComparePage)
    page.show_kind(Outcome.STRENGTHENED.value)
    (pair,) = page.model.items()
    assert (pair.earlier.label, pair.later.label) == ("71.1", "140.1")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.items()[0].confirmed

    window.acts["undo"].trigger()
    assert not page.model.items()[0].confirmed
    window.acts["undo"].trigger()
    assert window.session.rows.rows() == []
    assert page.empty.isVisible()
    window.acts["redo"].trigger()
    assert len(window.session.rows.rows()) == 5
