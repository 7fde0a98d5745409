"""Pages of a PDF as pictures and as text. pdfium works in one thread at a time: call this in the background only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


@dataclass(frozen=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


@dataclass(frozen=True)
class PagePicture:
    """A page as drawn, and the words on it for who cannot see them."""

    image: QImage
    text: str


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The sizes of all pages."""
    with _opened(pdf) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_picture(pdf: bytes, number: int, width: int) -> PagePicture:
    """Page `number`, from 0, drawn `width` pixels wide, with its text."""
    with _opened(pdf) as document:
        page = document[number]
        image = _drawn(page, width / page.get_width())
        words = page.get_textpage()
        return PagePicture(image, words.get_text_range())


def page_image(pdf: bytes, number: int, dots_per_inch: int) -> QImage:
    """Page `number`, from 0, drawn for a printer of that resolution."""
    with _opened(pdf) as document:
        return _drawn(document[number], dots_per_inch / _POINTS_PER_INCH)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        # closes its pages as well, in the thread that opened them
        document.close()


def _drawn(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    shared = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    # a copy of its own: the bitmap's memory goes with the document
    return shared.copy()
