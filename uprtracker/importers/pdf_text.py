"""The lines of a PDF with their places on the page, read in a process of its own and within bounds."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.printed_text import one_line

MOST_BYTES = 50 * 1024 * 1024
MOST_SECONDS = 20
PAGES_OF_FRONT = 3
_ALL_PAGES = 1_000_000
_HEADER_WITHIN = 1024
_LEAST_CHARACTERS_ON_A_PAGE = 20
_WORKER = "uprtracker.importers.pdf_worker"


@dataclass(frozen=True)
class PdfPiece:
    """Words of a line between two wide gaps; `left` and `right` in points from the left edge of the page."""

    left: float
    right: float
    text: str


@dataclass(frozen=True)
class PdfLine:
    """One printed line. `base` is its baseline in points from the foot of the page, `size` that of most of its
    letters. Raised digits, as of footnotes, are written as raised ones (`¹`)."""

    page: int
    base: float
    size: float
    pieces: tuple[PdfPiece, ...]

    @property
    def text(self) -> str:
        return one_line(" ".join(piece.text for piece in self.pieces))

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right


@dataclass(frozen=True)
class PdfText:
    """How many pages a PDF has, and the lines of those that were read, from top to bottom."""

    pages: int
    lines: tuple[PdfLine, ...]


def is_pdf(path: Path) -> bool:
    """Whether a file begins as a PDF does, whatever its name says."""
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(_HEADER_WITHIN)
    except OSError:
        return False


def read_pdf(path: Path, *, pages: int = _ALL_PAGES) -> PdfText:
    """The first `pages` of a PDF as lines; `UserError` says in one sentence why a file cannot be read.

    The bounds: `MOST_BYTES` of the file, `MOST_SECONDS`, and those of pdf_worker.py on pages, text and memory
    (the last where the system can limit a process).
    """
    answer = _answer(path, _checked(path), pages)
    if "refusal" in answer:
        raise _refusal(path, answer["refusal"])
    lines = tuple(
        PdfLine(page, base, size, tuple(PdfPiece(*piece) for piece in pieces))
        for page, base, size, pieces in answer["lines"]
    )
    if sum(len(line.text) for line in lines) < _LEAST_CHARACTERS_ON_A_PAGE * min(answer["pages"], pages):
        raise _refusal(path, "scanned")
    return PdfText(answer["pages"], lines)


def first_pages(path: Path) -> PdfText:
    """The first `PAGES_OF_FRONT` pages of a PDF, for telling what it is; `UserError` as for `read_pdf`.

    They are kept for the next one who asks about the same file: reading them takes a process each time.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return _first_pages(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _first_pages(path: Path, _changed_at: int, _size: int) -> PdfText:
    return read_pdf(path, pages=PAGES_OF_FRONT)


def _unreadable(path: Path, error: OSError) -> UserError:
    return _sentence(path, error.strerror or str(error), _("copy it to your own folder and try again"))


def _checked(path: Path) -> bytes:
    if not path.is_file():
        raise UserError(_("There is no file '{file}'; check its name and folder.").format(file=path))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refusal(path, "size")
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not content:
        raise _refusal(path, "empty")
    if b"%PDF-" not in content[:_HEADER_WITHIN]:
        raise _refusal(path, "other")
    return content


def _answer(path: Path, content: bytes, pages: int) -> dict[str, Any]:
    """What the process says; it is ended when the time is over, and its end without an answer is a refusal."""
    command = [sys.executable, "-P", "-m", _WORKER, str(pages)]
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(path, "time") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise _refusal(path, "stopped") from error
    return answer


def _environment() -> dict[str, str]:
    """Ours, with the folder of this very package first, wherever the program was started."""
    folders = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders)), "PYTHONIOENCODING": "utf-8"}


def _refusal(path: Path, word: str) -> UserError:
    reason, advice = {
        "empty": (_("it is empty (0 bytes)"), _("ask for it again")),
        "other": (_("it is no PDF file, whatever its name says"), _("choose the PDF of the document")),
        "locked": (
            _("it is protected by a password"),
            _("open it in a PDF program and save a copy without password"),
        ),
        "scanned": (
            _("it holds pictures of pages and no text"),
            _("download the document itself from documents.un.org"),
        ),
        "damaged": (_("it is damaged or was not copied completely"), _("copy or download it again")),
        "stopped": (_("it is damaged or made to do harm"), _("ask the sender for a fresh copy")),
        "time": (
            _("it takes longer than {count} seconds").format(count=MOST_SECONDS),
            _("ask the sender for a fresh copy"),
        ),
        "memory": (
            _("it would take far more memory than a real document"),
            _("ask the sender for a fresh copy"),
        ),
        "pages": (_("it has far more pages than such a document"), _("save the pages you need as a PDF")),
        "text": (_("it holds far more text than such a document"), _("save the pages you need as a PDF")),
        "size": (
            _("it is larger than {size} MB").format(size=MOST_BYTES // (1024 * 1024)),
            _("save the pages you need as a PDF"),
        ),
    }[word]
    return _sentence(path, reason, advice)


def _sentence(path: Path, reason: str, advice: str) -> UserError:
    sentence = _("'{file}' cannot be read because {reason}; {advice}.")
    return UserError(sentence.format(file=path.name, reason=reason, advice=advice))
