"""Tables of Word files as rows of text: merged cells, wrapped and deleted rows, nested tables, special characters."""

from pathlib import Path

from tests.importers.word_fixtures import cell, paragraph, table, write_package
from uprtracker.importers.word_file import open_word_file
from uprtracker.importers.word_table import WordTable, tables, text_around


def read(tmp_path: Path, body: str) -> list[WordTable]:
    return tables(open_word_file(write_package(tmp_path / "a.docx", body)))


def texts(found: WordTable) -> list[list[str]]:
    return [[each.text.strip() for each in row.cells] for row in found.rows]


def test_rows_and_cells_in_order(tmp_path: Path) -> None:
    (found,) = read(tmp_path, table(cell("a") + cell("b"), cell("c") + cell("d")))
    assert texts(found) == [["a", "b"], ["c", "d"]]
    assert [row.number for row in found.rows] == [1, 2]
    assert found.number == 1


def test_a_cell_over_several_columns_stands_on_the_grid(tmp_path: Path) -> None:
    wide = cell("wide", '<w:gridSpan w:val="3"/>')
    (found,) = read(tmp_path, table(wide + cell("last")))
    assert [(each.column, each.width) for each in found.rows[0].cells] == [(0, 3), (3, 1)]


def test_a_cell_over_several_rows_speaks_for_each(tmp_path: Path) -> None:
    first, later = cell("both", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    (found,) = read(tmp_path, table(cell("1") + first, cell("2") + later))
    assert texts(found) == [["1", "both"], ["2", "both"]]


def test_rows_in_content_controls_are_rows(tmp_path: Path) -> None:
    wrapped = f"<w:sdt><w:sdtContent><w:tr>{cell('x')}</w:tr></w:sdtContent></w:sdt>"
    (found,) = read(tmp_path, f"<w:tbl><w:tr>{cell('a')}</w:tr>{wrapped}</w:tbl>")
    assert texts(found) == [["a"], ["x"]]


def test_deleted_rows_and_words_are_not_read(tmp_path: Path) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr>"
    edited = (
        "<w:tc><w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:tc>"
    )
    (found,) = read(tmp_path, f"<w:tbl>{gone}<w:tr>{edited}</w:tr></w:tbl>")
    assert texts(found) == [["new"]]
    assert found.rows[0].number == 2


def test_a_table_in_a_cell_is_text_of_the_cell(tmp_path: Path) -> None:
    nested = f"<w:tc>{paragraph('outer')}{table(cell('inner'))}</w:tc>"
    (found,) = read(tmp_path, f"<w:tbl><w:tr>{nested}</w:tr></w:tbl>")
    assert texts(found) == [["outer\ninner"]]


def test_breaks_tabs_and_hyphens(tmp_path: Path) -> None:
    runs = "<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    (found,) = read(tmp_path, f"<w:tbl><w:tr><w:tc><w:p><w:r>{runs}</w:r></w:p></w:tc></w:tr></w:tbl>")
    assert texts(found) == [["a\nb c\u2011d"]]


def test_text_before_the_first_table_only(tmp_path: Path) -> None:
    body = paragraph(" UPR of\u00a0Chile ") + table(cell("x")) + paragraph("after")
    assert text_around(open_word_file(write_package(tmp_path / "a.docx", body))) == ["UPR of Chile"]


def test_a_document_without_tables(tmp_path: Path) -> None:
    assert read(tmp_path, paragraph("x")) == []
