"""The page of the resolution: reading it by keyboard, and what is linked to each paragraph."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier
from uprtracker.ui.item_models.linked_row_model import LinkedRowModel
from uprtracker.ui.panels.resolution_page import ResolutionPage
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.figures import coverage
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.row_filter import RowFilter


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, sample: Dossier) -> ResolutionPage:
    made = ResolutionPage()
    qtbot.addWidget(made)
    made.resize(1280, 760)
    rows, text = sample.query.rows(), sample.query.text_version()
    made.show_text(text, coverage(rows, text), rows)
    made.show()
    QApplication.processEvents()
    return made


def words(page: ResolutionPage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def listed(page: ResolutionPage) -> list[str]:
    model: LinkedRowModel = page.pane.list.model()
    return [model.row_at(row).label for row in range(model.rowCount())]


def test_it_names_the_text_for_what_it_is(page: ResolutionPage) -> None:
    assert "Recognizing the role of human rights defenders" in words(page)
    assert "Draft text of the seventieth session, as supplied · indicative mapping" in words(page)
    assert "A/RES/70/161" not in words(page)


def test_the_first_paragraph_for_states_is_chosen_and_the_preamble_folded(page: ResolutionPage) -> None:
    assert page.text.current_label() == "2"
    assert page.text.isRowHidden(1)
    assert "Paragraph 2" in words(page)


def test_up_and_down_go_from_paragraph_to_paragraph(page: ResolutionPage, qtbot: QtBot) -> None:
    page.open_paragraph("9")
    for _step in range(3):
        qtbot.keyClick(page.text, Qt.Key.Key_Down)
    assert page.text.current_label() == "10 (b)"
    qtbot.keyClick(page.text, Qt.Key.Key_Up)
    assert page.text.current_label() == "10 (a)"
    assert "Paragraph 10 (a)" in words(page)


def test_the_preamble_unfolds_by_key_and_by_need(page: ResolutionPage, qtbot: QtBot) -> None:
    page.open_paragraph("1")
    qtbot.keyClick(page.text, Qt.Key.Key_Up)
    assert page.text.model().entry(page.text.currentIndex().row()) is None
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    assert not page.text.isRowHidden(1)
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    assert page.text.isRowHidden(1)
    page.open_paragraph("PP 5")
    assert page.text.current_label() == "PP 5"
    assert not page.text.isRowHidden(5)


def test_a_paragraph_lists_its_recommendations_in_natural_order(
    page: ResolutionPage, sample: Dossier
) -> None:
    page.open_paragraph("10 (a)")
    expected = [row.label for row in sample.query.rows() if "10 (a)" in row.paragraph_labels]
    assert set(listed(page)) == set(expected)
    assert listed(page) == sorted(listed(page), key=sort_key)


def test_a_chapeau_shows_the_sum_of_its_letters_beside_its_own(page: ResolutionPage, sample: Dossier) -> None:
    rows, text = sample.query.rows(), sample.query.text_version()
    ten = next(c for c in coverage(rows, text) if c.paragraph.label == "10")
    assert ten.letters is not None
    page.open_paragraph("10")
    assert f"{ten.count.total} recommendation" in words(page)
    assert f"{ten.letters.total} in its letters" in words(page)


def test_a_letter_is_read_under_its_chapeau(page: ResolutionPage) -> None:
    page.open_paragraph("10 (d)")
    assert "safe and enabling environment" in page.pane._chapeau.plain_text()
    page.open_paragraph("11")
    assert not page.pane._chapeau.isVisible()


def test_a_gap_is_said_in_words(page: ResolutionPage, sample: Dossier) -> None:
    text = sample.query.text_version()
    rows = [replace(row, paragraphs=()) for row in sample.query.rows()]
    page.show_text(text, coverage(rows, text), rows)
    page.open_paragraph("13")
    assert "so this is a gap" in words(page)
    spoken = page.text.model().data(page.text.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Paragraph 13, 0 recommendations, no recommendation: ")
    page.open_paragraph("22")
    assert "gap" not in words(page).replace("gap-", "")
    assert "National human rights institutions" in words(page)


def test_enter_leads_to_the_recommendations_and_opens_one(page: ResolutionPage, qtbot: QtBot) -> None:
    page.open_paragraph("10 (a)")
    opened: list[int] = []
    page.recommendation_opened.connect(opened.append)
    page.pane.list.setCurrentIndex(page.pane.list.model().index(1))
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert opened == [page.pane.list.model().row_at(1).id]


def test_the_table_can_be_asked_for_the_paragraph(page: ResolutionPage) -> None:
    page.open_paragraph("10 (a)")
    heard: list[RowFilter] = []
    page.filter_requested.connect(heard.append)
    page.pane.show_all.click()
    assert heard == [RowFilter(paragraphs=("10 (a)",))]


def test_reading_anew_keeps_the_place(page: ResolutionPage, sample: Dossier) -> None:
    page.open_paragraph("18 (b)")
    QApplication.processEvents()
    place = page.text.verticalScrollBar().value()
    rows, text = sample.query.rows(), sample.query.text_version()
    page.show_text(text, coverage(rows, text), rows)
    QApplication.processEvents()
    assert page.text.current_label() == "18 (b)"
    assert page.text.verticalScrollBar().value() == place > 0


def test_the_list_is_as_high_as_its_rows_at_any_width(page: ResolutionPage) -> None:
    page.open_paragraph("10 (a)")
    for width in (900, 1640):
        page.resize(width, 700)
        QApplication.processEvents()
        view = page.pane.list
        assert view.height() == sum(view.sizeHintForRow(r) for r in range(view.model().rowCount()))
        assert page.text.horizontalScrollBar().maximum() == 0
