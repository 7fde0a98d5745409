"""Asking for a report: what an audience does not get to see is said before the file is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.export_dialog import ExportDialog, ExportWish
from uprtracker.ui.panels.report_options import withheld_words
from uprtracker.ui.report_scope import ReportScope
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.briefing_text import SheetChoice
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import WithheldCount
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

TODAY = date(2026, 11, 23)
NARROW = RowFilter(paragraphs=("10 (a)",), cycles=(4,))
SNAPSHOTS = (("Mid-term", date(2025, 6, 30)), ("Year end", date(2025, 12, 31)))
Make = Callable[..., ExportDialog]


@pytest.fixture
def make(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Make:
    def made(row_filter: RowFilter = NARROW) -> ExportDialog:
        scope = ReportScope("Arvania", row_filter, 12, 62, TODAY, snapshots=SNAPSHOTS)
        dialog = ExportDialog(scope, count, tmp_path)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def count(request: ReportRequest) -> WithheldCount:
    """Five annotations are above the public; of all recommendations there is one piece of evidence more."""
    if request.audience is not Confidentiality.PUBLIC:
        return WithheldCount()
    return WithheldCount(annotations=5, evidence=0 if request.row_filter.narrows else 1)


def answers(dialog: ExportDialog) -> list[ExportWish]:
    heard: list[ExportWish] = []
    dialog.answered.connect(heard.append)
    return heard


def test_it_proposes_the_public_and_what_is_shown(make: Make, tmp_path: Path) -> None:
    dialog = make()
    assert dialog.objectName() == "export_dialog"
    assert dialog.options.rows.only_shown.text() == "The 12 shown in the list"
    assert dialog.options.rows.shown_by.text() == "Paragraph 10 (a); Cycle 4"
    heard = answers(dialog)
    dialog.accept()
    target = tmp_path / "Arvania, Status report 2026-11-23.xlsx"
    assert heard == [ExportWish("status-xlsx", ReportRequest(NARROW), target)]


def test_without_a_filter_there_is_nothing_to_choose(make: Make) -> None:
    dialog = make(RowFilter())
    assert not dialog.options.rows.only_shown.isVisible()
    assert dialog.answer().request.row_filter == RowFilter()


def test_it_says_how_many_items_are_left_out(make: Make) -> None:
    dialog = make()
    said = dialog.options.withheld
    left_out = "Without what is marked Government or Restricted. Leaves out"
    assert said.text() == f"{left_out} 5 items, and says so: 5 annotations."
    dialog.options.rows.everything.setChecked(True)
    assert said.text() == f"{left_out} 6 items, and says so: 5 annotations, 1 piece of evidence."
    dialog.options.audiences[Confidentiality.GOVERNMENT].setChecked(True)
    assert said.text() == ("Without what is marked Restricted. Nothing has to be left out for these readers.")


def test_language_and_state_of_the_dossier_are_asked_for(make: Make) -> None:
    dialog = make()
    dialog.options.language.set_language("ar")
    kinds = dialog.options.as_of.kind
    assert [kinds.itemText(n) for n in range(kinds.count())] == [
        "Today",
        "Snapshot: Year end, 31 December 2025",
        "Snapshot: Mid-term, 30 June 2025",
        "An earlier day…",
    ]
    kinds.setCurrentIndex(2)
    request = dialog.answer().request
    assert (request.language, request.snapshot, request.as_of) == ("ar", "Mid-term", None)
    dialog.options.as_of.choose_day(date(2026, 1, 31))
    assert dialog.answer().request.as_of == date(2026, 1, 31)


def test_a_product_is_asked_only_for_what_it_takes(make: Make) -> None:
    dialog = make()
    assert not dialog.options.sheets.isVisible()
    dialog.product.choose("briefing-pdf")
    assert dialog.options.sheets.isVisible()
    dialog.options.sheets.setCurrentIndex(1)
    assert dialog.answer().request.sheets is SheetChoice.GROUPED


def test_the_file_follows_the_product(make: Make, tmp_path: Path) -> None:
    dialog = make()
    dialog.product.choose("status-pdf")
    assert dialog.answer().target.name == "Arvania, Status report 2026-11-23.pdf"
    dialog.file.edit.setText(str(tmp_path / "mine.pdf"))
    dialog.product.choose("status-xlsx")
    assert dialog.answer().target == tmp_path / "mine.xlsx"


def test_a_name_without_ending_gets_one(make: Make, tmp_path: Path) -> None:
    dialog = make()
    dialog.file.edit.setText(str(tmp_path / "report v1.2"))
    assert dialog.answer().target == tmp_path / "report v1.2.xlsx"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: d.file.edit.clear(), "Name the file of the report."),
        (lambda d: d.file.edit.setText("/no/such/folder/report.xlsx"), "There is no folder"),
        (lambda d: d.options.as_of.choose_day(date(2027, 1, 1)), "as of a day to come"),
    ],
)
def test_what_is_missing_is_said_beside_the_fields(
    make: Make, spoil: Callable[[ExportDialog], None], said: str
) -> None:
    dialog = make()
    heard = answers(dialog)
    spoil(dialog)
    dialog.accept()
    assert said in dialog.missing()
    assert dialog.isVisible()
    assert heard == []


def test_withheld_items_in_words() -> None:
    assert withheld_words(WithheldCount(1, 2, 3, 1)) == (
        "Leaves out 7 items, and says so: "
        "1 annotation, 2 pieces of evidence, 3 progress entries, 1 text of the pack."
    )
