"""The four layouts of OHCHR's thematic list, recognised by the words of the header row in any order."""

import re
from dataclasses import dataclass
from enum import StrEnum

from uprtracker.importers.printed_text import one_line
from uprtracker.importers.recommendation_text import split_number
from uprtracker.importers.theme_label import has_letter_codes
from uprtracker.importers.word_table import TableRow, WordTable
from uprtracker.vocabulary.text import fold

_ROWS_ABOVE_A_HEADER = 5
_BANNER = re.compile(r"^(?:theme|right or area|right|area|topic)s?\s*:\s*", re.IGNORECASE)
_SOURCE = re.compile(r"\bsource of (?:the )?position\b", re.IGNORECASE)


class Role(StrEnum):
    """What a column holds."""

    RECOMMENDATION = "recommendation"
    STATES = "states"
    POSITION = "position"
    THEMES = "themes"
    SDGS = "sdgs"
    ASSESSMENT = "assessment"


# Tried in this order, because "Recommendation and recommending State" holds the words of two.
_HEADER_WORDS = (
    (Role.ASSESSMENT, r"\bassessment|\bcomment|\blevel of implementation"),
    (Role.SDGS, r"\bsdgs?\b|sustainable development goal"),
    (Role.POSITION, r"\bposition|\bresponse"),
    (Role.RECOMMENDATION, r"\brecommendations?\b"),
    (Role.STATES, r"\brecommending|\bstates?\b"),
    (Role.THEMES, r"\bthemes?\b|\brights?\b|\baffected persons?\b|\bgroups? of persons?\b"),
)
_NEEDED = {Role.RECOMMENDATION, Role.POSITION, Role.THEMES}


@dataclass(frozen=True)
class Layout:
    """Which cell of the header row has which role."""

    header: TableRow
    roles: dict[Role, int]

    def cell_of(self, row: TableRow, role: Role) -> int | None:
        """Which cell of a row is in the column of a role, by place in the row or, with merged cells, on the grid."""
        at = self.roles.get(role)
        if at is None or len(row.cells) == len(self.header.cells):
            return at
        column = self.header.cells[at].column
        on_grid = (i for i, c in enumerate(row.cells) if c.column <= column < c.column + c.width)
        return next(on_grid, None)

    def text(self, row: TableRow, role: Role) -> str:
        """A row's text in the column of a role."""
        at = self.cell_of(row, role)
        return "" if at is None else row.cells[at].text

    def is_header(self, row: TableRow) -> bool:
        """Whether a row repeats the header."""
        return [fold(cell.text) for cell in row.cells] == [fold(cell.text) for cell in self.header.cells]

    def banner(self, row: TableRow) -> str | None:
        """The heading that a row prints over the whole width, without `Theme:`; None for other rows."""
        texts = list(dict.fromkeys(text for cell in row.cells if (text := one_line(cell.text))))
        if len(texts) != 1 or not one_line(row.cells[0].text) or _SOURCE.search(texts[0]):
            return None
        if len(row.cells) > 1 and split_number(texts[0])[0] and not _merged_over(row):
            return None
        return _BANNER.sub("", texts[0])

    def scheme(self, tables: list[WordTable]) -> str:
        """The name of the list of themes: `OHCHR 2015` (numbered), `OHCHR 2019` (letters), `OHCHR 2020` or
        `OHCHR cycle 4`.

        The first three bear a year because lists of cycles 2 and 3 were printed with more than one of them.
        """
        if Role.STATES in self.roles:
            return "OHCHR 2015"
        if Role.SDGS in self.roles:
            return "OHCHR cycle 4"
        rows = (row for table in tables for row in table.rows)
        return (
            "OHCHR 2019" if any(has_letter_codes(self.text(r, Role.THEMES)) for r in rows) else "OHCHR 2020"
        )


def find_layout(table: WordTable) -> Layout | None:
    """The layout of a thematic list by the first row that holds its header words; None for other tables."""
    for row in table.rows[:_ROWS_ABOVE_A_HEADER]:
        roles = _roles(row)
        if set(roles) >= _NEEDED:
            return Layout(row, roles)
    return None


def continues(table: WordTable, layout: Layout) -> bool:
    """Whether a table without header goes on with a list that was cut in two."""
    return any(
        len(row.cells) == len(layout.header.cells) and split_number(layout.text(row, Role.RECOMMENDATION))[0]
        for row in table.rows
    )


def _roles(row: TableRow) -> dict[Role, int]:
    roles: dict[Role, int] = {}
    for at, cell in enumerate(row.cells):
        text = fold(cell.text)
        role = next((role for role, words in _HEADER_WORDS if re.search(words, text)), None)
        if role and role not in roles and len(text) < 100:
            roles[role] = at
    return roles


def _merged_over(row: TableRow) -> bool:
    return len(row.cells) > 1 and len({cell.text for cell in row.cells}) == 1
