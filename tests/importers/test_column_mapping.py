"""A mapping of columns is corrected, saved, and moved to the next file of its sender; a broken one is refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import UserError
from uprtracker.importers.column_field import LANGUAGES, Field, fields_of_header, header_words
from uprtracker.importers.column_mapping import (
    ColumnMapping,
    MappedColumn,
    load_mapping,
    mapping_from_json,
    save_mapping,
)
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status

MAPPING = ColumnMapping(
    columns=(
        MappedColumn(0, "N°", Field.NUMBER),
        MappedColumn(1, "Texte", Field.TEXT, "fr"),
        MappedColumn(2, "Pays", Field.STATES),
        MappedColumn(3, "Divers"),
    ),
    sheet="Suivi",
    header_row=2,
    fill_down=(2,),
    positions=(("Acceptée", Position.SUPPORTED),),
    statuses=(("En cours", Status.IN_PROGRESS),),
    day_first=False,
    encoding="cp1252",
    delimiter=";",
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_mapping(MAPPING, tmp_path / "map.json")
    assert load_mapping(tmp_path / "map.json") == MAPPING


def test_the_file_names_columns_as_spreadsheets_do() -> None:
    content = MAPPING.to_json()
    assert content["columns"][1] == {"column": "B", "header": "Texte", "field": "text", "language": "fr"}
    assert content["fill_down"] == ["C"]


def test_a_correction_takes_the_field_from_another_column() -> None:
    corrected = MAPPING.with_column(3, Field.NUMBER)
    assert [column.column for column in corrected.of(Field.NUMBER)] == [3]
    assert MAPPING.with_column(3, Field.TEXT, "ar").of(Field.TEXT)[1].language == "ar"
    assert MAPPING.with_column(2, None).of(Field.STATES) == []


def test_the_mapping_moves_with_the_headers() -> None:
    moved = MAPPING.for_headers(["Pays", "", "texte ", "N°"])
    assert moved is not None
    assert {c.header: c.column for c in moved.columns} == {"N°": 3, "Texte": 2, "Pays": 0}
    assert moved.fill_down == (0,)
    assert MAPPING.for_headers(["Pays", "Texte"]) is None


def test_tables_of_one_sender_have_one_key() -> None:
    renamed = ColumnMapping(tuple(MappedColumn(c.column, c.header.upper()) for c in MAPPING.columns))
    assert renamed.sender_key == MAPPING.sender_key


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        '{"format": "other"}',
        json.dumps({"format": "uprtracker-columns-1"}),
        json.dumps({"format": "uprtracker-columns-1", "columns": [{"column": "A", "field": "colour"}]}),
        json.dumps({"format": "uprtracker-columns-1", "columns": [{"column": "1"}]}),
        json.dumps({"format": "uprtracker-columns-1", "columns": [{"column": ""}]}),
        json.dumps({"format": "uprtracker-columns-1", "columns": [{"column": "A", "language": "xx"}]}),
        json.dumps({"format": "uprtracker-columns-1", "columns": "A"}),
        json.dumps({"format": "uprtracker-columns-1", "columns": [], "statuses": {"x": "done"}}),
    ],
)
def test_a_broken_file_is_refused_with_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "map.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"map\.json.*because"):
        load_mapping(path)
    with pytest.raises(UserError):
        load_mapping(tmp_path / "nowhere.json")


columns = st.builds(
    MappedColumn,
    column=st.integers(0, 59),
    header=st.text(max_size=20),
    field=st.none() | st.sampled_from(Field),
    language=st.sampled_from(("", *LANGUAGES)),
)


@given(st.lists(columns, max_size=8, unique_by=lambda c: c.column), st.lists(st.integers(0, 59), max_size=4))
def test_any_mapping_survives_its_file(found: list[MappedColumn], filled: list[int]) -> None:
    mapping = ColumnMapping(tuple(found), fill_down=tuple(filled))
    assert mapping_from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


@pytest.mark.parametrize(
    ("header", "words", "language"),
    [
        ("CodeRecommendationAr", "code recommendation", "ar"),
        ("text_es", "text", "es"),
        ("Texte (FR)", "texte", "fr"),
        ("N°", "n°", ""),
        ("ar", "ar", ""),
    ],
)
def test_words_and_language_of_a_header(header: str, words: str, language: str) -> None:
    assert header_words(header) == (words, language)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Recommending State/s", Field.STATES),
        ("Ministère responsable", Field.LEAD),
        ("Estado de cumplimiento", Field.STATUS),
        ("نص التوصية", Field.TEXT),
        ("Срок исполнения", Field.DUE_ON),
        ("建议内容", Field.TEXT),
        ("Response", Field.POSITION),
    ],
)
def test_headers_in_six_languages(header: str, field: Field) -> None:
    assert field in fields_of_header(header)


def test_every_field_has_a_header_and_a_label() -> None:
    assert all(field.label for field in Field)
    assert all(fields_of_header(field.label) or field is Field.UHRI for field in Field)
