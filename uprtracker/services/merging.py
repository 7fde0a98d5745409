"""Taking back what was sent out: workbooks, packages, copies. Planned and shown first, then applied as one action."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models import sqlite_file
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.dossier_facts import facts_of
from uprtracker.services.dossier_merging import DossierPlan, plan_dossier, write_dossier
from uprtracker.services.merge_plan import Kind, MergePlan, PlannedCell
from uprtracker.services.package_file import read_facts
from uprtracker.services.package_merging import PackagePlan, plan_package, write_package_words
from uprtracker.services.store import Store
from uprtracker.services.workbook_merging import plan_workbook, write_workbook
from uprtracker.vocabulary.package import PACKAGE_FOR

Side = Literal["ours", "theirs"]
PREFERENCES = ("ask", "ours", "theirs")


class MergingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, path: Path) -> MergePlan:
        """Compare a file that came back with the dossier and with what it left with; nothing is written.

        `UserError` for a file of another dossier or without identity, `DoubtError` where a workbook's columns look shifted.
        """
        if not sqlite_file.is_database(path):
            return plan_workbook(self._store, path)
        facts = read_facts(path)
        with self._store.read() as session:
            ours = facts_of(session)
        if PACKAGE_FOR in facts and facts["database_id"] != ours["database_id"]:
            return plan_package(self._store, path, facts)
        return plan_dossier(self._store, path, facts)

    def apply(
        self,
        plan: MergePlan,
        *,
        prefer: str = "ask",
        choices: Mapping[tuple[int, str], Side] | None = None,
    ) -> ChangeSet:
        """Write what they changed, in one action after a backup; a workbook's entries are drafts in the ministry's name.

        Conflicts are left as they are with `ask` and `ours`; `choices` decide single cells by `PlannedCell.key`, and
        are the only way to take over a cell that was emptied.
        """
        self._require_right()
        cells = chosen_cells(plan, prefer, choices or {})
        if cells:
            self._store.back_up("merge")
        title = _("Merge {file} of {ministry} (SHA-256 {digest})").format(
            file=plan.path.name, ministry=plan.ministry, digest=plan.sha256[:12]
        )
        if isinstance(plan, DossierPlan):
            return write_dossier(self._store, plan, cells, title)
        if isinstance(plan, PackagePlan):
            return write_package_words(self._store, plan, cells, title)
        return write_workbook(self._store, plan, cells, title)

    def _require_right(self) -> None:
        """The State's dossier is the secretariat's to merge into, the NHRI's copy anybody's who writes for the NHRI."""
        if self._store.for_nhri:
            permission.require_annotating(self._store.actor)
        else:
            permission.require_planning(self._store.actor)


def chosen_cells(
    plan: MergePlan, prefer: str, choices: Mapping[tuple[int, str], Side]
) -> tuple[PlannedCell, ...]:
    """The cells whose returned value is taken."""
    if prefer not in PREFERENCES:
        raise UserError(
            _("'{word}' is not a preference; use one of: {words}.").format(
                word=prefer, words=", ".join(PREFERENCES)
            )
        )
    usual: dict[Kind, Side] = {
        Kind.THEIRS: "theirs",
        Kind.CONFLICT: "theirs" if prefer == "theirs" else "ours",
    }
    return tuple(
        cell
        for cell in plan.cells
        if cell.kind in (Kind.THEIRS, Kind.CONFLICT, Kind.CLEARED)
        and choices.get(cell.key, usual.get(cell.kind, "ours")) == "theirs"
    )
