"""The PDF of a document: its sections laid out once on A4 landscape, then drawn with footer, page numbers and outline."""

from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.document import Document, Section, Table
from uprtracker.exporters.pdf_block import block_strips
from uprtracker.exporters.pdf_flow import Page, Paginator, Strip
from uprtracker.exporters.pdf_font import base_face
from uprtracker.exporters.pdf_frame import Frame, shared_widths
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_page import Footer
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import (
    FIGURES,
    FRAME_WIDTH,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TABLES,
    Density,
)
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import speaking
from uprtracker.paths import APP_NAME

_LONG = 60
"""Rows from which on a section is not laid out twice to save its last page."""

# streams in ASCII make a file a quarter larger and slower to write; nothing has needed them for decades
rl_config.useA85 = 0


def write_pdf(document: Document, target: Path) -> None:
    """Write a document as PDF. The same document always makes the same bytes."""
    with speaking(document.language):
        ruler = Ruler()
        footer = Footer(document.caveat, ruler)
        pages = _Layout(document, ruler, footer.frame_bottom).pages()
        target.write_bytes(_drawn(document, pages, footer))


class _Layout:
    """Sets the sections of a document, each from a new page on."""

    def __init__(self, document: Document, ruler: Ruler, bottom: float) -> None:
        self._document = document
        self._ruler = ruler
        self._headings = HeadingMaker(ruler, FRAME_WIDTH)
        self._paginator = Paginator(PAGE_HEIGHT - MARGIN, bottom)

    def pages(self) -> list[Page]:
        for section in self._document.sections:
            running = self._headings.running(section.title, _title_with_subject(self._document))
            self._paginator.section(self._best_set(section, running), running)
        return self._paginator.pages

    def _best_set(self, section: Section, running: Strip) -> list[Strip]:
        """A section is set as roomy as it can be without needing another page; a long one is always set roomy."""
        tables = [block for block in section.blocks if isinstance(block, Table)]
        densities = TABLES if tables else FIGURES
        if sum(1 for table in tables for _row in table.rows()) > _LONG:
            densities = densities[:1]
        settings = [self._set(section, density) for density in densities]
        return min(settings, key=lambda strips: self._paginator.pages_needed(strips, running))

    def _set(self, section: Section, density: Density) -> list[Strip]:
        """A section under its title; the first one under the title of the document and the lines below that."""
        strips: list[Strip] = []
        if section is self._document.sections[0]:
            style = density.words.secondary()
            meta = self._ruler.wrap(self._document.meta, style, FRAME_WIDTH)
            strips += [self._headings.section(self._document.title), TextStrip(meta, style, FRAME_WIDTH)]
        else:
            strips.append(self._headings.section(section.title))
        shared = shared_widths(section.blocks, FRAME_WIDTH, self._ruler)
        frame = Frame(self._ruler, FRAME_WIDTH, density, shared)
        for block in section.blocks:
            strips += block_strips(block, frame)
            frame = frame.after(block)
        return strips


def _title_with_subject(document: Document) -> str:
    return " · ".join(filter(None, (document.title, document.subject)))


def _drawn(document: Document, pages: list[Page], footer: Footer) -> bytes:
    stream = BytesIO()
    canvas = _canvas(document, stream)
    pen = Pen(canvas)
    for number, page in enumerate(pages, start=1):
        for strip, top in page.placed:
            strip.draw(pen, MARGIN, top)
        footer.draw(pen, number, len(pages))
        pen.end_page()
    canvas.save()
    return stream.getvalue()


def _canvas(document: Document, stream: BytesIO) -> Canvas:
    canvas = Canvas(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        lang=document.language,
        initialFontName=base_face().fontName,  # type: ignore[arg-type] # the stub says float
    )
    canvas.setTitle(_title_with_subject(document))
    canvas.setSubject(document.meta)
    canvas.setAuthor(APP_NAME)
    canvas.setCreator(APP_NAME)
    canvas.setProducer(APP_NAME)
    produced = document.produced_on.strftime("D:%Y%m%d000000Z")
    canvas.setDateFormatter(lambda *_time: produced)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas
