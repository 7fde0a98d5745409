"""Writing into a Word document that others made: lines in a cell in the cell's own type, and one more column.

Elements that are not named here stay as they are. What is written is for the products to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from uprtracker.exporters import bidi
from uprtracker.vocabulary.font import printable, script_runs

_NOT_OURS = ("b", "bCs", "i", "iCs", "lang", "rtl", "vertAlign", "highlight")
_AFTER_BIDI = (
    *(
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
    ),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle"),
    *("rPr", "sectPr", "pPrChange"),
)
_AFTER_RTL = ("cs", "em", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
_BEFORE_BOLD = ("rStyle", "rFonts")
_SHARE_OF_NEW_COLUMN = 0.28
_NARROW = 1 / 6
"""A column of less than this part of the table keeps its width: its words would break."""


@dataclass(frozen=True)
class WordLine:
    """One paragraph; `strong` stands before `text`, in bold. `from_right`: it begins at the right whatever stands first."""

    strong: str
    text: str = ""
    from_right: bool = False


def fill_cell(cell: etree._Element, lines: Sequence[WordLine], model: etree._Element | None = None) -> None:
    """Put `lines` in place of what a cell holds, in its own type or, where it holds none, in that of `model`."""
    paragraph = cell.find("{*}p")
    properties = _copy(paragraph, "{*}pPr")
    look = _look(cell)
    if look is None and model is not None:
        look = _look(model)
    for child in list(cell):
        if _name(child) != "tcPr":
            cell.remove(child)
    _drop(cell, "{*}tcPr/{*}noWrap")
    for line in lines or (WordLine(""),):
        cell.append(new_paragraph(cell, line, properties, look))


def new_paragraph(
    near: etree._Element,
    line: WordLine,
    properties: etree._Element | None = None,
    look: etree._Element | None = None,
) -> etree._Element:
    """A paragraph in the name space of `near`, with these properties and the look of these runs."""
    paragraph = _new(near, "p")
    strong, text = printable(line.strong), printable(line.text)
    ours = deepcopy(properties) if properties is not None else _new(near, "pPr")
    _drop(ours, "{*}bidi")
    if bidi.has_right_to_left(strong + text) and (line.from_right or bidi.levels(strong + text)[0]):
        _insert_before(ours, _new(near, "bidi"), _AFTER_BIDI)
    if len(ours):
        paragraph.append(ours)
    for words, bold in ((strong, True), (text, False)):
        for family, run in script_runs(words):
            paragraph.append(_run(near, run, look, bold=bold, from_right=family == "arabic"))
    return paragraph


def add_column(table: etree._Element, new_cells: Mapping[etree._Element, Sequence[WordLine]]) -> None:
    """A last column: a row of `new_cells` gets a cell with its lines, a banner grows, any other gets an empty cell.

    The table stays as wide as it is; its wide columns make room.
    """
    widths = _widths_with_new_column(table)
    for row in table.iter("{*}tr"):
        last = _cells(row)[-1]
        if row not in new_cells and _span(last) > 1:
            _set(last, "gridSpan", _span(last) + 1)
        else:
            cell = deepcopy(last)
            for name in ("gridSpan", "vMerge", "hMerge"):
                _drop(cell, f"{{*}}tcPr/{{*}}{name}")
            last.addnext(cell)
            fill_cell(cell, new_cells.get(row, ()))
        _set_widths(row, widths)


def _widths_with_new_column(table: etree._Element) -> list[int]:
    """The widths of the columns with the new one, in twentieths of a point, also written to the grid; maybe none."""
    grid = table.find("{*}tblGrid")
    columns = [] if grid is None else list(grid)
    old = [int(_get(column, "w") or 0) for column in columns]
    if grid is None or not old or not all(old):
        return []
    total = sum(old)
    wide = sum(width for width in old if width >= total * _NARROW)
    new = round(total * _SHARE_OF_NEW_COLUMN)
    widths = [round(w * (wide - new) / wide) if w >= total * _NARROW else w for w in old]
    widths.append(total - sum(widths))
    grid.append(deepcopy(columns[-1]))
    for column, width in zip(grid, widths, strict=True):
        column.set(_qualified(column, "w"), str(width))
    return widths


def _set_widths(row: etree._Element, widths: list[int]) -> None:
    before = row.find("{*}trPr/{*}gridBefore")
    at = int(_get(before, "val") or 0) if before is not None else 0
    for cell in _cells(row):
        span = _span(cell)
        width = cell.find("{*}tcPr/{*}tcW")
        if width is not None and at + span <= len(widths):
            width.set(_qualified(width, "w"), str(sum(widths[at : at + span])))
            width.set(_qualified(width, "type"), "dxa")
        at += span


def _run(
    near: etree._Element, text: str, look: etree._Element | None, *, bold: bool, from_right: bool
) -> etree._Element:
    run = _new(near, "r")
    properties = deepcopy(look) if look is not None else _new(near, "rPr")
    for name in _NOT_OURS:
        _drop(properties, f"{{*}}{name}")
    if bold:
        at = sum(_name(child) in _BEFORE_BOLD for child in properties)
        properties.insert(at, _new(near, "b"))
        properties.insert(at + 1, _new(near, "bCs"))
    if from_right:
        _set_complex_size(properties)
        _insert_before(properties, _new(near, "rtl"), _AFTER_RTL)
    if len(properties):
        run.append(properties)
    for number, piece in enumerate(text.split("\n")):
        if number:
            run.append(_new(near, "br"))
        words = _new(near, "t")
        words.text = piece
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def _set_complex_size(properties: etree._Element) -> None:
    """Arabic has a size of its own in this format: that of the letters beside it, or the style's."""
    _drop(properties, "{*}szCs")
    size = properties.find("{*}sz")
    if size is not None:
        same = deepcopy(size)
        same.tag = _qualified(size, "szCs")
        size.addnext(same)


