"""The page of reports: previews, what is missing, saving and printing."""

from pathlib import Path
from threading import Event
from typing import cast

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from tests.ui.conftest import select
from tests.ui.test_accessibility import unnamed
from uprtracker.errors import UserError
from uprtracker.exporters.catalogue import find_product
from uprtracker.services.dossier import Dossier
from uprtracker.ui import report_work
from uprtracker.ui.dialogs.replace_dialog import ReplaceDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.briefing_page import BriefingPage
from uprtracker.ui.panels.reports_page import ReportsPage
from uprtracker.ui.wiring.reports_wiring import ReportsWiring
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

A_MINUTE = 60_000
NARROW = RowFilter(paragraphs=("12",))


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReportsPage:
    """On few recommendations, so that previews are quick."""
    window.workspace.recommendations.set_filter(NARROW)
    window.workspace.show_page("reports")
    shown = cast("ReportsPage", window.workspace.page("reports"))
    shown.options.rows.prefer_shown()
    wait_for(window, qtbot)
    return shown


def wait_for(window: MainWindow, qtbot: QtBot) -> None:
    """Until the preview of what is asked for now is there."""
    qtbot.wait(300)
    qtbot.waitUntil(lambda: not window.workspace.background.busy, timeout=A_MINUTE)
    qtbot.wait(20)


def wiring(window: MainWindow) -> ReportsWiring:
    return cast("ReportsWiring", window.workspace._places["reports"].wiring)


