"""Telling a workbook that came back from other tables, by a look into the file."""

import zipfile
from pathlib import Path

from uprtracker.vocabulary.ministry_sheet import IDENTITY_SHEET

_SHEETS, _PROPERTIES = "xl/workbook.xml", "docProps/custom.xml"
_MARKS = {_SHEETS: f'name="{IDENTITY_SHEET}"'.encode(), _PROPERTIES: b"uprtracker_export_id"}
_MOST_BYTES = 1_000_000


def is_returned_workbook(path: Path) -> bool:
    """Whether the file says that it is a ministry's workbook, of whichever dossier; false for what cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            present = set(archive.namelist())
            return any(part in present and mark in _beginning(archive, part) for part, mark in _MARKS.items())
    except (OSError, zipfile.BadZipFile):
        return False


def _beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    """No more of a part than an honest one has."""
    with archive.open(part) as content:
        return content.read(_MOST_BYTES)
