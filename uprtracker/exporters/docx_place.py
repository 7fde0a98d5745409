"""The places of a Word document to which contents and index lead: its sections, headings and sheets."""

from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.exporters import docx_style as styles
from uprtracker.exporters.document import Block, Contents, Cover, Document, Heading, Pair, Section, Sheet
from uprtracker.exporters.docx_xml import Element, Writing, clean, node, runs, twips

_INDENT = 14.0


@dataclass(frozen=True)
class Place:
    """A section (level 1), heading or sheet (from 2 on); `listed` says whether contents name it."""

    key: str
    level: int
    title: str
    listed: bool


class Places:
    """All places of one document, in its order; each has one bookmark."""

    def __init__(self, document: Document) -> None:
        self._places = tuple(place for section in document.sections for place in _places_of(section))
        self._numbers = {place.key: number for number, place in enumerate(self._places, start=1) if place.key}

    def marks(self, key: str) -> tuple[Element, ...]:
        """The bookmark of a place; none for an empty key."""
        if key not in self._numbers:
            return ()
        number = self._numbers[key]
        return (
            node("w:bookmarkStart", id=number, name=f"place_{number}"),
            node("w:bookmarkEnd", id=number),
        )

    def contents(self, depth: int) -> list[Place]:
        return [place for place in self._places if place.listed and place.level <= depth]

    def named(self, key: str) -> Place:
        """The place with a key; `ValueError` where the document has none."""
        if key not in self._numbers:
            raise ValueError(f"the document has no place {key!r}")
        return self._places[self._numbers[key] - 1]

    def entry(self, writing: Writing, place: Place) -> Element:
        """A line that leads to a place; one without a key is only named."""
        indent = (node("w:ind", left=twips(_INDENT * (place.level - 1))),)
        if place.key not in self._numbers:
            return writing.paragraph(place.title, styles.NORMAL, properties=indent)
        link = node("w:hyperlink", *runs(clean(place.title)), anchor=f"place_{self._numbers[place.key]}")
        return writing.paragraph("", styles.NORMAL, after=(link,), properties=indent)


def _places_of(section: Section) -> Iterator[Place]:
    unlisted = any(isinstance(block, Cover | Contents) for block in section.blocks)
    yield Place(section.key, 1, section.title, not unlisted)
    for block in section.blocks:
        yield from _places_in(block)


def _places_in(block: Block) -> Iterator[Place]:
    if isinstance(block, Heading):
        yield Place(block.key, block.level, block.text, True)
    elif isinstance(block, Sheet):
        yield Place(block.key, 2, block.number, True)
    elif isinstance(block, Pair):
        yield from _places_in(block.left)
        yield from _places_in(block.right)
