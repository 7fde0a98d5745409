"""OHCHR's thematic list with our assessment: the Word document that was imported, its last column filled.

All members of the package but the main part and the note of who saved it last are copied byte by byte.
"""

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree

from uprtracker.errors import UserError
from uprtracker.exporters.thematic_list_words import assessment_lines, head_lines
from uprtracker.exporters.word_cell import WordLine, add_column, elements, fill_cell, new_paragraph
from uprtracker.i18n import _, speaking
from uprtracker.paths import APP_NAME
from uprtracker.vocabulary.original_list import OriginalList
from uprtracker.vocabulary.read_model import ReportData

_PROPERTIES = "docProps/core.xml"


def write_thematic_list(data: ReportData, target: Path) -> None:
    """The imported list with status, date, comment and measures beside each recommendation.

    `UserError` where the dossier holds no such list as a Word document.
    """
    original = data.original
    if original is None:
        raise UserError(
            _(
                "This dossier holds no thematic list that was imported as a Word document (.docx) for the chosen "
                "recommendations; import OHCHR's list, or choose the annex table."
            )
        )
    with speaking(data.language):
        listed = {id_ for row in original.rows for id_ in row.recommendations}
        of_list = replace(data, rows=tuple(row for row in data.rows if row.id in listed))
        _write_package(original, target, _filled(original, of_list), of_list)


def _filled(original: OriginalList, data: ReportData) -> bytes:
    with zipfile.ZipFile(BytesIO(original.content)) as package:
        root = _parse(package.read(original.main_part))
    tables = list(elements(root, [table.path for table in original.tables]))
    headers = list(elements(root, [path for table in original.tables for path in table.headers]))
    rows = list(elements(root, [row.row for row in original.rows]))
    said = [assessment_lines(data, row.recommendations) for row in original.rows]
    if original.has_assessment:
        for place, row, lines in zip(original.rows, rows, said, strict=True):
            if place.cell:
                fill_cell(next(elements(root, [place.cell])), lines, model=row.find("{*}tc"))
    else:
        title = [WordLine(_("Assessment/comments on level of implementation"))]
        new_cells = {**dict.fromkeys(headers, title), **dict(zip(rows, said, strict=True))}
        for table in tables:
            add_column(table, new_cells)
    _add_head(root, tables[0], head_lines(original, data))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add_head(root: etree._Element, table: etree._Element, lines: list[WordLine]) -> None:
    """What the list is now, in small type above its first table."""
    body = next(elements(root, ["{*}body"]))
    above = table
    while (parent := above.getparent()) is not body and parent is not None:
        above = parent
    for line in lines:
        above.addprevious(new_paragraph(table, line, *_small(table)))


def _small(near: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Properties of a paragraph and of its runs: the table's typeface at 8 points, close together."""
    name = f"{{{etree.QName(near).namespace}}}"
    paragraph, look = etree.Element(f"{name}pPr"), etree.Element(f"{name}rPr")
    etree.SubElement(
        paragraph,
        f"{name}spacing",
        {f"{name}before": "0", f"{name}after": "40", f"{name}line": "240", f"{name}lineRule": "auto"},
    )
    typeface = near.find(".//{*}rFonts")
    if typeface is not None:
        look.append(deepcopy(typeface))
    for size in ("sz", "szCs"):
        etree.SubElement(look, f"{name}{size}", {f"{name}val": "16"})
    return paragraph, look


def _write_package(original: OriginalList, target: Path, main_part: bytes, data: ReportData) -> None:
    with (
        zipfile.ZipFile(BytesIO(original.content)) as package,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for member in package.infolist():
            content = package.read(member)
            if member.filename == original.main_part:
                content = main_part
            elif member.filename == _PROPERTIES:
                content = _saved_by_the_program(content, data)
            made.writestr(member, content)


def _saved_by_the_program(properties: bytes, data: ReportData) -> bytes:
    """Without the name of who saved the original last; the day is the report's, so that same data gives same bytes."""
    root = _parse(properties)
    for found in _named(root, "lastModifiedBy"):
        found.text = APP_NAME
    for found in _named(root, "modified"):
        found.text = f"{data.as_of.isoformat()}T00:00:00Z"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{name}")


def _parse(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)
