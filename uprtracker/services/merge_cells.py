"""The cells of one returned row, compared three ways; answers that are incomplete are told and left out."""

from dataclasses import replace

from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.services.already_written import AlreadyWritten
from uprtracker.services.merge_plan import SAYING, Kind, PlannedCell, kind_of
from uprtracker.services.merge_rows import MatchedRow
from uprtracker.vocabulary.ministry_sheet import ANSWERS, plain
from uprtracker.vocabulary.status import Status

PARTS = {
    "progress_on": "progress",
    "measure_state": "measure",
    "measure_due": "measure",
    "evidence_link": "evidence",
}
"""Fields that say something only beside another one."""


def compare_row(matched: MatchedRow, written: AlreadyWritten) -> tuple[list[PlannedCell], list[Notice]]:
    """The cells of a row that was read, and what is in doubt in it."""
    theirs = dict(matched.returned.cells)
    doubts = _drop_incomplete(matched, theirs)
    settled = _settled(matched.row.id, theirs, written)
    ours = _ours(matched, theirs, settled)
    cells = [
        PlannedCell(
            recommendation_id=matched.row.id,
            number=matched.row.label,
            field=field.key,
            base=(base := matched.base.cells.get(field.key, "")),
            ours=ours.get(field.key, ""),
            theirs=theirs[field.key],
            kind=_kind(base, ours.get(field.key, ""), theirs[field.key], field.key in settled),
            address=matched.returned.addresses[field.key],
        )
        for field in ANSWERS
        if field.key in theirs
    ]
    return _bind_saying(cells), doubts


def _kind(base: str, ours: str, theirs: str, settled: bool) -> Kind:
    """What was taken in before, and is otherwise by now, the dossier has changed since."""
    kind = kind_of(base, ours, theirs)
    return Kind.OURS if settled and kind in (Kind.THEIRS, Kind.CONFLICT, Kind.CLEARED) else kind


def _ours(matched: MatchedRow, theirs: dict[str, str], settled: set[str]) -> dict[str, str]:
    """The dossier's values; of what is added, theirs where it stands in the dossier already."""
    row = matched.row
    added = {key: theirs.get(key, "") for key in settled}
    return added | {
        "status": row.status.value if row.status else "",
        "comment": plain(row.status_comment),
        "due": row.due_on.isoformat() if row.due_on else "",
    }


def _settled(id_: int, theirs: dict[str, str], written: AlreadyWritten) -> set[str]:
    """The fields of which the dossier has, or had, what they say."""
    found: set[str] = set()

    def get(key: str) -> str:
        return theirs.get(key, "")

    if written.has_status(id_, get("status"), get("comment"), get("status_on")):
        found.update(SAYING)
    if written.has_due(id_, get("due")):
        found.add("due")
    if written.has_progress(id_, get("progress"), get("progress_on")):
        found.update(("progress", "progress_on"))
    if written.has_measure(id_, get("measure")):
        found.update(("measure", "measure_state", "measure_due"))
    if written.has_evidence(id_, get("evidence"), get("evidence_link")):
        found.update(("evidence", "evidence_link"))
    if written.has_request(id_, get("not_ours")):
        found.add("not_ours")
    return found


def _drop_incomplete(matched: MatchedRow, theirs: dict[str, str]) -> list[Notice]:
    """Take out of `theirs` what cannot be written as it is, and say so."""
    doubts = []

    def drop(key: str, message: str) -> None:
        doubts.append(Notice(matched.returned.addresses[key], f"{matched.row.label}: {message}"))
        del theirs[key]

    status = theirs.get("status", "")
    is_new = status != matched.base.cells.get("status", "") or theirs.get("status_on")
    comment = theirs.get("comment", matched.base.cells.get("comment", ""))
    if status and is_new and Status(status).reason_required and not comment:
        drop("status", _("'{status}' needs a reason in the comment").format(status=Status(status).label))
    if theirs.get("status_on") and not theirs.get("status"):
        drop("status_on", _("there is a date and no status"))
    if theirs.get("comment") and not theirs.get("status") and not matched.row.status:
        drop("comment", _("there is a comment and no status"))
    for part, whole in PARTS.items():
        if theirs.get(part) and not theirs.get(whole):
            drop(part, _("the cell says something about an empty one beside it"))
    return doubts


def _bind_saying(cells: list[PlannedCell]) -> list[PlannedCell]:
    """Where status or comment is in conflict, what else they said of the status waits for the same decision.

    A date without a new status repeats the status that they saw; where the dossier says another by now, it waits too.
    """
    kinds = {cell.field: cell.kind for cell in cells}
    conflict = Kind.CONFLICT in (kinds.get("status"), kinds.get("comment")) or (
        kinds.get("status_on") is Kind.THEIRS and Kind.OURS in (kinds.get("status"), kinds.get("comment"))
    )
    if not conflict:
        return cells
    return [
        replace(cell, kind=Kind.CONFLICT) if cell.field in SAYING and cell.kind is Kind.THEIRS else cell
        for cell in cells
    ]
