"""The meaning of a table's columns as far as headers and contents tell it: a proposal for a person to correct."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from uprtracker.importers.column_content import ColumnContent, judge
from uprtracker.importers.column_field import Field, fields_of_header, header_words
from uprtracker.importers.column_mapping import ColumnMapping, MappedColumn
from uprtracker.importers.header_rows import Headers, find_headers
from uprtracker.importers.scale_word import proposed_position, proposed_status
from uprtracker.importers.sheet import Sheet, SheetRow, text_of
from uprtracker.importers.table_file import TableFile
from uprtracker.vocabulary.position import Position

_LEAST = 2.0
_SURE = 4.0
_MOST_WORDS = 60
_SHORTEST_TEXT = 12
_MONTH_FIRST = re.compile(r"^\s*(?:0?[1-9]|1[0-2])[-/.](?:1[3-9]|2[0-9]|3[01])[-/.][0-9]{4}\s*$")


def _weight_of_text(content: ColumnContent) -> float | None:
    if (
        content.distinct < 0.3
        or max(content.numbers, content.positions, content.statuses, content.dates) > 0.5
    ):
        return None
    if content.is_long_text:
        return 2.0 + min(1.0, content.length / 300)
    return 0.0 if content.length >= _SHORTEST_TEXT else None


# What a column's content adds to its header's weight, by field; None: the content speaks against it. A field that is
# not here has contents that could be anything, and needs its header.
_CONTENT: dict[Field, Callable[[ColumnContent], float | None]] = {
    Field.NUMBER: lambda c: (
        (2.0 if c.dotted > 0.6 else 0.0) if c.numbers > 0.5 and c.distinct > 0.3 else None
    ),
    Field.CODE: lambda c: 1.0 if c.codes > 0.6 and c.length < 25 else None,
    Field.TEXT: _weight_of_text,
    Field.STATES: lambda c: 2.0 if c.states > 0.5 and c.distinct > 0.05 else None,
    Field.STATE: lambda c: 2.0 if c.states > 0.8 else None,
    Field.POSITION: lambda c: 2.0 if c.positions > 0.5 else None,
    Field.STATUS: lambda c: 2.0 if c.statuses > 0.5 else None,
    Field.STATUS_ON: lambda c: 0.0 if c.dates > 0.5 else None,
    Field.DUE_ON: lambda c: 0.0 if c.dates > 0.3 else None,
    Field.SDGS: lambda c: 0.0 if c.sdgs > 0.5 else None,
    Field.SYMBOL: lambda c: 2.0 if c.symbols > 0.5 else None,
    Field.MECHANISM: lambda c: 1.0 if c.mechanisms > 0.6 else None,
    Field.UHRI: lambda c: 3.0 if c.identifiers > 0.8 else None,
    Field.THEMES: lambda c: 0.0 if c.length < 300 and c.numbers < 0.5 else None,
    Field.LEAD: lambda c: 0.0 if c.length < 200 and c.numbers < 0.5 else None,
    Field.SUPPORTING: lambda c: 0.0 if c.length < 400 and c.numbers < 0.5 else None,
    Field.INSTITUTIONS: lambda c: 0.0 if c.length < 400 and c.numbers < 0.5 else None,
}
# Content alone is enough for these; of the others a column without header would be a guess.
_BY_CONTENT = frozenset(
    (Field.NUMBER, Field.TEXT, Field.STATES, Field.POSITION, Field.STATUS, Field.SYMBOL, Field.UHRI)
)


@dataclass(frozen=True)
class _Column:
    at: int
    header: str
    content: ColumnContent
    language: str


def propose(file: TableFile) -> ColumnMapping:
    """The proposal for the sheet of a file that looks most like a list of recommendations."""
    proposals = [_for_sheet(sheet) for sheet in file.sheets]
    _weight, best = max(proposals, key=lambda proposal: proposal[0])
    return replace(best, encoding=file.encoding, delimiter=file.delimiter)


def _for_sheet(sheet: Sheet) -> tuple[float, ColumnMapping]:
    headers = find_headers(sheet)
    body = [row for row in sheet.rows if row.number >= headers.row + headers.count]
    listed = [row for row in body if _may_be_listed(row, headers)] or body
    columns = [_column(at, header, listed) for at, header in enumerate(headers.texts)]
    chosen = _chosen(columns)
    mapping = ColumnMapping(
        columns=tuple(_mapped(column, chosen.get(column.at)) for column in columns),
        sheet=sheet.name,
        header_row=headers.row,
        header_rows=headers.count,
        fill_down=_merged_downwards(sheet, headers),
        day_first=not _month_first(body),
    )
    mapping = replace(
        mapping,
        positions=tuple(
            (word, position)
            for word in _words(mapping, Field.POSITION, body)
            if (position := proposed_position(word)) is not Position.UNKNOWN
        ),
        statuses=tuple(
            (word, status)
            for word in _words(mapping, Field.STATUS, body)
            if (status := proposed_status(word))
        ),
    )
    weight = sum(weight for _field, weight in chosen.values())
    return (weight if mapping.of(Field.TEXT) else 0.0), mapping


def _may_be_listed(row: SheetRow, headers: Headers) -> bool:
    """Whether a row is more than a heading and no repeated header."""
    texts = [text for at in range(len(row.values)) if (text := row.text(at).strip())]
    return len(texts) > 1 and not set(texts) <= set(headers.texts)


def _column(at: int, header: str, body: Sequence[SheetRow]) -> _Column:
    named = header_words(header)[1]
    content = judge([row.values[at] for row in body if at < len(row.values)], named)
    return _Column(at, header, content, named or content.language)


def _chosen(columns: Sequence[_Column]) -> dict[int, tuple[Field, float]]:
    """A field with its weight for columns, the heaviest first; each column once, and fields as often as they may."""
    offers = sorted(
        ((weight, -column.at, field) for column in columns for field, weight in _weights(column).items()),
        reverse=True,
    )
    chosen: dict[int, tuple[Field, float]] = {}
    taken: set[tuple[Field, str]] = set()
    main = _main_language(columns)
    for weight, minus_at, field in offers:
        column = columns[-minus_at]
        language = column.language if field in (Field.TEXT, Field.CODE) else ""
        if weight < _LEAST or column.at in chosen or _is_mirror(column, field, main):
            continue
        if (field, language) in taken and (not field.may_repeat or language):
            continue
        chosen[column.at] = (field, weight)
        taken.add((field, language))
    return chosen


def _weights(column: _Column) -> dict[Field, float]:
    named = fields_of_header(column.header)
    weights: dict[Field, float] = {}
    for field in {*named, *(_BY_CONTENT if column.content.filled > 2 else ())}:
        by_content = _CONTENT[field](column.content) if field in _CONTENT else 0.0
        if not column.content.filled:
            by_content = 0.0
        if by_content is not None:
            weights[field] = named.get(field, 0) + by_content
    return weights


def _main_language(columns: Sequence[_Column]) -> str:
    """The language of the first column of long texts."""
    texts = (
        column.language
        for column in columns
        if Field.TEXT in _weights(column) and column.content.is_long_text
    )
    return next(texts, "")


def _is_mirror(column: _Column, field: Field, main: str) -> bool:
    """Whether a column repeats another in a second language; only texts and codes are kept in several."""
    named = header_words(column.header)[1]
    other_script = column.language in ("ar", "ru", "zh") and column.content.filled > 0
    return (
        field not in (Field.TEXT, Field.CODE)
        and main not in ("", column.language)
        and bool(named or other_script)
    )


def _mapped(column: _Column, choice: tuple[Field, float] | None) -> MappedColumn:
    if choice is None:
        return MappedColumn(column.at, column.header)
    field, weight = choice
    language = column.language if field in (Field.TEXT, Field.CODE) else ""
    return MappedColumn(
        column.at, column.header, field, language, weight >= _SURE or field not in _BY_CONTENT
    )


def _merged_downwards(sheet: Sheet, headers: Headers) -> tuple[int, ...]:
    first = headers.row + headers.count - 1
    columns = {
        cells.left
        for cells in sheet.merged
        if cells.bottom > cells.top >= first and cells.left == cells.right
    }
    return tuple(sorted(columns))


def _words(mapping: ColumnMapping, field: Field, body: Iterable[SheetRow]) -> list[str]:
    columns = [column.column for column in mapping.of(field)]
    found = dict.fromkeys(" ".join(row.text(at).split()) for row in body for at in columns)
    return [word for word in found if word][:_MOST_WORDS]


def _month_first(body: Iterable[SheetRow]) -> bool:
    return any(
        isinstance(v, str) and len(v) <= 12 and _MONTH_FIRST.match(text_of(v))
        for row in body
        for v in row.values
    )
