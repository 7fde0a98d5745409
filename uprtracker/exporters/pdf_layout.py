"""The sections of a document set on pages: roomy where there is space, page numbers found by setting once more."""

from collections.abc import Iterator, Mapping, Sequence

from uprtracker.exporters.document import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    Index,
    Pair,
    Section,
    Sheet,
    Table,
)
from uprtracker.exporters.pdf_block import block_strips
from uprtracker.exporters.pdf_cover import restricted_mark
from uprtracker.exporters.pdf_flow import Page, Paginator, Strip
from uprtracker.exporters.pdf_frame import Entry, Frame, shared_widths
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_style import MARGIN, Density, PageSize, Type
from uprtracker.exporters.pdf_tag import Tag
from uprtracker.exporters.pdf_text import Ruler

_LONG = 60
"""Rows from which on a section is not laid out twice to save its last page."""

_MOST_ROUNDS = 6


def title_with_subject(document: Document) -> str:
    return " · ".join(filter(None, (document.title, document.subject)))


class Layout:
    """Sets the sections of a document, each from a new page on, in a frame whose lower edge is at `bottom`."""

    def __init__(
        self, document: Document, ruler: Ruler, size: PageSize, styles: Type, bottom: float, root: Tag
    ) -> None:
        self._document = document
        self._ruler = ruler
        self._width, self._type = size.frame, styles
        self._top, self._bottom = size.height - MARGIN, bottom
        self._root = root
        self._entries = tuple(_entries(document))
        self._set_once: dict[str, list[Strip]] = {}

    def pages(self) -> list[Page]:
        """The pages; `ValueError` where an index leads to nothing.

        Contents and index need the numbers of pages, on which their own length may depend: all is placed again until the
        numbers stay the same, but only the sections that print them are set again.
        """
        pages = self._placed({})
        if not any(_prints_numbers(section) for section in self._document.sections):
            return pages
        numbers = _numbers(pages)
        self._check_targets(numbers)
        for _round in range(_MOST_ROUNDS):
            pages = self._placed(numbers)
            found = _numbers(pages)
            if found == numbers:
                break
            numbers = found
        return pages

    def _placed(self, numbers: Mapping[str, int]) -> list[Page]:
        paginator = Paginator(self._top, self._bottom)
        for section in self._document.sections:
            running = self._running(section)
            first = len(paginator.pages)
            paginator.section(self._strips(section, running, numbers), running)
            for page in paginator.pages[first:]:
                page.tab = section.tab
        return paginator.pages

    def _running(self, section: Section) -> list[Strip]:
        headings = HeadingMaker(self._ruler, self._width, self._type, self._root)
        running = headings.running(section.title, title_with_subject(self._document))
        return (
            [restricted_mark(self._ruler, self._width, self._type), running]
            if section.restricted
            else [running]
        )

    def _strips(self, section: Section, running: Sequence[Strip], numbers: Mapping[str, int]) -> list[Strip]:
        if _prints_numbers(section):
            return self._best_set(section, running, numbers)
        if section.key not in self._set_once:
            self._set_once[section.key] = self._best_set(section, running, numbers)
        return self._set_once[section.key]

    def _best_set(
        self, section: Section, running: Sequence[Strip], numbers: Mapping[str, int]
    ) -> list[Strip]:
        """A section is set as roomy as it can be without needing another page; a long one is always set roomy."""
        tables = [block for block in section.blocks if isinstance(block, Table)]
        densities = self._type.tables if tables else self._type.figures
        long = sum(1 for table in tables for _row in table.rows()) > _LONG
        if long or any(isinstance(block, Sheet | Index) for block in section.blocks):
            densities = densities[:1]
        settings = [self._set(section, density, numbers) for density in densities]
        trial = Paginator(self._top, self._bottom)
        return min(settings, key=lambda strips: trial.pages_needed(strips, running))

    def _set(self, section: Section, density: Density, numbers: Mapping[str, int]) -> list[Strip]:
        """A section under its title; the first one under the title of the document and the lines below that."""
        tag = Tag("Sect", self._root)
        strips = self._title(section, density, tag)
        frame = Frame(
            self._ruler,
            self._width,
            self._top - self._bottom,
            self._type,
            density,
            tag,
            shared_widths(section.blocks, self._width, self._ruler, self._type),
            entries=tuple(entry for entry in self._entries if entry.key != section.key),
            pages=numbers,
        )
        for i, block in enumerate(section.blocks):
            found = block_strips(block, frame)
            if isinstance(block, Heading) and found:
                found[0].keys = (*found[0].keys, _place(section, i))
            strips += found
            frame = frame.after(block)
        if strips:
            strips[0].keys = (section.key, *strips[0].keys)
        return strips

    def _title(self, section: Section, density: Density, tag: Tag) -> list[Strip]:
        mark: list[Strip] = []
        if section.restricted:
            mark = [restricted_mark(self._ruler, self._width, self._type, Tag("P", tag))]
        if _is_cover(section):
            return mark
        headings = HeadingMaker(self._ruler, self._width, self._type, tag)
        if section is not self._document.sections[0]:
            return [*mark, headings.section(section.title)]
        style = density.words.secondary()
        meta = self._ruler.wrap(self._document.meta, style, self._width)
        lines = TextStrip(meta, style, self._width, Tag("P", tag))
        return [*mark, headings.section(self._document.title), lines]

    def _check_targets(self, numbers: Mapping[str, int]) -> None:
        wanted = {
            key
            for index in _of_kind(self._document, Index)
            for entry in index.entries
            for key in entry.targets
        }
        if lost := sorted(wanted - numbers.keys()):
            raise ValueError(f"the index leads to what the document does not have: {', '.join(lost)}")


def _entries(document: Document) -> Iterator[Entry]:
    for section in document.sections:
        if _is_cover(section):
            continue
        yield Entry(1, section.title, section.key)
        for i, block in enumerate(section.blocks):
            if isinstance(block, Heading):
                yield Entry(block.level, block.text, _place(section, i))


def _place(section: Section, position: int) -> str:
    """The name of the place of a block; no key of the document has it."""
    return f"{section.key}\n{position}"


def _is_cover(section: Section) -> bool:
    return any(isinstance(block, Cover) for block in section.blocks)


def _blocks(section: Section) -> Iterator[Block]:
    for block in section.blocks:
        yield from (block.left, block.right) if isinstance(block, Pair) else (block,)


def _prints_numbers(section: Section) -> bool:
    return any(isinstance(block, Contents | Index) for block in _blocks(section))


def _of_kind(document: Document, kind: type[Index]) -> Iterator[Index]:
    for section in document.sections:
        yield from (block for block in _blocks(section) if isinstance(block, kind))


def _numbers(pages: Sequence[Page]) -> dict[str, int]:
    """The number of the first page on which each key stands."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for key, _top in page.anchors():
            numbers.setdefault(key, number)
    return numbers
