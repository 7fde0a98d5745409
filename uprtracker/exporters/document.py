"""The format-neutral document that every renderer prints: sections of blocks. No format, no query, no rule of the field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from uprtracker.exporters.bidi import has_right_to_left
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.listing import listed_apart


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
        """The supporting ones in brackets; on a line of their own where they are read from the other side."""
        if not self.supporting:
            return self.lead
        others = listed_apart(self.supporting)
        between = "\n" if has_right_to_left(self.lead) != has_right_to_left(others) else " "
        return f"{self.lead}{between}({others})".strip()


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
    """A heading inside a section; level 2 or 3; bookmarked. `note` stands at the end of its line.

    `key` is the name under which contents and index find it; one key names one place of a document.
    """

    level: int
    text: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Prose:
    """Running text. An empty line begins a new paragraph; a single line end is kept as it is."""

    text: str


@dataclass(frozen=True)
class Quotation:
    """The text of a paragraph of an instrument, with its label."""

    label: str
    text: str


@dataclass(frozen=True)
class Facts:
    """Small labelled facts below one another: (label, text), such as a day and what happened on it."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class Field:
    """A labelled text of a sheet, with dated or named facts below it: (label, text).

    `note` stands at the end of the label's line, such as a count of words. `spoken` is what is read out in the room:
    it is set larger, beside a rule. Texts break into paragraphs as in `Prose`.
    """

    label: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    spoken: bool = False


@dataclass(frozen=True)
class Sheet:
    """All about one recommendation or cluster, kept on one page where it fits: its number, text and States, its
    position as a word, its status as shape and word, and labelled fields. Bookmarked under `number`; `key` as in
    `Heading`. What is empty is left out.
    """

    number: str
    text: str
    states: str = ""
    position: str = ""
    status: StatusValue | None = None
    fields: tuple[Field, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Cover:
    """The first page: a line above the title, the title, lines below it, and a caveat in a box at the foot.

    Stands alone in its section, whose title is then only its bookmark.
    """

    title: str
    lines: tuple[str, ...] = ()
    above: str = ""
    caveat: str = ""


@dataclass(frozen=True)
class Contents:
    """A linked list of the sections and their headings with page numbers, down to level `depth` (1: sections only).

    The cover and the section in which it stands are left out. A format without pages prints the titles.
    """

    depth: int = 2


@dataclass(frozen=True)
class IndexEntry:
    """A term and the keys of the sections, headings and sheets in which it occurs."""

    term: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """Terms in the order given with the linked numbers of the pages of their targets, each page once, in columns.

    A target that the document does not have is an error of whoever made the document (`ValueError`).
    """

    entries: tuple[IndexEntry, ...]
    title: str = ""
    note: str = ""
    columns: int = 2


Block = (
    Table
    | KeyFigures
    | StatusBar
    | StatusBars
    | BriefList
    | Pair
    | Heading
    | Prose
    | Quotation
    | Facts
    | Sheet
    | Cover
    | Contents
    | Index
)


@dataclass(frozen=True)
class Section:
    """A part with its own bookmark, page and sheet.

    `key` names it for contents and index. `tab` is a short word at the edge of its pages, `restricted` a mark in the head
    of each of them: shape and word.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    tab: str = ""
    restricted: bool = False


@dataclass(frozen=True)
class Document:
    """A whole report. `meta` are the lines under the title; `caveat` stands at the foot of every page.

    `subject` says in a few words whose report it is and of when, for running heads and the file's properties.
    `page` is how its pages lie; `body` the size of running text in points: with 9.5 tables are set in 8, from 11 on
    nothing is smaller than the body.
    """

    title: str
    meta: str
    caveat: str
    language: str
    produced_on: date
    sections: tuple[Section, ...] = field(default_factory=tuple)
    subject: str = ""
    page: Literal["landscape", "portrait"] = "landscape"
    body: float = 9.5
