"""Delimited texts: any delimiter, line end and encoding; what is doubtful is told, what is no table is refused."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.table_fixtures import write_csv
from uprtracker.errors import UserError
from uprtracker.importers.delimited_file import DELIMITERS, read_delimited

ROWS = [["No", "Text", "State"], ["1.1", "Ratify; accede, join", "Chile"], ["1.10", "Two\nlines", "Peru"]]


def read(path: Path, **options: str) -> list[tuple[str, ...]]:
    return [tuple(map(str, row.values)) for row in read_delimited(path, **options).sheet.rows]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_delimiters_and_line_ends(tmp_path: Path, delimiter: str, line_end: str) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS, delimiter=delimiter, line_end=line_end)
    assert read(path) == [tuple(row) for row in ROWS]
    assert read_delimited(path).delimiter == delimiter


def test_a_delimiter_that_the_file_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=|\na,b|c\n1,2|3\n", encoding="utf-8")
    assert read(path) == [("a,b", "c"), ("1,2", "3")]


def test_rows_are_numbered_as_spreadsheets_show_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n"x\ny",1\n\nz,2\n', encoding="utf-8")
    assert [row.number for row in read_delimited(path).sheet.rows] == [1, 2, 4]


def test_a_judged_encoding_is_told_with_its_name(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [["Numéro", "Texte"], ["1", "L’égalité à l’école"]], encoding="cp1252"
    )
    assert "Windows-1252" in read_delimited(path).sheet.notices[0].message


def test_the_encoding_given_is_taken(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["številka", "človek"]], encoding="cp1250")
    assert read(path, encoding="cp1250") == [("številka", "človek")]
    assert read_delimited(path, encoding="cp1250").sheet.notices == ()
    with pytest.raises(UserError, match="not an encoding"):
        read(path, encoding="martian")


def test_lost_characters_are_told_by_cell(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["a", "b"], ["1", "left \ufffd out"]])
    assert "cell B2" in read_delimited(path).sheet.notices[0].message


def test_a_missing_quotation_mark_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"open\n' + "2,x\n" * 500, encoding="utf-8")
    assert "quotation mark" in read_delimited(path).sheet.notices[0].message
    path.write_text('a,b\n1,"open\n' + "2,x\n" * 100_000, encoding="utf-8")
    with pytest.raises(UserError, match="without end"):
        read_delimited(path)


def test_what_was_left_out_is_told(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [[str(n)] * 70 for n in range(30)])
    sheet = read_delimited(path, most_rows=20).sheet
    assert len(sheet.rows) == 20
    assert len(sheet.rows[0].values) == 60
    assert [notice.message for notice in sheet.notices] == [
        "columns to the right of BH were not read",
        "rows below 20 were not read",
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "empty"), (b"<html><body>", "web page"), (bytes(range(256)) * 4, "no text table")],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=word):
        read_delimited(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    rows=st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=3, max_size=3
        ),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_what_was_written_is_read_back(tmp_path: Path, rows: list[list[str]], delimiter: str) -> None:
    header = ["Number", "Text", "State"]
    path = write_csv(tmp_path / "a.csv", [header, *rows], delimiter=delimiter)
    kept = [tuple(row) for row in rows if any(row)]
    assert read(path, delimiter=delimiter) == [tuple(header), *kept]
