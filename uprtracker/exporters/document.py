"""The format-neutral document that every renderer prints: sections of blocks. No format, no query, no rule of the field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from uprtracker.vocabulary.figures import StatusCount


@dataclass(frozen=True)
class StatusValue:
    """A status in a cell: shape and word. `draft` says that the latest entry beside it is not validated."""

    bucket: str
    draft: str = ""


@dataclass(frozen=True)
class Involved:
    """The lead ministry with the supporting ones: one cell on paper (`str`), two columns in a workbook."""

    lead: str
    supporting: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.lead} ({'; '.join(self.supporting)})".strip() if self.supporting else self.lead


Cell = str | int | date | StatusValue | Involved | None


@dataclass(frozen=True)
class Column:
    """A column of a table. `share` is its part of the width; `kind`: `number` (recommendation number, text),
    `text`, `status`, `date` or `count`."""

    key: str
    title: str
    share: float
    kind: str = "text"


@dataclass(frozen=True)
class RowGroup:
    """Rows under one banner (a theme, a ministry); an empty heading prints none."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table of groups of rows; `empty` stands in place of one without rows.

    `group_title` says what the banners are, for a format that prints them as a column; `total` is a last row
    that sums up.
    """

    key: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    empty: str = ""
    group_title: str = ""
    total: tuple[Cell, ...] | None = None

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        for group in self.groups:
            yield from group.rows


@dataclass(frozen=True)
class KeyFigures:
    """Large figures side by side: (figure, what it counts)."""

    figures: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class StatusBar:
    """One bar of all statuses with its legend and figures."""

    title: str
    note: str
    count: StatusCount


@dataclass(frozen=True)
class StatusBars:
    """One bar per name, drawn to one scale, with the total at the end; the table of the same figures is printed elsewhere."""

    title: str
    note: str
    bars: tuple[tuple[str, StatusCount], ...]
    footnote: str = ""


@dataclass(frozen=True)
class BriefList:
    """A short list: number, words, who."""

    title: str
    note: str
    rows: tuple[tuple[str, str, str], ...]
    empty: str = ""


@dataclass(frozen=True)
class Pair:
    """Two blocks side by side."""

    left: "Block"
    right: "Block"


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; level 2 or 3; bookmarked. `note` stands at the end of its line."""

    level: int
    text: str
    note: str = ""


@dataclass(frozen=True)
class Prose:
    text: str


@dataclass(frozen=True)
class Quotation:
    """The text of a paragraph of an instrument, with its label."""

    label: str
    text: str


Block = Table | KeyFigures | StatusBar | StatusBars | BriefList | Pair | Heading | Prose | Quotation


@dataclass(frozen=True)
class Section:
    """A part with its own bookmark, page and sheet."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A whole report. `meta` are the lines under the title; `caveat` stands at the foot of every page.

    `subject` says in a few words whose report it is and of when, for running heads and the file's properties.
    """

    title: str
    meta: str
    caveat: str
    language: str
    produced_on: date
    sections: tuple[Section, ...] = field(default_factory=tuple)
    subject: str = ""
