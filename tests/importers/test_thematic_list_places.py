"""Where recommendations stand in a thematic list: the same rows that the importer read, by element paths."""

from pathlib import Path

import pytest

from tests.importers.word_fixtures import ROWS, write_list
from uprtracker.errors import UserError
from uprtracker.importers.thematic_list import read_thematic_list
from uprtracker.importers.thematic_list_places import read_places
from uprtracker.importers.word_file import open_word_file


@pytest.mark.parametrize("layout", list(ROWS))
def test_every_recommendation_has_the_row_that_prints_it(tmp_path: Path, layout: str) -> None:
    path = write_list(tmp_path / "list.docx", layout)
    places = read_places(path)
    assert [row.number for row in places.rows] == [r.number for r in read_thematic_list(path).recommendations]
    assert places.has_assessment == (layout in ("M2019", "M2020"))
    root = open_word_file(path).body.getroottree().getroot()
    for row in places.rows:
        text = "".join(root.find(row.row).itertext())
        assert text.startswith(row.number)
        assert bool(row.cell) == places.has_assessment
    (table,) = places.tables
    (header,) = table.headers
    assert "Recommendation" in "".join(root.find(header).itertext())


def test_rows_that_share_a_number_are_known_by_their_parts(tmp_path: Path) -> None:
    rows = [
        "Theme: Human rights defenders",
        ("8.1 Protect defenders (Chile);", "Supported", "- x", ""),
        ("8.1 Receive the Rapporteur (Fiji);", "Noted", "- x", ""),
        "Theme: Media",
        ("8.2 Protect the press (Peru);", "Noted", "- y", ""),
        ("8.2 Protect the press (Peru);", "Noted", "- z", ""),
    ]
    places = read_places(write_list(tmp_path / "list.docx", "M2020", rows))
    assert [row.number + row.part for row in places.rows] == ["8.1a", "8.1b", "8.2", "8.2"]


def test_another_document_is_refused_as_by_the_importer(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK")
    with pytest.raises(UserError):
        read_places(tmp_path / "x.docx")
