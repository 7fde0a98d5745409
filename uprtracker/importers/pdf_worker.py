"""The process in which a PDF file is opened: it reads the file from standard input and prints its lines as JSON.

pdf_text.py runs it as `python -m uprtracker.importers.pdf_worker PAGES`; a hostile file can end this process only.
"""

import ctypes
import io
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
MOST_MEMORY = 512 * 1024 * 1024

# What PDFium writes for a hyphen that ends a line; the hyphen itself is kept.
_LINE_END_HYPHENS = ("\x02", "\ufffe")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Shares of the size of the letters: another line, a raised mark, a gap wider than between words.
_OTHER_LINE = 0.6
_RAISED = 0.2
_GAP = 1.0


class RefusedError(Exception):
    """The word for pdf_text.py that says why a file is not read."""


@dataclass(frozen=True)
class Turn:
    """How a page is turned before it is shown: by `degrees` clockwise, then `width` wide and `height` high."""

    degrees: int
    width: float
    height: float

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as a reader sees it."""
        if self.degrees == 90:
            return y, self.height - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        return (self.width - y, x) if self.degrees == 270 else (x, y)


@dataclass(frozen=True)
class Run:
    """Characters in a row on one baseline; `spaced` says that a space stands before them. In points."""

    left: float
    right: float
    base: float
    size: float
    text: str
    spaced: bool


@dataclass(frozen=True)
class Line:
    """Runs on one baseline, give or take a raised mark; baseline and size are those of most characters."""

    runs: tuple[Run, ...]
    base: float
    size: float

    @classmethod
    def of(cls, runs: tuple[Run, ...]) -> "Line":
        weight: Counter[tuple[float, float]] = Counter()
        for run in runs:
            weight[run.base, run.size] += len(run.text)
        (base, size), _count = weight.most_common(1)[0]
        return cls(runs, base, size)


def read(pdf: bytes, pages: int) -> dict[str, Any]:
    """`{"pages": count, "lines": [[page, base, size, [[left, right, text], ...]], ...]}` of the first `pages`.

    In points from the lower left corner; lines from top to bottom. A line is cut at gaps wider than between
    words, as they stand between the cells of a table.
    """
    document = _open(pdf)
    if len(document) > MOST_PAGES:
        raise RefusedError("pages")
    lines: list[list[Any]] = []
    characters = 0
    for number in range(min(len(document), pages)):
        for line in _lines(_page_runs(document, number)):
            characters += sum(len(run.text) for run in line.runs)
            if characters > MOST_CHARACTERS:
                raise RefusedError("text")
            lines.append([number + 1, round(line.base, 1), round(line.size, 1), _pieces(line)])
    return {"pages": len(document), "lines": lines}


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(io.BytesIO(pdf))
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise RefusedError("locked" if locked else "damaged") from error


def _page_runs(document: pypdfium2.PdfDocument, number: int) -> list[Run]:
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
            return list(_runs(text_page, Turn(page.get_rotation(), *page.get_size())))
    except pypdfium2.PdfiumError as error:
        raise RefusedError("damaged") from error


def _runs(page: pypdfium2.PdfTextPage, turn: Turn) -> Iterator[Run]:
    """The characters of a page in the order of the file; spaces, line ends and new baselines end a run."""
    across, up = ctypes.c_double(), ctypes.c_double()
    text, first, last, left, base, spaced = "", 0, 0, 0.0, 0.0, True
    for at in range(page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(page, at))
        raw.FPDFText_GetCharOrigin(page, at, across, up)
        x, y = turn.seen(across.value, up.value)
        line_ends = character in _LINE_END_HYPHENS
        if text and (character.isspace() or (y != base and not line_ends)):
            yield _run(page, turn, text, (first, last), (left, base), spaced)
            text, spaced = "", False
        if character.isspace():
            spaced = True
        elif character != "\0":
            if not text:
                first, left, base = at, x, y
            last = at
            text += "-" if line_ends else _LIGATURES.get(character, character)
            if line_ends:
                yield _run(page, turn, text, (first, last), (left, base), spaced)
                text, spaced = "", True
    if text:
        yield _run(page, turn, text, (first, last), (left, base), spaced)


def _run(
    page: pypdfium2.PdfTextPage,
    turn: Turn,
    text: str,
    span: tuple[int, int],
    origin: tuple[float, float],
    spaced: bool,
) -> Run:
    """`span`: the indexes of the first and the last character."""
    matrix, box = raw.FS_MATRIX(), raw.FS_RECTF()
    raw.FPDFText_GetMatrix(page, span[0], matrix)
    size = raw.FPDFText_GetFontSize(page, span[0]) * math.hypot(matrix.c, matrix.d)
    raw.FPDFText_GetLooseCharBox(page, span[1], box)
    corners = turn.seen(box.left, box.bottom), turn.seen(box.right, box.top)
    right = max(origin[0], *(x for x, _y in corners))
    return Run(origin[0], right, origin[1], size, text, spaced)


def _lines(runs: list[Run]) -> list[Line]:
    """From top to bottom; what stands on one baseline is one line, however far apart."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _goes_on(groups[-1][-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    lines: list[Line] = []
    for line in sorted(map(Line.of, map(tuple, groups)), key=lambda line: (-line.base, line.runs[0].left)):
        if lines and lines[-1].base - line.base < _RAISED * line.size:
            lines[-1] = Line.of(lines[-1].runs + line.runs)
        else:
            lines.append(line)
    return lines


def _goes_on(before: Run, run: Run) -> bool:
    size = max(before.size, run.size)
    return abs(before.base - run.base) < _OTHER_LINE * size and run.left > before.left - size


def _pieces(line: Line) -> list[list[Any]]:
    """`[left, right, text]` between the wide gaps, from left to right; raised digits are written as raised."""
    pieces: list[list[Any]] = []
    for run in sorted(line.runs, key=lambda run: run.left):
        raised = run.base - line.base > _RAISED * line.size and run.size < line.size
        text = run.text.translate(_RAISED_DIGITS) if raised else run.text
        if pieces and run.left - pieces[-1][1] < _GAP * line.size:
            pieces[-1] = [pieces[-1][0], round(run.right, 1), pieces[-1][2] + " " * run.spaced + text]
        else:
            pieces.append([round(run.left, 1), round(run.right, 1), text])
    return pieces


def _limit_memory() -> None:
    """Where the system can: no more memory than a long report needs, and no copy of it on the disk."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def main() -> int:
    """Answer on standard output: the lines, or `{"refusal": word}`."""
    _limit_memory()
    try:
        answer = read(sys.stdin.buffer.read(), int(sys.argv[1]))
    except RefusedError as refusal:
        answer = {"refusal": str(refusal)}
    except MemoryError:
        answer = {"refusal": "memory"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
