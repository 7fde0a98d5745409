"""Documents coming in: chosen or dropped, read, previewed, written as one step; and what waits for a person afterwards."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.services.change import ChangeSet
from uprtracker.ui.background import Background, Task
from uprtracker.ui.background_flow import BackgroundFlow
from uprtracker.ui.file_flow import SUFFIX, FileFlow
from uprtracker.ui.import_progress import ImportProgress

if TYPE_CHECKING:  # loaded when a document comes in, so that the window appears at once
    from uprtracker.services.import_plan import ImportPlan
    from uprtracker.services.importing_files import AgreedFile, PlannedFile
    from uprtracker.services.table_preview import ColumnMapping
    from uprtracker.ui.dialogs.columns_dialog import ColumnsAnswer
    from uprtracker.ui.dialogs.import_dialog import ImportDialog
    from uprtracker.ui.dossier_session import DossierSession


class ImportFlow(BackgroundFlow):
    """What is done is told by signal. Files that come together are read, shown and written together."""

    waiting = Signal(str)
    """A sentence about what came without numbers and waits for a person."""
    recommendation_opened = Signal(int)

    def __init__(self, window: QWidget, background: Background, files: FileFlow) -> None:
        super().__init__(window, background)
        self._files = files
        self._paths: list[Path] = []
        self._mappings: dict[Path, ColumnMapping] = {}
        self._dialog: ImportDialog | None = None
        self._waits = False

    def serve(self, session: "DossierSession | None") -> None:
        """Import into this dossier from now on."""
        self._session, self._dialog = session, None
        self._paths, self._mappings = [], {}

    # files come in

    @Slot()
    def choose_and_import(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Import documents"),
            self._files.folder(),
            _("Documents (*.docx *.doc *.pdf *.xlsx *.xls *.csv *.tsv *.txt *.json);;All files (*)"),
        )
        if chosen:
            self.import_files([Path(name) for name in chosen])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the window: a dossier is opened, documents are imported together."""
        dossiers = [path for path in paths if path.suffix == SUFFIX]
        if dossiers:
            self._files.open(str(dossiers[0]))
        elif paths and self._session is None:
            self.refused.emit(
                _("Open a dossier or make a new one first; then drop the documents on the window.")
            )
        elif paths:
            self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read documents and show what they would change."""
        self._paths, self._mappings, self._dialog = list(paths), {}, None
        self._plan()

    def _plan(self) -> None:
        session = self._session
        if session is None or not self._paths:
            return
        service, paths, mappings = session.dossier.importing_files, list(self._paths), dict(self._mappings)
        shown = ImportProgress(_("Reading {name}…"), paths, self._dialog or self._window)
        task = self._run_shown(
            _("Reading {name}…").format(name=paths[0].name),
            lambda: service.plan(paths, mappings=mappings, begins=shown.begins, progress=shown.progress),
            shown,
        )
        task.finished.connect(self._preview)

    @Slot(object)
    def _preview(self, files: "Sequence[PlannedFile]") -> None:
        if self._session is None:
            return
        if self._dialog is not None:
            self._dialog.show_files(files)
            return
        if not any(file.plan for file in files):
            self._preview_none(files)
            return
        from uprtracker.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(files, self._window)
        dialog.answered.connect(self._import)
        dialog.columns_requested.connect(self._ask_columns)
        dialog.sums_requested.connect(self._show_sums_of)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _preview_none(self, files: "Sequence[PlannedFile]") -> None:
        """No file could be read: say why, or ask what the columns of the first table hold."""
        unclear = [file for file in files if file.needs_columns]
        if unclear:
            self._ask_columns(unclear[0])
        else:
            self.refused.emit(" ".join(file.refusal for file in files))

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(object)
    def _import(self, agreed: "Sequence[AgreedFile]") -> None:
        session = self._session
        if session is None or not agreed:
            return
        service, paths = session.dossier.importing_files, [one.file.path for one in agreed]
        self._waits = any(planned.waits for one in agreed for planned in one.plan.records)
        shown = ImportProgress(_("Importing {name}…"), paths, self._window)
        task = self._run_shown(
            _("Importing {name}…").format(name=paths[0].name),
            lambda: service.apply(agreed, begins=shown.begins, progress=shown.progress),
            shown,
        )
        task.finished.connect(self._enter_import)

    @Slot(object)
    def _enter_import(self, change: ChangeSet) -> None:
        self._enter(change)
        if self._session is None or not self._waits:
            return
        if count := len(self._session.dossier.matching.proposals()):
            words = ngettext(
                "{title}. {n} has no number and waits for you to say which recommendation it is.",
                "{title}. {n} have no number and wait for you to say which recommendations they are.",
                count,
            )
            self.waiting.emit(words.format(title=change.title, n=count))

    # what a person says about a file

    @Slot(object)
    def _ask_columns(self, file: "PlannedFile") -> None:
        from uprtracker.ui.dialogs.columns_dialog import ColumnsDialog

        if self._session is not None:
            importing = self._session.dossier.importing
            mapping = file.plan.mapping if file.plan else None
            try:
                dialog = ColumnsDialog(file.path, importing, mapping, self._dialog or self._window)
            except UserError as error:
                self.refused.emit(str(error))
                return
            dialog.answered.connect(self._take_columns)
            dialog.open()

    @Slot(object)
    def _take_columns(self, answer: "ColumnsAnswer") -> None:
        self._mappings[answer.path] = answer.mapping
        self._plan()

    # sums and matches

    @Slot(object)
    def _show_sums_of(self, plan: "ImportPlan") -> None:
        from uprtracker.ui.dialogs.reconciliation_dialog import ReconciliationDialog

        if plan.reconciliation is not None and self._dialog is not None:
            dialog = ReconciliationDialog(self._dialog)
            texts = {planned.record.number: planned.record.text for planned in plan.records}
            dialog.show_sums(plan.review.document_symbol, plan.reconciliation, texts)
            dialog.number_chosen.connect(self._dialog.pane.stand_on)
            dialog.open()

    @Slot()
    def ask_sums(self) -> None:
        """Show the sums of a review that the dossier holds."""
        from uprtracker.ui.dialogs.reconciliation_dialog import DossierSumsDialog

        if self._session is not None:
            dialog = DossierSumsDialog(self._session, self._window)
            dialog.recommendation_opened.connect(self.recommendation_opened)
            dialog.open()

    @Slot()
    def ask_matches(self) -> None:
        """Show what came without numbers and waits for a person to say which recommendation it is."""
        from uprtracker.ui.dialogs.matching_dialog import MatchingDialog

        if self._session is not None:
            MatchingDialog(self._session, self._window).open()

    def _run_shown(self, words: str, work: Callable[[], object], shown: ImportProgress) -> Task:
        task = self._background.run(words, work, blocks=True, has_dialog=True)
        shown.follow(task)
        return self._watch(task)
