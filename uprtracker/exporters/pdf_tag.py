"""The structure of a PDF: which heading, paragraph, cell or picture each piece of a page belongs to (PDF 1.7, 14.7)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

_MARKS_PER_PAGE = 1 << 20
"""A mark is kept as one number, page * this + its number on the page: a long table has many."""

COLUMN_SCOPE = "/A<</O/Table/Scope/Column>>"
ROW_SCOPE = "/A<</O/Table/Scope/Row>>"


class Tag:
    """An element of the structure, such as `H1`, `P`, `TD` or `Figure`. It is part of the file once something of it, or
    under it, is drawn; elements stand in the order in which they are drawn.

    What is `once` is read once and drawn again, as a table's titles are on its next page.
    """

    __slots__ = ("attributes", "kids", "kind", "number", "once", "parent", "words")

    def __init__(self, kind: str, parent: "Tag | None", attributes: str = "", once: bool = False) -> None:
        self.kind = kind
        self.parent = parent
        self.attributes = attributes
        self.once = once
        self.kids: list[Kid] = []
        self.number = 0
        self.words = ""

    def say(self, words: str) -> None:
        """Words of a piece in the order in which they are read, for one that has Arabic, whose glyphs stand in the order of
        the page. An element that began without is left as it is: its words would hide that beginning."""
        if self.kind != "Figure" and (self.words or len(self.kids) == 1):
            self.words = f"{self.words} {words}".strip()

    @property
    def is_read(self) -> bool:
        """Whether it has been drawn already and is not to be read again."""
        return self.once and bool(self.kids)


class RowTag(Tag):
    """A row of a table with its cells, of which a long table has too many for an element each: `cells` are their kinds with
    their attributes. Where the row is divided between pages, its cells have a piece on each."""

    __slots__ = ("cells", "said")

    def __init__(self, parent: Tag, cells: Sequence[tuple[str, str]]) -> None:
        super().__init__("TR", parent)
        self.cells = cells
        self.said: dict[int, str] = {}

    def say_in(self, cell: int, words: str) -> None:
        """Like `say`, for the piece of a cell that was marked last."""
        earlier = self.kids[:-1]
        if cell in self.said or not any(isinstance(kid, Marks) and cell in kid.filled for kid in earlier):
            self.said[cell] = f"{self.said.get(cell, '')} {words}".strip()


class Marks(NamedTuple):
    """The pieces of those cells of a row that are `filled`, one mark after the other from `first` on."""

    page: int
    first: int
    filled: tuple[int, ...]


class Link:
    """The rectangle of a link on a page, by its name in the file and its number in the structure."""

    __slots__ = ("name", "number", "page", "tag")

    def __init__(self, name: str, number: int, page: int, tag: Tag) -> None:
        self.name, self.number, self.page, self.tag = name, number, page, tag


Kid = Tag | Link | Marks | int


def heading(level: int, parent: Tag) -> Tag:
    """A heading, of level 1 for a section."""
    return Tag(f"H{min(level, 6)}", parent, once=True)


def _text(words: str) -> str:
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def figure(parent: Tag, words: str) -> Tag:
    """A picture with the words that stand for it."""
    return Tag("Figure", parent, f"/Alt{_text(words)}")


class Structure:
    """All elements of one document, while its pages are drawn in order, and their objects afterwards."""

    def __init__(self) -> None:
        self.root = Tag("Document", None)
        self._marked: list[list[Tag | tuple[RowTag, tuple[int, ...]]]] = []
        self._marks = 0
        self._links: list[Link] = []
        self._elements = 0
        self._page = 0

    def begin(self, pages: int) -> None:
        """Before the first of so many pages is drawn."""
        self._marked = [[] for _page in range(pages)]

    def next_page(self) -> None:
        self._page += 1
        self._marks = 0

    def mark(self, tag: Tag) -> int:
        """A new piece of an element on the page being drawn; its number there."""
        if tag.number == 0:
            self.place(tag)
        mark = self._marks
        tag.kids.append(self._page * _MARKS_PER_PAGE + mark)
        self._marked[self._page].append(tag)
        self._marks += 1
        return mark

    def mark_cells(self, row: RowTag, filled: tuple[int, ...]) -> int:
        """New pieces of those cells of a row that are filled; the number of the first."""
        if row.number == 0:
            self.place(row)
        first = self._marks
        row.kids.append(Marks(self._page, first, filled))
        self._marked[self._page].append((row, filled))
        self._marks += len(filled)
        return first

    def link(self, name: str, tag: Tag) -> int:
        """A link of the page being drawn; its number in the structure."""
        link = Link(name, len(self._marked) + len(self._links), self._page, tag)
        self.place(tag)
        tag.kids.append(link)
        self._links.append(link)
        return link.number

    def place(self, tag: Tag) -> None:
        """Make an element, and those above it, part of the file."""
        while tag.number == 0 and tag.parent is not None:
            tag.number = -1
            tag.parent.kids.append(tag)
            tag = tag.parent

    def number(self, first: int) -> int:
        """Number all elements; how many objects there are, the root of the tree being number `first`."""
        number = first + 1
        for tag in self._in_order():
            tag.number = number
            number += 1 + len(tag.cells) if isinstance(tag, RowTag) else 1
        self._elements = number - first - 1
        return 1 + self._elements + len(self._marked)

    def objects(self, first: int, pages: Sequence[int], links: Mapping[str, int]) -> Iterator[str]:
        """The objects of the structure in the order of their numbers.

        `pages` and `links` are the numbers of the objects of pages and, by name, of links.
        """
        after = first + 1 + self._elements
        arrays = " ".join(f"{page} {after + page} 0 R" for page in range(len(self._marked)))
        singles = " ".join(f"{link.number} {link.tag.number} 0 R" for link in self._links)
        following = len(self._marked) + len(self._links)
        yield (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTreeNextKey {following}"
            f"/ParentTree<</Nums[{arrays} {singles}]>>>>"
        )
        for tag in self._in_order():
            if isinstance(tag, RowTag):
                yield from _row_objects(tag, pages)
                continue
            parent = tag.parent.number if tag.parent else first
            said = f"/ActualText{_text(tag.words)}" if tag.words else ""
            held = _kids(tag.kids, pages, links)
            yield f"<</S/{tag.kind}/P {parent} 0 R{tag.attributes}{said}{held}>>"
        for marked in self._marked:
            yield _references(chain.from_iterable(map(_numbers, marked)))

    def _in_order(self) -> Iterator[Tag]:
        waiting = [self.root]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += [kid for kid in reversed(tag.kids) if isinstance(kid, Tag)]


def _numbers(marked: Tag | tuple[RowTag, tuple[int, ...]]) -> Sequence[int]:
    """The numbers of the elements of neighbouring marks of a page."""
    if isinstance(marked, Tag):
        return (marked.number,)
    row, filled = marked
    before = row.number + 1
    return [before + cell for cell in filled]


def _references(numbers: Iterable[int]) -> str:
    found = " 0 R ".join(map(str, numbers))
    return f"[{found} 0 R]" if found else "[]"


def _row_objects(row: RowTag, pages: Sequence[int]) -> Iterator[str]:
    """The objects of a row and of its cells."""
    number = row.number
    parent = row.parent.number if row.parent else 0
    yield f"<</S/TR/P {parent} 0 R/K{_references(range(number + 1, number + 1 + len(row.cells)))}>>"
    held = _held_by_cells(row, pages)
    for cell, words in row.said.items():
        held[cell] = f"/ActualText{_text(words)}{held[cell]}"
    for (kind, attributes), content in zip(row.cells, held, strict=True):
        yield f"<</S/{kind}/P {number} 0 R{attributes}{content}>>"


def _held_by_cells(row: RowTag, pages: Sequence[int]) -> list[str]:
    pieces = [kid for kid in row.kids if isinstance(kid, Marks)]
    held = [""] * len(row.cells)
    if len(pieces) == 1:
        page, first, filled = pieces[0]
        on = f"/Pg {pages[page]} 0 R/K"
        for mark, cell in enumerate(filled, start=first):
            held[cell] = f"{on} {mark}"
        return held
    kids: list[list[Kid]] = [[] for _cell in row.cells]
    for page, first, filled in pieces:
        for mark, cell in enumerate(filled, start=page * _MARKS_PER_PAGE + first):
            kids[cell].append(mark)
    return [_kids(of_cell, pages, {}) for of_cell in kids]


def _kids(kids: Sequence[Kid], pages: Sequence[int], links: Mapping[str, int]) -> str:
    """What an element holds. Pieces on the page of its first piece are numbers, those on others say on which."""
    first = next((kid for kid in kids if isinstance(kid, int)), None)
    home = -1 if first is None else first // _MARKS_PER_PAGE
    found = []
    for kid in kids:
        if isinstance(kid, Tag):
            found.append(f"{kid.number} 0 R")
        elif isinstance(kid, Link):
            found.append(f"<</Type/OBJR/Obj {links[kid.name]} 0 R/Pg {pages[kid.page]} 0 R>>")
        elif isinstance(kid, Marks):
            continue
        elif kid // _MARKS_PER_PAGE == home:
            found.append(str(kid % _MARKS_PER_PAGE))
        else:
            page = pages[kid // _MARKS_PER_PAGE]
            found.append(f"<</Type/MCR/Pg {page} 0 R/MCID {kid % _MARKS_PER_PAGE}>>")
    on = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    if len(found) == 1:
        return f"{on}/K {found[0]}"
    return f"{on}/K[{' '.join(found)}]" if found else ""
