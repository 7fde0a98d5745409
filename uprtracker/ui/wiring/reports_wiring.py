"""The page of reports, joined to the dossier: previews are made in the background, the latest wish first."""

from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from uprtracker.i18n import _, ngettext
from uprtracker.ui import report_work
from uprtracker.ui.background import Task
from uprtracker.ui.dialogs.export_dialog import proposed_name
from uprtracker.ui.dialogs.replace_dialog import ReplaceDialog
from uprtracker.ui.page_wiring import PageWiring
from uprtracker.ui.panels.reports_page import ReportsPage
from uprtracker.ui.pdf_pages import PagePicture, page_picture
from uprtracker.ui.report_work import Preview
from uprtracker.vocabulary.briefing_text import TextKey

if TYPE_CHECKING:  # loaded when the page is first seen
    from uprtracker.ui.panels.briefing_page import BriefingPage

_PAUSE_MS = 250


class ReportsWiring(PageWiring):
    page: ReportsPage

    def make_page(self) -> ReportsPage:
        page = ReportsPage()
        self._preview: Preview | None = None
        self._preparing: Task | None = None
        self._stop = Event()
        self._picture: tuple[int, int, int] = (0, 0, 0)
        # one preview for options that are passed in a run
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._prepare)
        page.changed.connect(self._soon.start)
        page.view.picture_wanted.connect(self._draw)
        page.save_requested.connect(self._save)
        page.save_pdf_requested.connect(self._save)
        page.print_requested.connect(self._print)
        page.lacks.opened.connect(self._open_field)
        page.replace_requested.connect(self._ask_replacements)
        page.summary.status.opened.connect(self.workspace.show_filtered)
        return page

    def choose(self, product: str) -> None:
        """Show the preview of a product, by its name on the command line."""
        self.page.product.choose(product)

    def read(self) -> None:
        listed = self.workspace.recommendations
        self.page.offer(self.workspace.reports.scope(listed.row_filter, listed.model.rows()))
        self._prepare()

    def leave(self) -> None:
        super().leave()
        self._forget()
        self.page.clear()

    # the preview

    def _forget(self) -> None:
        self._soon.stop()
        self._stop.set()
        self._preview, self._preparing = None, None

    @Slot()
    def _prepare(self) -> None:
        session = self.session
        if session is None or not self.page.isVisible():
            return
        self._forget()
        if sentence := self.page.options.missing():
            self.page.say(sentence)
            return
        self.page.show_waiting()
        self._stop = stop = Event()
        reports, product = session.dossier.reports, self.page.product.product()
        request = self.page.options.request()
        self._preparing = self.workspace.background.run(
            _("Preparing the preview…"),
            lambda: report_work.prepare(reports, product, request, stop),
            stop=stop,
        )
        self._preparing.finished.connect(self._show)
        self._preparing.refused.connect(self._refuse)
        self._preparing.broke.connect(self._report_bug)
        self._preparing.ended.connect(self._end)

    def _is_current(self) -> bool:
        """Whether the task that speaks is the one that was asked for last."""
        return self._preparing is not None and self.sender() is self._preparing

    @Slot(object)
    def _show(self, preview: Preview) -> None:
        if self._is_current() and preview is not None:
            self._preview = preview
            self.page.show_preview(preview)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._is_current():
            self.page.clear()
            self.page.say(sentence)

    @Slot(object)
    def _report_bug(self, bug: Exception) -> None:
        if self._is_current():
            self.workspace.reports.report_bug(bug)

    @Slot()
    def _end(self) -> None:
        if self._is_current() and self._stop.is_set():
            self.page.say(_("Stopped; change an option to make the preview again."))

    @Slot(object)
    def _open_field(self, target: TextKey | int) -> None:
        """Go where a text of the pack is written."""
        self.workspace.show_page("briefing")
        cast("BriefingPage", self.workspace.page("briefing")).open_field(target)

    @Slot()
    def _ask_replacements(self) -> None:
        if self._preview is not None:
            instead = dict(self._preview.request.instead)
            dialog = ReplaceDialog(self._preview.characters, instead, self.page.window())
            dialog.answered.connect(self.page.options.replace_characters)
            dialog.open()

    # its pages

    @Slot(int, int, int)
    def _draw(self, document: int, number: int, width: int) -> None:
        if self._preview is None:
            return
        pdf = self._preview.pdf
        self._picture = (document, number, width)
        words = _("Drawing page {page}…").format(page=number + 1)
        task = self.workspace.background.run(words, lambda: page_picture(pdf, number, width))
        task.finished.connect(self._show_picture)
        task.broke.connect(self.workspace.reports.report_bug)

    @Slot(object)
    def _show_picture(self, picture: PagePicture) -> None:
        self.page.view.show_picture(*self._picture, picture)

    # out of the program

    @Slot()
    def _save(self) -> None:
        if self._preview is not None:
            product = self._preview.product
            name = proposed_name(product, self.page.options.scope())
            self.workspace.reports.choose_and_save(product, self._preview.request, name)

    @Slot()
    def _print(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self.page.say(
                _("No printer is set up on this computer; save the PDF and print it where there is one."),
                offer_pdf=True,
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(preview.product.title)
        dialog = QPrintDialog(printer, self.page.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(preview.pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)
        dialog.deleteLater()

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages that the printer was asked for, in the background; the person may cancel."""
        preview, stop = self._preview, Event()
        assert preview is not None
        task = self.workspace.background.run(
            _("Printing…"),
            lambda: report_work.print_pages(preview.pdf, preview.pages, printer, stop),
            stop=stop,
        )
        task.finished.connect(self._tell_printed)
        task.refused.connect(self._refuse_printing)
        task.broke.connect(self.workspace.reports.report_bug)

    @Slot(object)
    def _tell_printed(self, pages: int) -> None:
        self.page.say(ngettext("{n} page was printed.", "{n} pages were printed.", pages).format(n=pages))

    @Slot(str)
    def _refuse_printing(self, sentence: str) -> None:
        self.page.say(sentence, offer_pdf=True)
