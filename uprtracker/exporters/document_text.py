"""The texts of a document with their places: which characters no bundled font has, and what to print in their stead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from uprtracker.exporters.document import Block, Document, Heading, Involved, Pair, Section, Sheet, Table
from uprtracker.vocabulary import font

T = TypeVar("T")


@dataclass(frozen=True)
class MissingCharacter:
    """A character that would print as its code point in brackets, `[U+1F600]`, and where it first stands in words:
    section, heading, number of the recommendation, column."""

    character: str
    place: str


def missing_characters(document: Document) -> list[MissingCharacter]:
    """The characters of a document that no bundled font has, each once, in reading order."""
    found: dict[str, MissingCharacter] = {}
    for place, text in _texts(document):
        if text.isascii():
            continue
        for character in font.missing_characters(text):
            found.setdefault(character, MissingCharacter(character, place))
    return list(found.values())


def replaced(document: Document, instead: Mapping[str, str]) -> Document:
    """The document with some characters replaced by texts, which may be empty, wherever they stand."""
    table = str.maketrans(dict(instead))
    return _replaced(document, table) if instead else document


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that is printed, with the words for its place."""
    for text in (document.title, document.subject, document.meta, document.caveat):
        yield document.title, text
    for section in document.sections:
        yield from _section_texts(section)


def _section_texts(section: Section) -> Iterator[tuple[str, str]]:
    yield section.title, section.title
    yield section.title, section.tab
    heading = ""
    for block in section.blocks:
        if isinstance(block, Heading):
            heading = block.text
        for where, text in _block_texts(block):
            yield " · ".join(part for part in (section.title, heading, where) if part), text


def _block_texts(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Table():
            yield from _table_texts(block)
        case Pair():
            yield from _block_texts(block.left)
            yield from _block_texts(block.right)
        case Sheet():
            for text in _strings(block):
                yield block.number, text
        case _:
            title = getattr(block, "title", "")
            for text in _strings(block):
                yield title, text


def _table_texts(table: Table) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        yield "", column.title
    yield "", table.empty
    for group in table.groups:
        yield group.heading, group.heading
        for row in group.rows:
            name = str(row[0] or "") if table.columns[0].kind == "number" else ""
            for column, cell in zip(table.columns, row, strict=True):
                for text in _strings(cell):
                    yield " · ".join(part for part in (name, column.title) if part), text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Involved):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name))


def _replaced(value: T, table: dict[int, str]) -> T:
    """Any part of a document with its texts replaced; a part without any is kept as it is."""
    if isinstance(value, str):
        return cast(T, value.translate(table))
    if isinstance(value, tuple):
        return cast(T, tuple(_replaced(part, table) for part in value))
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        changed = {name: _replaced(part, table) for name, part in found.items()}
        return cast(T, replace(value, **changed))
    return value
