"""Which sources there are: a file is recognised by what it holds, never by its name."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import (
    addendum,
    advance_questions,
    impact_oss,
    spreadsheet,
    thematic_list,
    uhri,
    upr_info,
    wg_report,
)
from uprtracker.importers import office_package as package
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.json_records import is_json
from uprtracker.importers.parsed_addendum import ParsedAddendum
from uprtracker.importers.pdf_text import is_pdf
from uprtracker.importers.record import Answers, ParsedDocuments, ParsedQuestions, ParsedReview
from uprtracker.importers.table_file import TableFile

Read = ParsedReview | ParsedAddendum | ParsedDocuments | ParsedQuestions
"""What a document is read into: recommendations of one document or of several, answers to them, or questions."""


def go_on(_done: int) -> None:
    """Go on reading whatever is done so far."""


@dataclass(frozen=True)
class Reading:
    """How a file is read.

    `home` is the State (ISO 3166 alpha-3) whose documents matter; of others a reader may take fewer. `mapping` is for
    somebody's own table, which `table` holds if it was opened before. `step` is called with the number of records read
    and may raise.
    """

    answers: Answers = field(default_factory=Answers)
    home: str = ""
    mapping: ColumnMapping | None = None
    table: TableFile | None = None
    step: Callable[[int], None] = go_on


@dataclass(frozen=True)
class Source:
    """One kind of document: its word on the command line, how it is told from others, and its reader."""

    key: str
    recognises: Callable[[Path], bool]
    read: Callable[[Path, Reading], Read]


def _read_list(path: Path, how: Reading) -> Read:
    return thematic_list.read_thematic_list(path, answers=how.answers)


def _read_report(path: Path, how: Reading) -> Read:
    return wg_report.read_wg_report(path, answers=how.answers)


def _read_addendum(path: Path, _how: Reading) -> Read:
    return addendum.read_addendum(path)


def _read_questions(path: Path, _how: Reading) -> Read:
    return advance_questions.read_advance_questions(path)


def _read_uhri(path: Path, how: Reading) -> Read:
    return uhri.read_uhri(path, home=how.home, step=how.step)


def _read_upr_info(path: Path, _how: Reading) -> Read:
    return upr_info.read_upr_info(path)


def _read_impact_oss(path: Path, how: Reading) -> Read:
    return impact_oss.read_impact_oss(path, answers=how.answers)


def _read_spreadsheet(path: Path, how: Reading) -> Read:
    return spreadsheet.read_spreadsheet(path, mapping=how.mapping, answers=how.answers, file=how.table)


def _anything(_path: Path) -> bool:
    """A table that nobody else recognises is somebody's own."""
    return True


_LIST = Source(thematic_list.SOURCE, thematic_list.recognises, _read_list)
_REPORT = Source(wg_report.SOURCE, wg_report.recognises, _read_report)
_ADDENDUM = Source(addendum.SOURCE, addendum.recognises, _read_addendum)
_QUESTIONS = Source(advance_questions.SOURCE, advance_questions.recognises, _read_questions)
_UHRI = Source(uhri.SOURCE, uhri.recognises, _read_uhri)
_UPR_INFO = Source(upr_info.SOURCE, upr_info.recognises, _read_upr_info)
_IMPACT_OSS = Source(impact_oss.SOURCE, impact_oss.recognises, _read_impact_oss)
_SPREADSHEET = Source(spreadsheet.SOURCE, _anything, _read_spreadsheet)

# An addendum bears the symbol of its report and more, so that it is asked first; so is who has columns of a name.
_PAPERS = (_LIST, _QUESTIONS, _ADDENDUM, _REPORT)
_TABLES = (_UPR_INFO, _UHRI, _IMPACT_OSS)
SOURCES = (*_PAPERS, *_TABLES, _SPREADSHEET)


_WORD_NAMES = (".doc", ".docx", ".docm", ".dot")
_WORD_97 = "WordDocument".encode("utf-16-le")
_ENOUGH_OF_OLE = 8 * 1024 * 1024


def find_source(path: Path, named: str = "") -> Source:
    """The source that a file is, or the one named; `UserError` for a word that names none."""
    known = {source.key: source for source in SOURCES}
    if named and named not in known:
        raise UserError(
            _("'{source}' is not a source; use one of: {known}.").format(source=named, known=", ".join(known))
        )
    if named:
        return known[named]
    asked = _PAPERS if _is_paper(path) else _TABLES
    found = next((source for source in asked if source.recognises(path)), None)
    # the reader of a file that nobody recognises says best what is wrong with it
    return found or _said_best(path)


def _is_paper(path: Path) -> bool:
    """Whether a file is a document of pages and no table or list of records; its name decides only where bytes do not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(len(package.OLE_MAGIC))
        if start == package.OLE_MAGIC and _WORD_97 in file.read(_ENOUGH_OF_OLE):
            return True
    named = path.suffix.lower() in _WORD_NAMES
    if start.startswith(package.ZIP_MAGIC):
        try:
            with zipfile.ZipFile(path) as archive:
                return any(name.startswith("word/") for name in archive.namelist())
        except package.UNREADABLE:
            return named
    return named or start.startswith(package.PDF_MAGIC)


def _said_best(path: Path) -> Source:
    if _is_paper(path):
        return _REPORT if is_pdf(path) else _LIST
    return _UHRI if is_json(path) else _SPREADSHEET
