"""The page of validation: many drafts at once, sent back with a reason, and requests that are decided."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.decision_dialogs import AcceptDialog, WhyDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.validation_page import ValidationPage
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Status

JUSTICE = "Ministry of Justice"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[ValidationPage]:
    """Three drafts of the Ministry of Justice, and one request, beside those that the sample has."""
    session = window.session
    assert session is not None
    dossier = session.dossier
    led = [row.id for row in session.rows.rows() if row.lead == JUSTICE and not row.has_draft]
    dossier.store.act_as(Actor(Profile.MINISTRY, "Head of unit", JUSTICE))
    dossier.tracking.set_status(led[:3], Status.PLANNED, comment="A bill")
    dossier.reassigning.request(led[:1], "Ministry of Health", "It is about hospitals")
    session.act_as(Actor())
    window.workspace.show_actor()
    window.workspace.show_page("validation")
    qtbot.wait(1)
    made = window.workspace.page("validation")
    assert isinstance(made, ValidationPage)
    made.drafts.bar.choice.setCurrentIndex(made.drafts.bar.choice.findData(JUSTICE))
    made.drafts.bar.choice.activated.emit(0)
    yield made
    for dialog in window.findChildren(AcceptDialog) + window.findChildren(WhyDialog):
        dialog.close()
    qtbot.wait(1)


def drafted(window: MainWindow) -> set[str]:
    assert window.session is not None
    return {row.label for row in window.session.rows.rows() if row.has_draft and row.lead == JUSTICE}


def test_what_is_ticked_becomes_official_in_one_step(window: MainWindow, page: ValidationPage) -> None:
    waiting = drafted(window)
    assert {draft.row.label for draft in page.drafts.model.items()} == waiting
    page.drafts.bar.tick_all.click()
    assert page.drafts.bar.main.text() == f"Validate {len(waiting)} drafts"
    page.drafts.bar.main.click()
    assert drafted(window) == set()
    window.acts["undo"].trigger()
    assert drafted(window) == waiting
    assert waiting <= {draft.row.label for draft in page.drafts.model.items()}


def test_nothing_is_done_before_something_is_ticked(page: ValidationPage) -> None:
    page.drafts.bar.tick_none.click()
    for button in (page.drafts.bar.main, page.drafts.bar.other):
        assert not button.isEnabled()
        assert button.accessibleDescription() == "Tick drafts first."


def test_a_draft_is_sent_back_with_a_reason(window: MainWindow, page: ValidationPage) -> None:
    draft = page.drafts.model.items()[0]
    page.drafts.model.tick([draft], True)
    page.drafts.bar.other.click()
    dialog = window.findChild(WhyDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible()
    dialog.reason.setPlainText("The bill is not passed")
    dialog.accept()
    assert draft.row.label not in drafted(window)
    assert window.session is not None
    details = window.session.dossier.query.details(draft.row.id)
    assert details is not None
    assert "The bill is not passed" in details.annotations[0].text


def test_a_request_is_accepted_as_asked(window: MainWindow, page: ValidationPage) -> None:
    page.views.setCurrentIndex(1)
    (request,) = page.requests.model.items()
    page.requests.model.tick([request], True)
    page.requests.bar.main.click()
    dialog = window.findChild(AcceptDialog)
    assert dialog is not None
    assert dialog.institution.currentText() == "Ministry of Health"
    dialog.accept()
    assert window.session is not None
    row = window.session.rows.row(request.row.id)
    assert row is not None
    assert row.lead == "Ministry of Health"
    assert page.requests.model.rowCount() == 0


def test_a_request_is_declined_with_a_reason(window: MainWindow, page: ValidationPage) -> None:
    page.requests.model.tick(page.requests.model.items(), True)
    page.requests.bar.other.click()
    dialog = window.findChild(WhyDialog)
    assert dialog is not None
    dialog.reason.setPlainText("The act is yours")
    dialog.accept()
    assert page.requests.model.rowCount() == 0
    assert page.views.tabText(1) == "Not ours (0)"


def test_who_may_not_decide_reads_only(window: MainWindow, page: ValidationPage) -> None:
    session = window.session
    assert session is not None
    session.act_as(Actor(Profile.DELEGATION))
    window.workspace.show_actor()
    page.drafts.bar.tick_all.click()
    buttons: list[QPushButton] = [page.drafts.bar.main, page.drafts.bar.other]
    assert not any(button.isEnabled() for button in buttons)
    assert "Only the secretariat" in page.drafts.bar.main.accessibleDescription()
