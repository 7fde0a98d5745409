"""Elements of a Word document: paragraphs and runs with their direction. Which of them a block needs is not here."""

from functools import cache
from itertools import groupby
from typing import TypeAlias

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import _Element

from uprtracker.exporters.bidi import has_right_to_left, levels
from uprtracker.exporters.xml_text import writable
from uprtracker.vocabulary.font import printable

Element: TypeAlias = _Element
_PROSE = 60
"""Characters from which on a text is no name any more."""

TWIPS = 20
"""Twentieths of a point: what the format counts in."""


def node(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element such as `w:tc`; its attributes have the tag's own prefix."""
    prefix = tag.partition(":")[0]
    made: Element = oxml_parser.makeelement(_name(tag), nsmap=_namespaces(prefix))
    for name, value in attributes.items():
        made.set(_name(f"{prefix}:{name}"), str(value))
    made.extend(children)
    return made


def table_node(*children: Element) -> Element:
    """A `w:tbl` that declares what its pictures need: else the library compares the declarations of all of them with each
    other when the table gets its place, which takes as long as the square of their number."""
    prefixes = ("w", "wp", "a", "pic", "r")
    made: Element = oxml_parser.makeelement(
        _name("w:tbl"), nsmap={prefix: nsmap[prefix] for prefix in prefixes}
    )
    made.extend(children)
    return made


@cache
def _name(tag: str) -> str:
    return str(qn(tag))


@cache
def _namespaces(prefix: str) -> dict[str, str]:
    return {prefix: nsmap[prefix]}


def twips(points: float) -> int:
    return round(points * TWIPS)


def clean(text: str) -> str:
    """The text as fonts can draw and the format can hold it."""
    if text.isascii() and text.isprintable():
        return text
    return printable(writable(text))


class Writing:
    """Makes the paragraphs of one document; what has no letters of its own runs as the document does."""

    def __init__(self, *, right_to_left: bool, to_end: frozenset[str] = frozenset()) -> None:
        """`to_end` are the styles whose lines end where the document's lines end."""
        self.right_to_left = right_to_left
        self._to_end = to_end

    def paragraph(
        self,
        text: str,
        style: str,
        *,
        before: tuple[Element, ...] = (),
        after: tuple[Element, ...] = (),
        properties: tuple[Element, ...] = (),
    ) -> Element:
        """A paragraph of a style; line ends stay. `before` and `after` stand beside its runs, `properties` follow its own."""
        text = clean(text)
        from_right = self._from_right(text)
        own = [node("w:pStyle", val=style)]
        if from_right:
            own.append(node("w:bidi"))
        own.extend(properties)
        if self.right_to_left and not from_right:
            own.extend(self._against(text, style))
        return node("w:p", node("w:pPr", *own), *before, *runs(text), *after)

    def _against(self, text: str, style: str) -> list[Element]:
        """Words from the left in a document from the right: a name stands where lines begin, prose reads as it is used to."""
        if style in self._to_end:
            return [node("w:jc", val="left")]
        return [node("w:jc", val="right")] if len(text) <= _PROSE else []

    def _from_right(self, text: str) -> bool:
        if has_right_to_left(text):
            return levels(text)[0] == 1
        return self.right_to_left and not any(character.isalpha() for character in text)


def runs(text: str) -> list[Element]:
    """A text as runs of one direction each."""
    if not has_right_to_left(text):
        return [_run(text, rtl=False)] if text else []
    _base, found = levels(text)
    return [
        _run("".join(character for character, _level in piece), rtl=odd)
        for odd, piece in groupby(zip(text, found, strict=True), key=lambda pair: pair[1] % 2 == 1)
    ]


def _run(text: str, *, rtl: bool) -> Element:
    made = node("w:r")
    if rtl:
        made.append(node("w:rPr", node("w:rtl")))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(node("w:br"))
        if line:
            made.append(text_node(line))
    return made


def text_node(text: str) -> Element:
    made = node("w:t")
    made.text = text
    made.set(_name("xml:space"), "preserve")
    return made


def field(instruction: str, shown: str) -> list[Element]:
    """A field that the word processor fills in, such as `PAGE`; `shown` stands there until it does."""
    code = node("w:instrText")
    code.text = f" {instruction} "
    code.set(_name("xml:space"), "preserve")
    return [
        node("w:r", node("w:fldChar", fldCharType="begin")),
        node("w:r", code),
        node("w:r", node("w:fldChar", fldCharType="separate")),
        node("w:r", text_node(shown)),
        node("w:r", node("w:fldChar", fldCharType="end")),
    ]
