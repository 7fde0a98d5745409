"""Which document a row of somebody's own table is taken from, as far as the table says it."""

from dataclasses import dataclass

from uprtracker.importers.column_field import Field
from uprtracker.importers.mapped_row import MappedRow
from uprtracker.importers.mechanism import OTHER, UPR, mechanism_of
from uprtracker.importers.recommendation_text import split_source
from uprtracker.importers.review_label import cycle_in, session_in
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.state import find_state


@dataclass(frozen=True)
class RowDocument:
    """A document as a row names it; empty and None for what it does not say. `addendum` gave the position."""

    mechanism: str
    body: str
    symbol: str
    state_iso3: str
    cycle: int | None
    session: int | None


def document_of(row: MappedRow) -> RowDocument:
    """Where the table says nothing of a mechanism, its rows are of the UPR."""
    body = row.text(Field.BODY)
    printed = row.text(Field.SYMBOL)
    mechanism = _mechanism(row, body, printed)
    state = find_state(row.text(Field.STATE))
    iso3 = state.iso3 if state else ""
    if mechanism != UPR:
        return RowDocument(mechanism, body or row.text(Field.MECHANISM), printed, iso3, None, None)
    session = session_in(row.text(Field.SESSION))
    cycle = cycle_in(row.text(Field.CYCLE)) or (cycle_of_session(session) if session else None)
    symbol = split_source(printed)[0].partition("/Add.")[0]
    return RowDocument(UPR, "", symbol, iso3, cycle, session)


def _mechanism(row: MappedRow, body: str, symbol: str) -> str:
    printed = row.text(Field.MECHANISM)
    if printed and (found := mechanism_of(printed)) != OTHER:
        return found
    if body or printed:
        return mechanism_of(body or printed, symbol)
    return UPR
