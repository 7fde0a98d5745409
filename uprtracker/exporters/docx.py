"""The Word file of a document: its sections with page, head and foot, and what the file says of itself."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import Section as WordSection
from docx.shared import Pt

from uprtracker.exporters import docx_style as styles
from uprtracker.exporters.document import Cover, Document, Section
from uprtracker.exporters.docx_block import BlockMaker
from uprtracker.exporters.docx_place import Places
from uprtracker.exporters.docx_table import TableMaker
from uprtracker.exporters.docx_xml import Element, Writing, field, node, runs
from uprtracker.exporters.pdf_style import LANDSCAPE, MARGIN, PORTRAIT, type_for
from uprtracker.i18n import _, speaking
from uprtracker.paths import APP_NAME

_EDGE = 24.0
"""Points from the edge of the paper to the running head and to the foot."""

_RIGHT_TO_LEFT = ("ar",)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_WORDS_SHARE = 0.8
_UNUSED_IN_PACKAGE = (RELATIONSHIP_TYPE.THUMBNAIL,)
_UNUSED = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


def write_docx(document: Document, target: Path) -> None:
    """Write a document as a Word file; the same document makes the same bytes.

    Charts are their tables of figures, blocks side by side follow each other, and contents lead to their places without
    numbers of pages, which only a word processor knows.
    """
    with speaking(document.language):
        word = _Writer(document).word()
    stream = BytesIO()
    word.save(stream)
    _pack(stream, target)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._page = LANDSCAPE if document.page == "landscape" else PORTRAIT
        self._rtl = document.language in _RIGHT_TO_LEFT
        self._word = _empty_document(document)
        type_ = type_for(document.body)
        styles.set_styles(self._word, document.language, type_)
        self._writing = Writing(right_to_left=self._rtl, to_end=styles.TO_END)
        self._places = Places(document)
        self._tables = TableMaker(self._word.part, self._writing, self._page.frame, type_)
        self._blocks = BlockMaker(self._writing, self._tables, self._places, self._page.frame)

    def word(self) -> WordDocument:
        """The whole document; a new page for each section."""
        for number, section in enumerate(self._document.sections):
            if number:
                self._end_section()
            placed = self._word.sections[-1]
            self._set_page(placed)
            self._set_head_and_foot(placed, section)
            for element in self._section(section, first=number == 0):
                self._word.element.body.sectPr.addprevious(element)
        return self._word

    def _end_section(self) -> None:
        """The paragraph that ends a section takes the place of the free line below a table: no page is begun for it."""
        last = self._word.element.body.sectPr.getprevious()
        if last is not None and not last.xpath("./w:r"):
            last.getparent().remove(last)
        self._word.add_section()
        ends = self._word.element.body.xpath("./w:p[w:pPr/w:sectPr]")
        ends[-1].pPr.insert(0, node("w:pStyle", val=styles.SECTION_END))

    def _section(self, section: Section, *, first: bool) -> list[Element]:
        """The first section stands under the title of the document and the lines below it."""
        covered = any(isinstance(block, Cover) for block in section.blocks)
        marks = self._places.marks(section.key)
        made: list[Element] = []
        if covered:
            pass
        elif first:
            made.append(self._writing.paragraph(self._document.title, styles.TITLE_STYLE, before=marks))
            made += [self._writing.paragraph(line, styles.META) for line in self._document.meta.split("\n")]
        else:
            made.append(self._writing.paragraph(section.title, styles.HEADINGS[0], before=marks))
        for block in section.blocks:
            made += self._blocks.elements(block)
        return made

    def _set_page(self, placed: WordSection) -> None:
        placed.orientation = WD_ORIENT.LANDSCAPE if self._page is LANDSCAPE else WD_ORIENT.PORTRAIT
        placed.page_width, placed.page_height = Pt(self._page.width), Pt(self._page.height)
        placed.left_margin = placed.right_margin = placed.top_margin = placed.bottom_margin = Pt(MARGIN)
        placed.header_distance = placed.footer_distance = Pt(_EDGE)
        properties = placed._sectPr
        for found in properties.xpath("./w:bidi"):
            properties.remove(found)
        if self._rtl:
            # its place is before the grid of lines, which stands last
            properties.xpath("./w:docGrid")[0].addprevious(node("w:bidi"))

    def _set_head_and_foot(self, placed: WordSection, section: Section) -> None:
        placed.header.is_linked_to_previous = placed.footer.is_linked_to_previous = False
        words = " · ".join(filter(None, (self._document.title, self._document.subject)))
        side = section.tab or section.title
        if section.restricted:
            side = _("{section} · restricted").format(section=side)
        head, foot = placed.header._element, placed.footer._element
        self._fill(head, words, self._writing.paragraph(side, styles.EDGE_END), styles.HEADER)
        self._fill(foot, self._document.caveat, self._page_number(), styles.FOOTER)

    def _fill(self, edge: Element, words: str, side: Element, style: str) -> None:
        """Words at the beginning of the line, and others at its end."""
        for found in list(edge):
            edge.remove(found)
        width = self._page.frame
        made = self._tables.frame([width * _WORDS_SHARE, width * (1 - _WORDS_SHARE)])
        cells = self._tables.cell(self._writing.paragraph(words, style)), self._tables.cell(side)
        made.append(node("w:tr", *cells))
        edge.append(made)
        edge.append(node("w:p", node("w:pPr", node("w:pStyle", val=styles.SECTION_END))))

    def _page_number(self) -> Element:
        before, _page, rest = _("{page} of {pages}").partition("{page}")
        between, _pages, after = rest.partition("{pages}")
        pieces = [*runs(before), *field("PAGE", "1"), *runs(between), *field("NUMPAGES", "1"), *runs(after)]
        return self._writing.paragraph("", styles.EDGE_END, after=tuple(pieces))


def _empty_document(document: Document) -> WordDocument:
    """The library's empty document without its picture and old parts, and with what this one says of itself."""
    word = docx.Document()
    for source, unused in ((word.part.package, _UNUSED_IN_PACKAGE), (word.part, _UNUSED)):
        for name in [name for name, relation in source.rels.items() if relation.reltype in unused]:
            del source.rels[name]
    fonts = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = styles.font_table()
    properties = word.core_properties
    properties.author = properties.last_modified_by = APP_NAME
    properties.title, properties.subject, properties.language = (
        document.title,
        document.subject,
        document.language,
    )
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.combine(document.produced_on, time())
    properties.revision = 1
    return word


def _pack(stream: BytesIO, target: Path) -> None:
    """The package again without the time of day in it."""
    with ZipFile(stream) as source, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in source.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, source.read(name))
