"""Tables in Word: widths as on paper, a header row that is repeated, rows that do not break over pages where they fit."""

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.story import StoryPart

from uprtracker.exporters import docx_style as styles
from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.docx_shape import shape_stream
from uprtracker.exporters.docx_xml import Element, Writing, node, table_node, twips
from uprtracker.exporters.pdf_column import BETWEEN, SHAPE_ROOM, cell_words, text_widths
from uprtracker.exporters.pdf_style import HATCH, Type
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.vocabulary.palette import LIGHT

_SLACK = 1.5
_SHAPE_EMU = 108_000
"""8.5 points."""


class TableMaker:
    """Makes the tables of one document."""

    def __init__(self, part: StoryPart, writing: Writing, width: float, type_: Type) -> None:
        self._part = part
        self._writing = writing
        self._width = width
        self._type = type_
        self._ruler = Ruler()
        self._pictures = 0
        self._relations: dict[str, str] = {}

    def table(self, table: Table) -> list[Element]:
        """The table; its words for an empty one where it has no rows."""
        rows = tuple(table.rows())
        if not rows and table.total is None:
            return [self._writing.paragraph(table.empty, styles.NOTE)] if table.empty else []
        # a word processor breaks a word that fits by less than this
        room = self._width - _SLACK * len(table.columns)
        widths = [w + _SLACK for w in text_widths([table], room, self._ruler, self._type)]
        # what stands between two columns belongs to the first of them
        outer = [*(width + BETWEEN for width in widths[:-1]), widths[-1]]
        made = self.frame(outer, style=styles.TABLE, header=True, total=bool(table.total))
        made.append(self._header(table.columns))
        for group in table.groups:
            if group.heading:
                made.append(self._banner(group.heading, len(table.columns)))
            made.extend(self._row(table.columns, row) for row in group.rows)
        if table.total is not None:
            made.append(self._row(table.columns, table.total, strong=True))
        return [made, node("w:p", node("w:pPr", node("w:pStyle", val=styles.CELL)))]

    def frame(
        self,
        widths: Sequence[float],
        *,
        style: str = styles.FRAME,
        header: bool = False,
        total: bool = False,
    ) -> Element:
        """An empty table with columns of these widths in points."""
        properties = node("w:tblPr", node("w:tblStyle", val=style))
        if self._writing.right_to_left:
            properties.append(node("w:bidiVisual"))
        properties.append(node("w:tblW", w=sum(twips(width) for width in widths), type="dxa"))
        properties.append(node("w:tblLayout", type="fixed"))
        look = {"firstRow": int(header), "lastRow": int(total), "firstColumn": 0, "lastColumn": 0}
        properties.append(node("w:tblLook", val="0000", **look, noHBand=1, noVBand=1))
        return table_node(properties, node("w:tblGrid", *(node("w:gridCol", w=twips(w)) for w in widths)))

    def cell(
        self, *paragraphs: Element, span: int = 1, ground: str = "", hatched: bool = False, last: bool = False
    ) -> Element:
        """A cell over `span` columns, on a ground `#rrggbb` if one is given; the `last` one goes on to the edge."""
        properties = node("w:tcPr")
        if span > 1:
            properties.append(node("w:gridSpan", val=span))
        if hatched:
            properties.append(node("w:shd", val="thinVertStripe", color=HATCH[1:], fill=LIGHT.paper[1:]))
        elif ground:
            properties.append(node("w:shd", val="clear", color="auto", fill=ground[1:]))
        if last:
            properties.append(node("w:tcMar", node("w:right", w=0, type="dxa")))
        return node("w:tc", properties, *paragraphs)

    def status(self, value: StatusValue) -> list[Element]:
        """The shape with its word beside it, and below them what waits for validation."""
        word, draft = cell_words(value)
        room = twips(SHAPE_ROOM)
        hanging = (node("w:ind", left=room, hanging=room),)
        tab = node("w:r", node("w:tab"))
        found = [
            self._writing.paragraph(
                word, styles.CELL, before=(self._picture(value.bucket), tab), properties=hanging
            )
        ]
        if draft:
            found.append(
                self._writing.paragraph(draft, styles.CELL_NOTE, properties=(node("w:ind", left=room),))
            )
        return found

    def _header(self, columns: Sequence[Column]) -> Element:
        cells = (
            self.cell(
                self._writing.paragraph(
                    column.title, styles.COUNT_HEADER if column.kind == "count" else styles.CELL_HEADER
                ),
                last=column is columns[-1],
            )
            for column in columns
        )
        return node("w:tr", node("w:trPr", node("w:cantSplit"), node("w:tblHeader")), *cells)

    def _banner(self, heading: str, columns: int) -> Element:
        words = self._writing.paragraph(heading, styles.BANNER)
        return node("w:tr", node("w:trPr", node("w:cantSplit")), self.cell(words, span=columns))

    def _row(self, columns: Sequence[Column], row: Sequence[Cell], *, strong: bool = False) -> Element:
        cells = (
            self.cell(*self._paragraphs(column, value, strong), last=column is columns[-1])
            for column, value in zip(columns, row, strict=True)
        )
        return node("w:tr", node("w:trPr", node("w:cantSplit")), *cells)

    def _paragraphs(self, column: Column, value: Cell, strong: bool) -> list[Element]:
        if isinstance(value, StatusValue):
            return self.status(value)
        if column.kind == "count":
            style = styles.COUNT_STRONG if strong else styles.COUNT
        else:
            style = styles.CELL_STRONG if strong or column.kind == "number" else styles.CELL
        word, _draft = cell_words(value)
        return [self._writing.paragraph(line, style) for line in word.split("\n")]

    def _picture(self, bucket: str) -> Element:
        """The shape of a bucket in the line of its word, which says the same: marked as decoration."""
        if bucket not in self._relations:
            self._relations[bucket], _image = self._part.get_or_add_image(shape_stream(bucket))
        self._pictures += 1
        drawing: Element = parse_xml(
            _PICTURE.format(
                ns=nsdecls("w", "wp", "a", "pic", "r"),
                id=self._pictures,
                relation=self._relations[bucket],
                size=_SHAPE_EMU,
            )
        )
        return drawing


_PICTURE = """
<w:r {ns}><w:rPr><w:position w:val="-2"/></w:rPr><w:drawing>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="{size}" cy="{size}"/>
    <wp:docPr id="{id}" name="shape {id}" descr="">
      <a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
        <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
      </a:ext></a:extLst>
    </wp:docPr>
    <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
      <pic:pic>
        <pic:nvPicPr><pic:cNvPr id="{id}" name="shape {id}"/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
        <pic:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        </pic:spPr>
      </pic:pic>
    </a:graphicData></a:graphic>
  </wp:inline>
</w:drawing></w:r>
"""
