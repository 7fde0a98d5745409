"""One way for every edit: screen -> command -> service -> row -> change set -> views."""

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import row_of, select
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.ui.dialogs.reason_dialog import ReasonDialog
from uprtracker.ui.item_models.recommendation_column import COLUMN_NUMBERS
from uprtracker.ui.main_window import MainWindow
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import Status

STATUS = COLUMN_NUMBERS["status"]


def choose_in_cell(window: MainWindow, label: str, status: Status) -> None:
    """What a person does with F2 and the list of the scale."""
    page = window.workspace.recommendations
    place = page.model.place_of(row_of(window, label).id)
    page.table.setCurrentIndex(page.model.index(place, STATUS))
    page.table.edit(page.table.currentIndex())
    editor = page.table.viewport().findChild(QComboBox)
    editor.setCurrentIndex(editor.findData(status))
    editor.activated.emit(editor.currentIndex())


def stored(dossier: Dossier, label: str) -> Status | None:
    return next(row.status for row in dossier.query.rows() if row.label == label)


def test_an_edit_in_the_cell_reaches_the_dossier_and_every_view(
    window: MainWindow, live_sample: Dossier, qtbot: QtBot
) -> None:
    choose_in_cell(window, "115.8", Status.PLANNED)
    assert stored(live_sample, "115.8") is Status.PLANNED
    assert row_of(window, "115.8").official is Status.PLANNED
    assert window.acts["undo"].text() == "&Undo: Set status of 115.8 to Planned"
    entry = live_sample.query.history([row_of(window, "115.8").id])[0]
    assert (entry.field, entry.old, entry.new) == ("status", "not_started", "planned")
    qtbot.waitUntil(
        lambda: "Planned" in window.workspace.recommendations.details.fields.status.field.currentText()
    )
    assert window.status.saved.text().startswith("All changes saved ")


def test_undo_and_redo_go_through_the_dossier(window: MainWindow, live_sample: Dossier) -> None:
    choose_in_cell(window, "115.8", Status.PLANNED)
    window.acts["undo"].trigger()
    assert stored(live_sample, "115.8") is Status.NOT_STARTED
    assert row_of(window, "115.8").official is Status.NOT_STARTED
    assert window.acts["redo"].text() == "&Redo: Set status of 115.8 to Planned"
    window.acts["redo"].trigger()
    assert stored(live_sample, "115.8") is Status.PLANNED
    window.acts["undo"].trigger()
    assert stored(live_sample, "115.8") is Status.NOT_STARTED
    assert not window.acts["undo"].isEnabled()


def test_a_status_that_needs_a_reason_asks_for_it(
    window: MainWindow, live_sample: Dossier, qtbot: QtBot
) -> None:
    choose_in_cell(window, "115.8", Status.NOT_BEING_IMPLEMENTED)
    dialog = window.findChild(ReasonDialog)
    assert dialog.isVisible()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reason.setPlainText("The policy was dropped in the budget of 2027.")
    dialog.accept()
    assert stored(live_sample, "115.8") is Status.NOT_BEING_IMPLEMENTED
    assert row_of(window, "115.8").status_comment == "The policy was dropped in the budget of 2027."
    qtbot.waitUntil(lambda: window.findChild(ReasonDialog) is None)


def test_a_question_that_is_dismissed_changes_nothing(window: MainWindow, live_sample: Dossier) -> None:
    choose_in_cell(window, "115.8", Status.FULLY_IMPLEMENTED)
    window.findChild(ReasonDialog).reject()
    assert stored(live_sample, "115.8") is Status.NOT_STARTED
    assert not window.acts["undo"].isEnabled()


def test_a_refusal_leaves_the_cell_and_is_told_in_one_sentence(window: MainWindow) -> None:
    window.session.act_as(Actor(Profile.DELEGATION))
    choose_in_cell(window, "115.8", Status.PLANNED)
    assert row_of(window, "115.8").official is Status.NOT_STARTED
    assert not window.messages.isHidden()
    assert window.messages.words().startswith("The delegation reads and prints")
    assert not window.acts["undo"].isEnabled()


def test_somebody_elses_change_is_not_overwritten(window: MainWindow, live_sample: Dossier) -> None:
    id_ = row_of(window, "115.8").id
    with open_dossier(live_sample.store.location) as other:
        other.tracking.set_status([id_], Status.IN_PROGRESS)
    choose_in_cell(window, "115.8", Status.PLANNED)
    assert "Somebody has changed 115.8" in window.messages.words()
    assert row_of(window, "115.8").official is Status.IN_PROGRESS
    assert not window.acts["undo"].isEnabled()


