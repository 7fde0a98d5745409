"""Prints documents as the UN prints them, from 2008 to today: symbol, page numbers, footnotes, lists, tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "Times-Roman", "Times-Bold"
RIGHT = 482


@dataclass
class Printer:
    """Writes on A4 from the top; a full page ends by itself. All measures in points.

    `hanging`: text stands right of its number; `gap`: extra distance between paragraphs; `old`: symbol and page
    stand at the head, on sides that change.
    """

    path: Path
    symbol: str
    hanging: bool = False
    gap: float = 6
    old: bool = False
    size: float = 10
    bottom: float = 110
    canvas: Canvas = field(init=False)
    y: float = field(init=False, default=0)
    page: int = field(init=False, default=0)
    notes: list[tuple[str, str]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.canvas = Canvas(str(self.path))
        self.new_page()

    def save(self) -> Path:
        self._finish()
        self.canvas.save()
        return self.path

    def new_page(self) -> None:
        if self.page:
            self._finish()
            self.canvas.showPage()
        self.page += 1
        side = 57 if self.page % 2 == 0 else RIGHT
        self._text(side, 777, self.symbol, PLAIN, 9)
        if self.old:
            self._text(side, 763, f"Page {self.page}", PLAIN, 9)
        self.y = 747

    def front(self, state: str, session: str = "forty-eighth", title: str = "Report") -> None:
        self.line(57, "Human Rights Council", BOLD, 12)
        self.line(113, "Report of the Working Group on the Universal Periodic", BOLD, 14)
        self.line(113, "Review*", BOLD, 14)
        self.line(113, state, BOLD, 14)
        if title != "Report":
            self.line(113, title, BOLD, 12)
            self.line(113, "Views on conclusions and/or recommendations, voluntary commitments", BOLD, 12)
            return
        self.line(113, "II. Conclusions and/or recommendations ............ 9", PLAIN, 10)
        self.paragraph(
            f"1. The Working Group on the Universal Periodic Review held its {session} session from 20 to 31 "
            f"January. The review of {state} was held at the 14th meeting."
        )

    def heading(self, text: str, mark: str = "") -> None:
        self.y -= 12
        self.line(85, text, BOLD, 14)
        if mark:
            self._text(85 + self.canvas.stringWidth(text, BOLD, 14), self.y + 19, mark, PLAIN, 7)
        self.y -= 8

    def paragraph(self, text: str, left: float = 113, font: str = PLAIN) -> None:
        """`text` may begin with a number, set off by a tab; `^1` prints a raised 1."""
        self.y -= self.gap
        number, tab, rest = text.partition("\t")
        if not tab:
            number, rest = "", text
        first = left + 43 if number else left
        lines = simpleSplit(
            rest.replace("^", ""), font, self.size, RIGHT - first if self.hanging else RIGHT - left - 20
        )
        for at, line in enumerate(lines):
            if at == 0 and number:
                self._text(left, self._room(), number, font, self.size)
            self.line(first if self.hanging or at == 0 else left, self._marked(line, rest), font, self.size)

    def rows(self, rows: Sequence[Sequence[str]], edges: Sequence[float]) -> None:
        """A table without lines; each cell is wrapped in its column."""
        widths = [right - left - 8 for left, right in zip(edges, [*edges[1:], 540], strict=True)]
        for row in rows:
            cells = [simpleSplit(t, PLAIN, self.size, w) for t, w in zip(row, widths, strict=True)]
            for at in range(max(map(len, cells))):
                y = self._room()
                for cell, left in zip(cells, edges, strict=True):
                    if at < len(cell):
                        self._text(left, y, cell[at], PLAIN, self.size)
                self.y -= self.size + 2
            self.y -= self.gap

    def note(self, mark: str, text: str) -> None:
        """A footnote at the foot of this page."""
        self.notes.append((mark, text))

    def line(self, left: float, text: str, font: str = PLAIN, size: float = 10) -> None:
        y = self._room()
        before, raised, after = text.partition("^")
        self._text(left, y, before, font, size)
        if raised:
            at = left + self.canvas.stringWidth(before, font, size)
            self._text(at, y + 4, after[:1], font, 6)
            self._text(at + 4, y, after[1:], font, size)
        self.y -= size + 2

    def _marked(self, line: str, whole: str) -> str:
        """The line with the raised mark that the whole text has at its end."""
        return (
            line[:-1] + "^" + line[-1]
            if whole[-2:-1] == "^" and whole.endswith(line[-1]) and whole.replace("^", "").endswith(line)
            else line
        )

    def _room(self) -> float:
        if self.y < self.bottom + 12 * len(self.notes):
            self.new_page()
        return self.y

    def _finish(self) -> None:
        for at, (mark, text) in enumerate(reversed(self.notes)):
            self._text(104, 100 + 11 * at + 3, mark, PLAIN, 6)
            self._text(113, 100 + 11 * at, text, PLAIN, 9)
        self.notes.clear()
        if not self.old:
            self._text(57 if self.page % 2 == 0 else 530, 60, str(self.page), PLAIN, 9)
            self._text(495 if self.page % 2 == 0 else 57, 60, "GE.25-02819", PLAIN, 8)

    def _text(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
