"""Draws on the pages of one PDF: text, rules, shapes. Lengths in points, y upwards; knows no table and no report."""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.pdf_file import PageFile
from uprtracker.exporters.pdf_font import Encoder
from uprtracker.exporters.pdf_style import HAIRLINE, TextStyle
from uprtracker.exporters.pdf_tag import RowTag, Structure, Tag
from uprtracker.exporters.pdf_text import Line

Point = tuple[float, float]

_SPACE = "0 Tz ( ) Tj 100 Tz"
"""A space of no width: whoever reads or copies on from a line to the next one needs it, and it stays in the margins."""


class _Link(LinkAnnotation):
    """A link that is part of the structure."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class _Piece:
    """Ends the piece of a page that a pen has begun; one for all of them, since a table has very many."""

    __slots__ = ("_pen",)

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_error: object) -> None:
        self._pen.end_piece()


class Pen:
    """Writes the operators of pages itself, which is what makes long tables fast; colours are `#rrggbb`.

    Everything on a page belongs to an element of its structure (`tagged`) or is furniture. `x` is counted from the side
    on which reading begins: on a page `mirrored` for Arabic, from its right edge.
    """

    def __init__(
        self, canvas: Canvas, page_width: float, structure: Structure, mirrored: bool = False
    ) -> None:
        self._canvas = canvas
        self._structure = structure
        self._marked = False
        self._piece = _Piece(self)
        self._tag: Tag | None = None
        self._shown: list[Line] = []
        self._file = PageFile(canvas)
        self._links = 0
        self._page_width = page_width
        self._mirrored = mirrored
        self._operators: list[str] = []
        self._write: Callable[[str], None] = self._operators.append
        self._encoder = Encoder(canvas._doc)
        self._fill = self._stroke = ""
        self._bookmarks = 0
        self._level = -1

    def end_page(self) -> None:
        self._file.add_page(self._operators)
        self._structure.next_page()
        self._operators.clear()
        self._fill = self._stroke = ""

    def tagged(self, tag: Tag | None) -> "_Piece":
        """What is drawn within belongs to this element; without one, or where it has been read already, it is furniture of
        the page, which nobody reads out."""
        if tag is None or tag.is_read:
            self._write("/Artifact BMC")
        else:
            self._write(f"/{tag.kind} <</MCID {self._structure.mark(tag)}>> BDC")
            self._tag = tag
        self._marked = True
        return self._piece

    def end_piece(self) -> None:
        self._write("EMC")
        self._marked = False
        if self._tag is not None:
            if self._tag.words or any(line.levels for line in self._shown):
                self._tag.say(" ".join(line.text for line in self._shown))
            self._tag = None
        self._shown.clear()

    def place(self, tag: Tag) -> None:
        """An element that has nothing to draw, such as an empty cell."""
        self._structure.place(tag)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to this page; `level` from 0 on, never more than one below the last."""
        self._level = min(level, self._level + 1)
        self._bookmarks += 1
        key = f"bookmark-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(top, 2))
        self._canvas.addOutlineEntry(title, key, self._level, closed=self._level > 0)

    def anchor(self, key: str, top: float) -> None:
        """A place of this page to which links lead."""
        self._canvas.bookmarkPage(f"key-{key}", fit="XYZ", left=0, top=round(top, 2))

    def link(self, x: float, top: float, size: Point, key: str, tag: Tag, words: str) -> None:
        """A rectangle of (width, height) that leads to an anchor; `words` say where."""
        width, height = size
        left = self._left(x, width)
        self._links += 1
        name = f"link-{self._links}"
        link = _Link(
            Rect=tuple(round(edge, 2) for edge in (left, top - height, left + width, top)),
            Contents=words,
            Destination=self._canvas._bookmarkReference(f"key-{key}"),
            Border="[0 0 0]",
            StructParent=self._structure.link(name, tag),
            F=4,
        )
        self._file.add_link(name, link)

    def text(self, x: float, top: float, lines: Sequence[Line], style: TextStyle, width: float = 0.0) -> None:
        """Lines from `top` downwards, each from `x` on. Prose that runs against the page ends at `x + width` instead."""
        placed = []
        for line in lines:
            start = x + width - line.width if line.against and width else x
            placed.append((self._left(start, line.width), line))
        self._show(top, placed, style)

    def text_to_end(self, end: float, top: float, lines: Sequence[Line], style: TextStyle) -> None:
        """Lines that end at `end`."""
        self._show(top, [(self._left(end - line.width, line.width), line) for line in lines], style)

    def numbers(self, x: float, top: float, lines: Sequence[Line], style: TextStyle, width: float) -> None:
        """Lines flush right on paper in a column that begins at `x`: digits run from the left in every language."""
        if self._mirrored:
            self.text(x, top, lines, style)
        else:
            self.text_to_end(x + width, top, lines, style)

    def turned_text(self, x: float, top: float, line: Line, style: TextStyle) -> None:
        """A line that runs down the page, its upper corner at (x, top)."""
        left = self._left(x, style.leading)
        self._write(f"q 0 -1 1 0 {left:.2f} {top:.2f} cm")
        self._fill = ""
        self._show(style.leading, [(0.0, line)], style)
        self._write("Q")
        self._fill = ""

    def _left(self, x: float, width: float) -> float:
        """The left edge on paper of something `width` points wide."""
        return self._page_width - x - width if self._mirrored else x

    def _show(self, top: float, placed: Sequence[tuple[float, Line]], style: TextStyle) -> None:
        if not placed:
            return
        self._fill_with(style.colour)
        operators = ["BT"]
        font = ""
        last_x = last_y = 0.0
        y = top - style.baseline
        for x, line in placed:
            self._shown.append(line)
            operators.append(f"{x - last_x:.2f} {y - last_y:.2f} Td")
            if line.levels is None:
                for name, codes in self._encoder.pieces(line.text, style.weight):
                    if name != font:
                        font = name
                        operators.append(f"{name} {style.size:g} Tf")
                    operators.append(f"({codes}) Tj")
                if line.spaced:
                    operators.append(_SPACE)
            else:
                font = ""
                operators.append(self._encoder.mixed(line.text, line.levels, style))
            last_x, last_y = x, y
            y -= style.leading
        operators.append("ET")
        self._write(" ".join(operators))

    def recorded(self, draw: Callable[[], None], colour: str = "") -> str:
        """The operators of a drawing instead of the drawing; with a colour, it begins and ends with that."""
        operators: list[str] = []
        outside = self._fill, self._marked, self._write
        self._fill, self._marked, self._write = colour, True, operators.append
        draw()
        if colour:
            self._fill_with(colour)
        self._fill, self._marked, self._write = outside
        self._shown.clear()
        return "\n".join(operators)

    def recorded_text(self, x: float, top: float, text: str, style: TextStyle) -> str:
        """The operators of lines as `Ruler.plain` makes them, from (x, top) downwards."""
        down = f"0.00 {-style.leading:.2f} Td"
        at = f"{x:.2f} {top - style.baseline:.2f} Td"
        if ordinary := self._encoder.ordinary(text, style.weight):
            font, codes = ordinary
            shown = codes.replace("\n", f") Tj {_SPACE} {down} (")
            return f"BT {at} {font} {style.size:g} Tf ({shown}) Tj {_SPACE} ET"
        lines = [Line(line, 0.0) for line in text.split("\n")]
        return self.recorded(lambda: self.text(x, top, lines, style), style.colour)

    def furniture(self, top: float, operators: str) -> None:
        """A recorded drawing around a height, that is on many pages and that nobody reads out."""
        self._write(f"q 1 0 0 1 0 {top:.2f} cm\n/Artifact BMC\n{operators}\nEMC\nQ")

    def row(self, tag: RowTag, top: float, colour: str, cells: Sequence[str]) -> None:
        """A row of a table whose cells are recorded drawings around its upper edge, in this colour; '' for empty ones."""
        self._fill_with(colour)
        filled = tuple([i for i, cell in enumerate(cells) if cell])
        first = self._structure.mark_cells(tag, filled)
        marked = [
            f"/{tag.cells[i][0]} <</MCID {mark}>> BDC\n{cells[i]}\nEMC\n"
            for mark, i in enumerate(filled, start=first)
        ]
        self._write(f"q 1 0 0 1 0 {top:.2f} cm\n{''.join(marked)}Q")

    def stamp(self, name: str, x: float, y: float, size: float, draw: Callable[[], None]) -> None:
        """A drawing in a square of `size` points, its lower left corner at (x, y). What `draw` draws from (0, 0) on is
        kept under `name` and drawn only once."""
        if not self._canvas.hasForm(name):
            outside = self._fill, self._stroke, self._mirrored, self._marked, self._write
            self._fill, self._stroke, self._mirrored, self._marked = "", "", False, True
            self._canvas.beginForm(name, 0, 0, size, size)
            self._write = self._canvas._code.append
            draw()
            self._canvas.endForm()
            self._file.add_stamp(name)
            self._fill, self._stroke, self._mirrored, self._marked, self._write = outside
        before, after = ("", "") if self._marked else ("/Artifact BMC ", " EMC")
        form = self._canvas._doc.getXObjectName(name)
        self._write(f"{before}q 1 0 0 1 {self._left(x, size):.2f} {y:.2f} cm\n/{form} Do\nQ{after}")

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Filled; `y` is its lower edge."""
        self._fill_with(colour)
        self._draw(f"{self._left(x, width):.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = HAIRLINE) -> None:
        """A horizontal line, its upper edge at `y`."""
        self.rectangle(x, y - thickness, width, thickness, colour)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, thickness: float) -> None:
        """The outline of a rectangle, its lower edge at `y`."""
        for edge in (y, y + height - thickness):
            self.rectangle(x, edge, width, thickness, colour)
        for side in (x, x + width - thickness):
            self.rectangle(side, y, thickness, height, colour)

    def hatch(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Upright strokes of one point, two points apart, that fill a rectangle."""
        for i in range(math.ceil(width / 2)):
            self.rectangle(x + 2 * i, y, min(1.0, width - 2 * i), height, colour)

    def line(self, points: Iterable[Point], colour: str, thickness: float, closed: bool = False) -> None:
        first, *others = points
        path = " ".join([f"{_at(first)} m", *(f"{_at(point)} l" for point in others)])
        self._stroke_with(colour)
        self._write(f"{thickness:.2f} w 1 J 1 j {path} {'s' if closed else 'S'}")

    def ring(self, centre: Point, radius: float, colour: str, thickness: float, dash: float = 0.0) -> None:
        self._stroke_with(colour)
        dashes = f"[{dash:.2f}] 0 d" if dash else "[] 0 d"
        self._write(f"{thickness:.2f} w 0 J {dashes} {_arc(centre, radius, 0, 360)} s [] 0 d")

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        self._fill_with(colour)
        self._write(f"{_arc(centre, radius, 0, 360)} f")

    def wedge(self, centre: Point, radius: float, share: float, colour: str) -> None:
        """The part of a disc that a clock's hand passes in `share` of its turn, from the top on."""
        self._fill_with(colour)
        self._write(f"{_arc(centre, radius, 90, 90 - 360 * share)} {_at(centre)} l f")

    def _draw(self, operators: str) -> None:
        """Lines and shapes outside any element are furniture of the page."""
        self._write(operators if self._marked else f"/Artifact BMC {operators} EMC")

    def _fill_with(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._write(f"{_rgb(colour)} rg")

    def _stroke_with(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._write(f"{_rgb(colour)} RG")


@cache
def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _arc(centre: Point, radius: float, start: float, end: float) -> str:
    """A path along a circle between two angles in degrees, anticlockwise from the right, in curves of a quarter or less."""
    pieces = max(1, math.ceil(abs(end - start) / 90))
    step = math.radians((end - start) / pieces)
    reach = 4 / 3 * math.tan(step / 4)
    angle = math.radians(start)
    path = [f"{_at(_on(centre, radius, angle, 0))} m"]
    for _piece in range(pieces):
        controls = (_on(centre, radius, angle, reach), _on(centre, radius, angle + step, -reach))
        angle += step
        path.append(" ".join(_at(point) for point in (*controls, _on(centre, radius, angle, 0))) + " c")
    return " ".join(path)


def _on(centre: Point, radius: float, angle: float, along: float) -> Point:
    """The point of a circle at an angle, moved by `along` radii on the tangent."""
    x = math.cos(angle) - along * math.sin(angle)
    y = math.sin(angle) + along * math.cos(angle)
    return centre[0] + radius * x, centre[1] + radius * y
