"""The page of what happened: what moved since a snapshot, and every change, one of which is taken back."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.history_page import HistoryPage
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Status


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> HistoryPage:
    window.workspace.show_page("history")
    qtbot.wait(1)
    made = window.workspace.page("history")
    assert isinstance(made, HistoryPage)
    return made


def first_open(window: MainWindow) -> int:
    assert window.session is not None
    return next(row.id for row in window.session.rows.rows() if row.open and not row.has_draft)


def test_it_tells_what_moved_since_the_last_snapshot(window: MainWindow, page: HistoryPage) -> None:
    session = window.session
    assert session is not None
    name = page.changes.since.snapshot()
    assert name == session.dossier.freezing.snapshots()[0].name
    expected = session.dossier.changes.between(name).changes
    assert page.changes.model.items() == list(expected) != []
    before = page.changes.model.rowCount()
    assert page.changes.told.text().startswith(f"{before} change")


def test_it_is_narrowed_by_field_and_person(page: HistoryPage) -> None:
    person = page.changes.model.items()[0].by
    page.changes.person.setCurrentIndex(page.changes.person.findData(person))
    page.changes.person.activated.emit(0)
    assert {change.by for change in page.changes.model.items()} == {person}


def test_moments_in_the_wrong_order_are_told(page: HistoryPage) -> None:
    page.changes.until.choose_day(date(2019, 1, 1))
    assert "is later than" in page.changes.told.text()
    assert page.changes.model.rowCount() == 0


def test_a_change_is_taken_back_and_the_rest_stays(window: MainWindow, page: HistoryPage) -> None:
    session = window.session
    assert session is not None
    id_ = first_open(window)
    before = session.rows.some([id_])[0].status
    session.editing.set_statuses([id_], Status.CONTINUOUS, {id_: before})
    page.views.setCurrentIndex(1)
    page.history.table.selectRow(0)
    assert page.history.table.current_item().field == "status"
    page.history.one.click()
    assert session.rows.some([id_])[0].status is before
    window.acts["undo"].trigger()
    assert session.rows.some([id_])[0].status is Status.CONTINUOUS


def test_it_is_narrowed_by_person_and_time(page: HistoryPage) -> None:
    table = page.history
    everything = table.model.rowCount()
    assert everything > 100
    table.first.set_day(date(2026, 6, 1))
    table.first.day_edited.emit(date(2026, 6, 1))
    later = table.model.items()
    assert 0 < len(later) < everything
    assert min(entry.at.date() for entry in later) >= date(2026, 6, 1)
    table.person.setCurrentIndex(1)
    table.person.activated.emit(1)
    assert {entry.by for entry in table.model.items()} <= {table.person.currentData()}


def test_what_the_nhri_did_is_not_taken_back_by_the_state(window: MainWindow, page: HistoryPage) -> None:
    nhri = next(entry for entry in page.history.model.items() if entry.profile is Profile.NHRI)
    page.history.action_taken_back.emit(nhri.batch)
    assert "only the NHRI takes them back" in window.messages.words()


def test_an_official_takes_back_only_the_own(window: MainWindow, page: HistoryPage) -> None:
    session = window.session
    assert session is not None
    session.act_as(Actor(Profile.MINISTRY, "", "Ministry of Justice"))
    window.workspace.show_actor()
    other = next(entry for entry in page.history.model.items() if entry.profile is Profile.SECRETARIAT)
    page.history.action_taken_back.emit(other.batch)
    assert "takes back only what it did itself" in window.messages.words()


def test_a_new_snapshot_is_offered_at_once(window: MainWindow, page: HistoryPage) -> None:
    session = window.session
    assert session is not None
    session.editing.run(lambda: session.dossier.freezing.take("Submission"))
    offered = [page.changes.since.kind.itemText(n) for n in range(page.changes.since.kind.count())]
    assert any("Submission" in words for words in offered)


def test_buttons_stand_in_line_with_the_moments_also_where_a_day_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workspace.show_page("history")
    changes = window.workspace.page("history").changes
    changes.since.choose_day(date(2025, 1, 1))
    qtbot.wait(20)
    tops = [
        widget.mapTo(changes, QPoint(0, widget.height() // 2)).y()
        for widget in (changes.since.kind, changes.until.kind, changes.snapshot, changes.report)
    ]
    assert max(tops) - min(tops) <= 3
