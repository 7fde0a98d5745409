"""Filling a workbook row by row and saving it; where there is no room for it, nothing of it stays behind."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter


@contextmanager
def saving(workbook: Workbook, target: Path) -> Iterator[None]:
    """Fill the sheets of a write-only workbook within; it is saved at the end. `OSError` where it cannot be."""
    try:
        yield
        # not Workbook.save, which stamps the file with the time of day
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(workbook, archive).write_data()
    except SerialisationError as error:
        _let_go(workbook)
        raise _as_os_error(error) from error
    except BaseException:
        _let_go(workbook)
        raise


def _let_go(workbook: Workbook) -> None:
    """Close the sheets half written, which would try to write on when they are forgotten, and delete their rows on disk."""
    for sheet in workbook.worksheets:
        rows: Any = getattr(sheet, "_rows", None)
        writer: Any = getattr(sheet, "_writer", None)
        for unfinished in (rows, getattr(writer, "xf", None)):
            if unfinished is not None:
                with suppress(SerialisationError, OSError):
                    unfinished.close()
        if writer is not None:
            with suppress(OSError, ValueError):
                writer.cleanup()


def _as_os_error(error: SerialisationError) -> OSError:
    """Rows are kept on disk by a library that names the system's error in its own way, such as `IO_ENOSPC`."""
    code = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
    return OSError(code, os.strerror(code))
