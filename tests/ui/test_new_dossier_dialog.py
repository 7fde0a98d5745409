"""Asking for the State and the file of a new dossier."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import create_dossier
from uprtracker.ui.dialogs.new_dossier_dialog import NewDossier, NewDossierDialog
from uprtracker.ui.theme import Appearance


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> NewDossierDialog:
    made = NewDossierDialog(tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_state_is_named_and_its_file_proposed(dialog: NewDossierDialog, tmp_path: Path) -> None:
    heard: list[NewDossier] = []
    dialog.answered.connect(heard.append)
    dialog.state.setEditText("Swaziland")
    assert dialog.file.path() == tmp_path / "Eswatini.uprt"
    dialog.accept()
    assert heard == [NewDossier("Eswatini", tmp_path / "Eswatini.uprt")]
    create_dossier(str(heard[0].path), heard[0].state_name).close()


@pytest.mark.parametrize(
    ("state", "file", "said"),
    [
        ("", "", "Name the State under review."),
        ("Arvania", "", "'Arvania' is not the name of a State"),
        ("Chile", "", "Name the file of the dossier."),
        ("Chile", "there.uprt", "There is already a file 'there.uprt'"),
        ("Chile", "nowhere/new.uprt", "There is no folder"),
    ],
)
def test_what_is_wrong_is_said_beside_the_fields(
    dialog: NewDossierDialog, tmp_path: Path, state: str, file: str, said: str
) -> None:
    (tmp_path / "there.uprt").touch()
    dialog.state.setEditText(state)
    dialog.file.edit.setText(str(tmp_path / file) if file else "")
    dialog.accept()
    assert said in dialog.missing()
    assert dialog.isVisible()


def test_the_ending_is_added(dialog: NewDossierDialog, tmp_path: Path) -> None:
    dialog.state.setEditText("Chile")
    dialog.file.edit.setText(str(tmp_path / "my.dossier"))
    assert dialog.answer().path == tmp_path / "my.dossier.uprt"
