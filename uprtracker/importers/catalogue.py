"""Which sources there are: a file is recognised by what it holds, never by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import addendum, thematic_list, wg_report
from uprtracker.importers.parsed_addendum import ParsedAddendum
from uprtracker.importers.pdf_text import is_pdf
from uprtracker.importers.record import Answers, ParsedReview

Read = ParsedReview | ParsedAddendum
"""What a document is read into: recommendations, or the State's answers to them."""


@dataclass(frozen=True)
class Source:
    """One kind of document: its word on the command line, how it is told from others, and its reader."""

    key: str
    recognises: Callable[[Path], bool]
    read: Callable[[Path, Answers], Read]


def _read_list(path: Path, answers: Answers) -> Read:
    return thematic_list.read_thematic_list(path, answers=answers)


def _read_report(path: Path, answers: Answers) -> Read:
    return wg_report.read_wg_report(path, answers=answers)


def _read_addendum(path: Path, _answers: Answers) -> Read:
    return addendum.read_addendum(path)


_LIST = Source("thematic-list", thematic_list.recognises, _read_list)
_REPORT = Source("wg-report", wg_report.recognises, _read_report)
_ADDENDUM = Source("addendum", addendum.recognises, _read_addendum)
# an addendum bears the symbol of its report and more, so that it is asked first
SOURCES = (_LIST, _ADDENDUM, _REPORT)


def read_document(path: Path, *, source: str = "", answers: Answers | None = None) -> Read:
    """Read a file as the source that it is, or as the one named; `UserError` says why it cannot be read."""
    return _source_of(path, source).read(path, answers or Answers())


def _source_of(path: Path, named: str) -> Source:
    known = {source.key: source for source in SOURCES}
    if named and named not in known:
        raise UserError(
            _("'{source}' is not a source; use one of: {known}.").format(source=named, known=", ".join(known))
        )
    if named:
        return known[named]
    found = next((source for source in SOURCES if source.recognises(path)), None)
    # the reader of a file that nobody recognises says best what is wrong with it
    return found or (_REPORT if path.is_file() and is_pdf(path) else _LIST)
