"""What the columns of a sender's table mean: proposed, corrected by a person, kept as JSON, applied to the next file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.column_field import LANGUAGES, Field, header_words
from uprtracker.importers.sheet import column_letter
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status

FORMAT = "uprtracker-columns-1"


@dataclass(frozen=True)
class MappedColumn:
    """A column (from 0) with its header as printed; `field` is None where it is not read.

    `language` is that of texts and codes; `sure` is false where a person should look at the proposal.
    """

    column: int
    header: str
    field: Field | None = None
    language: str = ""
    sure: bool = True


@dataclass(frozen=True)
class ColumnMapping:
    """How a table is read.

    `header_row` is the number of the first row of headers, 0 where there is none. In columns of `fill_down`
    an empty cell has the value above it: within merged cells where the sheet has them in that column, else
    everywhere. `positions` and `statuses` are the sender's own words. `language` is that of the first text.
    `scheme` names the sender's list of themes.
    """

    columns: tuple[MappedColumn, ...]
    sheet: str = ""
    header_row: int = 1
    header_rows: int = 1
    fill_down: tuple[int, ...] = ()
    positions: tuple[tuple[str, Position], ...] = ()
    statuses: tuple[tuple[str, Status], ...] = ()
    scheme: str = "national"
    day_first: bool = True
    encoding: str = ""
    delimiter: str = ""

    def of(self, field: Field) -> list[MappedColumn]:
        """The columns that are read into a field, in order."""
        return [column for column in self.columns if column.field is field]

    @property
    def sender_key(self) -> str:
        """What tables of one sender have in common: their headers, folded."""
        return "|".join(header_words(column.header)[0] for column in self.columns)

    def with_column(self, column: int, field: Field | None, language: str = "") -> "ColumnMapping":
        """The mapping as a person corrects it; a field that takes one column only is taken away from another."""
        corrected = []
        for mapped in self.columns:
            if mapped.column == column:
                mapped = replace(mapped, field=field, language=language, sure=True)
            elif field and mapped.field is field and not field.may_repeat:
                mapped = replace(mapped, field=None)
            corrected.append(mapped)
        return replace(self, columns=tuple(corrected))

    def for_headers(self, headers: Iterable[str]) -> "ColumnMapping | None":
        """The same for a table whose columns stand in another order; None where a mapped header is missing."""
        places: dict[tuple[str, str], int] = {}
        for at, header in enumerate(headers):
            places.setdefault(header_words(header), at)
        moved = {column.column: places.get(header_words(column.header)) for column in self.columns}
        if any(moved[column.column] is None for column in self.columns if column.field):
            return None
        kept = [replace(c, column=place) for c in self.columns if (place := moved[c.column]) is not None]
        filled = tuple(place for column in self.fill_down if (place := moved.get(column)) is not None)
        return replace(self, columns=tuple(kept), fill_down=filled)

    def to_json(self) -> dict[str, Any]:
        """The content of a mapping file; columns by the letters that spreadsheets show."""
        return {
            "format": FORMAT,
            "sheet": self.sheet,
            "header_row": self.header_row,
            "header_rows": self.header_rows,
            "columns": [
                {
                    "column": column_letter(column.column),
                    "header": column.header,
                    "field": column.field.value if column.field else None,
                    "language": column.language,
                }
                for column in self.columns
            ],
            "fill_down": [column_letter(column) for column in self.fill_down],
            "positions": {word: position.value for word, position in self.positions},
            "statuses": {word: status.value for word, status in self.statuses},
            "scheme": self.scheme,
            "day_first": self.day_first,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
        }


def save_mapping(mapping: ColumnMapping, path: Path) -> None:
    path.write_text(json.dumps(mapping.to_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_mapping(path: Path) -> ColumnMapping:
    """Read a mapping file; `UserError` names what is wrong with it."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _wrong(path, _("it is no JSON")) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _wrong(
            path, _("it is no mapping of columns ('format' must be '{format}')").format(format=FORMAT)
        )
    try:
        return mapping_from_json(content)
    except (KeyError, TypeError, AttributeError) as error:
        raise _wrong(path, _("a part of it is missing or of the wrong kind")) from error
    except ValueError as error:
        raise _wrong(path, str(error)) from error


def mapping_from_json(content: Mapping[str, Any]) -> ColumnMapping:
    """The mapping that `to_json` gave; what is left out has its default. `ValueError` names an unknown word."""
    return ColumnMapping(
        columns=tuple(_column(entry) for entry in content["columns"]),
        sheet=str(content.get("sheet", "")),
        header_row=int(content.get("header_row", 1)),
        header_rows=int(content.get("header_rows", 1)),
        fill_down=tuple(_number(letters) for letters in content.get("fill_down", ())),
        positions=tuple((word, Position(value)) for word, value in content.get("positions", {}).items()),
        statuses=tuple((word, Status(value)) for word, value in content.get("statuses", {}).items()),
        scheme=str(content.get("scheme", "national")),
        day_first=bool(content.get("day_first", True)),
        encoding=str(content.get("encoding", "")),
        delimiter=str(content.get("delimiter", "")),
    )


def _column(entry: Mapping[str, Any]) -> MappedColumn:
    language = str(entry.get("language", ""))
    if language and language not in LANGUAGES:
        message = _("'{language}' is not one of the languages {known}")
        raise ValueError(message.format(language=language, known=", ".join(LANGUAGES)))
    field = entry.get("field")
    return MappedColumn(
        column=_number(entry["column"]),
        header=str(entry.get("header", "")),
        field=Field(field) if field else None,
        language=language,
    )


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z" or number > 100_000:
            raise ValueError(_("'{letters}' is not the letter of a column").format(letters=letters))
        number = number * 26 + ord(letter) - ord("A") + 1
    if not number:
        raise ValueError(_("a column has no letter"))
    return number - 1


def _wrong(path: Path, reason: str) -> UserError:
    message = _(
        "The mapping '{file}' cannot be used because {reason}; make it again from the import's preview."
    )
    return UserError(message.format(file=path.name, reason=reason))
