"""Where each recommendation stands in a thematic list's XML, so that the document can be filled as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from uprtracker.importers.recommendation_text import read_recommendation_text
from uprtracker.importers.record import ParsedRecommendation
from uprtracker.importers.thematic_list import (
    ListTable,
    list_tables,
    read_thematic_list,
    recommendation_rows,
)
from uprtracker.importers.thematic_list_layout import Role
from uprtracker.importers.word_file import WordFile, open_word_file
from uprtracker.importers.word_table import cell_elements, row_elements, tables
from uprtracker.vocabulary.original_list import OriginalList, OriginalRow, OriginalTable

_PathOf = Callable[[etree._Element], str]


def read_places(path: Path) -> OriginalList:
    """The document with the places of its rows, none of them joined to a recommendation yet.

    A row is known by the number under which the importer took it; one that repeats another by its printed number.
    `UserError` as for `read_thematic_list`.
    """
    taken = {record.place.where: record for record in read_thematic_list(path).recommendations}
    word_file = open_word_file(path)
    found = list_tables(tables(word_file))
    path_of: _PathOf = word_file.body.getroottree().getelementpath
    return OriginalList(
        file_name=path.name,
        content=path.read_bytes(),
        main_part=word_file.main_part,
        tables=tuple(_tables(found, word_file, path_of)),
        rows=tuple(_rows(found, word_file, path_of, path.name, taken)),
        has_assessment=Role.ASSESSMENT in found[0].layout.roles,
    )


def _tables(found: list[ListTable], file: WordFile, path_of: _PathOf) -> Iterator[OriginalTable]:
    elements = row_elements(file)
    for entry in found:
        first = elements[entry.table.number, entry.table.rows[0].number]
        headers = [row.number for row in entry.table.rows if entry.layout.is_header(row)]
        yield OriginalTable(
            path=path_of(next(first.iterancestors("{*}tbl"))),
            headers=tuple(path_of(elements[entry.table.number, number]) for number in headers),
        )


def _rows(
    found: list[ListTable],
    file: WordFile,
    path_of: _PathOf,
    name: str,
    taken: dict[str, ParsedRecommendation],
) -> Iterator[OriginalRow]:
    elements = row_elements(file)
    for entry, listed in recommendation_rows(found, name):
        element = elements[entry.table.number, listed.row.number]
        at = entry.layout.cell_of(listed.row, Role.ASSESSMENT)
        record = taken.get(listed.place.where)
        printed = read_recommendation_text(entry.layout.text(listed.row, Role.RECOMMENDATION))
        yield OriginalRow(
            number=record.number if record else printed.number,
            part=record.part if record else printed.part,
            row=path_of(element),
            cell="" if at is None else path_of(cell_elements(element)[at]),
        )
