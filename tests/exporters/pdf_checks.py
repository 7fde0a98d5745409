"""What must hold for every PDF we make, whatever is in it: `faults` lists what does not. `scripts/check_pdf.py` prints it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.exporters.pdf_structure_checks import structure_faults

MILLIMETRE = 72 / 25.4
SIDE_MARGIN = 18 * MILLIMETRE
LOWEST = 7 * MILLIMETRE
"""The footer hangs in the lower margin; most printers reach five millimetres."""

_TAB = 10 * MILLIMETRE
_TOUCH = 0.6
_JOINED = 4.0
_JOINED_SHARE = 0.5
_OVERHANG = 1.5
"""How far a stroke may reach out of its line at the side."""

_BETWEEN_LINES = 9.0
_MARKS_ABOVE = 8.0
_ARABIC = re.compile("[\u0600-\u06ff]")
_HIGHEST_HEADING = 60.0
_NUMBER = re.compile(r"\d+")


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
        # Arabic letters, which come back one by one, reach over and under each other
        joined = _ARABIC.search(self.text) and _ARABIC.search(other.text)
        if joined and (self.text in other.text or other.text in self.text):
            return False
        reach = max(_JOINED, _JOINED_SHARE * (self.top - self.bottom)) if joined else _TOUCH
        return wide > reach and high > _TOUCH


@dataclass
class PageText:
    """What stands on a page, without the tab at its edge. `foot` is the upper edge of the footer's words."""

    number: int
    width: float
    height: float
    text: str
    boxes: list[Box]
    foot: float = field(init=False)

    def __post_init__(self) -> None:
        self.foot = 0.0
        for box in sorted(self.boxes, key=lambda box: box.bottom):
            # the lines of a caveat stand closer together than the footer and what is above it
            if box.bottom > max(self.foot + _BETWEEN_LINES, 0.7 * SIDE_MARGIN):
                break
            self.foot = max(self.foot, box.top)


def read_pages(path: Path) -> list[PageText]:
    """The text of a PDF as a reader's program finds it."""
    document = pypdfium2.PdfDocument(path)
    pages = []
    for number, page in enumerate(document, start=1):
        text_page = page.get_textpage()
        width, height = page.get_size()
        boxes = []
        for i in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(i)
            text = text_page.get_text_bounded(left, bottom, right, top)
            at_edge = 0 <= left <= right <= _TAB or width - _TAB <= left <= right <= width
            if text.strip() and not at_edge:
                boxes.append(Box(left, bottom, right, top, text))
        text = text_page.get_text_range().replace("\r\n", "\n")
        pages.append(PageText(number, width, height, text, boxes))
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
    found += _link_faults(path, reader)
    return found + structure_faults(reader)


def _page_faults(page: PageText, there_are: int) -> list[str]:
    found = []
    feet = [box for box in page.boxes if box.top <= page.foot + _TOUCH]
    if not _has_number(" ".join(box.text for box in feet), (page.number, there_are)):
        found.append(f"page {page.number} does not end with its number of {there_are}")
    if not any(box.bottom > page.foot for box in page.boxes):
        found.append(f"page {page.number} is empty")
    for box in page.boxes:
        inside = box.left >= SIDE_MARGIN - _OVERHANG and box.right <= page.width - SIDE_MARGIN + _OVERHANG
        # the marks above Arabic letters of a title reach higher than its line
        above = _MARKS_ABOVE if _only_marks(box.text) else 1
        if not inside or box.top > page.height - SIDE_MARGIN + above or box.bottom < LOWEST:
            found.append(f"page {page.number}: {box.text!r} stands outside the margins")
    for i, box in enumerate(page.boxes):
        found += [
            f"page {page.number}: {box.text!r} and {other.text!r} overlap"
            for other in page.boxes[i + 1 :]
            if box.overlaps(other)
        ]
    return found


def _only_marks(text: str) -> bool:
    return all(unicodedata.combining(character) for character in text.strip())


def _has_number(foot: str, numbers: tuple[int, int]) -> bool:
    """Whether the words of a foot have these numbers; in Arabic each digit comes back by itself."""
    if _ARABIC.search(foot):
        wanted, found = "".join(map(str, numbers)), re.findall(r"\d", foot)
    else:
        wanted, found = [str(number) for number in numbers], _NUMBER.findall(foot)
    return not Counter(wanted) - Counter(found)


def _fonts_not_embedded(reader: PdfReader) -> set[str]:
    missing = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
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
        # a vowel mark parts an Arabic word
        of_title = _letters if _ARABIC.search(title) else _words
        if of_title(title) - of_title(page.text):
            found.append(f"bookmark {title!r} leads to page {number}, which does not have its words")
        below = [box for box in page.boxes if page.foot < box.bottom and box.top < top + 1]
        if len({round(box.bottom) for box in below}) < 2:
            found.append(f"heading {title!r} stands alone at the foot of page {number}")
        # a Chinese character may reach above its line
        here = [box for box in page.boxes if top - _HIGHEST_HEADING < box.top < top + 4]
        near = " ".join(box.text for box in here)
        on_cover = number == 1
        # a sheet's bookmark has the States of its second line too
        if not on_cover and _letters(title.split()[0]) - _letters(near):
            found.append(f"bookmark {title!r} does not lead to where it stands on page {number}")
    return found


def _words(text: str) -> set[str]:
    """The words of a text, each by its letters: a right-to-left line may come back with its words or their letters turned."""
    return {"".join(sorted(word)) for word in re.findall(r"\w+", text)}


def _letters(text: str) -> set[str]:
    return {character for character in text if character.isalnum()}


def _link_faults(path: Path, reader: PdfReader) -> list[str]:
    """Links that lead nowhere, and numbers of pages that are linked to another page."""
    found = []
    document = pypdfium2.PdfDocument(path)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, start=1)}
    for n, page in enumerate(reader.pages, start=1):
        links: Any = [annotation.get_object() for annotation in page.get("/Annots", [])]
        text_page = document[n - 1].get_textpage() if links else None
        for link in links:
            target = link.get("/Dest")
            target = target.get_object() if target is not None else None
            led_to = numbers.get(target[0].idnum) if target else None
            words = text_page.get_text_bounded(*map(float, link["/Rect"])) if text_page else ""
            printed = _NUMBER.findall(words)
            if led_to is None:
                found.append(f"a link on page {n} leads nowhere: {words!r}")
            elif str(led_to) not in printed:
                found.append(f"page {n} says {words!r} and leads to page {led_to}")
    document.close()
    return found
