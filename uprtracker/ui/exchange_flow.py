"""Files that go out and come back: workbooks for ministries, packages, copies, and the merge of what returns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.background import Background
from uprtracker.ui.background_flow import BackgroundFlow
from uprtracker.vocabulary.merge_report import MergeReport
from uprtracker.vocabulary.package import GovernmentItem, PackageMade

if TYPE_CHECKING:  # loaded when something is sent or comes back, so that the window appears at once
    from uprtracker.services.merge_plan import MergePlan
    from uprtracker.ui.dialogs.merge_dialog import MergeAnswer
    from uprtracker.ui.dialogs.package_dialog import OwnPackageWish, PackageWish
    from uprtracker.ui.dialogs.workbook_dialog import WorkbookWish
    from uprtracker.ui.dossier_session import DossierSession

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True)
class _BooksMade:
    """How many workbooks lie in a folder, and how many items above their audience they leave out."""

    folder: Path
    count: int
    withheld: int


class ExchangeFlow(BackgroundFlow):
    """What is done is told by signal. What went out has left: it is no step that undo takes back."""

    sent = Signal(str)
    """A sentence about what lies on the disk now."""

    def __init__(self, window: QWidget, background: Background) -> None:
        super().__init__(window, background)
        self._folder = Path()
        self._queue: list[Path] = []

    def serve(self, session: "DossierSession | None", folder: Path) -> None:
        """Send out of and merge into this dossier from now on; files are proposed in this folder."""
        self._session, self._folder, self._queue = session, folder, []

    # what goes out

    @Slot()
    def ask_workbooks(self) -> None:
        from uprtracker.ui.dialogs.workbook_dialog import WorkbookDialog

        if self._session is not None:
            institutions = self._session.dossier.institutions.at_work()
            dialog = WorkbookDialog(institutions, self._folder, self._window)
            dialog.answered.connect(self._make_workbooks)
            dialog.open()

    @Slot(object)
    def _make_workbooks(self, wish: "WorkbookWish") -> None:
        session = self._session
        if session is None:
            return
        self._folder = wish.folder
        handing_out, today = session.dossier.handing_out, session.today().isoformat()

        def make() -> _BooksMade:
            from uprtracker.exporters.catalogue import export_ministry_workbook

            withheld = 0
            for ministry in wish.ministries:
                target = free_name(wish.folder, f"{ministry} {today}", ".xlsx")
                write = partial(export_ministry_workbook, target=target)
                sheet = handing_out.hand_out(ministry, write, language=wish.language, audience=wish.audience)
                withheld += sheet.withheld
            return _BooksMade(wish.folder, len(wish.ministries), withheld)

        task = self._run(_("Making workbooks…"), make, blocks=True)
        task.finished.connect(self._tell_workbooks)

    @Slot(object)
    def _tell_workbooks(self, made: _BooksMade) -> None:
        words = ngettext("{n} workbook made", "{n} workbooks made", made.count).format(n=made.count)
        self.sent.emit(f"{words}. {_left_out(made.withheld)}".strip())

    @Slot()
    def ask_package(self) -> None:
        """Ask for a package: for the NHRI from the State's dossier, for the secretariat from the NHRI's copy."""
        from uprtracker.ui.dialogs.package_dialog import SecretariatPackageDialog

        session = self._session
        if session is None:
            return
        state = session.info.state_name
        if session.dossier.store.for_nhri:
            proposed = free_name(self._folder, _("{state} - from the NHRI").format(state=state), ".uprt")
            dialog = SecretariatPackageDialog(proposed, self._window)
            dialog.answered.connect(self._make_own_package)
            dialog.open()
            return
        proposed = free_name(self._folder, _("{state} - for the NHRI").format(state=state), ".uprt")
        task = self._run(_("Reading…"), session.dossier.packaging.government_matter)
        self._proposed = proposed
        task.finished.connect(self._ask_ticks)

    @Slot(object)
    def _ask_ticks(self, items: Iterable[GovernmentItem]) -> None:
        from uprtracker.ui.dialogs.package_dialog import NhriPackageDialog

        dialog = NhriPackageDialog(tuple(items), self._proposed, self._window)
        dialog.answered.connect(self._make_package)
        dialog.open()

    @Slot(object)
    def _make_package(self, wish: "PackageWish") -> None:
        if self._session is not None:
            packaging = self._session.dossier.packaging
            task = self._run(
                _("Making {name}…").format(name=wish.target.name),
                lambda: packaging.package_for_nhri(wish.target, ticked=wish.ticked),
                blocks=True,
            )
            task.finished.connect(self._tell_package)

    @Slot(object)
    def _make_own_package(self, wish: "OwnPackageWish") -> None:
        if self._session is not None:
            packaging = self._session.dossier.packaging
            task = self._run(
                _("Making {name}…").format(name=wish.target.name),
                lambda: packaging.package_for_secretariat(wish.target, audience=wish.audience),
                blocks=True,
            )
            task.finished.connect(self._tell_package)

    @Slot(object)
    def _tell_package(self, made: PackageMade) -> None:
        self._folder = made.path.parent
        words = _(
            "Package {name}: {n} recommendations, {annotations} annotations, {assessments} assessments."
        ).format(
            name=made.path.name,
            n=made.recommendations,
            annotations=made.annotations,
            assessments=made.assessments,
        )
        self.sent.emit(f"{words} {_left_out(made.withheld.total)}".strip())

    @Slot()
    def ask_copy(self) -> None:
        from uprtracker.ui.dialogs.package_dialog import CopyDialog

        if self._session is not None:
            stem = _("{state} - copy").format(state=self._session.info.state_name)
            dialog = CopyDialog(free_name(self._folder, stem, ".uprt"), self._window)
            dialog.answered.connect(self._make_copy)
            dialog.open()

    @Slot(object)
    def _make_copy(self, target: Path) -> None:
        if self._session is not None:
            packaging = self._session.dossier.packaging
            words = _("Making {name}…").format(name=target.name)
            task = self._run(words, lambda: packaging.check_out(target), blocks=True)
            task.finished.connect(self._tell_copy)

    @Slot(object)
    def _tell_copy(self, target: Path) -> None:
        self._folder = target.parent
        self.sent.emit(_("Saved: {name}").format(name=target.name))

    @Slot()
    def open_folder(self) -> None:
        """Show the folder of what was sent out last."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    # what comes back

    @Slot()
    def choose_and_merge(self) -> None:
        """Ask for files that came back; each is previewed and merged by itself, one after another."""
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Merge what came back"),
            str(self._folder),
            _("Workbooks, packages and copies (*.xlsx *.uprt)"),
        )
        self.merge_files(Path(name) for name in chosen)

    def take_returned(self, paths: Iterable[Path]) -> list[Path]:
        """Merge those of the dropped files that are workbooks which came back; what is left is something else."""
        from uprtracker.services.returned_file import is_returned_workbook

        dropped = list(paths)
        returned = [path for path in dropped if self._session is not None and is_returned_workbook(path)]
        self.merge_files(returned)
        return [path for path in dropped if path not in returned]

    def merge_files(self, paths: Iterable[Path]) -> None:
        self._queue += list(paths)
        self._merge_next()

    @Slot()
    def _merge_next(self) -> None:
        if self._session is None or not self._queue:
            return
        path, merging = self._queue.pop(0), self._session.dossier.merging
        self._folder = path.parent
        words = _("Comparing {name}…").format(name=path.name)
        task = self._run(words, lambda: merging.plan(path), can_cancel=True)
        task.finished.connect(self._preview)
        task.refused.connect(self._merge_next)

    @Slot(object)
    def _preview(self, plan: "MergePlan") -> None:
        from uprtracker.ui.dialogs.merge_dialog import MergeDialog

        if self._session is not None:
            dialog = MergeDialog(plan, self._session.today(), self._window)
            dialog.report_requested.connect(self._keep_report)
            dialog.answered.connect(self._merge)
            dialog.rejected.connect(self._merge_next)
            dialog.open()

    @Slot(object)
    def _keep_report(self, report: MergeReport) -> None:
        """Ask where the comparison is to be kept."""
        stem = _("Comparison of {file}").format(file=Path(report.file).stem)
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Save this comparison"),
            str(free_name(self._folder, stem, ".xlsx")),
            _("Excel workbooks (*.xlsx)"),
        )
        if chosen:
            self.save_report(report, Path(chosen))

    def save_report(self, report: MergeReport, target: Path) -> None:
        """Write a comparison in the background."""

        def write() -> Path:
            from uprtracker.exporters.catalogue import export_merge_report

            export_merge_report(report, target)
            return target

        task = self._run(_("Making {name}…").format(name=target.name), write)
        task.finished.connect(self._tell_copy)

    @Slot(object)
    def _merge(self, answer: "MergeAnswer") -> None:
        if self._session is not None:
            merging = self._session.dossier.merging
            words = _("Merging {name}…").format(name=answer.plan.path.name)
            task = self._run(words, lambda: merging.apply(answer.plan, choices=answer.choices), blocks=True)
            task.finished.connect(self._enter)
            task.ended.connect(self._merge_next)


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A file that is not there yet: `Ministry of Justice 2026-11-24.xlsx`, then with ` (2)`."""
    plain = _UNSAFE.sub("_", stem).strip(" .") or "UPR"
    target, number = folder / f"{plain}{suffix}", 2
    while target.exists():
        target, number = folder / f"{plain} ({number}){suffix}", number + 1
    return target


def _left_out(withheld: int) -> str:
    """Every export says how many items it leaves out."""
    if not withheld:
        return ""
    return ngettext(
        "{n} item above the audience was left out.", "{n} items above the audience were left out.", withheld
    ).format(n=withheld)
