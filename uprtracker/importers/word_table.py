"""The tables of a Word document as rows of plain text on the grid of columns, and the text around them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from uprtracker.importers.printed_text import lines
from uprtracker.importers.word_file import WordFile

# Content controls and the like wrap rows and cells without being any.
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
# Deleted and moved-away text, drawings' second version, and properties say nothing that is on the page.
_NOT_ON_THE_PAGE = frozenset(("del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr"))
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


@dataclass(frozen=True)
class TableCell:
    """Text of a cell with its line ends; `column` and `width` count columns of the table's grid, from 0."""

    column: int
    width: int
    text: str


@dataclass(frozen=True)
class TableRow:
    """One row; `number` counts from 1 as a person counts in Word."""

    number: int
    cells: tuple[TableCell, ...]


@dataclass(frozen=True)
class WordTable:
    """One table; `number` counts from 1 in the document."""

    number: int
    rows: tuple[TableRow, ...]


def tables(file: WordFile) -> list[WordTable]:
    """The tables of the body, without those that stand inside a cell."""
    found = enumerate(_children(file.body, "tbl"), start=1)
    return [WordTable(number, tuple(_rows(table))) for number, table in found]


def row_elements(file: WordFile) -> dict[tuple[int, int], etree._Element]:
    """The XML of every row of `tables` by the numbers of its table and of itself."""
    return {
        (number, at): row
        for number, table in enumerate(_children(file.body, "tbl"), start=1)
        for at, row in enumerate(_children(table, "tr"), start=1)
    }


def cell_elements(row: etree._Element) -> list[etree._Element]:
    """The XML of a row's cells, in the order of `TableRow.cells`."""
    return list(_children(row, "tc"))


def text_around(file: WordFile) -> list[str]:
    """The lines of page headers, page footers and of the body before its first table."""
    around = [line for part in file.furniture for line in lines(_text(part))]
    for element in file.body:
        if _name(element) == "tbl" or element.find(".//{*}tbl") is not None:
            break
        around += lines(_text(element))
    return around


def body_blocks(file: WordFile) -> list[str | WordTable]:
    """The paragraphs of the body, each in one line and empty ones left out, and its tables, in order."""
    blocks: list[str | WordTable] = []
    count = 0
    for element in _children(file.body, "p", "tbl"):
        if _name(element) == "tbl":
            count += 1
            blocks.append(WordTable(count, tuple(_rows(element))))
        elif text := " ".join(lines(_text(element))):
            blocks.append(text)
    return blocks


def _rows(table: etree._Element) -> Iterator[TableRow]:
    above: dict[int, TableCell] = {}
    for number, row in enumerate(_children(table, "tr"), start=1):
        if row.find("{*}trPr/{*}del") is not None:
            continue
        cells: list[TableCell] = []
        column = _figure(row, "trPr", "gridBefore", 0)
        for element in _children(row, "tc"):
            merged = element.find("{*}tcPr/{*}vMerge")
            cell = TableCell(column, _figure(element, "tcPr", "gridSpan", 1), _text(element))
            if merged is not None and _value(merged) != "restart" and column in above:
                cell = replace(cell, text=above[column].text)
            above[column] = cell
            cells.append(cell)
            column += cell.width
        yield TableRow(number, tuple(cells))


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    for child in element:
        if _name(child) in names:
            yield child
        elif _name(child) in _WRAPPERS:
            yield from _children(child, *names)


def _text(element: etree._Element) -> str:
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        name = _name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name not in _NOT_ON_THE_PAGE:
            _collect(child, pieces)
            if name == "p":
                pieces.append("\n")


def _figure(element: etree._Element, properties: str, name: str, otherwise: int) -> int:
    found = element.find(f"{{*}}{properties}/{{*}}{name}")
    value = _value(found) if found is not None else ""
    return int(value) if value.isdecimal() else otherwise


def _value(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}val")), "")


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
