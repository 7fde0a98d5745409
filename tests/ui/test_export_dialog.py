"""Asking for a report: what an audience does not get to see is said before the file is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.export_dialog import ExportDialog, ExportScope, ExportWish, withheld_words
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import WithheldCount
from uprtracker.vocabulary.row_filter import RowFilter

TODAY = date(2026, 11, 23)
NARROW = RowFilter(paragraphs=("10 (a)",), cycles=(4,))
Make = Callable[..., ExportDialog]


@pytest.fixture
def make(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Make:
    def made(row_filter: RowFilter = NARROW) -> ExportDialog:
        scope = ExportScope("Arvania", row_filter, 12, 62)
        dialog = ExportDialog(scope, count, TODAY, tmp_path)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def count(row_filter: RowFilter, audience: Confidentiality, _as_of: date) -> WithheldCount:
    """Five annotations are above the public; of all recommendations there is one piece of evidence more."""
    if audience is not Confidentiality.PUBLIC:
        return WithheldCount()
    return WithheldCount(annotations=5, evidence=0 if row_filter.narrows else 1)


def answers(dialog: ExportDialog) -> list[ExportWish]:
    heard: list[ExportWish] = []
    dialog.answered.connect(heard.append)
    return heard


def test_it_proposes_the_public_and_what_is_shown(make: Make, tmp_path: Path) -> None:
    dialog = make()
    assert dialog.objectName() == "export_dialog"
    assert dialog.only_shown.text() == "The 12 shown: Paragraph 10 (a); Cycle 4"
    heard = answers(dialog)
    dialog.accept()
    target = tmp_path / "Arvania, status report 2026-11-23.xlsx"
    assert heard == [ExportWish("status-xlsx", Confidentiality.PUBLIC, TODAY, NARROW, target)]


def test_without_a_filter_there_is_nothing_to_choose(make: Make) -> None:
    dialog = make(RowFilter())
    assert not dialog.only_shown.isVisible()
    assert dialog.answer().row_filter == RowFilter()


def test_it_says_how_many_items_are_left_out(make: Make) -> None:
    dialog = make()
    assert dialog.withheld.text() == "Leaves out 5 items, and says so: 5 annotations."
    dialog.everything.setChecked(True)
    assert dialog.withheld.text() == "Leaves out 6 items, and says so: 5 annotations, 1 piece of evidence."
    dialog.audiences[Confidentiality.GOVERNMENT].setChecked(True)
    assert dialog.withheld.text() == "Nothing has to be left out for these readers."


def test_the_file_follows_the_product(make: Make, tmp_path: Path) -> None:
    dialog = make()
    dialog.products["status-pdf"].setChecked(True)
    assert dialog.answer().target.name == "Arvania, status report 2026-11-23.pdf"
    dialog.file.edit.setText(str(tmp_path / "mine.pdf"))
    dialog.products["status-xlsx"].setChecked(True)
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
        (lambda d: d.as_of.set_day(date(2027, 1, 1)), "as of a day to come"),
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
    assert withheld_words(WithheldCount(1, 2, 3)) == (
        "Leaves out 6 items, and says so: 1 annotation, 2 pieces of evidence, 3 progress entries."
    )
