"""The blocks that only pages need, as headings and prose for a format that has no cards, covers and page numbers."""

from collections.abc import Iterable, Iterator

from uprtracker.exporters.document import Block, Contents, Cover, Facts, Field, Heading, Index, Prose, Sheet
from uprtracker.vocabulary.status import bucket_label


def plain(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks in order. A sheet is a heading with its texts, a fact a line; covers, contents and indexes, which
    say nothing that the rest does not, are left out."""
    return tuple(part for block in blocks for part in _plain(block))


def _plain(block: Block) -> Iterator[Block]:
    match block:
        case Cover() | Contents() | Index():
            return
        case Facts():
            if block.title:
                yield Heading(3, block.title, block.note)
            yield from _lines(block.rows)
        case Sheet():
            yield from _sheet(block)
        case _:
            yield block


def _sheet(sheet: Sheet) -> Iterator[Block]:
    status = bucket_label(sheet.status.bucket) if sheet.status else ""
    draft = sheet.status.draft if sheet.status else ""
    yield Heading(3, sheet.number, " · ".join(part for part in (sheet.position, status, draft) if part))
    for text in (sheet.text, sheet.states):
        if text:
            yield Prose(text)
    for shown in sheet.fields:
        yield from _field(shown)


def _field(shown: Field) -> Iterator[Block]:
    yield from _lines(((shown.label, shown.text),) if shown.text else ())
    yield from _lines(
        (f"{shown.label} · {label}" if label else shown.label, text) for label, text in shown.facts
    )


def _lines(rows: Iterable[tuple[str, str]]) -> Iterator[Block]:
    for label, text in rows:
        yield Prose(f"{label}  {text}".strip())
