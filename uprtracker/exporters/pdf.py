"""The PDF of a document: its pages laid out, then drawn with footer, tabs, page numbers, links and outline."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.document import Document
from uprtracker.exporters.pdf_file import write_file
from uprtracker.exporters.pdf_flow import Page
from uprtracker.exporters.pdf_font import base_face
from uprtracker.exporters.pdf_layout import Layout, title_with_subject
from uprtracker.exporters.pdf_page import Surroundings
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import LANDSCAPE, MARGIN, PORTRAIT, PageSize, type_for
from uprtracker.exporters.pdf_tag import Structure
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import speaking
from uprtracker.paths import APP_NAME

_FROM_RIGHT = ("ar",)

# streams in ASCII make a file a quarter larger and slower to write; nothing has needed them for decades
rl_config.useA85 = 0


def write_pdf(document: Document, target: Path) -> None:
    """Write a document as PDF. The same document always makes the same bytes.

    `ValueError` where its index leads to what it does not have.
    """
    with speaking(document.language), _without_collection():
        size = PORTRAIT if document.page == "portrait" else LANDSCAPE
        styles = type_for(document.body)
        ruler = Ruler(document.language in _FROM_RIGHT)
        around = Surroundings(document, ruler, size, styles)
        structure = Structure()
        pages = Layout(document, ruler, size, styles, around.frame_bottom, structure.root).pages()
        structure.begin(len(pages))
        canvas = _canvas(document, size)
        pen = Pen(canvas, size.width, structure, mirrored=document.language in _FROM_RIGHT)
        _draw(pages, pen, around)
        write_file(canvas, structure, target)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Python looks for unreachable cycles whenever many objects were made, which here are all still needed: a seventh of
    the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _draw(pages: list[Page], pen: Pen, around: Surroundings) -> None:
    for number, page in enumerate(pages, start=1):
        for strip, top in page.placed:
            strip.draw(pen, MARGIN, top)
        for key, top in page.anchors():
            pen.anchor(key, top)
        around.draw(pen, page.tab, number, len(pages))
        pen.end_page()
        # what is drawn is not needed any more, and is the most of what a long table takes
        page.placed.clear()


def _canvas(document: Document, size: PageSize) -> Canvas:
    canvas = Canvas(
        BytesIO(),
        pagesize=(size.width, size.height),
        pageCompression=1,
        invariant=1,
        lang=document.language,
        initialFontName=base_face().fontName,  # type: ignore[arg-type] # the stub says float
    )
    canvas.setTitle(title_with_subject(document))
    canvas.setSubject(document.meta)
    canvas.setAuthor(APP_NAME)
    canvas.setCreator(APP_NAME)
    canvas.setProducer(APP_NAME)
    produced = document.produced_on.strftime("D:%Y%m%d000000Z")
    canvas.setDateFormatter(lambda *_time: produced)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if document.language in _FROM_RIGHT:
        canvas.setViewerPreference("Direction", "R2L")
    canvas.showOutline()
    return canvas
