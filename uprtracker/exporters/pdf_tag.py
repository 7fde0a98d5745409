"""The structure of a PDF: which heading, paragraph, cell or picture each piece of a page belongs to (PDF 1.7, 14.7)."""

from collections.abc import Iterator, Mapping, Sequence

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
        self.kids: list[Tag | Link | int] = []
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


class Link:
    """The rectangle of a link on a page, by its name in the file and its number in the structure."""

    __slots__ = ("name", "number", "page", "tag")

    def __init__(self, name: str, number: int, page: int, tag: Tag) -> None:
        self.name, self.number, self.page, self.tag = name, number, page, tag


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
        self._marked: list[list[Tag]] = []
        self._links: list[Link] = []
        self._page = 0

    def begin(self, pages: int) -> None:
        """Before the first of so many pages is drawn."""
        self._marked = [[] for _page in range(pages)]

    def next_page(self) -> None:
        self._page += 1

    def mark(self, tag: Tag) -> int:
        """A new piece of an element on the page being drawn; its number there."""
        marked = self._marked[self._page]
        if tag.number == 0:
            self.place(tag)
        tag.kids.append(self._page * _MARKS_PER_PAGE + len(marked))
        marked.append(tag)
        return len(marked) - 1

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

    def objects(self, first: int, pages: Sequence[int], links: Mapping[str, int]) -> Iterator[str]:
        """The objects of the structure, numbered from `first` on, of which the first is the root of the tree.

        `pages` and `links` are the numbers of the objects of pages and, by name, of links.
        """
        tags = list(self._in_order())
        for number, tag in enumerate(tags, start=first + 1):
            tag.number = number
        after = first + 1 + len(tags)
        arrays = " ".join(f"{page} {after + page} 0 R" for page in range(len(self._marked)))
        singles = " ".join(f"{link.number} {link.tag.number} 0 R" for link in self._links)
        following = len(self._marked) + len(self._links)
        yield (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTreeNextKey {following}"
            f"/ParentTree<</Nums[{arrays} {singles}]>>>>"
        )
        for tag in tags:
            parent = tag.parent.number if tag.parent else first
            kids = tag.kids
            if len(kids) == 1 and type(kids[0]) is int:
                # most elements are cells of one piece
                page, piece = divmod(kids[0], _MARKS_PER_PAGE)
                held = f"/Pg {pages[page]} 0 R/K {piece}"
            else:
                held = _kids(tag, pages, links)
            said = f"/ActualText{_text(tag.words)}" if tag.words else ""
            yield f"<</S/{tag.kind}/P {parent} 0 R{tag.attributes}{said}{held}>>"
        for marked in self._marked:
            yield f"[{' '.join(f'{tag.number} 0 R' for tag in marked)}]"

    def _in_order(self) -> Iterator[Tag]:
        waiting = [self.root]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += [kid for kid in reversed(tag.kids) if isinstance(kid, Tag)]


def _kids(tag: Tag, pages: Sequence[int], links: Mapping[str, int]) -> str:
    """What an element holds. Pieces on the page of its first piece are numbers, those on others say on which."""
    first = next((kid for kid in tag.kids if isinstance(kid, int)), None)
    home = -1 if first is None else first // _MARKS_PER_PAGE
    found = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            found.append(f"{kid.number} 0 R")
        elif isinstance(kid, Link):
            found.append(f"<</Type/OBJR/Obj {links[kid.name]} 0 R/Pg {pages[kid.page]} 0 R>>")
        elif kid // _MARKS_PER_PAGE == home:
            found.append(str(kid % _MARKS_PER_PAGE))
        else:
            page = pages[kid // _MARKS_PER_PAGE]
            found.append(f"<</Type/MCR/Pg {page} 0 R/MCID {kid % _MARKS_PER_PAGE}>>")
    on = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    if len(found) == 1:
        return f"{on}/K {found[0]}"
    return f"{on}/K[{' '.join(found)}]" if found else ""
