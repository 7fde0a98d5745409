"""The styles of a Word document as LOOK.md says, set over the library's template; what is not used of it is taken out."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.styles.style import BaseStyle

from uprtracker.exporters.docx_xml import Element, node, twips
from uprtracker.exporters.pdf_style import SEMIBOLD, TextStyle, Type
from uprtracker.vocabulary.font import FAMILY_NAMES
from uprtracker.vocabulary.palette import LIGHT

NORMAL = "Normal"
TITLE_STYLE = "Title"
COVER_TITLE = "CoverTitle"
META = "ReportMeta"
HEADINGS = ("Heading1", "Heading2", "Heading3")
NOTE = "ReportNote"
CELL = "TableText"
CELL_STRONG = "TableStrong"
CELL_NOTE = "TableNote"
CELL_HEADER = "TableHeader"
BANNER = "TableBanner"
COUNT = "TableCount"
FIGURE = "KeyFigure"
COUNT_STRONG = "TableCountStrong"
COUNT_HEADER = "TableCountHeader"
LABEL = "FieldLabel"
QUOTATION = "ParagraphText"
SPOKEN = "SpokenText"
CAVEAT = "CoverCaveat"
HEADER = "Header"
FOOTER = "Footer"
EDGE_END = "PageEdgeEnd"
SECTION_END = "SectionEnd"
TO_END = frozenset((COUNT, COUNT_STRONG, COUNT_HEADER, EDGE_END))
"""Styles whose lines end at the far side."""

_OF_TABLES = frozenset((CELL, CELL_STRONG, CELL_NOTE, CELL_HEADER, BANNER, COUNT, COUNT_STRONG, COUNT_HEADER))
"""Styles whose lines stay as far apart in every script: fonts for Chinese ask for twice as much."""

TABLE = "ReportTable"
FRAME = "ReportFrame"

_KEPT = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Header",
    "Footer",
    "Table Normal",
    "Normal Table",
)
_KEPT_WITHOUT_NAME = ("Default Paragraph Font", "No List")
_LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}
_LATIN, _ARABIC, _CHINESE = FAMILY_NAMES["latin"], FAMILY_NAMES["arabic"], "Noto Sans SC"
_FALLBACKS = ((_LATIN, "Arial", "swiss"), (_ARABIC, "Arial", "swiss"), (_CHINESE, "Microsoft YaHei", "swiss"))


def set_styles(word: WordDocument, language: str, styles: Type) -> None:
    """Give a new document its styles."""
    for style in list(word.styles):
        if style.name not in (*_KEPT, *_KEPT_WITHOUT_NAME):
            style.delete()
    _set_defaults(word, language, styles.body.size)
    for look in _looks(styles):
        _set(word, look)
    for template in (_TABLE_STYLE, _FRAME_STYLE):
        colours = {"line": LIGHT.line[1:], "ink": LIGHT.ink[1:]}
        word.styles.element.append(parse_xml(template.format(ns=nsdecls("w"), **colours)))


@dataclass(frozen=True)
class _Look:
    """What a paragraph style looks like: spaces and indent in points, `level` its place in the outline, if it has one."""

    style_id: str
    name: str
    text: TextStyle
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep_next: bool = False
    level: int | None = None
    rule: bool = False


def _looks(styles: Type) -> tuple[_Look, ...]:
    body, strong, cell, title = styles.body, styles.strong, styles.cell, styles.title
    return (
        _Look(NORMAL, "Normal", body, after=0.5 * body.size),
        _Look(TITLE_STYLE, "Title", title, after=4, keep_next=True),
        _Look(COVER_TITLE, "Cover Title", styles.cover, before=90, after=12, keep_next=True),
        _Look(META, "Report Meta", styles.note, after=2),
        _Look(HEADINGS[0], "Heading 1", title, after=8, keep_next=True, level=0),
        _Look(HEADINGS[1], "Heading 2", styles.heading, before=14, after=5, keep_next=True, level=1),
        _Look(HEADINGS[2], "Heading 3", strong, before=9, after=3, keep_next=True, level=2),
        _Look(NOTE, "Report Note", styles.note, after=3),
        _Look(CELL, "Table Text", cell),
        _Look(CELL_STRONG, "Table Strong", styles.cell_strong),
        _Look(CELL_NOTE, "Table Note", styles.small),
        _Look(CELL_HEADER, "Table Header", styles.small_strong, keep_next=True),
        _Look(BANNER, "Table Banner", strong, before=7, keep_next=True),
        _Look(COUNT, "Table Count", cell),
        _Look(COUNT_STRONG, "Table Count Strong", styles.cell_strong),
        _Look(COUNT_HEADER, "Table Count Header", styles.small_strong, keep_next=True),
        _Look(FIGURE, "Key Figure", styles.figure, before=10, keep_next=True),
        _Look(LABEL, "Field Label", strong, before=6, after=1, keep_next=True),
        _Look(QUOTATION, "Paragraph Text", body, after=4, indent=18),
        _Look(SPOKEN, "Spoken Text", styles.spoken, after=6, indent=12, rule=True),
        _Look(CAVEAT, "Cover Caveat", body, before=24, indent=12, rule=True),
        _Look(HEADER, "header", styles.small),
        _Look(FOOTER, "footer", styles.small),
        _Look(EDGE_END, "Page Edge End", styles.small),
        _Look(SECTION_END, "Section End", TextStyle("regular", 1, 1)),
    )


def _set(word: WordDocument, look: _Look) -> None:
    style = _style(word, look)
    element = style.element
    for found in element.xpath("./*[not(self::w:name)]"):
        element.remove(found)
    if look.style_id != NORMAL:
        element.append(node("w:basedOn", val=NORMAL))
    if look.level is not None:
        element.append(node("w:next", val=NORMAL))
    element.append(node("w:qFormat"))
    element.append(_paragraph_properties(look))
    element.append(_run_properties(look.text))


def _style(word: WordDocument, look: _Look) -> BaseStyle:
    known: dict[str, BaseStyle] = {style.style_id: style for style in word.styles}
    if look.style_id not in known:
        known[look.style_id] = word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        known[look.style_id].element.styleId = look.style_id
    return known[look.style_id]


def _paragraph_properties(look: _Look) -> Element:
    made = node("w:pPr")
    if look.keep_next:
        made.append(node("w:keepNext"))
    if look.level is not None:
        made.append(node("w:keepLines"))
    if look.rule:
        edge = node("w:left", val="single", sz=12, space=8, color=LIGHT.accent[1:])
        made.append(node("w:pBdr", edge))
    made.append(
        node(
            "w:spacing",
            before=twips(look.before),
            after=twips(look.after),
            line=twips(look.text.leading),
            lineRule="exact" if look.style_id in _OF_TABLES else "atLeast",
        )
    )
    if look.indent:
        made.append(node("w:ind", left=twips(look.indent)))
    if look.style_id in TO_END:
        made.append(node("w:jc", val="right"))
    if look.level is not None:
        made.append(node("w:outlineLvl", val=look.level))
    return made


def _run_properties(style: TextStyle) -> Element:
    bold = "1" if style.weight == SEMIBOLD else "0"
    half_points = round(2 * style.size)
    return node(
        "w:rPr",
        node("w:b", val=bold),
        node("w:bCs", val=bold),
        node("w:color", val=style.colour[1:]),
        node("w:sz", val=half_points),
        node("w:szCs", val=half_points),
    )


def _set_defaults(word: WordDocument, language: str, body: float) -> None:
    """Fonts and language of everything; a run of Arabic or Chinese takes the font of its own script."""
    (defaults,) = word.styles.element.xpath("./w:docDefaults")
    for child in list(defaults):
        defaults.remove(child)
    right_to_left = language == "ar"
    languages = node(
        "w:lang",
        val="en-GB" if right_to_left or language == "zh" else _LOCALES[language],
        eastAsia="zh-CN",
        bidi="ar-SA",
    )
    size = round(2 * body)
    fonts = node("w:rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=_CHINESE, cs=_ARABIC)
    run = node("w:rPr", fonts, node("w:sz", val=size), node("w:szCs", val=size), languages)
    defaults.append(node("w:rPrDefault", run))
    defaults.append(node("w:pPrDefault", node("w:pPr", node("w:widowControl"))))


def font_table() -> bytes:
    """The fonts with what a system without them takes instead."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead, family in _FALLBACKS
    )
    declared = nsdecls("w")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {declared}>{fonts}</w:fonts>'.encode()


_TABLE_STYLE = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
      <w:bottom w:w="50" w:type="dxa"/><w:right w:w="200" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ink}"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
  <w:tblStylePr w:type="lastRow">
    <w:tcPr><w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{ink}"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>
"""

_FRAME_STYLE = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="ReportFrame">
  <w:name w:val="Report Frame"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
    <w:bottom w:w="30" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>
"""
