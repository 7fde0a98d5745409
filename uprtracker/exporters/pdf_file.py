"""The bytes of a PDF: the objects that reportlab keeps and those of the structure, small ones compressed together.

reportlab writes every object by itself, which makes the structure of a long table larger than its pages; PDF 1.5 has
streams of objects for that (PDF 1.7, 7.5.7 and 7.5.8).
"""

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.pdf_shaping import read_as
from uprtracker.exporters.pdf_tag import Structure

_TOGETHER = 400
"""Objects in one stream: enough to compress well, few enough to find one quickly."""

_EFFORT = 4
"""Of zlib: less makes larger files, more takes longer for almost nothing."""

_place = Struct(">BIH").pack
"""A row of the table of objects: by itself at a byte (1), or in a stream at a position (2)."""

_ROW = 7

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class _Written(pdfdoc.PDFObject):
    """An object of which the bytes are known."""

    def __init__(self, written: bytes) -> None:
        self._written = written

    def format(self, _document: Any) -> bytes:
        return self._written


class PageFile:
    """Takes the pages of a canvas in reportlab's place, which formats each with resources of its own, and compresses them at
    once: the pages of a long table take more memory than its data."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._document: Any = canvas._doc  # type: ignore[attr-defined] # the stubs leave out what it is made of
        self._resources: Any = pdfdoc.PDFResourceDictionary()
        self._resources.basicFonts()
        self._stamps: list[str] = []
        self._links: list[str] = []
        width, height = canvas._pagesize  # type: ignore[attr-defined] # as above
        self._same = (
            f"<</Type/Page/Parent {self._reference(self._document.Pages)}/MediaBox[0 0 {width:.4f} {height:.4f}]"
            f"/Resources {self._reference(self._resources)}/Tabs/S"
        )

    def add_stamp(self, name: str) -> None:
        """Let all pages draw this form."""
        self._stamps.append(name)
        self._resources.XObject = self._document.xobjDict(self._stamps)

    def add_link(self, name: str, link: pdfdoc.PDFObject) -> None:
        """Put a link on the page that is added next."""
        self._document.addAnnotation(name, link)
        self._links.append(self._reference(self._document.refAnnotation(name)))

    def add_page(self, operators: Sequence[str]) -> None:
        contents = _Written(_stream("", "\n".join(operators).encode("latin-1")))
        links = f"/Annots[{' '.join(self._links)}]" if self._links else ""
        number = self._document.pageCounter - 1
        page = f"{self._same}/Contents {self._reference(contents)}/StructParents {number}{links}>>"
        self._document.addPage(_Written(page.encode()))
        self._canvas._startPage()
        self._links.clear()

    def _reference(self, obj: object) -> str:
        reference: bytes = pdfdoc.format(self._document.Reference(obj), self._document)
        return reference.decode()


def write_file(canvas: Canvas, structure: Structure, target: Path) -> None:
    """Write the file of a canvas whose pages are all drawn."""
    document: Any = canvas._doc  # type: ignore[attr-defined] # as above
    _make_ready(document, canvas)
    formatted = _formatted(document)
    first = len(formatted) + 1
    numbers = {name: number for number, name in document.numberToId.items()}
    pages = [numbers[f"Page{page}"] for page in range(1, document.pageCounter)]
    links = {
        name.removeprefix("Annot."): number for name, number in numbers.items() if name.startswith("Annot.")
    }
    catalog = numbers[document.Catalog.__InternalName__]
    formatted[catalog - 1] = _catalog(document, first)
    info = numbers[document.info.__InternalName__]
    with target.open("wb") as file:
        writer = _Writer(file, len(formatted) + structure.number(first))
        for number in range(1, first):
            writer.add(number, formatted.popleft().strip())
        writer.add_from(first, structure.objects(first, pages, links))
        writer.finish(catalog, info)


def _make_ready(document: Any, canvas: Canvas) -> None:
    """What reportlab does before it writes."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.invariant = document.invariant
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None


def _formatted(document: Any) -> deque[bytes]:
    """Every object in the order of their numbers; more of them come up while they are formatted."""
    formatted: deque[bytes] = deque()
    while name := document.numberToId.get(len(formatted) + 1):
        if name.startswith("toUnicodeCMap:"):
            table = document.idToObject[name]
            table.content = read_as(table.content)
        formatted.append(pdfdoc.format(document.idToObject[name], document, toplevel=1))
        # its number is still asked for, but it is not
        document.idToObject[name] = None
    return formatted


def _catalog(document: Any, structure: int) -> bytes:
    """The root of the file, which knows its structure now."""
    document.Catalog.StructTreeRoot = f"{structure} 0 R"
    document.Catalog.MarkInfo = "<</Marked true>>"
    formatted: bytes = pdfdoc.format(document.Catalog, document, toplevel=1)
    return formatted


class _Writer:
    """Takes the objects of a file that has so many of them, and keeps where each of them is; the streams of objects are
    numbered after them."""

    def __init__(self, file: BinaryIO, objects: int) -> None:
        self._file = file
        self._at = 0
        self._digest = sha256()
        self._write(_HEAD)
        self._table = bytearray(_ROW * (objects + 1))
        self._table[:_ROW] = _place(0, 0, 65535)
        self._waiting: dict[int, str] = {}

    def add(self, number: int, data: bytes) -> None:
        if data.endswith(b"endstream"):
            self._keep(number, self._put(number, data))
            return
        self._waiting[number] = data.decode("latin-1")
        if len(self._waiting) == _TOGETHER:
            self._pack_waiting()

    def add_from(self, number: int, objects: Iterator[str]) -> None:
        """Add objects that are numbered one after the other, none of them a stream."""
        while some := list(islice(objects, _TOGETHER)):
            self._pack(range(number, number + len(some)), some)
            number += len(some)

    def finish(self, catalog: int, info: int) -> None:
        self._pack_waiting()
        at, size = self._at, len(self._table) // _ROW + 1
        self._table += _place(1, at, 0)
        # a name for the file that depends on its content alone
        name = self._digest.hexdigest()[:32].upper()
        entries = f"/Type/XRef/Size {size}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
        self._put(size - 1, _stream(entries, bytes(self._table)))
        self._write(b"startxref\n%d\n%%%%EOF\n" % at)

    def _put(self, number: int, data: bytes) -> bytes:
        """Write an object by itself; its place."""
        at = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, data))
        return _place(1, at, 0)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._at += len(data)

    def _pack_waiting(self) -> None:
        if self._waiting:
            self._pack(list(self._waiting), list(self._waiting.values()))
            self._waiting.clear()

    def _pack(self, numbers: Sequence[int], objects: Sequence[str]) -> None:
        """Objects as one stream."""
        before = accumulate(map(len, objects), initial=0)
        # each is followed by a line end
        head = " ".join([f"{n} {at + i}" for i, (n, at) in enumerate(zip(numbers, before, strict=False))])
        content = "\n".join([head, *objects]).encode("latin-1")
        stream = len(self._table) // _ROW
        for i, number in enumerate(numbers):
            self._keep(number, _place(2, stream, i))
        packed = _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head) + 1}", content)
        self._table += self._put(stream, packed)

    def _keep(self, number: int, place: bytes) -> None:
        self._table[_ROW * number : _ROW * (number + 1)] = place


def _stream(entries: str, content: bytes) -> bytes:
    packed = zlib.compress(content, _EFFORT)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (
        entries.encode(),
        len(packed),
        packed,
    )