def _look(cell: etree._Element) -> etree._Element | None:
    """How the first run of a cell looks, or its first paragraph's mark."""
    for path in ("{*}p/{*}r/{*}rPr", "{*}p/{*}pPr/{*}rPr"):
        found = cell.find(path)
        if found is not None:
            return deepcopy(found)
    return None


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr")) is row]


def _span(cell: etree._Element) -> int:
    span = cell.find("{*}tcPr/{*}gridSpan")
    return int(_get(span, "val") or 1) if span is not None else 1


def _set(cell: etree._Element, name: str, value: int) -> None:
    found = cell.find(f"{{*}}tcPr/{{*}}{name}")
    if found is not None:
        found.set(_qualified(found, "val"), str(value))


def _copy(element: etree._Element | None, path: str) -> etree._Element | None:
    found = element.find(path) if element is not None else None
    return deepcopy(found) if found is not None else None


def _drop(element: etree._Element, path: str) -> None:
    for found in element.findall(path):
        parent = found.getparent()
        if parent is not None:
            parent.remove(found)


def _insert_before(parent: etree._Element, child: etree._Element, names: Sequence[str]) -> None:
    """The order of properties is fixed by the format."""
    following = next((i for i, other in enumerate(parent) if _name(other) in names), len(parent))
    parent.insert(following, child)


def _new(near: etree._Element, name: str) -> etree._Element:
    return etree.Element(_qualified(near, name))


def _qualified(near: etree._Element, name: str) -> str:
    return f"{{{etree.QName(near).namespace}}}{name}"


def _get(element: etree._Element, name: str) -> str | None:
    value = element.get(_qualified(element, name))
    return None if value is None else str(value)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def elements(root: etree._Element, paths: Sequence[str]) -> Iterator[etree._Element]:
    """The elements at these paths, each of which must be there."""
    for path in paths:
        found = root.find(path)
        if found is None:
            raise LookupError(path)
        yield found
