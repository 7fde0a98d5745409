"""The page of disputes: both sides' words, narrowed by ministry, answered in the same place."""

import pytest
from pytestqt.qtbot import QtBot

from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.disputed_page import DisputedPage
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.status import Status


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DisputedPage:
    window.workspace.show_page("disputed")
    qtbot.wait(1)
    made = window.workspace.page("disputed")
    assert isinstance(made, DisputedPage)
    return made


def shown(page: DisputedPage) -> list[str]:
    return [details.row.label for details in page.model.items()]


def disputed(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [row.label for row in window.session.rows.rows() if row.disputed]


def test_it_lists_what_is_disputed_with_both_words(window: MainWindow, page: DisputedPage) -> None:
    assert shown(page) == disputed(window) != []
    texts = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    details = page.model.items()[0]
    assert details.row.official is not None
    assert texts[2].startswith(details.row.official.label)
    assert texts[4].startswith(details.assessments[0].assessment.label)


def test_it_is_narrowed_by_ministry_and_theme(page: DisputedPage) -> None:
    ministry = page.model.items()[0].row.lead
    page.ministry.setCurrentIndex(page.ministry.findData(ministry))
    page.ministry.activated.emit(0)
    assert {details.row.lead for details in page.model.items()} == {ministry}
    page.ministry.setCurrentIndex(0)
    page.theme.setCurrentIndex(1)
    page.theme.activated.emit(1)
    chosen = page.theme.currentData()
    assert all(chosen in [t.label for t in details.row.themes] for details in page.model.items())


def test_an_answer_written_here_stands_in_the_dossier(window: MainWindow, page: DisputedPage) -> None:
    entry, details = page.pane.notes.entry, page.table.current_item()
    entry.text.setPlainText("We will publish the register")
    entry.level.set_level(Confidentiality.PUBLIC)
    entry.submit()
    assert window.session is not None
    after = window.session.dossier.query.details(details.row.id)
    assert after is not None
    assert after.annotations[0].text == "We will publish the register"
    assert entry.text.toPlainText() == ""
    window.acts["undo"].trigger()
    again = window.session.dossier.query.details(details.row.id)
    assert again is not None
    assert again.annotations == details.annotations


def test_what_is_settled_leaves_the_page(window: MainWindow, page: DisputedPage) -> None:
    assert window.session is not None
    details = page.table.current_item()
    before = shown(page)
    window.session.editing.set_status(details.row.id, Status.PARTIALLY_IMPLEMENTED, "in part")
    assert shown(page) == disputed(window)
    assert set(before) - set(shown(page)) == {details.row.label}


def test_enter_opens_the_recommendation(window: MainWindow, page: DisputedPage) -> None:
    details = page.table.current_item()
    page.table.opened.emit(details)
    assert window.workspace.recommendations.table.current_id() == details.row.id
