"""How the cells of a workbook look: fonts that every office computer has, the palette of LOOK.md, hairlines."""

from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Status

FONT = "Arial"
SMALL = 9
"""Points; sheets are printed at about four fifths of their size."""

SHAPES = {
    Status.FULLY_IMPLEMENTED: "●",
    Status.PARTIALLY_IMPLEMENTED: "◕",
    Status.IN_PROGRESS: "◑",
    Status.PLANNED: "◔",
    Status.NOT_STARTED: "○",
    Status.CONTINUOUS: "↻",
    Status.NOT_BEING_IMPLEMENTED: "✕",
    NOT_REPORTED: "◌",
}
"""The status shapes as characters, shown before the word by a number format: the cell holds the bare word."""


def argb(colour: str) -> str:
    """`#rrggbb` as the format writes it."""
    return "FF" + colour.removeprefix("#").upper()


def tint(bucket: str) -> str:
    """A light ground in the status's colour, on which words stay in ink."""
    parts = (int(LIGHT.status[bucket][i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.18):02x}" for part in parts)


def status_format(bucket: str) -> str:
    return f'"{SHAPES[bucket]} "@'


def _font(size: float = SMALL, *, bold: bool = False, colour: str = LIGHT.ink) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=argb(colour))


def _align(horizontal: str | None = None, vertical: str = "top", *, wrap: bool = True) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap)


def set_usual_font(workbook: Workbook) -> None:
    """Make ours the font of cells without a style: widths of columns are counted in its digits.

    The library has no public way to do so.
    """
    usual = Font(name=FONT, size=10)
    workbook._fonts = IndexedList([usual])  # type: ignore[attr-defined]
    workbook._named_styles["Normal"].font = usual  # type: ignore[attr-defined]


_HAIRLINE = Border(bottom=Side("thin", color=argb(LIGHT.line)))
_RULE_ABOVE = Border(top=Side("medium", color=argb(LIGHT.ink)))
_RULE_BELOW = Border(bottom=Side("medium", color=argb(LIGHT.ink)))
_BOX = Border(
    left=Side("thin", color=argb(LIGHT.line)),
    right=Side("thin", color=argb(LIGHT.line)),
    bottom=Side("thin", color=argb(LIGHT.line)),
)
_TOTAL = Border(top=Side("thin", color=argb(LIGHT.ink)))


@dataclass(frozen=True, eq=False)
class CellStyle:
    """One look of a cell; compared by identity, so that a sheet makes one prototype of each per column."""

    font: Font = field(default_factory=_font)
    alignment: Alignment = field(default_factory=_align)
    border: Border = field(default_factory=Border)
    fill: PatternFill = field(default_factory=PatternFill)
    number_format: str = "General"


BLANK = CellStyle()
TITLE = CellStyle(_font(22, bold=True), _align(wrap=False))
META = CellStyle(_font(colour=LIGHT.secondary), _align())
FIGURE = CellStyle(_font(22, bold=True), _align("left", "bottom", wrap=False))
FIGURE_LABEL = CellStyle(_font(colour=LIGHT.secondary), _align("left"))
BLOCK_TITLE = CellStyle(_font(10, bold=True), _align(vertical="center", wrap=False), _RULE_ABOVE)
BLOCK_NOTE = CellStyle(_font(colour=LIGHT.secondary), _align("right", "center", wrap=False), _RULE_ABOVE)
HEADING = {
    2: CellStyle(_font(13, bold=True), _align(vertical="bottom", wrap=False), _RULE_BELOW),
    3: CellStyle(_font(10.5, bold=True), _align(vertical="bottom", wrap=False)),
}
HEADING_NOTE = {
    2: CellStyle(_font(colour=LIGHT.secondary), _align("right", "bottom", wrap=False), _RULE_BELOW),
    3: CellStyle(_font(colour=LIGHT.secondary), _align("right", "bottom", wrap=False)),
}
PROSE = CellStyle(_font(10), _align())
QUOTATION = CellStyle(_font(10, colour=LIGHT.secondary), _align())
BANNER = CellStyle(_font(bold=True, colour=LIGHT.secondary), _align(vertical="bottom", wrap=False), _HAIRLINE)
HEADER = CellStyle(_font(bold=True), _align(vertical="bottom"), _RULE_BELOW)
COUNT_HEADER = CellStyle(_font(bold=True), _align("right", "bottom"), _RULE_BELOW)
TEXT = CellStyle(border=_HAIRLINE)
STRONG = CellStyle(_font(bold=True), border=_HAIRLINE, number_format="@")
AS_TEXT = CellStyle(border=_HAIRLINE, number_format="@")
DATE = CellStyle(alignment=_align("left"), border=_HAIRLINE, number_format="d mmm yyyy")
NAME = CellStyle(alignment=_align(vertical="center"), border=_HAIRLINE)
COUNT = CellStyle(alignment=_align("right", "center"), border=_HAIRLINE, number_format="0;-0;–")
COUNT_STRONG = CellStyle(_font(bold=True), _align("right", "center"), _HAIRLINE, number_format="0;-0;–")
WHO = CellStyle(_font(colour=LIGHT.secondary), _align("right"), _HAIRLINE)
TOTAL_TEXT = CellStyle(_font(bold=True), _align(vertical="center"), _TOTAL)
TOTAL_COUNT = CellStyle(_font(bold=True), _align("right", "center"), _TOTAL, number_format="0;-0;–")
BOXED = {
    "number": CellStyle(_font(bold=True), border=_BOX, number_format="@"),
    "text": CellStyle(border=_BOX),
    "as_text": CellStyle(border=_BOX, number_format="@"),
    "status": CellStyle(border=_BOX),
    "date": CellStyle(alignment=_align("left"), border=_BOX, number_format="d mmm yyyy"),
    "count": CellStyle(alignment=_align("right"), border=_BOX, number_format="0;-0;–"),
}
"""Cells of a sheet that people edit, by the kind of their column; the status gets its colour from its word."""

STATUS = {
    bucket: CellStyle(
        border=_HAIRLINE,
        fill=PatternFill("solid", fgColor=argb(tint(bucket))),
        number_format=status_format(bucket),
    )
    for bucket in BUCKETS
}
