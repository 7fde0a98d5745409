"""One row of a thematic list read into one record, with what is odd or in doubt about it."""

from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.clause import read_clauses
from uprtracker.importers.printed_text import lines, one_line
from uprtracker.importers.recommendation_text import read_recommendation_text
from uprtracker.importers.record import Notice, ParsedRecommendation, ParsedTheme, Place
from uprtracker.importers.states_column import with_states_column
from uprtracker.importers.thematic_list_layout import Layout, Role
from uprtracker.importers.theme_label import read_sdg_cell, read_theme_cell
from uprtracker.importers.word_table import TableRow
from uprtracker.vocabulary.position import Position, position_as_printed


@dataclass(frozen=True)
class ListRow:
    """A row with its place in the file and the banner above it; `order` counts recommendations from 1."""

    row: TableRow
    place: Place
    heading: str
    order: int


def read_row(at: ListRow, layout: Layout, scheme: str) -> tuple[ParsedRecommendation, list[Notice]]:
    """The record of a row; every doubt about it is among the notices too."""
    printed = read_recommendation_text(layout.text(at.row, Role.RECOMMENDATION))
    reading = with_states_column(read_clauses(printed.wording), layout.text(at.row, Role.STATES))
    position_word = one_line(layout.text(at.row, Role.POSITION))
    position = position_as_printed(position_word)
    text = "; ".join(clause.text for clause in reading.clauses if clause.text)
    doubts = [
        *([] if printed.number else [_("the row begins with no recommendation number")]),
        *([] if text else [_("the recommendation has no text")]),
        *reading.doubts,
        *([] if position is not Position.UNKNOWN else [_unknown_position(position_word)]),
    ]
    record = ParsedRecommendation(
        number=printed.number,
        part=printed.part,
        text=text,
        language="en",
        clauses=reading.clauses,
        position=position,
        position_as_printed=position_word,
        position_symbol=printed.symbol,
        position_paragraph=printed.paragraph,
        already_implemented=False,
        explanation=printed.remark,
        themes=_themes(at.row, layout, scheme),
        heading=at.heading,
        order=at.order,
        comment="\n".join(lines(layout.text(at.row, Role.ASSESSMENT))),
        in_doubt="; ".join(doubts),
        place=at.place,
    )
    return record, [Notice(at.place.where, message) for message in (*doubts, *reading.notices)]


def _themes(row: TableRow, layout: Layout, scheme: str) -> tuple[ParsedTheme, ...]:
    themes = read_theme_cell(layout.text(row, Role.THEMES), scheme)
    return tuple(dict.fromkeys((*themes, *read_sdg_cell(layout.text(row, Role.SDGS)))))


def _unknown_position(printed: str) -> str:
    if not printed:
        return _("the position is empty")
    return _("the position '{word}' is not known").format(word=printed)
