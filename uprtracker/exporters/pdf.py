"""The PDF of a document: its sections laid out once on A4 landscape, then drawn with footer, page numbers and outline."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.document import Block, Document, Heading, Section, StatusBar, Table
from uprtracker.exporters.pdf_block import Frame, block_strips, shared_widths
from uprtracker.exporters.pdf_flow import Page, Paginator, Strip
from uprtracker.exporters.pdf_font import base_face
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_page import Footer
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import (
    DENSITIES,
    FRAME_WIDTH,
    MARGIN,
    NORMAL,
    NOTE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Density,
)
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import speaking
from uprtracker.paths import APP_NAME

# streams in ASCII make a file a quarter larger and slower to write; nothing has needed them for decades
rl_config.useA85 = 0


def write_pdf(document: Document, target: Path) -> None:
    """Write a document as PDF. The same document always makes the same bytes."""
    with speaking(document.language):
        ruler = Ruler()
        footer = Footer(document.caveat, ruler)
        pages = _laid_out(document, ruler, footer.frame_bottom)
        target.write_bytes(_drawn(document, pages, footer))


def _laid_out(document: Document, ruler: Ruler, bottom: float) -> list[Page]:
    paginator = Paginator(PAGE_HEIGHT - MARGIN, bottom)
    headings = HeadingMaker(ruler, FRAME_WIDTH)
    report = _title_with_subject(document)
    for i, section in enumerate(document.sections):
        title: list[Strip] = [headings.section(section.title)]
        if i == 0:
            title = [headings.section(document.title), _meta(document.meta, ruler)]
        running = headings.running(section.title, report)
        paginator.section(_section_strips(section, title, ruler, paginator, running), running)
    return paginator.pages


def _title_with_subject(document: Document) -> str:
    return " · ".join(filter(None, (document.title, document.subject)))


def _meta(meta: str, ruler: Ruler) -> Strip:
    return TextStrip(ruler.wrap(meta, NOTE, FRAME_WIDTH), NOTE, FRAME_WIDTH)


def _section_strips(
    section: Section, title: list[Strip], ruler: Ruler, paginator: Paginator, running: Strip
) -> list[Strip]:
    """A section under its title. One without tables is set as roomy as it can be without needing another page."""
    if any(isinstance(block, Table) for block in section.blocks):
        return [*title, *_blocks(section.blocks, ruler, NORMAL)]
    settings = [[*title, *_blocks(section.blocks, ruler, density)] for density in DENSITIES]
    return min(settings, key=lambda strips: paginator.pages_needed(strips, running))


def _blocks(blocks: Sequence[Block], ruler: Ruler, density: Density) -> list[Strip]:
    """All blocks of a section; one legend serves the charts below it, and banners enter the outline below headings."""
    strips: list[Strip] = []
    frame = Frame(ruler, FRAME_WIDTH, density, shared=shared_widths(blocks, FRAME_WIDTH, ruler))
    for block in blocks:
        strips += block_strips(block, frame)
        if isinstance(block, StatusBar):
            frame = replace(frame, has_legend=True)
        elif isinstance(block, Heading):
            frame = replace(frame, level=block.level)
    return strips


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