def test_a_pdf_is_shown_page_by_page(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    assert page.product.product().id == "status-pdf"
    assert page.view.page_count() > 1
    assert page.bar.page.text().startswith("Page 1 of ")
    qtbot.waitUntil(lambda: "Status of implementation" in page.view.accessibleDescription(), timeout=A_MINUTE)
    first = page.view._pictures[0][1].image
    assert first.width() == page.view._places[0].width()
    page.bar.forward.click()
    assert page.view.page() == 1
    assert unnamed(window) == []


def test_zoom_follows_the_view_until_a_person_chooses(page: ReportsPage, qtbot: QtBot) -> None:
    assert page.view.fits()
    across = page.view.factor()
    qtbot.keyClick(page.view, Qt.Key.Key_1)
    assert page.view.fits()
    assert page.view.factor() < across
    qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert not page.view.fits()
    larger = page.view.factor()
    qtbot.keyClick(page.view, Qt.Key.Key_Minus)
    assert page.view.factor() < larger
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert page.view.factor() == across


def test_readers_and_what_is_withheld_are_said_before_saving(
    window: MainWindow, page: ReportsPage, qtbot: QtBot
) -> None:
    page.options.rows.everything.setChecked(True)
    wait_for(window, qtbot)
    assert page.readers.text().startswith("Everybody may read it. Leaves out ")
    page.options.audiences[Confidentiality.RESTRICTED].setChecked(True)
    wait_for(window, qtbot)
    assert page.readers.text() == (
        "Only the readers named for it may read it. Nothing has to be left out for these readers."
    )


def test_what_a_pack_lacks_is_listed(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    assert not page.lacks.isVisible()
    page.product.choose("briefing-pdf")
    wait_for(window, qtbot)
    assert page.lacks.isVisible()
    assert page.lacks.list.count() > 0
    assert page.options.sheets.isVisible()
    page.lacks.list.itemActivated.emit(page.lacks.list.item(0))
    assert window.workspace.page("briefing").isVisible()


def test_the_pack_is_previewed_from_the_page_on_which_it_is_written(
    window: MainWindow, page: ReportsPage, qtbot: QtBot
) -> None:
    window.workspace.show_page("briefing")
    cast("BriefingPage", window.workspace.page("briefing")).export_requested.emit()
    wait_for(window, qtbot)
    assert page.isVisible()
    assert page.product.product().id == "briefing-pdf"


def test_characters_without_a_glyph_are_listed_and_replaced(
    window: MainWindow, page: ReportsPage, qtbot: QtBot
) -> None:
    assert not page.lacks.replace.isVisible()
    first = window.workspace.recommendations.model.rows()[0]
    window.session.editing.write_progress(
        first.id, "A lamp was lit \U0001f600.", None, Confidentiality.PUBLIC
    )
    wait_for(window, qtbot)
    assert page.lacks.list.item(0).text().startswith("No letter for \U0001f600 (U+1F600): ")
    page.lacks.replace.click()
    (dialog,) = window.findChildren(ReplaceDialog)
    dialog.lines["\U0001f600"].setText("(smiling)")
    dialog.accept()
    wait_for(window, qtbot)
    assert page.lacks.list.count() == 0
    shown = wiring(window)._preview
    assert shown is not None
    assert dict(shown.request.instead) == {"\U0001f600": "(smiling)"}
    printed = pypdfium2.PdfDocument(shown.pdf)
    assert any("(smiling)" in page_.get_textpage().get_text_range() for page_ in printed)
    printed.close()


def test_a_workbook_is_shown_as_what_will_be_in_it(
    window: MainWindow, page: ReportsPage, qtbot: QtBot
) -> None:
    page.product.choose("annex-xlsx")
    wait_for(window, qtbot)
    assert page.summary.isVisible()
    assert "Only: Paragraph 12" in page.summary._statement.text()
    assert page.summary.table.model().rowCount() == window.workspace.recommendations.model.rowCount()
    assert not page.print_button.isEnabled()
    assert page.save_button.isEnabled()


def test_words_are_counted_beside_their_limit(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    page.product.choose("nhri-docx")
    wait_for(window, qtbot)
    assert "of 2815 words" in page.lacks._remark.text()


def test_an_edit_makes_the_preview_stale(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    page.product.choose("annex-xlsx")
    wait_for(window, qtbot)
    window.workspace.show_page("recommendations")
    window.workspace.recommendations.set_filter(RowFilter())
    (changed,) = select(window, "115.8")
    window.session.editing.assign_lead(changed, "Ministry of Tides")
    window.workspace.show_page("reports")
    page.options.rows.everything.setChecked(True)
    wait_for(window, qtbot)
    assert any(row.lead == "Ministry of Tides" for row in page.summary.model.items())


def test_the_file_that_is_saved_is_what_was_shown(
    window: MainWindow, page: ReportsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = wiring(window)._preview
    assert shown is not None
    target = tmp_path / "report.pdf"
    with qtbot.waitSignal(window.reports.saved, timeout=A_MINUTE):
        window.reports.save(shown.product, shown.request, target)
    assert target.read_bytes() == shown.pdf


def test_what_is_stopped_leaves_no_file(live_sample: Dossier, tmp_path: Path) -> None:
    stop, target = Event(), tmp_path / "report.xlsx"
    stop.set()
    with pytest.raises(UserError, match="was not written"):
        report_work.save(live_sample.reports, find_product("annex-xlsx"), ReportRequest(NARROW), target, stop)
    assert list(tmp_path.glob("*.xlsx")) == list(tmp_path.glob(".*.xlsx")) == []
    live_sample.close()


def test_without_a_printer_pdf_is_offered(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.print_button.click()
    assert page.state.text().startswith("No printer is set up on this computer")
    assert page.offer_pdf.isVisible()


def test_pages_are_printed_in_their_range_and_as_they_lie(
    window: MainWindow, page: ReportsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    wiring(window).print_to(printer)
    qtbot.waitUntil(lambda: page.state.text() == "2 pages were printed.", timeout=A_MINUTE)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 2
    assert all(width > height for width, height in (printed.get_page_size(n) for n in range(2)))
    printed.close()


def test_closing_the_dossier_while_a_preview_is_made(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.show_page("reports")
    window.acts["close"].trigger()
    qtbot.waitUntil(lambda: not window.background.busy, timeout=A_MINUTE)
    assert window.welcome.isVisible()
