"""An Excel workbook (.xlsx, .xlsm) read with care: bounded, formulas never evaluated, links never followed."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.record import Notice
from uprtracker.importers.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellError,
    Formula,
    MergedCells,
    Sheet,
    SheetRow,
    Value,
    column_letter,
    text_of,
    without_blank_end,
)
from uprtracker.importers.sheet_bounds import check_rows
from uprtracker.importers.workbook_kind import check_kind, no_workbook, save_as_xlsx

_FEW_ROWS = 60
MOST_SHEETS = 20
_MOST_MERGED = 20_000
_BATCH = 1000
_CHUNK = 1 << 20
_LONGEST_MERGED = 300
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_WORKBOOK = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook"
_STRICT_WORKBOOK = "{http://purl.oclc.org/ooxml/spreadsheetml/main}workbook"
# What the library raises on its way through a damaged workbook.
_LIBRARY_ERRORS = (
    *package.UNREADABLE,
    InvalidFileException,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
)


def read_workbook(path: Path, *, most_rows: int = MOST_ROWS, hidden: bool = False) -> list[Sheet]:
    """The visible sheets in order (all with `hidden`), up to `most_rows` rows in all; what was left out is in their notices.

    `UserError` says for a file that is no workbook, is protected, damaged or far too large what it is and
    what to do.
    """
    try:
        check_kind(path)
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            package.check_size(path, archive)
            parts = _sheet_parts(path, archive)
            check_rows(path, archive, parts.values())
            sheets = list(_sheets(_Source(path, file, archive, parts), most_rows, hidden))
            macros = any(name.endswith("vbaProject.bin") for name in archive.namelist())
    except OSError as error:
        raise package.unreadable(path, error) from error
    except package.UNREADABLE as error:
        raise package.damaged(path) from error
    if macros and sheets:
        note = Notice("", _("the workbook's macros were not read"))
        sheets[0] = replace(sheets[0], notices=(*sheets[0].notices, note))
    return sheets


@dataclass(frozen=True)
class _Source:
    """An opened workbook; `parts` are the package's parts by the names of the sheets that they hold."""

    path: Path
    file: IO[bytes]
    archive: zipfile.ZipFile
    parts: dict[str, str]

    def book(self, *, results: bool = False) -> Any:
        with _library(self.path):
            return openpyxl.load_workbook(self.file, read_only=True, keep_links=False, data_only=results)


@contextmanager
def _library(path: Path) -> Iterator[None]:
    """The library at work: its own warnings (odd styles, dates out of range) off, its errors one sentence."""
    with warnings.catch_warnings(action="ignore"):
        try:
            yield
        except _LIBRARY_ERRORS as error:
            raise package.damaged(path) from error


