"""Pictures of the window, as the command makes them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.ui.pictures import take_pictures


def test_every_page_and_dialog_has_its_picture(sample: Dossier, tmp_path: Path, qtbot: QtBot) -> None:
    before = sample.query.rows()
    taken = take_pictures(sample, tmp_path / "pictures", theme="dark", size="1024x768")
    names = [path.name for path in taken]
    for page in (
        "overview",
        "recommendations",
        "resolution",
        "links",
        "coverage",
        "welcome",
        "dialog-link",
        "dialog-export",
    ):
        assert f"{page}-en-dark-1024x768.png" in names
    assert all(path.exists() for path in taken)
    assert len(set(names)) == len(names)
    page = QImage(str(tmp_path / "pictures" / "recommendations-en-dark-1024x768.png"))
    assert (page.width(), page.height()) == (1024, 768)
    assert sample.query.rows() == before


@pytest.mark.parametrize("size", ["big", "1280", "1280*800", "12x8"])
def test_a_size_that_is_none_gets_a_sentence(sample: Dossier, tmp_path: Path, size: str) -> None:
    with pytest.raises(UserError, match="1280x800"):
        take_pictures(sample, tmp_path, size=size)
