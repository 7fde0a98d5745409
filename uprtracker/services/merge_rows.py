"""Which row of a returned workbook is which recommendation, and whether columns were shifted against each other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from uprtracker.errors import DoubtError
from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.returned_workbook import ReturnedRow, ReturnedWorkbook
from uprtracker.vocabulary.ministry_sheet import BY_KEY, KEPT, Base, BaseRow
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.text import fold

_LEAST_SIMILAR = 0.6
_MANY = 0.2
"""The share of rows from which a difference is no slip in one row but a column that moved."""

_LEAST_SHIFTED = 2
_LEAST_SORTED = 4
"""Cells of one column that must have changed places before the column counts as sorted alone."""


@dataclass(frozen=True)
class MatchedRow:
    base: BaseRow
    returned: ReturnedRow
    row: Recommendation


@dataclass(frozen=True)
class Matching:
    """`new` rows are known to neither the workbook nor the dossier; `missing` ones left and did not come back."""

    rows: tuple[MatchedRow, ...]
    new: int
    missing: int
    in_doubt: tuple[Notice, ...]


def match_rows(
    returned: ReturnedWorkbook, base: Base, rows: Mapping[str, Recommendation], ministry: str
) -> Matching:
    """Pair the returned rows with their recommendations (by uid); `DoubtError` where columns look shifted."""
    by_uid = {row.uid: row for row in base.rows}
    found: defaultdict[str, list[ReturnedRow]] = defaultdict(list)
    doubts: list[Notice] = []
    new = 0
    for returned_row in returned.rows:
        known = _identify(returned_row, by_uid)
        if known is not None:
            found[known.uid].append(returned_row)
        elif returned_row.uid:
            doubts.append(Notice(returned_row.place, _("the row is from another file and was not read")))
        elif any(returned_row.cells.values()) or returned_row.text:
            new += 1
            doubts.append(
                Notice(
                    returned_row.place,
                    _("the row is new; recommendations come from the documents of the review"),
                )
            )
    _refuse_shifted(returned, found, by_uid)
    matched = []
    for uid, copies in found.items():
        refusal = _refusal(by_uid[uid], copies, rows.get(uid), ministry)
        if refusal:
            doubts.append(Notice(copies[0].place, refusal))
        else:
            matched.append(MatchedRow(by_uid[uid], copies[0], rows[uid]))
    return Matching(tuple(matched), new, len(by_uid) - len(found), tuple(doubts))


def _identify(row: ReturnedRow, by_uid: Mapping[str, BaseRow]) -> BaseRow | None:
    """By its uid; where that was lost, by its number if its text is the same."""
    if row.uid:
        return by_uid.get(row.uid)
    named = [known for known in by_uid.values() if known.number == row.number]
    return named[0] if len(named) == 1 and _same_text(row, named[0]) else None


def _same_text(row: ReturnedRow, known: BaseRow) -> bool:
    """An empty cell says nothing about which row it is."""
    ours, theirs = fold(known.text), fold(row.text)
    if not theirs or ours == theirs:
        return True
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _LEAST_SIMILAR


def _is_shifted(row: ReturnedRow, known: BaseRow) -> bool:
    if row.refused:
        return False
    return bool(row.number and row.number != known.number) or not _same_text(row, known)


def _refusal(known: BaseRow, copies: Sequence[ReturnedRow], row: Recommendation | None, ministry: str) -> str:
    """Why a row is left out; empty if it is not."""
    first = copies[0]
    if any(copy.cells != first.cells for copy in copies):
        places = "; ".join(copy.place for copy in copies)
        return _("{number} was copied and the copies differ ({places}); keep one and merge again").format(
            number=known.number, places=places
        )
    if first.refused:
        return first.refused
    if _is_shifted(first, known):
        return _("the row says {other}, but its identity is that of {number}; it was not read").format(
            other=first.number or _("something else"), number=known.number
        )
    if row is None:
        return _("{number} is no longer in this dossier").format(number=known.number)
    if ministry not in (row.lead, *row.supporting) and _says_something(first, known):
        return _(
            "{number} is no longer assigned to {ministry}; assign it again to take the answers in"
        ).format(number=known.number, ministry=ministry)
    return ""


def _says_something(row: ReturnedRow, known: BaseRow) -> bool:
    return any(word != known.cells.get(key, "") for key, word in row.cells.items())


def _refuse_shifted(
    returned: ReturnedWorkbook,
    found: Mapping[str, Sequence[ReturnedRow]],
    by_uid: Mapping[str, BaseRow],
) -> None:
    pairs = [(row, by_uid[uid]) for uid, rows in found.items() for row in rows]
    shifted = sum(_is_shifted(row, known) for row, known in pairs)
    if shifted >= _LEAST_SHIFTED and shifted >= _MANY * len(pairs):
        raise DoubtError(
            _(
                "'{file}': columns look shifted, {n} rows hold another number or text than their identity; "
                "undo the sorting of single columns and merge again."
            ).format(file=returned.path.name, n=shifted)
        )
    for field in KEPT:
        moved = _moved(field.key, pairs)
        if moved >= _LEAST_SORTED and moved >= _MANY * len(pairs):
            raise DoubtError(
                _(
                    "'{file}': columns look shifted, “{column}” seems to be sorted without the others; "
                    "undo the sorting and merge again."
                ).format(file=returned.path.name, column=BY_KEY[field.key].label)
            )


def _moved(key: str, pairs: Sequence[tuple[ReturnedRow, BaseRow]]) -> int:
    """How many cells of a column changed, if all that came back is what left, in another order."""
    cells = [(row.cells[key], known.cells.get(key, "")) for row, known in pairs if key in row.cells]
    if Counter(theirs for theirs, _base in cells) != Counter(base for _theirs, base in cells):
        return 0
    return sum(theirs != base for theirs, base in cells)
