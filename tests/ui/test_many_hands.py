"""One round in the window: two ministries answer, one says *not ours*, the authority validates, the NHRI disagrees."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.decision_dialogs import AcceptDialog, NotOursDialog, WhyDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.disputed_page import DisputedPage
from uprtracker.ui.panels.validation_page import ValidationPage
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Assessment, Status

D = TypeVar("D", bound=QDialog)
JUSTICE, HEALTH = "Ministry of Justice", "Ministry of Health"


class Desk:
    """The window as one person after another sits down at it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def rows(self) -> list[Recommendation]:
        assert self.window.session is not None
        return self.window.session.rows.rows()

    def sit_down(self, actor: Actor) -> None:
        self.window.profiles.chosen.emit(actor)
        assert self.window.session is not None
        assert self.window.session.actor == actor

    def select(self, *rows: Recommendation) -> None:
        self.window.workspace.show_page("recommendations")
        self.window.workspace.recommendations.table.select_ids([row.id for row in rows], rows[0].id)

    def set_status(self, status: Status, *rows: Recommendation) -> None:
        self.select(*rows)
        actions = self.window.acts.status_menu.actions()
        next(action for action in actions if Status(action.data()) is status).trigger()

    def ask(self, action: str, kind: type[D]) -> D:
        self.window.acts[action].trigger()
        return self.asked(kind)

    def asked(self, kind: type[D]) -> D:
        return next(dialog for dialog in self.window.findChildren(kind) if dialog.isVisible())

    def validation(self) -> ValidationPage:
        self.window.workspace.show_page("validation")
        page = self.window.workspace.page("validation")
        assert isinstance(page, ValidationPage)
        return page

    def now(self, row: Recommendation) -> Recommendation:
        return next(one for one in self.rows if one.id == row.id)


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(window, qtbot)


def led_by(desk: Desk, ministry: str) -> list[Recommendation]:
    """Open ones without a draft, whose status is another one than the ministry will report."""
    said = (Status.PARTIALLY_IMPLEMENTED,)
    rows = [row for row in desk.rows if row.lead == ministry and row.open and not row.has_draft]
    return [row for row in rows if row.status not in said]


def test_a_round_of_many_hands(desk: Desk) -> None:
    before = overview(desk.rows)
    first, second, third = led_by(desk, JUSTICE)[:3]

    desk.sit_down(Actor(Profile.MINISTRY, "Head of unit", JUSTICE))
    desk.set_status(Status.PARTIALLY_IMPLEMENTED, first, second)
    desk.select(third)
    elsewhere = desk.ask("not_ours", NotOursDialog)
    elsewhere.institution.setCurrentText(HEALTH)
    elsewhere.accept()
    assert overview(desk.rows).status.counts == before.status.counts
    assert overview(desk.rows).status.drafts == before.status.drafts + 2

    desk.sit_down(Actor(Profile.VALIDATOR, "State secretary"))
    page = desk.validation()
    ours = [draft for draft in page.drafts.model.items() if draft.row.id in (first.id, second.id)]
    page.drafts.model.tick(ours[:1], True)
    page.drafts.validate()
    page.drafts.model.tick(ours[1:], True)
    page.drafts.send_back()
    why = desk.asked(WhyDialog)
    why.reason.setPlainText("Say which act")
    why.accept()
    assert desk.now(first).official is Status.PARTIALLY_IMPLEMENTED
    assert desk.now(second).official is second.official
    assert not desk.now(second).has_draft
    assert overview(desk.rows).status.drafts == before.status.drafts

    (request,) = [r for r in page.requests.model.items() if r.row.id == third.id]
    page.requests.model.tick([request], True)
    page.requests.bar.main.click()
    desk.asked(AcceptDialog).accept()
    assert desk.now(third).lead == HEALTH

    desk.sit_down(Actor(Profile.NHRI, "Reviewer", "Human Rights Ombudsperson of Arvania"))
    assert desk.window.session is not None
    desk.window.session.editing.annotate(
        [first.id], "Nothing has changed in the prisons", Confidentiality.PUBLIC, Assessment.NOT_IMPLEMENTED
    )
    desk.window.workspace.show_page("disputed")
    disputed = desk.window.workspace.page("disputed")
    assert isinstance(disputed, DisputedPage)
    assert first.id in {details.row.id for details in disputed.model.items()}
    seen = desk.window.session.dossier.query.details(second.id)
    assert seen is not None
    assert not any("Say which act" in note.text for note in seen.annotations)

    desk.sit_down(Actor())
    disputed.table.choose(first.id)
    entry = disputed.pane.notes.entry
    entry.text.setPlainText("The reform begins in March")
    entry.level.set_level(Confidentiality.PUBLIC)
    entry.submit()
    answered = desk.window.session.dossier.query.details(first.id)
    assert answered is not None
    assert [note.institution for note in answered.annotations[:2]] == [
        "Secretariat",
        "Human Rights Ombudsperson of Arvania",
    ]
    by = {entry.profile for entry in answered.history}
    assert {Profile.MINISTRY, Profile.VALIDATOR, Profile.NHRI, Profile.SECRETARIAT} <= by
    # the clock of these tests stands still, at a time before the sample's last hours
    assert {finding.rule for finding in desk.window.session.dossier.checking.check().findings} <= {"clock"}
