"""What is asked of a report: which rows, for whom, in which language, and as of when. What is printed of it: `read_model`."""

from dataclasses import dataclass, field
from datetime import date

from uprtracker.vocabulary.briefing_text import SheetChoice
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.row_filter import RowFilter


@dataclass(frozen=True)
class ReportRequest:
    """`snapshot` names the stored state to print instead of today's; `since` a snapshot, or an ISO date, to compare with.

    `sheets` says which recommendations have a sheet in the briefing pack. `instead` are characters that no bundled font
    has, each with what is printed for it.
    """

    row_filter: RowFilter = field(default_factory=RowFilter)
    audience: Confidentiality = Confidentiality.PUBLIC
    language: str = "en"
    as_of: date | None = None
    snapshot: str = ""
    since: str = ""
    sheets: SheetChoice = SheetChoice.ALL
    instead: tuple[tuple[str, str], ...] = ()
