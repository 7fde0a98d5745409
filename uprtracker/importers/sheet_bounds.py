"""Whether a workbook's sheets are too long for reading at all, seen in their XML before the library opens them."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from uprtracker.i18n import _
from uprtracker.importers import office_package as package

MOST_ROWS_UNSAID = 200_000
"""Rows of sheets that do not say their dimension: the library goes through all of them only to open the workbook."""
_CHUNK = 1 << 20
_MOST_CHUNKS_OF_A_ROW = 4
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_END = re.compile(rb"</(?:\w+:)?sheetData\b")
_LONGEST_TAG = 40


def check_rows(path: Path, archive: zipfile.ZipFile, parts: Iterable[str]) -> None:
    """Refuse sheets with far more rows, or with a far longer one, than a real table has; `parts` are theirs."""
    left = MOST_ROWS_UNSAID
    for part in parts:
        left -= _rows_unsaid(path, archive, part, left)
        if left < 0:
            raise _too_large(path)


def _rows_unsaid(path: Path, archive: zipfile.ZipFile, part: str, most: int) -> int:
    """About how many rows a sheet has that does not say its dimension, counted until they are more than `most`; else 0."""
    count, without_row = 0, 0
    with archive.open(part) as stream:
        before, chunk = b"", stream.read(_CHUNK)
        # the dimension stands before the rows
        said = bool(_DIMENSION.search(chunk))
        while chunk and count <= most:
            without_row = 0 if _ROW.search(chunk) else without_row + 1
            if not said:
                count += len(_ROW.findall(chunk))
            if without_row > _MOST_CHUNKS_OF_A_ROW:
                raise _too_large(path)
            if _END.search(before + chunk):
                break
            before, chunk = chunk[-_LONGEST_TAG:], stream.read(_CHUNK)
    return count


def _too_large(path: Path) -> Exception:
    return package.refusal(
        path, _("one of its sheets is too large"), _("copy the rows that matter into a new workbook")
    )
