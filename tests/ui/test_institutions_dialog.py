"""The dialog of institutions: its figures, its changes, each of which undo takes back."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.institution_pane import PostRow
from uprtracker.ui.dialogs.institution_questions import (
    MergeSpellingDialog,
    NewInstitutionDialog,
    PostDialog,
    RenameDialog,
)
from uprtracker.ui.dialogs.institutions_dialog import InstitutionsDialog
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.main_window import MainWindow
from uprtracker.vocabulary.institution_work import InstitutionAtWork
from uprtracker.vocabulary.profile import Actor, Profile


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[InstitutionsDialog]:
    window.acts["institutions"].trigger()
    opened = window.findChild(InstitutionsDialog)
    assert opened is not None
    yield opened
    for left in window.findChildren(InstitutionsDialog):
        left.close()
    qtbot.wait(1)


def listed(dialog: InstitutionsDialog) -> dict[str, InstitutionAtWork]:
    return {one.institution.name: one for one in dialog.model.items()}


def choose(dialog: InstitutionsDialog, name: str) -> InstitutionAtWork:
    one = listed(dialog)[name]
    dialog.table.choose(one.institution.id)
    return one


def test_it_shows_what_each_has_to_do(window: MainWindow, dialog: InstitutionsDialog) -> None:
    assert window.session is not None
    rows = window.session.rows.rows()
    busiest = max(listed(dialog).values(), key=lambda one: one.workload.lead)
    led = {row.counted_as for row in rows if row.lead == busiest.institution.name}
    assert busiest.workload.lead == len(led)
    place = dialog.model.place_of(busiest.institution.id)
    assert place is not None
    assert dialog.model.index(place, 1).data() == str(len(led))


def test_one_is_added_renamed_and_taken_back(window: MainWindow, dialog: InstitutionsDialog) -> None:
    dialog.add.click()
    asked = dialog.findChild(NewInstitutionDialog)
    assert asked is not None
    asked.name.setText("Data Protection Office")
    asked.kind.setCurrentIndex(asked.kind.findData("agency"))
    asked.accept()
    assert listed(dialog)["Data Protection Office"].institution.kind == "agency"
    choose(dialog, "Data Protection Office")
    dialog.pane.rename.click()
    renaming = dialog.findChild(RenameDialog)
    assert renaming is not None
    renaming.name.setText("Privacy Office")
    renaming.accept()
    assert "Privacy Office" in listed(dialog)
    assert dialog.news.text() == "Rename Data Protection Office to Privacy Office"
    window.acts["undo"].trigger()
    window.acts["undo"].trigger()
    assert not {"Privacy Office", "Data Protection Office"} & set(listed(dialog))


def test_two_spellings_are_merged(window: MainWindow, dialog: InstitutionsDialog) -> None:
    choose(dialog, "Ministry of Health")
    dialog.pane.merge.click()
    asked = dialog.findChild(MergeSpellingDialog)
    assert asked is not None
    asked.accept()
    assert asked.isVisible()
    offered = [asked.into.itemText(n) for n in range(asked.into.count())]
    assert "Human Rights Ombudsperson of Arvania" not in offered
    asked.into.setCurrentIndex(asked.into.findText("Ministry of Justice"))
    asked.accept()
    assert "Ministry of Health" not in listed(dialog)
    assert window.session is not None
    assert all(row.lead != "Ministry of Health" for row in window.session.rows.rows())


def test_a_post_is_named_and_removed(dialog: InstitutionsDialog, qtbot: QtBot) -> None:
    before = len(choose(dialog, "Ministry of Health").posts)
    dialog.pane.posts.action.click()
    asked = dialog.findChild(PostDialog)
    assert asked is not None
    asked.title.setText("Legal adviser")
    asked.alternate.setChecked(True)
    asked.accept()
    assert listed(dialog)["Ministry of Health"].posts[-1].title == "Legal adviser"
    qtbot.wait(1)
    row = dialog.pane.findChildren(PostRow)[-1]
    remove = next(b for b in row.findChildren(LinkButton) if b.text() == "Remove")
    remove.click()
    assert len(listed(dialog)["Ministry of Health"].posts) == before


def test_a_refusal_is_told_and_the_kind_is_as_it_was(dialog: InstitutionsDialog) -> None:
    choose(dialog, "Ministry of Justice")
    dialog.pane.kind.setCurrentIndex(dialog.pane.kind.findData("nhri"))
    dialog.pane.kind.activated.emit(0)
    assert "has written or been assigned" in dialog.news.text()
    assert dialog.pane.kind.currentData() == "ministry"


def test_it_leads_to_the_recommendations(window: MainWindow, dialog: InstitutionsDialog) -> None:
    choose(dialog, "Ministry of Justice")
    dialog.pane.show_list.click()
    assert window.workspace.recommendations.row_filter.ministries == ("Ministry of Justice",)


def test_others_only_read(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    window.session.act_as(Actor(Profile.DELEGATION))
    window.acts["institutions"].trigger()
    opened = window.findChild(InstitutionsDialog)
    assert opened is not None
    assert not opened.add.isEnabled()
    assert not opened.pane.rename.isEnabled()
    opened.close()
    qtbot.wait(1)
