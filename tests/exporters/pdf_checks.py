"""What must hold for every PDF we make, whatever is in it: `faults` lists what does not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject, NameObject

MILLIMETRE = 72 / 25.4
SIDE_MARGIN = 18 * MILLIMETRE
LOWEST = 7 * MILLIMETRE
"""The footer hangs in the lower margin; most printers reach five millimetres."""

_TOUCH = 0.6
_PAGE_NUMBER = re.compile(r"(\d+) of (\d+)\s*$")


@dataclass(frozen=True)
class Box:
    """A piece of text on a page, in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > _TOUCH and high > _TOUCH


@dataclass
class PageText:
    """What stands on a page. `foot` is the upper edge of the footer's words."""

    number: int
    width: float
    height: float
    text: str
    boxes: list[Box]
    foot: float = field(init=False)

    def __post_init__(self) -> None:
        numbers = [box for box in self.boxes if _PAGE_NUMBER.search(box.text)]
        self.foot = max((box.top for box in numbers if box.bottom < SIDE_MARGIN), default=0.0)


def read_pages(path: Path) -> list[PageText]:
    """The text of a PDF as a reader's program finds it."""
    document = pypdfium2.PdfDocument(path)
    pages = []
    for number, page in enumerate(document, start=1):
        text_page = page.get_textpage()
        boxes = []
        for i in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(i)
            text = text_page.get_text_bounded(left, bottom, right, top)
            if text.strip():
                boxes.append(Box(left, bottom, right, top, text))
        text = text_page.get_text_range().replace("\r\n", "\n")
        pages.append(PageText(number, *page.get_size(), text, boxes))
    document.close()
    return pages


def faults(path: Path) -> list[str]:
    """Sentences that say what is wrong with a PDF; none if it is as it must be."""
    pages = read_pages(path)
    reader = PdfReader(path)
    found: list[str] = []
    for page in pages:
        found += _page_faults(page, len(pages))
    found += [f"font {name} is not embedded" for name in _fonts_not_embedded(reader)]
    found += _outline_faults(reader, pages)
    found += _foreign_matter(reader)
    return found


def _page_faults(page: PageText, there_are: int) -> list[str]:
    found = []
    number = _PAGE_NUMBER.search(page.text)
    if number is None or number.groups() != (str(page.number), str(there_are)):
        found.append(f"page {page.number} does not end with its number of {there_are}")
    if not any(box.bottom > page.foot for box in page.boxes):
        found.append(f"page {page.number} is empty")
    for box in page.boxes:
        inside = box.left >= SIDE_MARGIN - 1 and box.right <= page.width - SIDE_MARGIN + 1
        if not inside or box.top > page.height - SIDE_MARGIN + 1 or box.bottom < LOWEST:
            found.append(f"page {page.number}: {box.text!r} stands outside the margins")
    for i, box in enumerate(page.boxes):
        found += [
            f"page {page.number}: {box.text!r} and {other.text!r} overlap"
            for other in page.boxes[i + 1 :]
            if box.overlaps(other)
        ]
    return found


def _fonts_not_embedded(reader: PdfReader) -> set[str]:
    missing = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descriptor = font.get_object().get("/FontDescriptor", {})
            if "/FontFile2" not in descriptor:
                missing.add(str(font.get_object()["/BaseFont"]))
    return missing


def outline(reader: PdfReader) -> Iterator[tuple[int, str, int, float]]:
    """Every entry of the outline: level from 0, title, page from 1, and how far up it leads."""
    yield from _entries(reader, reader.outline, 0)


def _entries(reader: PdfReader, nodes: list[Any], level: int) -> Iterator[tuple[int, str, int, float]]:
    for node in nodes:
        if isinstance(node, list):
            yield from _entries(reader, node, level + 1)
        else:
            assert isinstance(node, Destination)
            page = reader.get_destination_page_number(node)
            assert page is not None
            yield level, str(node.title), page + 1, float(node.top or 0)


def _outline_faults(reader: PdfReader, pages: list[PageText]) -> list[str]:
    found = []
    for _level, title, number, top in outline(reader):
        page = pages[number - 1]
        if _letters(title) - _letters(page.text):
            found.append(f"bookmark {title!r} leads to page {number}, which does not have its words")
        body = [box for box in page.boxes if page.foot < box.bottom and box.top < top]
        if len({round(box.bottom) for box in body}) < 2:
            found.append(f"heading {title!r} stands alone at the foot of page {number}")
    return found


def _letters(text: str) -> set[str]:
    """The words of a text; a right-to-left line may come back in another order."""
    return set(re.findall(r"\w+", text))


_FOREIGN = {"/URI", "/Image", "/JavaScript", "/Launch", "/EmbeddedFile", "/GoToR", "/OpenAction", "/AA"}


def _foreign_matter(reader: PdfReader) -> list[str]:
    """Links, pictures, scripts and files, of which our reports have none."""
    found: set[str] = set()
    for number in range(1, int(reader.trailer["/Size"])):
        found |= _names(IndirectObject(number, 0, reader).get_object()) & _FOREIGN
    return [f"the file has {name}" for name in sorted(found)]


def _names(value: Any) -> set[str]:
    """The keys and names in an object, however deep, without following references."""
    if isinstance(value, dict):
        return set(value).union(*(_names(part) for part in value.values()))
    if isinstance(value, list):
        return set().union(*(_names(part) for part in value))
    return {value} if isinstance(value, NameObject) else set()