def test_many_rows_are_one_step(window: MainWindow, live_sample: Dossier) -> None:
    labels = ("115.8", "115.9", "115.10")
    before = [stored(live_sample, label) for label in labels]
    select(window, *labels)
    action = next(a for a in window.acts.status_menu.actions() if a.data() == Status.PLANNED)
    action.trigger()
    assert [stored(live_sample, label) for label in labels] == [Status.PLANNED] * 3
    assert window.acts["undo"].text() == "&Undo: Set status of 3 recommendations to Planned"
    window.acts["undo"].trigger()
    assert [stored(live_sample, label) for label in labels] == before


def test_the_menu_of_the_selection_says_how_many_it_changes(window: MainWindow) -> None:
    from uprtracker.ui.selection_edit import named

    select(window, "115.8", "115.9", "115.10")
    rows = window.workspace.recommendations.table.selected_rows()
    assert named(rows) == "3 recommendations"
    assert named(rows[:1]) == "115.8"


def test_lead_and_due_of_a_selection(window: MainWindow, live_sample: Dossier) -> None:
    from uprtracker.ui.dialogs.due_dialog import DueDialog
    from uprtracker.ui.dialogs.lead_dialog import LeadDialog

    select(window, "115.8", "115.9")
    window.acts["lead"].trigger()
    dialog = window.findChild(LeadDialog)
    dialog.lead.setCurrentText("Ministry of Sport")
    dialog.accept()
    window.acts["due"].trigger()
    dialog = window.findChild(DueDialog)
    dialog.due.set_day(date(2028, 1, 31))
    dialog.accept()
    rows = [row_of(window, label) for label in ("115.8", "115.9")]
    assert {row.lead for row in rows} == {"Ministry of Sport"}
    assert {row.due_on for row in rows} == {date(2028, 1, 31)}
    assert "Ministry of Sport" in window.workspace.recommendations.table.lead_delegate.names


def test_a_row_that_no_longer_passes_the_filter_leaves_and_the_next_one_is_selected(
    window: MainWindow,
) -> None:
    window.workspace.show_filtered(RowFilter(view="no-lead"))
    page = window.workspace.recommendations
    first, second = page.model.rows()[:2]
    page.table.select_ids([first.id], first.id)
    window.session.editing.assign_lead(first.id, "Ministry of Health")
    assert page.model.place_of(first.id) is None
    assert page.table.current_id() == second.id


def test_the_wishes_of_the_details_become_commands(window: MainWindow, live_sample: Dossier) -> None:
    details = window.workspace.recommendations.details
    (id_,) = select(window, "115.8")
    details.due_edited.emit(id_, date(2027, 5, 1))
    details.supporting_edited.emit(id_, ["Ministry of Health"])
    details.link_requested.emit(id_, "12", "it is about consultation")
    details.progress_written.emit(id_, "A draft exists.", date(2026, 11, 1), Confidentiality.PUBLIC)
    details.annotation_written.emit(id_, "Ask again in May.", Confidentiality.GOVERNMENT, None, "")
    row = row_of(window, "115.8")
    assert (row.due_on, row.supporting) == (date(2027, 5, 1), ("Ministry of Health",))
    assert "12" in row.paragraph_labels
    told = live_sample.query.details(id_)
    assert told.progress[0].text == "A draft exists."
    assert told.annotations[0].text == "Ask again in May."
    details.unlink_requested.emit(id_, "12")
    assert "12" not in row_of(window, "115.8").paragraph_labels
    for _step in range(6):
        window.acts["undo"].trigger()
    assert row_of(window, "115.8").due_on != date(2027, 5, 1)
    assert "Ask again in May." not in [note.text for note in live_sample.query.details(id_).annotations]


def test_drafts_of_a_selection_are_validated(window: MainWindow) -> None:
    window.workspace.show_filtered(RowFilter(view="drafts"))
    rows = window.workspace.recommendations.model.rows()
    assert rows
    window.workspace.recommendations.table.selectAll()
    window.acts["validate"].trigger()
    assert window.workspace.recommendations.model.rows() == []


def test_a_bug_in_an_action_leaves_no_step_behind(window: MainWindow, qtbot: QtBot) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        try:
            window.session.editing.run(broken)
        except ZeroDivisionError:
            caught.append(None)
    assert caught
    assert window.session.editing.stack.count() == 0


@pytest.mark.parametrize("profile", list(Profile))
def test_no_profile_breaks_the_window(window: MainWindow, profile: Profile, qtbot: QtBot) -> None:
    window.profiles.chosen.emit(Actor(profile, "Post", "Ministry of Justice"))
    qtbot.wait(5)
    choose_in_cell(window, "115.8", Status.PLANNED)
    assert row_of(window, "115.8").status in (Status.PLANNED, Status.NOT_STARTED)
