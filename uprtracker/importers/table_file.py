"""Any file that holds tables, opened as what its content says it is: workbook, old workbook or delimited text."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.delimited_file import read_delimited
from uprtracker.importers.legacy_workbook import read_legacy_workbook
from uprtracker.importers.sheet import MOST_ROWS, Sheet
from uprtracker.importers.workbook_kind import check_kind

ROWS_ABOVE_ALL_ELSE = 10
"""Where headers stand: a table whose columns are below has no header that anybody would recognise."""
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".ods")


@dataclass(frozen=True)
class TableFile:
    """The tables of a file. `encoding` and `delimiter` are empty for workbooks."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""


def first_rows(path: Path) -> tuple[Sheet, ...]:
    """The first rows of each table of a file, for telling what it is; `UserError` as for `open_tables`.

    They are kept for the next one who asks about the same file.
    """
    package.first_bytes(path)
    found = path.stat()
    return _first_rows(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _first_rows(path: Path, _changed_at: int, _size: int) -> tuple[Sheet, ...]:
    return open_tables(path, most_rows=ROWS_ABOVE_ALL_ELSE).sheets


def open_tables(
    path: Path, *, encoding: str = "", delimiter: str = "", most_rows: int = MOST_ROWS
) -> TableFile:
    """The tables of a file that have rows; `UserError` where it holds none or cannot be read."""
    start = package.first_bytes(path)
    if start.startswith(package.ZIP_MAGIC):
        # its library takes longer to load than most files to read
        from uprtracker.importers.workbook_file import read_workbook

        file = TableFile(tuple(read_workbook(path, most_rows=most_rows)))
    elif start.startswith(package.OLE_MAGIC):
        file = TableFile(tuple(read_legacy_workbook(path, most_rows=most_rows)))
    else:
        if start.startswith(package.PDF_MAGIC) or path.suffix.lower() in _WORKBOOK_NAMES:
            # its own sentence says what the file is instead; other programs write text under .xls, which is read
            check_kind(path)
        text = read_delimited(path, encoding=encoding, delimiter=delimiter, most_rows=most_rows)
        file = TableFile((text.sheet,), text.encoding, text.delimiter)
    filled = tuple(sheet for sheet in file.sheets if sheet.rows)
    if not filled:
        raise package.refusal(path, _("it holds no row"), _("check that it is the right file"))
    return TableFile(filled, file.encoding, file.delimiter)
