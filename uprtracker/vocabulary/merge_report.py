"""What a merge compared, as it is kept on paper: cell by cell, and what a person decided about each."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MergeReportRow:
    """One cell in words. `happened` names its kind, `decision` what becomes of it; both as a person reads them."""

    number: str
    field: str
    base: str
    ours: str
    theirs: str
    happened: str
    decision: str


@dataclass(frozen=True)
class MergeReport:
    """`about` says which file of whom it is, a line each; `notices` is what was in doubt or only to be known."""

    file: str
    about: tuple[str, ...]
    notices: tuple[str, ...]
    rows: tuple[MergeReportRow, ...]
    made_on: date
    language: str
