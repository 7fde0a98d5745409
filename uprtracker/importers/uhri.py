"""Exports of the Universal Human Rights Index (workbook, delimited text or JSON): from a file to its documents."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from sys import getsizeof
from typing import NamedTuple

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.document_set import DocumentSet
from uprtracker.importers.json_records import is_json, json_objects
from uprtracker.importers.record import Notice, ParsedDocuments, ParsedRecommendation, ParsedReview, Place
from uprtracker.importers.sheet import Sheet, place_of, text_of
from uprtracker.importers.table_file import first_rows, open_tables
from uprtracker.importers.uhri_entry import (
    EntryDocument,
    document_of,
    is_left_out,
    read_entry,
    states_concerned,
)
from uprtracker.importers.uhri_field import NEEDED, Field, Raw, field_named, one_text
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.state import state

SOURCE = "uhri"

_ROWS_ABOVE_A_HEADER = 10
_MOST_ROWS = 300_000
_ANSWERS, _REPEATED, _OTHERS = "answers", "repeated", "others"
MOST_HELD = 256 * 1024 * 1024
"""Bytes that the entries about the State that matters take in memory: many times what the index has about any State."""
_OF_AN_ENTRY = 900
"""What an entry takes beside its wording."""
_OF_A_MADE_UP_NUMBER = 500
"""What an entry without a number takes in addition: the dossier gives it one."""
MOST_ABOUT_OTHERS = 20_000
"""Entries about other States than the one that matters: more of them are an export of everything and are left out."""
_STEP = 500


class _Place(NamedTuple):
    where: str
    counts_from_1904: bool = False


def recognises(path: Path) -> bool:
    """Whether a file has the columns or names of the index's exports; never by the file's name."""
    try:
        if is_json(path):
            first = next(json_objects(path), {})
            return {field_named(name) for name in first} >= NEEDED
        return any(_header(sheet) for sheet in first_rows(path))
    except UserError:
        return False


def read_uhri(
    path: Path,
    *,
    state_iso3: str | None = None,
    home: str = "",
    step: Callable[[int], None] | None = None,
) -> ParsedDocuments:
    """The documents that an export quotes, for one State (ISO 3166 alpha-3) or for all that it concerns.

    An entry that concerns several States stands in a document of each. A JSON file is read entry by entry
    and may be of any size: where it has a `home` State and more than `MOST_ABOUT_OTHERS` entries about others,
    those are counted and left out; what comes after `MOST_HELD` is not read, and told. `step` hears how many
    entries are read and may raise. `UserError` says why a file cannot be read.
    """
    reading = _Export(path.name, home)
    for number, (at, raw) in enumerate(_entries(path)):
        if step and not number % _STEP:
            step(number)
        if reading.is_full:
            reading.unread_below = number
            break
        reading.take(at, raw, state_iso3)
    found = tuple(reading.documents.documents())
    if not found:
        raise _nothing(path, state_iso3 or home)
    return ParsedDocuments(SOURCE, path.name, found, tuple(reading.notices()))


class _Export:
    """The documents that take shape while an export is read."""

    def __init__(self, file: str, home: str) -> None:
        self.documents = DocumentSet()
        self.left_out: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.unread_below = 0
        self._held = 0
        self._file = file
        self._home = home
        self._about_others = 0
        self._seen: dict[EntryDocument, set[str]] = defaultdict(set)

    @property
    def is_full(self) -> bool:
        return self._held > MOST_HELD

    def notices(self) -> Iterator[Notice]:
        if self.unread_below:
            yield Notice("", _("rows below {row} were not read").format(row=self.unread_below))
        yield from _about(self.left_out, self.unknown)

    def take(self, at: _Place, raw: Raw, state_iso3: str | None) -> None:
        known, names = states_concerned(raw)
        self.unknown.update(names)
        for iso3 in known:
            if state_iso3 and iso3 != state_iso3:
                continue
            if is_left_out(raw):
                self.left_out[_ANSWERS] += 1
            elif self._has_room(iso3):
                self._take(at, raw, document_of(raw, iso3))

    def _has_room(self, iso3: str) -> bool:
        if not self._home or iso3 == self._home:
            return True
        self._about_others += 1
        if self._about_others == MOST_ABOUT_OTHERS:
            dropped = self.documents.drop(lambda document: document.state_iso3 != self._home)
            self._seen = defaultdict(set, {d: s for d, s in self._seen.items() if d.state_iso3 == self._home})
            self.left_out[_OTHERS] += dropped
        if self._about_others < MOST_ABOUT_OTHERS:
            return True
        self.left_out[_OTHERS] += 1
        return False

    def _take(self, at: _Place, raw: Raw, document: EntryDocument) -> None:
        identifier = one_text(raw, Field.ID).strip()
        if identifier and identifier in self._seen[document]:
            self.left_out[_REPEATED] += 1
            return
        self._seen[document].add(identifier)
        record = _add(self.documents, raw, document, Place(self._file, at.where), at.counts_from_1904)
        if document.state_iso3 == self._home:
            self._held += _OF_AN_ENTRY + getsizeof(record.text)
            self._held += 0 if record.number else _OF_A_MADE_UP_NUMBER


def _add(
    documents: DocumentSet, raw: Raw, document: EntryDocument, place: Place, counts_from_1904: bool
) -> ParsedRecommendation:
    if document not in documents:
        documents.open(document, _review(document, place.file))
    order = documents.size(document) + 1
    entry = read_entry(raw, document.mechanism, place, order, counts_from_1904=counts_from_1904)
    cycle = entry.cycle or (cycle_of_session(entry.session) if entry.session else None)
    documents.complete(document, session=entry.session, cycle=cycle, dated_on=entry.published)
    documents.add(document, entry.record, entry.notices)
    return entry.record


def _review(document: EntryDocument, file: str) -> ParsedReview:
    return ParsedReview(
        source=SOURCE,
        file=file,
        title="",
        state_iso3=document.state_iso3,
        state_as_printed=state(document.state_iso3).short,
        cycle=None,
        session=None,
        document_symbol=document.symbol,
        addendum_symbol="",
        recommendations=(),
        warnings=(),
        missing_numbers=(),
        mechanism=document.mechanism,
        body=document.body,
    )


def _entries(path: Path) -> Iterator[tuple[_Place, Raw]]:
    if is_json(path):
        for number, entry in enumerate(json_objects(path), start=1):
            raw = {field: value for name, value in entry.items() if (field := _field(name))}
            yield _Place(_("entry {number}").format(number=number)), raw
        return
    header_found = False
    for sheet in open_tables(path, most_rows=_MOST_ROWS).sheets:
        found = _header(sheet)
        if found:
            header_found = True
            yield from _rows(sheet, *found)
    if not header_found:
        raise UserError(
            _(
                "'{file}' has not the columns of an export of the Universal Human Rights Index; export it "
                "again with all columns, or import it as a spreadsheet."
            ).format(file=path.name)
        )


def _rows(sheet: Sheet, header: int, columns: dict[Field, int]) -> Iterator[tuple[_Place, Raw]]:
    for row in sheet.rows:
        if row.number > header:
            raw: Raw = {field: row.values[at] for field, at in columns.items() if at < len(row.values)}
            yield _Place(place_of(sheet.name, row.number), sheet.counts_from_1904), raw


def _header(sheet: Sheet) -> tuple[int, dict[Field, int]] | None:
    """The number of the row of headers, and the column of each field."""
    for row in sheet.rows[:_ROWS_ABOVE_A_HEADER]:
        columns: dict[Field, int] = {}
        for at, value in enumerate(row.values):
            if field := field_named(text_of(value)):
                columns.setdefault(field, at)
        if columns.keys() >= NEEDED:
            return row.number, columns
    return None


_field = lru_cache(maxsize=500)(field_named)


def _about(left_out: Counter[str], unknown: Counter[str]) -> Iterator[Notice]:
    if count := left_out[_ANSWERS]:
        message = ngettext(
            "{count} entry without recommendation (an answer that is not indexed, or no text) was left out",
            "{count} entries without recommendation (answers that are not indexed, or no text) were left out",
            count,
        )
        yield Notice("", message.format(count=count))
    if count := left_out[_REPEATED]:
        message = ngettext(
            "{count} entry stands in the file more than once and was read once",
            "{count} entries stand in the file more than once and were read once",
            count,
        )
        yield Notice("", message.format(count=count))
    if count := left_out[_OTHERS]:
        message = ngettext(
            "{count} entry about another State was left out; an export of fewer entries keeps it for reference",
            "{count} entries about other States were left out; an export of fewer entries keeps them for reference",
            count,
        )
        yield Notice("", message.format(count=count))
    for name, count in unknown.most_common():
        message = ngettext(
            "{count} entry concerns '{name}', which is no State of the United Nations, and was left out",
            "{count} entries concern '{name}', which is no State of the United Nations, and were left out",
            count,
        )
        yield Notice("", message.format(count=count, name=name))


def _nothing(path: Path, state_iso3: str | None) -> UserError:
    if state_iso3:
        message = _("'{file}' holds nothing about {state}; check that it is the right export.")
        return UserError(message.format(file=path.name, state=state(state_iso3).short))
    return UserError(_("'{file}' holds no entry; check that the export is complete.").format(file=path.name))