def _sheet_parts(path: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the package that holds each sheet; refuses what is no workbook."""
    main = package.related_parts(archive, "", "officeDocument")
    names = set(archive.namelist())
    if not main or main[0] not in names or not main[0].endswith(".xml"):
        raise no_workbook(path)
    if any(
        m.file_size > package.MOST_BYTES_IN_A_PART for m in archive.infolist() if m.filename.endswith(".xml")
    ):
        raise package.refusal(
            path, _("one of its sheets is too large"), _("copy the rows that matter into a new workbook")
        )
    root = package.read_part(path, archive, main[0])
    if root.tag == _STRICT_WORKBOOK:
        raise package.refusal(path, _("it was saved as Strict Open XML"), save_as_xlsx())
    if root.tag != _WORKBOOK:
        raise no_workbook(path)
    targets = dict(package.relations(archive, main[0], "worksheet"))
    parts: dict[str, str] = {}
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        relation = next((str(v) for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        if targets.get(relation) in names:
            parts[sheet.get("name", "")] = targets[relation]
    return parts


def _sheets(source: _Source, most_rows: int, hidden: bool) -> Iterator[Sheet]:
    book = source.book()
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    shown = book.worksheets if hidden or not visible else visible
    left = most_rows
    for worksheet in shown[:MOST_SHEETS]:
        rows, notices = _rows(source.path, worksheet, left)
        if any(isinstance(value, Formula) for row in rows for value in row.values):
            rows = _with_results(source, worksheet.title, rows)
        left -= len(rows)
        name = worksheet.title if len(shown) > 1 else ""
        part = source.parts.get(worksheet.title)
        yield Sheet(
            file=source.path.name,
            name=name,
            rows=tuple(rows),
            # who looks at the first rows alone does not need what stands behind the last
            merged=_merged(source.archive, part) if part and most_rows > _FEW_ROWS else (),
            notices=tuple(Notice(name, notice) for notice in notices),
            counts_from_1904=book.epoch == CALENDAR_MAC_1904,
        )


def _rows(path: Path, worksheet: Any, most_rows: int) -> tuple[list[SheetRow], list[str]]:
    """The rows of a sheet that say something, and what was left out."""
    rows: list[SheetRow] = []
    beyond_column = False
    # one row and one column more than wanted, to see whether anything was cut
    cells = worksheet.iter_rows(max_row=most_rows + 1, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(_in_batches(path, cells), start=1):
        values = tuple(map(_value, row))
        if any(value is not None for value in values):
            beyond_column = beyond_column or (len(values) > MOST_COLUMNS and values[MOST_COLUMNS] is not None)
            rows.append(SheetRow(number, without_blank_end(values[:MOST_COLUMNS])))
    notices = []
    if (rows and rows[-1].number > most_rows) or (worksheet.max_row or 0) > most_rows:
        rows = [row for row in rows if row.number <= most_rows]
        notices.append(_("rows below {row} were not read").format(row=most_rows))
    if beyond_column or (worksheet.max_column or 0) > MOST_COLUMNS:
        last = column_letter(MOST_COLUMNS - 1)
        notices.append(_("columns to the right of {column} were not read").format(column=last))
    return rows, notices


def _value(cell: Any) -> Value:
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        text = getattr(value, "text", None) or getattr(value, "ref", None) or value
        return Formula(str(text))
    if cell.data_type == "e":
        return CellError(str(value))
    if isinstance(value, str):
        return unescape(value) if "_x" in value else value
    return value  # type: ignore[no-any-return]


def _with_results(source: _Source, title: str, rows: list[SheetRow]) -> list[SheetRow]:
    """The same rows, formulas with what they showed when the file was saved: a hint for the person, no value."""
    cells = source.book(results=True)[title].iter_rows(max_row=rows[-1].number, max_col=MOST_COLUMNS)
    shown = dict(enumerate(_in_batches(source.path, cells), start=1))
    return [
        SheetRow(
            row.number,
            tuple(
                Formula(value.text, text_of(_value(cell))) if isinstance(value, Formula) else value
                for value, cell in zip(row.values, shown[row.number], strict=False)
            ),
        )
        for row in rows
    ]


def _merged(archive: zipfile.ZipFile, part: str) -> tuple[MergedCells, ...]:
    """The merged ranges of a sheet, which the read-only mode does not tell; read off its XML as it streams by."""
    found: dict[MergedCells, None] = {}
    with archive.open(part) as stream:
        kept = b""
        while (chunk := stream.read(_CHUNK)) and len(found) < _MOST_MERGED:
            window = kept + chunk
            for match in _MERGED.finditer(window):
                corners = [coordinate_to_tuple(corner) for corner in match[1].decode("ascii").split(":")]
                (top, left), (bottom, right) = corners
                found[MergedCells(top - 1, left - 1, bottom - 1, right - 1)] = None
            kept = window[-_LONGEST_MERGED:]  # a range may be cut in two where a chunk ends
    return tuple(found)


def _in_batches(path: Path, rows: Iterable[Any]) -> Iterator[Any]:
    """Rows one by one, but read in groups, because the library's warnings must not be off between them."""
    iterator = iter(rows)
    while True:
        with _library(path):
            batch = list(islice(iterator, _BATCH))
        if not batch:
            return
        yield from batch
