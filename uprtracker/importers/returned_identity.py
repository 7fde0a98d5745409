"""Which workbook this is: the hidden sheet, or the file's own properties where the sheet was lost."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.sheet import Sheet, text_of
from uprtracker.vocabulary.ministry_sheet import FORMAT, IDENTITY_SHEET

_PROPERTIES = "docProps/custom.xml"
_PREFIX = "uprtracker_"


@dataclass(frozen=True)
class Identity:
    """Which export a workbook is. `base` is its own copy of what it left with, `digest` what it says of it; both may be empty."""

    export_id: str
    database_id: str
    ministry: str = ""
    language: str = ""
    base: bytes = b""
    digest: str = ""


def read_identity(path: Path, sheets: Iterable[Sheet]) -> Identity:
    """The identity of a workbook; `UserError` where it has none, or was made by a newer version."""
    facts: dict[str, str] = {}
    for sheet in sheets:
        if sheet.name.strip() != IDENTITY_SHEET:
            continue
        for row in sheet.rows:
            key = row.text(0).strip()
            value = text_of(row.values[1]) if len(row.values) > 1 else ""
            facts[key] = facts.get(key, "") + value
    if facts.get("format", FORMAT) != FORMAT:
        raise package.refusal(
            path, _("it was made by a newer version of UPR Tracker"), _("install that version to merge it")
        )
    if not facts.get("export_id"):
        facts = _properties(path)
    if not facts.get("export_id"):
        raise _no_identity(path)
    return Identity(
        export_id=facts["export_id"],
        database_id=facts.get("database_id", ""),
        ministry=facts.get("ministry", ""),
        language=facts.get("language", ""),
        base=facts.get("base", "").encode(),
        digest=facts.get("digest", ""),
    )


def _no_identity(path: Path) -> UserError:
    return package.refusal(
        path,
        _("it does not say which workbook of which dossier it is"),
        _("copy the answers into a workbook that 'uprtracker workbook' makes"),
    )


def _properties(path: Path) -> dict[str, str]:
    """What the file's own properties say about the export."""
    with zipfile.ZipFile(path) as archive:
        if _PROPERTIES not in archive.namelist():
            return {}
        root = package.read_part(path, archive, _PROPERTIES)
    return {
        name.removeprefix(_PREFIX): "".join(str(text) for text in entry.itertext()).strip()
        for entry in root
        if (name := entry.get("name", "")).startswith(_PREFIX)
    }
