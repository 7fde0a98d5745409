"""UPR Info's databases (the exports of 2015, and today's in CSV and JSON), their rows grouped into recommendations."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.json_records import is_json, json_objects
from uprtracker.importers.record import Notice, ParsedDocuments, ParsedRecommendation, ParsedReview
from uprtracker.importers.review_label import cycle_in, session_in
from uprtracker.importers.sheet import Sheet, place_words, text_of
from uprtracker.importers.table_file import first_rows, open_tables
from uprtracker.importers.upr_info_field import (
    Field,
    Header,
    columns_of,
    field_named,
    find_header,
    is_header,
)
from uprtracker.importers.upr_info_group import Row, iso3_of, read_group
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.state import state

SOURCE = "upr-info"

_MOST_ROWS = 300_000
_FIELDS = tuple(Field)


class _Document(NamedTuple):
    """A review as UPR Info names it, by session or, where that is missing, by cycle; there is no symbol."""

    state_iso3: str
    session: str
    cycle: str


def recognises(path: Path) -> bool:
    """Whether a file has the columns or names of UPR Info's exports; never by the file's name."""
    try:
        if is_json(path):
            names = list(_flat(next(json_objects(path), {})))
            return is_header(columns_of(names), names)
        return any(find_header(sheet) for sheet in first_rows(path))
    except UserError:
        return False


def read_upr_info(path: Path, *, state_iso3: str | None = None) -> ParsedDocuments:
    """The reviews in an export, of one State (ISO 3166 alpha-3) or of all: one document for State and session.

    A recommendation of five States stands in five rows: those with the same State under review, session,
    text and response are one record. Voluntary pledges are records of their own kind. `UserError` says why a
    file cannot be read.
    """
    groups: dict[_Document, dict[tuple[str, str], list[Row]]] = defaultdict(dict)
    unknown: Counter[str] = Counter()
    rows, notices = _rows_of_json(path) if is_json(path) else _rows_of_tables(path)
    for row in rows:
        iso3 = iso3_of(row.state)
        if not iso3:
            unknown[row.state] += 1
        elif not state_iso3 or iso3 == state_iso3:
            said = " ".join(row.text.split()).casefold(), row.response
            groups[_Document(iso3, row.session, row.cycle)].setdefault(said, []).append(row)
    if not groups:
        raise _nothing(path, state_iso3)
    documents = tuple(
        _review(path.name, document, list(found.values())) for document, found in groups.items()
    )
    return ParsedDocuments(SOURCE, path.name, documents, (*notices, *_about_unknown(unknown)))


def _review(file: str, document: _Document, groups: list[list[Row]]) -> ParsedReview:
    records: list[ParsedRecommendation] = []
    notices: list[Notice] = []
    words = {sheet: place_words(sheet) for sheet in {rows[0].sheet for rows in groups}}
    for order, rows in enumerate(groups, start=1):
        record, remarks = read_group(rows, document.state_iso3, file, order, words[rows[0].sheet])
        records.append(record)
        if remarks:
            notices += [Notice(record.place.where, remark) for remark in remarks]
    session = session_in(document.session)
    cycle = cycle_in(document.cycle) or (cycle_of_session(session) if session else None)
    title = _("UPR Info, session {session}").format(session=session) if session else "UPR Info"
    return ParsedReview(
        source=SOURCE,
        file=file,
        title=title,
        state_iso3=document.state_iso3,
        state_as_printed=groups[0][0].state.strip(),
        cycle=cycle,
        session=session,
        document_symbol="",
        addendum_symbol="",
        recommendations=tuple(records),
        warnings=tuple(notices),
        missing_numbers=(),
    )


def _rows_of_tables(path: Path) -> tuple[Iterator[Row], tuple[Notice, ...]]:
    sheets = open_tables(path, most_rows=_MOST_ROWS).sheets
    found = [(sheet, header) for sheet in sheets if (header := find_header(sheet))]
    if not found:
        raise UserError(
            _(
                "'{file}' has not the columns of an export of UPR Info; import it as a spreadsheet, where you "
                "say what its columns hold."
            ).format(file=path.name)
        )
    rows = (row for sheet, header in found for row in _rows(sheet, header))
    return rows, tuple(notice for sheet, _header in found for notice in sheet.notices)


def _rows(sheet: Sheet, header: Header) -> Iterator[Row]:
    # a column that the export lacks is read from the empty value behind the end of each row
    columns, width = header.columns, max(header.columns.values()) + 1
    take = itemgetter(*(columns.get(field, width) for field in _FIELDS))
    blank = ("",) * (width + 1)
    for row in sheet.rows:
        if row.number > header.row:
            values = take(row.values[:width] + blank[min(len(row.values), width) :])
            read = Row(sheet.name, row.number, *(values if sheet.is_text else map(text_of, values)))
            yield read._replace(template="pledge") if header.pledges_only else read


def _rows_of_json(path: Path) -> tuple[Iterator[Row], tuple[Notice, ...]]:
    def rows() -> Iterator[Row]:
        for number, entry in enumerate(json_objects(path), start=1):
            found = {field: text for name, text in _flat(entry).items() if (field := field_named(name))}
            yield Row("", number, *(found.get(field, "") for field in _FIELDS))

    return rows(), ()


def _flat(entry: dict[str, Any]) -> dict[str, str]:
    """An entry's own values and those of its `metadata`, where each is a list of `{value, label}`."""
    metadata = entry.get("metadata")
    values = {**entry, **(metadata if isinstance(metadata, dict) else {})}
    return {name: _shown(value) for name, value in values.items()}


def _shown(value: Any) -> str:
    """What a person sees of a value: a label where there is one, because the value is then an identifier."""
    if isinstance(value, list):
        return "|".join(shown for each in value if (shown := _shown(each)))
    if isinstance(value, dict):
        return _shown(value.get("label") or value.get("value"))
    return value if isinstance(value, str) else "" if value is None else str(value)


def _about_unknown(unknown: Counter[str]) -> Iterator[Notice]:
    for name, count in unknown.most_common():
        message = ngettext(
            "{count} row is about '{name}', which is no State of the United Nations, and was left out",
            "{count} rows are about '{name}', which is no State of the United Nations, and were left out",
            count,
        )
        yield Notice("", message.format(count=count, name=name.strip()))


def _nothing(path: Path, state_iso3: str | None) -> UserError:
    if state_iso3:
        message = _("'{file}' holds nothing about {state}; check that it is the right export.")
        return UserError(message.format(file=path.name, state=state(state_iso3).short))
    return UserError(
        _("'{file}' holds no row about a State; check that it is complete.").format(file=path.name)
    )
