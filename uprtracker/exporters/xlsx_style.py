"""How the cells of a workbook look: fonts that every office computer has, the palette of LOOK.md, hairlines."""

from copy import copy
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
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


def _align(
    horizontal: str | None = None, vertical: str = "top", *, wrap: bool = True, indent: int = 0
) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap, indent=indent)


def mirrored(alignment: Alignment) -> Alignment:
    """The alignment for a sheet that runs from right to left: `left` stands for the side where lines begin."""
    flipped = copy(alignment)
    if alignment.horizontal in ("left", "right"):
        flipped.horizontal = "right" if alignment.horizontal == "left" else "left"
    return flipped


def set_usual_font(workbook: Workbook) -> None:
    """Make ours the font of cells without a style: widths of columns are counted in its digits.

    The library has no public way to do so.
    """
    usual = Font(name=FONT, size=10)
    workbook._fonts = IndexedList([usual])  # type: ignore[attr-defined]
    workbook._named_styles["Normal"].font = usual  # type: ignore[attr-defined]


HAIRLINE = Border(bottom=Side("thin", color=argb(LIGHT.line)))
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
    protection: Protection = field(default_factory=Protection)


DAY = "d mmm yyyy"
_DAYS = {
    "fr": "[$-40C]d mmm yyyy",
    "es": "[$-C0A]d mmm yyyy",
    "ar": "[$-C01]d mmm yyyy",
    "ru": "[$-419]d mmm yyyy",
    "zh": '[$-804]yyyy"年"m"月"d"日"',
    "en": "[$-809]d mmm yyyy",
}


def number_format_in(language: str, number_format: str) -> str:
    """Days with the months of a language, whatever the language of the program that opens the file."""
    return _DAYS.get(language, number_format) if number_format == DAY else number_format


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
PROSE = CellStyle(_font(10), _align(vertical="center"))
QUOTATION = CellStyle(_font(10, colour=LIGHT.secondary), _align(vertical="center"))
BANNER = CellStyle(_font(bold=True, colour=LIGHT.secondary), _align(vertical="bottom", wrap=False), HAIRLINE)
HEADER = CellStyle(_font(bold=True), _align(vertical="bottom"), _RULE_BELOW)
HEADER_AFTER = CellStyle(_font(bold=True), _align("left", "bottom", wrap=False, indent=1), _RULE_BELOW)
COUNT_HEADER = CellStyle(_font(bold=True), _align("right", "bottom"), _RULE_BELOW)
TEXT = CellStyle(border=HAIRLINE)
STRONG = CellStyle(_font(bold=True), border=HAIRLINE, number_format="@")
IN_LIST = {
    "number": CellStyle(_font(bold=True), number_format="@"),
    "text": CellStyle(),
    "after": CellStyle(alignment=_align("left", indent=1)),
    "as_text": CellStyle(alignment=_align("left", indent=1), number_format="@"),
    "date": CellStyle(alignment=_align("left", indent=1), number_format=DAY),
}
"""Cells of lists to read, by the kind of their column; `after` and the rest stand clear of the text before them.
One rule for the sheet draws their hairlines."""

OVERFLOW = CellStyle(alignment=_align("left", wrap=False, indent=1))
"""A text of one line that runs on over the empty cells beside it."""

NAME = CellStyle(alignment=_align(vertical="center"), border=HAIRLINE)
NAME_AT_END = CellStyle(alignment=_align("right", "center"), border=HAIRLINE)
"""For words after figures, which end at the right edge as the figures do."""

COUNT = CellStyle(alignment=_align("right", "center"), border=HAIRLINE, number_format="0;-0;–")
COUNT_STRONG = CellStyle(_font(bold=True), _align("right", "center"), HAIRLINE, number_format="0;-0;–")
WHO = CellStyle(_font(colour=LIGHT.secondary), _align("right"), HAIRLINE)
TOTAL_TEXT = CellStyle(_font(bold=True), _align(vertical="center"), _TOTAL)
TOTAL_COUNT = CellStyle(_font(bold=True), _align("right", "center"), _TOTAL, number_format="0;-0;–")
BOXED = {
    "number": CellStyle(_font(bold=True), border=_BOX, number_format="@"),
    "text": CellStyle(border=_BOX),
    "as_text": CellStyle(border=_BOX, number_format="@"),
    "status": CellStyle(border=_BOX),
    "date": CellStyle(alignment=_align("left"), border=_BOX, number_format=DAY),
    "count": CellStyle(alignment=_align("right"), border=_BOX, number_format="0;-0;–"),
}
"""Cells of a sheet that people edit, by the kind of their column; the status gets its colour from its word."""


def _status_style(bucket: str, alignment: Alignment, border: Border) -> CellStyle:
    fill = PatternFill("solid", fgColor=argb(tint(bucket)))
    return CellStyle(alignment=alignment, border=border, fill=fill, number_format=status_format(bucket))


STATUS = {bucket: _status_style(bucket, _align("left", indent=1), Border()) for bucket in BUCKETS}
STATUS_IN_SCALE = {bucket: _status_style(bucket, _align(vertical="center"), HAIRLINE) for bucket in BUCKETS}
