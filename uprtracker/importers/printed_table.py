"""Tables without ruled lines in printed pages: rows that begin with recommendation numbers, found by their columns."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from uprtracker.importers.number_ranges import leading_list
from uprtracker.importers.page_furniture import without_marks
from uprtracker.importers.pdf_text import PdfLine, PdfPiece
from uprtracker.importers.printed_paragraph import joined

_SAME_EDGE = 4
_NARROWEST_COLUMN = 18
_FEWEST_ROWS = 2
_SHARE_OF_ROWS = 0.4


@dataclass
class PrintedRow:
    """The cells of a row from left to right, each as its lines; empty ones stay. `page`: where it begins."""

    page: int
    cells: list[list[str]]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(joined([without_marks(line) for line in cell]) for cell in self.cells)


@dataclass
class Stretch:
    """Lines of running text, or rows of a table, in the order of the pages."""

    lines: list[PdfLine] = field(default_factory=list)
    rows: list[PrintedRow] = field(default_factory=list)


def stretches(lines: list[PdfLine], paragraphs: frozenset[str]) -> list[Stretch]:
    """Pages cut into running text and tables. `paragraphs`: those of the report whose numbers may stand alone.

    A table is at least two rows whose first cells begin with a number and whose columns begin at the same edges;
    it ends where a line runs over the beginning of a column.
    """
    found: list[Stretch] = []
    edges: list[float] = []
    for _page, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        edges = _edges([line for line in page if _starts_row(line, paragraphs)]) or edges
        for is_table, part in _parts(page, edges, paragraphs):
            goes_on = bool(found) and bool(found[-1].rows) == is_table
            if not goes_on:
                found.append(Stretch())
            if is_table:
                _add_rows(found[-1].rows, part, edges, paragraphs)
            else:
                found[-1].lines += part
    return found


def _starts_row(line: PdfLine, paragraphs: frozenset[str]) -> bool:
    if len(line.pieces) < 2 or line.pieces[1].left - line.left < _NARROWEST_COLUMN:
        return False
    label = leading_list(line.pieces[0].text, paragraphs)
    if label is None or not label.numbers:
        return False
    rest = line.pieces[0].text[label.end :].strip(" .,;:)-–")
    return not rest or "." in label.numbers[0].number


def _edges(starts: list[PdfLine]) -> list[float]:
    """The left edges of the columns: those that enough of the rows share."""
    lefts = sorted(piece.left for line in starts for piece in line.pieces)
    clusters: list[list[float]] = []
    for left in lefts:
        if clusters and left - clusters[-1][0] < _SAME_EDGE:
            clusters[-1].append(left)
        else:
            clusters.append([left])
    enough = max(_FEWEST_ROWS, _SHARE_OF_ROWS * len(starts))
    return [cluster[0] for cluster in clusters if len(cluster) >= enough]


def _parts(
    page: list[PdfLine], edges: list[float], paragraphs: frozenset[str]
) -> Iterable[tuple[bool, list[PdfLine]]]:
    """The page's lines in runs of running text and of table; a table begins with a row and has two of them."""
    if len(edges) < 2:
        return [(False, page)]
    parts: list[tuple[bool, list[PdfLine]]] = []
    for line in page:
        inside = _fits(line, edges) and (
            (bool(parts) and parts[-1][0])
            or (_starts_row(line, paragraphs) and _at(line.pieces[0], edges) == 0)
        )
        if parts and parts[-1][0] == inside:
            parts[-1][1].append(line)
        else:
            parts.append((inside, [line]))
    return [
        (is_table and sum(_starts_row(line, paragraphs) for line in part) >= _FEWEST_ROWS, part)
        for is_table, part in parts
    ]


def _fits(line: PdfLine, edges: list[float]) -> bool:
    """Whether no piece of the line runs over the beginning of a column."""
    return line.left > edges[0] - _SAME_EDGE and not any(
        piece.left < edge - _SAME_EDGE and piece.right > edge + _SAME_EDGE
        for piece in line.pieces
        for edge in edges
    )


def _add_rows(
    rows: list[PrintedRow], part: list[PdfLine], edges: list[float], paragraphs: frozenset[str]
) -> None:
    for line in part:
        first = line.pieces[0]
        labelled = _at(first, edges) == 0 and leading_list(first.text, paragraphs) is not None
        if labelled and not (rows and _label_goes_on(rows[-1])):
            rows.append(PrintedRow(line.page, [[] for _edge in edges]))
        if rows:
            row = rows[-1]
            row.cells += [[] for _missing in range(len(edges) - len(row.cells))]
            for piece in line.pieces:
                row.cells[_at(piece, edges)].append(piece.text)


def _label_goes_on(row: PrintedRow) -> bool:
    """`5., 6., 7.,` goes on in the line below."""
    return bool(row.cells[0]) and row.cells[0][-1].rstrip().endswith((",", "-", "–", " and", " to"))


def _at(piece: PdfPiece, edges: list[float]) -> int:
    return max((at for at, edge in enumerate(edges) if edge <= piece.left + _SAME_EDGE), default=0)
