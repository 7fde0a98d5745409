"""Reports going out: asked for in the dialog, saved, opened, printed. What takes long runs in the background."""

import sys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from uprtracker.i18n import _
from uprtracker.ui.background import Background
from uprtracker.vocabulary.read_model import Recommendation, WithheldCount
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

if TYPE_CHECKING:  # loaded when a report is asked for, so that the window appears at once
    from uprtracker.exporters.catalogue import Product
    from uprtracker.ui.dialogs.export_dialog import ExportWish
    from uprtracker.ui.dossier_session import DossierSession
    from uprtracker.ui.report_scope import ReportScope


class ReportFlow(QObject):
    """What is done is told by signal; `folder` of the window's files is where a file is proposed."""

    refused = Signal(str)
    saved = Signal(str)
    """The name of a report that lies on the disk now."""

    def __init__(self, window: QWidget, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._session: DossierSession | None = None
        self._saved: Path | None = None
        self.folder = Path()

    def serve(self, session: "DossierSession | None", folder: Path) -> None:
        """Make reports of this dossier from now on, and propose files in this folder."""
        self._session, self.folder = session, folder

    def scope(self, row_filter: RowFilter, shown: list[Recommendation]) -> "ReportScope":
        """What reports can be made of now; `row_filter` and `shown` are those of the list."""
        from uprtracker.ui.report_scope import ReportScope
        from uprtracker.vocabulary.figures import by_number

        session = self._session
        assert session is not None
        rows = session.rows.rows()
        return ReportScope(
            state_name=session.info.state_name,
            row_filter=row_filter,
            shown=len(by_number(shown)),
            total=len(by_number(rows)),
            today=session.today(),
            rows=rows,
            text=session.rows.text,
            snapshots=tuple((kept.name, kept.as_of) for kept in session.dossier.freezing.snapshots()),
        )

    # the dialog

    def ask(self, row_filter: RowFilter, shown: list[Recommendation]) -> None:
        """Ask which report is wanted."""
        from uprtracker.ui.dialogs.export_dialog import ExportDialog

        if self._session is not None:
            scope = self.scope(row_filter, shown)
            dialog = ExportDialog(scope, self._count_withheld, self.folder, self._window)
            dialog.answered.connect(self._export)
            dialog.open()

    def _count_withheld(self, request: ReportRequest) -> WithheldCount:
        assert self._session is not None
        return self._session.dossier.reports.load(request).withheld

    @Slot(object)
    def _export(self, wish: "ExportWish") -> None:
        from uprtracker.exporters.catalogue import find_product

        self.save(find_product(wish.product), wish.request, wish.target)

    # files

    def choose_and_save(self, product: "Product", request: ReportRequest, name: str) -> None:
        """Ask where the file is to be, and make it; `name` is proposed."""
        kinds = f"{product.title} (*{product.suffix})"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save the report"), str(self.folder / name), kinds
        )
        if chosen:
            target = Path(chosen)
            whole = (
                target if target.suffix == product.suffix else target.with_name(target.name + product.suffix)
            )
            self.save(product, request, whole)

    def save(self, product: "Product", request: ReportRequest, target: Path) -> None:
        """Make the file in the background, complete or not at all; the person may cancel."""
        from uprtracker.ui import report_work

        if self._session is None:
            return
        reports, stop = self._session.dossier.reports, Event()

        def make() -> Path:
            return report_work.save(reports, product, request, target, stop)

        task = self._background.run(_("Making {name}…").format(name=target.name), make, stop=stop)
        task.refused.connect(self.refused)
        task.broke.connect(self.report_bug)
        task.finished.connect(self._tell_saved)

    @Slot(object)
    def _tell_saved(self, target: Path) -> None:
        self._saved = target
        self.saved.emit(target.name)

    @Slot()
    def open_saved(self) -> None:
        """Open the report made last in the program that the person uses for such files."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    @Slot(object)
    def report_bug(self, bug: Exception) -> None:
        sys.excepthook(type(bug), bug, bug.__traceback__)
