"""IMPACT OSS's import template (CSV): its columns are told by the key in brackets, because labels are translated."""

import re
from dataclasses import replace
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping, MappedColumn
from uprtracker.importers.record import Answers, Notice, ParsedDocuments
from uprtracker.importers.sheet import Sheet, SheetRow, text_of
from uprtracker.importers.spreadsheet import read_table
from uprtracker.importers.table_file import first_rows, open_tables
from uprtracker.importers.text_language import language_of
from uprtracker.vocabulary.position import Position

SOURCE = "impact-oss"
SCHEME = "IMPACT OSS"

_ROWS_ABOVE_A_HEADER = 5
_KEY = re.compile(r"\[\s*(?P<key>(?:database|rel)\s*:\s*[a-z_-]+)\s*\]", re.IGNORECASE)
_FIELDS = {
    "database:reference": Field.NUMBER,
    "database:title": Field.TEXT,
    "database:description": Field.COMMENT,
    "database:response": Field.EXPLANATION,
    "database:support_level": Field.POSITION,
    "rel:category-short-title": Field.THEMES,
    "rel:category-reference": Field.THEMES,
}
_NEEDED = frozenset(("database:reference", "database:title"))
_FRAMEWORK = "database:framework_id"
_HUMAN_RIGHTS = "1"
_SUPPORT_LEVELS = (("2", Position.SUPPORTED), ("1", Position.SUPPORTED_NOTED), ("0", Position.NOTED))


def recognises(path: Path) -> bool:
    """Whether a file has the template's keys in its header; never by the file's name."""
    try:
        return any(_header(sheet) for sheet in first_rows(path))
    except UserError:
        return False


def read_impact_oss(path: Path, *, answers: Answers | None = None) -> ParsedDocuments:
    """The recommendations of a filled template; rows of other frameworks than human rights are left out."""
    for sheet in open_tables(path).sheets:
        if found := _header(sheet):
            header, keys = found
            chosen, left_out = _of_human_rights(sheet, header, keys)
            parsed = read_table(
                chosen, _mapping(chosen, header, keys), source=SOURCE, answers=answers or Answers()
            )
            return replace(parsed, warnings=(*parsed.warnings, *_about(left_out)))
    raise UserError(
        _(
            "'{file}' has no header with IMPACT OSS's keys, such as [database:reference]; import it as a "
            "spreadsheet."
        ).format(file=path.name)
    )


def _header(sheet: Sheet) -> tuple[SheetRow, dict[int, str]] | None:
    """The row of headers, and the key of each column that has one."""
    for row in sheet.rows[:_ROWS_ABOVE_A_HEADER]:
        keys = {
            at: re.sub(r"\s", "", found["key"].lower())
            for at, value in enumerate(row.values)
            if (found := _KEY.search(text_of(value)))
        }
        if set(keys.values()) >= _NEEDED:
            return row, keys
    return None


def _mapping(sheet: Sheet, header: SheetRow, keys: dict[int, str]) -> ColumnMapping:
    titles = [at for at, key in keys.items() if key == "database:title"]
    language = language_of(row.text(titles[0]) for row in sheet.rows[1:200])
    return ColumnMapping(
        columns=tuple(
            MappedColumn(at, header.text(at), field, language if field is Field.TEXT else "")
            for at, key in keys.items()
            if (field := _FIELDS.get(key))
        ),
        header_row=header.number,
        positions=_SUPPORT_LEVELS,
        scheme=SCHEME,
    )


def _of_human_rights(sheet: Sheet, header: SheetRow, keys: dict[int, str]) -> tuple[Sheet, int]:
    """The sheet without rows of other frameworks, its lists by semicolon, and how many rows were left out."""
    framework = next((at for at, key in keys.items() if key == _FRAMEWORK), None)
    lists = [at for at, key in keys.items() if key.startswith("rel:")]
    below = [row for row in sheet.rows if row.number > header.number]
    kept = [row for row in below if framework is None or _is_human_rights(row.text(framework))]
    rows = [header, *(_with_semicolons(row, lists) for row in kept)]
    return replace(sheet, rows=tuple(rows)), len(below) - len(kept)


def _is_human_rights(framework: str) -> bool:
    """Also where the cell is empty or holds the template's hint."""
    return not framework.strip().isdigit() or framework.strip() == _HUMAN_RIGHTS


def _with_semicolons(row: SheetRow, lists: list[int]) -> SheetRow:
    return SheetRow(
        row.number,
        tuple(
            text_of(value).replace(",", ";") if at in lists else value for at, value in enumerate(row.values)
        ),
    )


def _about(left_out: int) -> list[Notice]:
    if not left_out:
        return []
    message = ngettext(
        "{count} row of another framework than human rights was left out",
        "{count} rows of other frameworks than human rights were left out",
        left_out,
    )
    return [Notice("", message.format(count=left_out))]
