"""The PDF of a document: its pages laid out, then drawn with footer, tabs, page numbers, links and outline."""

from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.document import Document
from uprtracker.exporters.pdf_flow import Page
from uprtracker.exporters.pdf_font import base_face
from uprtracker.exporters.pdf_layout import Layout, title_with_subject
from uprtracker.exporters.pdf_page import Footer, Tabs
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import LANDSCAPE, MARGIN, PORTRAIT, PageSize, type_for
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import speaking
from uprtracker.paths import APP_NAME

_FROM_RIGHT = ("ar",)

# streams in ASCII make a file a quarter larger and slower to write; nothing has needed them for decades
rl_config.useA85 = 0


def write_pdf(document: Document, target: Path) -> None:
    """Write a document as PDF. The same document always makes the same bytes."""
    with speaking(document.language):
        size = PORTRAIT if document.page == "portrait" else LANDSCAPE
        styles = type_for(document.body)
        ruler = Ruler(document.language in _FROM_RIGHT)
        footer = Footer(document.caveat, ruler, size, styles)
        tabs = Tabs([section.tab for section in document.sections], ruler, size, styles)
        pages = Layout(document, ruler, size, styles, footer.frame_bottom).pages()
        target.write_bytes(_drawn(document, size, pages, footer, tabs))


def _drawn(document: Document, size: PageSize, pages: list[Page], footer: Footer, tabs: Tabs) -> bytes:
    stream = BytesIO()
    canvas = _canvas(document, size, stream)
    pen = Pen(canvas, size.width, mirrored=document.language in _FROM_RIGHT)
    for number, page in enumerate(pages, start=1):
        for strip, top in page.placed:
            strip.draw(pen, MARGIN, top)
        for key, top in page.anchors():
            pen.anchor(key, top)
        tabs.draw(pen, page.tab)
        footer.draw(pen, number, len(pages))
        pen.end_page()
    canvas.save()
    return stream.getvalue()


def _canvas(document: Document, size: PageSize, stream: BytesIO) -> Canvas:
    canvas = Canvas(
        stream,
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
