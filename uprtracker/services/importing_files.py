"""Bringing in several files at once: planned one after another as if those before were in, written as one action."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from uprtracker.errors import DoubtError, UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.services.change import ChangeSet
from uprtracker.services.import_plan import ImportPlan
from uprtracker.services.importing import FileRead, ImportingService
from uprtracker.services.many_objects import many_objects
from uprtracker.services.progress import SILENT, CancelledError, Progress
from uprtracker.services.store import Store

_ORDER = (
    "wg-report",
    "addendum",
    "thematic-list",
    "uhri",
    "impact-oss",
    "spreadsheet",
    "upr-info",
    "advance-questions",
)
"""A report is needed by its addendum, and numbers by what has none."""
_MOST_NAMED = 3


def _nobody(_place: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class PlannedFile:
    """One of the files: what it would change, or why it cannot be brought in.

    `needs_columns`: it is somebody's own table, and a person must say what its columns hold.
    """

    path: Path
    plan: ImportPlan | None = None
    refusal: str = ""
    needs_columns: bool = False
    read: FileRead | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class AgreedFile:
    """A file with its plan as a person completed it, and the numbers of records in doubt that they accepted."""

    file: PlannedFile
    plan: ImportPlan
    accepted: frozenset[str] = frozenset()


class ImportingFilesService:
    def __init__(self, store: Store, importing: ImportingService) -> None:
        self._store = store
        self._importing = importing

    def plan(
        self,
        paths: Sequence[Path],
        *,
        mappings: Mapping[Path, ColumnMapping] | None = None,
        begins: Callable[[int], None] = _nobody,
        progress: Progress = SILENT,
    ) -> tuple[PlannedFile, ...]:
        """Read files and compare each with the dossier as it will be after those before it; nothing is written.

        They come back in the order in which they are brought in. A file that cannot be brought in does not hold
        back the others. `begins` hears the place, from 0, of each file that is read. `CancelledError` when stopped.
        """
        known = mappings or {}
        found: list[PlannedFile] = []
        with many_objects():
            for place, path in enumerate(dict.fromkeys(paths)):
                begins(place)
                found.append(self._read(path, known.get(path), progress))
            found.sort(key=_rank)
            if sum(one.read is not None for one in found) < 2:
                return tuple(self._planned(one) for one in found)
            return self._planned_in_a_row(found)

    def apply(
        self,
        agreed: Sequence[AgreedFile],
        *,
        begins: Callable[[int], None] = _nobody,
        progress: Progress = SILENT,
    ) -> ChangeSet:
        """Write the files in one action: all or nothing, undone in one step, each with its digest in the history."""
        if len(agreed) == 1:
            (only,) = agreed
            return self._importing.apply(only.plan, accept=only.accepted, progress=progress)
        self._store.back_up("import")
        with many_objects(), self._store.together(_title(agreed)) as recorder:
            for place, one in enumerate(agreed):
                begins(place)
                assert one.file.read is not None
                plan = _with_answers_of(one.plan, self._importing.plan_read(one.file.read))
                self._importing.apply(plan, accept=one.accepted, progress=progress)
        return recorder.result()

    def _read(self, path: Path, mapping: ColumnMapping | None, progress: Progress) -> PlannedFile:
        try:
            return PlannedFile(path, read=self._importing.read(path, mapping=mapping, progress=progress))
        except CancelledError:
            raise
        except DoubtError as doubt:
            return PlannedFile(path, refusal=str(doubt), needs_columns=True)
        except UserError as refusal:
            # what a person said of its columns may be what is wrong
            return PlannedFile(path, refusal=str(refusal), needs_columns=mapping is not None)

    def _planned(self, file: PlannedFile) -> PlannedFile:
        if file.read is None:
            return file
        try:
            return replace(file, plan=self._importing.plan_read(file.read))
        except UserError as refusal:
            return replace(file, refusal=str(refusal), read=None)

    def _planned_in_a_row(self, files: Sequence[PlannedFile]) -> tuple[PlannedFile, ...]:
        """Each is written before the next is compared, and all of it is taken back in the end."""
        planned: list[PlannedFile] = []
        try:
            with self._store.together("") as _recorder:
                for file in files:
                    planned.append(self._planned(file))
                    plan = planned[-1].plan
                    if plan is not None and file is not files[-1]:
                        self._importing.apply(plan)
                raise _NothingIsKept
        except _NothingIsKept:
            return tuple(planned)


class _NothingIsKept(Exception):  # noqa: N818 - it ends a transaction and is no error
    """Ends the transaction in which plans were tried."""


def _rank(file: PlannedFile) -> int:
    key = file.read.source.key if file.read else ""
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _with_answers_of(seen: ImportPlan, plan: ImportPlan) -> ImportPlan:
    """The plan made again, with the cycle and the session that a person filled in."""
    return plan.with_answers(cycle=seen.review.cycle, session=seen.review.session)


def _title(agreed: Collection[AgreedFile]) -> str:
    if len(agreed) <= _MOST_NAMED:
        return _("Import {files}").format(files=", ".join(one.file.path.name for one in agreed))
    return ngettext("Import {n} file", "Import {n} files", len(agreed)).format(n=len(agreed))
