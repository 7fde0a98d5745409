"""An Excel workbook of the years before 2007 (.xls), read where the optional library for it is installed."""

import io
import struct
from pathlib import Path
from typing import Any

from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.record import Notice
from uprtracker.importers.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellError,
    MergedCells,
    Sheet,
    SheetRow,
    Value,
    column_letter,
    without_blank_end,
)

_WORD_97 = "WordDocument".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_MOST_BYTES = 64 * 1024 * 1024
# What the library raises on its way through a damaged file, beside its own errors.
_LIBRARY_ERRORS = (
    struct.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    AssertionError,
)


def read_legacy_workbook(path: Path, *, most_rows: int = MOST_ROWS) -> list[Sheet]:
    """The visible sheets in order, up to `most_rows` rows in all. A cell with a formula gives what it last showed."""
    _check_kind(path)
    try:
        import xlrd
        from xlrd.compdoc import CompDocError
    except ImportError as error:
        raise package.refusal(
            path,
            _(
                "it is an Excel workbook of before 2007 (.xls) and the part of the program for those is not installed"
            ),
            _("open it in Excel or LibreOffice and save it as .xlsx"),
        ) from error
    try:
        # some exports have a faulty table of sectors; Excel opens them, and so do we
        book = xlrd.open_workbook(
            str(path), logfile=io.StringIO(), ignore_workbook_corruption=True, formatting_info=False
        )
        return _sheets(path, book, most_rows)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise _protected(path) from error
        raise package.damaged(path) from error
    except (CompDocError, *_LIBRARY_ERRORS) as error:
        raise package.damaged(path) from error
    except OSError as error:
        raise package.unreadable(path, error) from error


def _check_kind(path: Path) -> None:
    package.first_bytes(path)
    if path.stat().st_size > _MOST_BYTES:
        raise package.refusal(path, _("it is too large"), _("open it in Excel and save it as .xlsx"))
    content = path.read_bytes()
    if package.is_protected(path):
        raise _protected(path)
    if _WORD_97 in content:
        raise package.refusal(
            path, _("it is a Word document (.doc)"), _("open it in Word and save it as .docx")
        )
    if not any(name in content for name in _WORKBOOKS):
        raise package.refusal(
            path, _("it is no Excel workbook, whatever its name says"), _("save the table as .xlsx")
        )


def _sheets(path: Path, book: Any, most_rows: int) -> list[Sheet]:
    shown = [sheet for sheet in book.sheets() if not sheet.visibility] or book.sheets()
    sheets: list[Sheet] = []
    left = most_rows
    for sheet in shown:
        name = sheet.name if len(shown) > 1 else ""
        rows = _rows(book, sheet, left)
        left -= len(rows)
        sheets.append(
            Sheet(
                file=path.name,
                name=name,
                rows=rows,
                merged=tuple(
                    MergedCells(top, first, bottom - 1, last - 1)
                    for top, bottom, first, last in sheet.merged_cells
                ),
                notices=tuple(Notice(name, message) for message in _left_out(sheet, most_rows)),
                counts_from_1904=bool(book.datemode),
            )
        )
    return sheets


def _rows(book: Any, sheet: Any, most_rows: int) -> tuple[SheetRow, ...]:
    rows = []
    for at in range(min(sheet.nrows, most_rows)):
        types, raw = sheet.row_types(at, 0, MOST_COLUMNS), sheet.row_values(at, 0, MOST_COLUMNS)
        values = without_blank_end(tuple(_value(book, *cell) for cell in zip(types, raw, strict=True)))
        if values:
            rows.append(SheetRow(at + 1, values))
    return tuple(rows)


def _value(book: Any, kind: int, raw: Any) -> Value:
    import xlrd

    if kind == xlrd.XL_CELL_TEXT:
        return str(raw) or None
    if kind == xlrd.XL_CELL_NUMBER:
        return float(raw)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(raw)
    if kind == xlrd.XL_CELL_ERROR:
        return CellError(xlrd.error_text_from_code.get(raw, "#ERROR"))
    if kind == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(raw, book.datemode)  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return float(raw)
    return None


def _left_out(sheet: Any, most_rows: int) -> list[str]:
    messages = []
    if sheet.nrows > most_rows:
        messages.append(_("rows below {row} were not read").format(row=most_rows))
    if sheet.ncols > MOST_COLUMNS:
        last = column_letter(MOST_COLUMNS - 1)
        messages.append(_("columns to the right of {column} were not read").format(column=last))
    return messages


def _protected(path: Path) -> Exception:
    return package.refusal(
        path, _("it is protected by a password"), _("open it in Excel and save a copy without password")
    )
