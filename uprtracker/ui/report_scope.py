"""What reports can be made of: the dossier's rows, what the list shows of them, and the states that were stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter


@dataclass(frozen=True)
class ReportScope:
    """`row_filter` is that of the list, which shows `shown` numbers of `total`; `snapshots` are names with their days."""

    state_name: str
    row_filter: RowFilter
    shown: int
    total: int
    today: date
    rows: Sequence[Recommendation] = ()
    text: TextVersion | None = None
    snapshots: tuple[tuple[str, date], ...] = ()
