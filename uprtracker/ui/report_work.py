"""What is done in the background for a report: preparing its preview, making its file, printing its pages."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from uprtracker.errors import UserError
from uprtracker.exporters.catalogue import Product, export, statement
from uprtracker.i18n import _
from uprtracker.ui.pdf_pages import PageSize, page_image, page_sizes
from uprtracker.vocabulary.briefing import briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.briefing_text import TextKey
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.report_request import ReportRequest

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.report_loading import ReportLoadingService

_PRINTED_DPI = 300
"""More is not seen on paper, and costs four times the memory."""


@dataclass(frozen=True)
class Lack:
    """One sentence about what is missing; `target` is the text of the pack that mends it, a key or a question's id."""

    words: str
    target: TextKey | int | None = None


@dataclass(frozen=True)
class Preview:
    """What is shown before anything is saved. `pdf` is empty for products of other formats.

    `lacks` are what the reader will miss: texts that nobody has written, characters without a glyph.
    `characters` are those with their first places, whether or not something is printed for them.
    """

    product: Product
    request: ReportRequest
    data: ReportData
    statement: tuple[str, ...]
    remark: str
    lacks: tuple[Lack, ...]
    characters: tuple[tuple[str, str], ...] = ()
    pdf: bytes = b""
    pages: tuple[PageSize, ...] = ()


def prepare(
    reports: "ReportLoadingService", product: Product, request: ReportRequest, stop: Event
) -> Preview | None:
    """Gather and draw what a report would be; `None` where it was stopped because something else is wanted by now."""
    if stop.is_set():
        return None
    data = reports.load(request, product.needs)
    characters = product.missing_characters(data)
    lacks = (*_without_glyph(characters, request), *_unwritten(data))
    pdf = _made_pdf(product, data, request) if product.suffix == ".pdf" and not stop.is_set() else b""
    return Preview(
        product,
        request,
        data,
        statement(data),
        # what a pack lacks is listed
        "" if data.briefing is not None else product.remarks(data),
        lacks,
        characters,
        pdf,
        page_sizes(pdf) if pdf else (),
    )


def save(
    reports: "ReportLoadingService", product: Product, request: ReportRequest, target: Path, stop: Event
) -> Path:
    """Make the file, complete or not at all."""
    data = reports.load(request, product.needs)
    export(product.id, data, target, stopped=stop.is_set, instead=dict(request.instead))
    return target


def print_pages(pdf: bytes, pages: tuple[PageSize, ...], printer: QPrinter, stop: Event) -> int:
    """Print the pages that the printer's dialog asked for; returns how many. `UserError` where the printer refuses."""
    numbers = wanted_pages(printer, len(pages))
    painter = QPainter()
    for place, number in enumerate(numbers):
        if stop.is_set():
            painter.end()
            printer.abort()
            return place
        _set_page(printer, pages[number])
        begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not begun:
            raise UserError(
                _("The printer '{name}' takes no page; look whether it is on, or save the PDF.").format(
                    name=printer.printerName()
                )
            )
        _draw_page(painter, printer, pdf, number)
    painter.end()
    return len(numbers)


def wanted_pages(printer: QPrinter, there_are: int) -> list[int]:
    """The pages of the dialog's range, counted from 0 and in its order."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return list(range(there_are))
    ranges = printer.pageRanges()
    return [number for number in range(there_are) if ranges.isEmpty() or ranges.contains(number + 1)]


def _set_page(printer: QPrinter, page: PageSize) -> None:
    """Turn the printer's paper as the page lies."""
    orientations = QPageLayout.Orientation
    printer.setPageOrientation(orientations.Landscape if page.width > page.height else orientations.Portrait)
    printer.setFullPage(True)


def _draw_page(painter: QPainter, printer: QPrinter, pdf: bytes, number: int) -> None:
    """Draw a page as large as the paper allows, in its middle."""
    image = page_image(pdf, number, min(_PRINTED_DPI, printer.resolution()))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    place = QRect(QPoint(), image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(paper.center())
    painter.drawImage(place, image)


def _made_pdf(product: Product, data: ReportData, request: ReportRequest) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "preview.pdf"
        product.make(data, path, dict(request.instead))
        return path.read_bytes()


def _unwritten(data: ReportData) -> tuple[Lack, ...]:
    if data.briefing is None:
        return ()
    lacking = missing(briefing(data))
    return tuple(
        Lack(
            _("{what}: {where}").format(what=each.what, where=each.where),
            each.question_id if each.key is None else each.key,
        )
        for each in lacking
    )


def _without_glyph(characters: tuple[tuple[str, str], ...], request: ReportRequest) -> tuple[Lack, ...]:
    """One for each character that would be printed as its code in brackets."""
    mended = dict(request.instead)
    words = _("No letter for {character}: {where}")
    return tuple(
        Lack(words.format(character=named_character(character), where=place))
        for character, place in characters
        if character not in mended
    )


def named_character(character: str) -> str:
    """`😀 (U+1F600)`: a screen may show what paper cannot."""
    return _("{character} (U+{code})").format(character=character, code=f"{ord(character):04X}")
