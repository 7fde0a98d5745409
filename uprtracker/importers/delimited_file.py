"""Delimited text (CSV, TSV and the like): its encoding, its delimiter and its rows."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.record import Notice
from uprtracker.importers.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Sheet,
    SheetRow,
    cell_name,
    column_letter,
    place_of,
)
from uprtracker.importers.text_encoding import NAMES, Decoded, decode

DELIMITERS = (",", ";", "\t", "|")
_ROWS_JUDGED = 50
_SAMPLE = 65_536
_FEW_ROWS = 10
_ENOUGH_FOR_FEW = 1 << 18
_MOST_LINES_IN_A_CELL = 200
_NAMED_DELIMITER = re.compile(r"^sep=(?P<delimiter>.)\r?\n?")
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE)
_REPLACED = "\ufffd"


@dataclass(frozen=True)
class DelimitedFile:
    """The table of a text file and how it was read; `alternatives` are encodings hardly less plausible."""

    sheet: Sheet
    encoding: str
    delimiter: str
    alternatives: tuple[str, ...] = ()


def read_delimited(
    path: Path, *, encoding: str = "", delimiter: str = "", most_rows: int = MOST_ROWS
) -> DelimitedFile:
    """Read a text file as a table, in the encoding and with the delimiter given or else those it seems to have.

    Line ends may be of any kind. An encoding that was judged and not known is told in a notice, and so are
    characters that could not be read and rows that were left out.
    """
    data = _bytes(path, most_rows)
    text = _text(path, data, encoding)
    content = text.text
    if not delimiter and (named := _NAMED_DELIMITER.match(content)):
        delimiter, content = named["delimiter"], content[named.end() :]
    delimiter = delimiter or _delimiter(content)
    rows, notices = _rows(path, content, delimiter, most_rows)
    told = (*_about_encoding(text), *notices)
    sheet = Sheet(file=path.name, name="", rows=rows, notices=told, is_text=True)
    return DelimitedFile(sheet, text.encoding, delimiter, text.alternatives)


def _bytes(path: Path, most_rows: int) -> bytes:
    """The whole file, or where only its first rows are wanted as much as holds them, up to the end of a line."""
    try:
        start = package.first_bytes(path, 512)
        if path.stat().st_size > package.MOST_BYTES:
            raise package.refusal(path, _("it is too large"), _("cut it into several files"))
        if _WEB_PAGE.match(start):
            raise package.refusal(
                path, _("it is a web page and no table"), _("save the table as .csv or .xlsx")
            )
        if most_rows > _FEW_ROWS:
            return path.read_bytes()
        with path.open("rb") as file:
            data = file.read(_ENOUGH_FOR_FEW)
            if not file.read(1):
                return data
        return data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1] or data
    except OSError as error:
        raise package.unreadable(path, error) from error


def _text(path: Path, data: bytes, encoding: str) -> Decoded:
    if encoding:
        try:
            codecs.lookup(encoding)
        except LookupError:
            message = _("'{name}' is not an encoding; use one of: {known}.")
            raise UserError(message.format(name=encoding, known=", ".join(NAMES))) from None
        return Decoded(data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding)
    text = decode(data)
    if "\x00" in text.text[:2000]:
        raise package.refusal(path, _("it is no text table"), _("save the table as .csv or .xlsx"))
    return text


def _delimiter(text: str) -> str:
    """The delimiter that cuts most rows into the same number of cells, and into the most."""

    def evenness(delimiter: str) -> tuple[float, int]:
        # the last row of the sample may be cut off
        rows = [
            row for row in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter) if row
        ]
        rows = rows[: max(1, min(_ROWS_JUDGED, len(rows) - (len(text) > _SAMPLE)))]
        if not rows:
            return 0.0, 1
        width, count = Counter(map(len, rows)).most_common(1)[0]
        return (round(count / len(rows), 1), width) if width > 1 else (0.0, 1)

    try:
        return max(DELIMITERS, key=evenness)
    except csv.Error:
        return DELIMITERS[0]


def _rows(path: Path, text: str, delimiter: str, most_rows: int) -> tuple[tuple[SheetRow, ...], list[Notice]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[SheetRow] = []
    notices: list[Notice] = []
    try:
        for number, cells in enumerate(islice(reader, most_rows), start=1):
            if any(cells):
                rows.append(SheetRow(number, tuple(cells[:MOST_COLUMNS])))
                if len(cells) > MOST_COLUMNS and not notices and any(cells[MOST_COLUMNS:]):
                    message = _("columns to the right of {column} were not read")
                    notices.append(
                        Notice(place_of("", number), message.format(column=column_letter(MOST_COLUMNS - 1)))
                    )
        if next(reader, None) is not None:
            notices.append(Notice("", _("rows below {row} were not read").format(row=most_rows)))
        if reader.line_num - len(rows) > _MOST_LINES_IN_A_CELL or _REPLACED in text:
            notices += _about_cells(rows)
    except csv.Error as error:
        place = place_of("", rows[-1].number + 1 if rows else 1)
        raise package.refusal(
            path,
            _("{place} holds a cell without end").format(place=place),
            _("look for a quotation mark that is missing there"),
        ) from error
    return tuple(rows), notices


def _about_encoding(text: Decoded) -> list[Notice]:
    if text.sure:
        return []
    name = NAMES.get(text.encoding, text.encoding)
    message = _(
        "the file does not say its encoding; it was read as {name}: check letters with accents"
    ).format(name=name)
    if text.alternatives:
        others = ", ".join(NAMES[encoding] for encoding in text.alternatives)
        message = _("{message} (it could be {others})").format(message=message, others=others)
    return [Notice("", message)]


def _about_cells(rows: list[SheetRow]) -> list[Notice]:
    """Cells with characters that could not be read, and cells so long that a quotation mark must be missing."""
    notices = []
    for row in rows:
        for column, value in enumerate(row.values):
            text = str(value)
            if _REPLACED in text:
                message = _("cell {cell} holds characters that are lost or of another encoding")
                notices.append(Notice(place_of("", row.number), message.format(cell=cell_name(row, column))))
            if len(text) > _MOST_LINES_IN_A_CELL and _line_count(text) > _MOST_LINES_IN_A_CELL:
                message = _("cell {cell} holds {count} lines; a quotation mark is probably missing")
                notices.append(
                    Notice(
                        place_of("", row.number),
                        message.format(cell=cell_name(row, column), count=_line_count(text)),
                    )
                )
    return notices


def _line_count(text: str) -> int:
    return max(text.count("\n"), text.count("\r")) + 1
