"""A column of recommending States beside a text that names them in brackets too."""

from uprtracker.i18n import _
from uprtracker.importers.clause import ClauseReading, names_as_printed
from uprtracker.importers.printed_text import lines, one_line
from uprtracker.importers.record import ParsedClause
from uprtracker.vocabulary.state import State, states_in


def with_states_column(reading: ClauseReading, column: str) -> ClauseReading:
    """A column of recommending States decides; the brackets tell which State made which clause."""
    if not one_line(column):
        return reading
    states = states_in(column)
    if states is None:
        unknown = [line for line in lines(column) if states_in(line) is None]
        doubt = _("no State is known as '{name}'").format(name=", ".join(unknown))
        return ClauseReading(reading.clauses, (*reading.doubts, doubt), reading.notices)
    bracketed = {iso3 for clause in reading.clauses for iso3 in clause.states}
    if bracketed == {state.iso3 for state in states} and not reading.doubts:
        return reading
    notices = reading.notices
    if bracketed:
        notices += (_("the States in brackets differ from those in the column, which were taken"),)
    text = "; ".join(clause.text for clause in reading.clauses if clause.text)
    return ClauseReading((_whole(text, states, column),), (), notices)


def _whole(text: str, states: list[State], column: str) -> ParsedClause:
    names = names_as_printed(one_line(column.replace("\n", "; ")), tuple(states))
    return ParsedClause(text, tuple(state.iso3 for state in states), names)
