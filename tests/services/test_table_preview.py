"""Somebody's own table before it is read: rows, headers, encodings, orders of dates, mappings that are loaded."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.importers.table_fixtures import write_csv
from tests.services.review_files import write_table
from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.services.table_preview import Field, TablePreview, letter, reason, save_mapping


def test_the_first_rows_stand_as_they_are(dossier: Dossier, tmp_path: Path) -> None:
    path = write_table(tmp_path / "own.xlsx")
    preview, mapping = TablePreview(path), dossier.importing.propose_mapping(path)
    assert [number for number, _texts in preview.rows(mapping)] == [1, 2, 3, 4]
    assert mapping.header_row == 2
    assert preview.samples(mapping, 2) == "Accepted · Noted"
    assert preview.encodings == ()
    columns = {letter(column): (column.field, reason(column)) for column in mapping.columns}
    assert columns["B"] == (Field.TEXT, "its header says so")
    assert columns["D"] == (Field.DUE_ON, "its header says so")
    assert columns["E"] == (None, "")


def test_another_row_may_hold_the_headers(dossier: Dossier, tmp_path: Path) -> None:
    path = write_table(tmp_path / "own.xlsx")
    preview, mapping = TablePreview(path), dossier.importing.propose_mapping(path)
    first = preview.with_header_row(mapping, 1)
    assert (first.header_row, first.columns[0].header) == (1, "Follow-up of Iceland")
    assert first.columns[1].field is Field.TEXT
    assert preview.with_header_row(first, 2) == mapping
    none = preview.with_header_row(mapping, 0)
    assert (none.header_row, {column.header for column in none.columns}) == (0, {""})


def test_a_date_that_can_be_read_in_two_orders_is_asked_about(dossier: Dossier, tmp_path: Path) -> None:
    path = write_table(tmp_path / "own.xlsx")
    preview, mapping = TablePreview(path), dossier.importing.propose_mapping(path)
    doubt = preview.date_doubt(mapping)
    assert doubt is not None
    assert (doubt.printed, doubt.day_first, doubt.month_first) == (
        "03/04/2027",
        date(2027, 4, 3),
        date(2027, 3, 4),
    )
    without = mapping.with_column(3, None)
    assert preview.date_doubt(without) is None


def test_a_text_file_offers_its_encodings(tmp_path: Path) -> None:
    rows = [["No.", "Recommandation"], ["140.1", "Protéger les défenseurs menacés à l’étranger"]]
    path = write_csv(tmp_path / "own.csv", rows, encoding="cp1252")
    preview = TablePreview(path)
    assert preview.encoding == "cp1252"
    assert preview.encodings[0][0] == "cp1252"
    other = TablePreview(path, encoding="cp1251")
    assert other.encoding == "cp1251"


def test_a_mapping_file_is_moved_to_where_the_headers_stand(dossier: Dossier, tmp_path: Path) -> None:
    path = write_table(tmp_path / "own.xlsx")
    preview, mapping = TablePreview(path), dossier.importing.propose_mapping(path)
    said = mapping.with_column(4, Field.COMMENT)
    save_mapping(said, tmp_path / "own.json")
    loaded = preview.loaded(mapping, tmp_path / "own.json")
    assert loaded.of(Field.COMMENT)[0].column == 4
    assert len(loaded.columns) == len(mapping.columns)
    other = replace(said, columns=tuple(replace(c, header=f"{c.header} of old") for c in said.columns))
    save_mapping(other, tmp_path / "other.json")
    with pytest.raises(UserError, match=r"'other\.json' names headers that 'own\.xlsx' does not have"):
        preview.loaded(mapping, tmp_path / "other.json")
