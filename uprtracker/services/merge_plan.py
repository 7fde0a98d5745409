"""What a merge would change, cell by cell, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from uprtracker.importers.record import Notice
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.history_value import printed_value
from uprtracker.vocabulary.ministry_sheet import measure_state_label
from uprtracker.vocabulary.read_model import Recommendation

SAYING = ("status", "comment", "status_on")
"""What the State says of a recommendation is one saying: a part of it is not taken while another is in conflict."""


class Kind(StrEnum):
    """What base, ours (the dossier now) and theirs (the returned cell) say of one cell together."""

    SAME = "same"
    OURS = "ours"
    EQUAL = "equal"
    THEIRS = "theirs"
    CLEARED = "cleared"
    CONFLICT = "conflict"


def kind_of(base: str, ours: str, theirs: str) -> Kind:
    """The three-way comparison of one cell. `CLEARED`: they emptied a value, which is never applied by itself."""
    if theirs == base:
        return Kind.SAME if ours == base else Kind.OURS
    if theirs == ours:
        return Kind.EQUAL
    if not theirs:
        return Kind.CLEARED
    return Kind.THEIRS if ours == base else Kind.CONFLICT


@dataclass(frozen=True)
class PlannedCell:
    """One cell. Values are words of the dossier (ISO dates, stored words of scales, texts); `address` is the workbook's.

    `uid` is that of the row which a package or a dossier brings; a recommendation may have several in one field.
    """

    recommendation_id: int
    number: str
    field: str
    base: str
    ours: str
    theirs: str
    kind: Kind
    address: str
    uid: str = ""

    @property
    def key(self) -> tuple[int, str]:
        return self.recommendation_id, f"{self.field}:{self.uid}" if self.uid else self.field


@dataclass(frozen=True)
class MergePlan:
    """What came back in one file, compared. `in_doubt` waits for a person; `warnings` is only to be known.

    `ministry` is who it came from: an institution, or the post of whoever had a copy.
    """

    path: Path
    sha256: str
    ministry: str
    audience: Confidentiality
    state_name: str
    rows: Mapping[int, Recommendation]
    cells: tuple[PlannedCell, ...]
    read: int
    new: int
    missing: int
    in_doubt: tuple[Notice, ...]
    warnings: tuple[Notice, ...]
    source: str = "ministry-workbook"

    def of_kind(self, kind: Kind) -> tuple[PlannedCell, ...]:
        return tuple(cell for cell in self.cells if cell.kind is kind)

    def to_json(self, applied: int, prefer: str) -> dict[str, Any]:
        """The result as COMMANDS.md says; `applied` is the number of cells written."""
        touched = {
            c.recommendation_id
            for c in self.cells
            if c.recommendation_id and c.kind not in (Kind.SAME, Kind.OURS, Kind.EQUAL)
        }
        waiting = {c.recommendation_id for c in self.of_kind(Kind.CLEARED)}
        documents = {(row.cycle, row.session, row.document_symbol) for row in self.rows.values()}
        cycle, session, symbol = documents.pop() if len(documents) == 1 else (None, None, "")
        return {
            "source": self.source,
            "state": self.state_name,
            "cycle": cycle,
            "session": session,
            "document_symbol": symbol,
            "ministry": self.ministry,
            "read": self.read,
            "new": self.new,
            "changed": len(touched),
            "equal": len(self.rows) - len(touched),
            "in_doubt": len(self.in_doubt) + len(waiting),
            "warnings": [
                {"where": notice.where, "message": notice.message}
                for notice in (*self.in_doubt, *self.warnings)
            ],
            "applied": applied,
            "conflicts": [_cell_json(cell) for cell in self.of_kind(Kind.CONFLICT)]
            if prefer == "ask"
            else [],
        }


def printed(field: str, word: str) -> str:
    """A value as a person reads it."""
    if field == "measure_state" and word:
        return measure_state_label(word)
    return printed_value(field, word)


def _cell_json(cell: PlannedCell) -> dict[str, str | None]:
    values = {name: printed(cell.field, getattr(cell, name)) or None for name in ("base", "ours", "theirs")}
    return {"number": cell.number, "field": cell.field, **values}
