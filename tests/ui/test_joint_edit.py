"""Measures, evidence, the same answer, *not ours*: asked from the menus and the details, undone in one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from uprtracker.ui.dialogs.decision_dialogs import NotOursDialog, SupportingDialog, WhyDialog
from uprtracker.ui.dialogs.evidence_dialog import EvidenceDialog
from uprtracker.ui.dialogs.measure_dialog import MeasureDialog
from uprtracker.ui.dialogs.question import QuestionDialog
from uprtracker.ui.dialogs.same_dialog import SameDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.offer import refusals
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation, RecommendationDetails
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import Status


@pytest.fixture(autouse=True)
def _close_questions(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    yield
    for dialog in window.findChildren(QuestionDialog):
        dialog.close()
    qtbot.wait(1)


def rows(window: MainWindow) -> list[Recommendation]:
    assert window.session is not None
    return window.session.rows.rows()


def row_of(window: MainWindow, number: str) -> Recommendation:
    return next(row for row in rows(window) if row.label == number)


def select(window: MainWindow, *numbers: str) -> list[int]:
    ids = [row_of(window, number).id for number in numbers]
    window.workspace.recommendations.table.select_ids(ids, ids[0])
    return ids


def details_of(window: MainWindow, id_: int) -> RecommendationDetails:
    assert window.session is not None
    details = window.session.dossier.query.details(id_)
    assert details is not None
    return details


def asked(window: MainWindow, kind: type[QWidget]) -> QWidget:
    found = window.findChild(kind)
    assert found is not None
    return found


def test_a_measure_serves_the_selection_and_is_changed_from_the_details(
    window: MainWindow, qtbot: QtBot
) -> None:
    one, two = select(window, "140.1", "140.2")
    window.acts["measure"].trigger()
    dialog = asked(window, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    dialog.accept()
    assert dialog.isVisible()
    dialog.title.setText("Training of judges")
    dialog.serves.edit.setText("140.1, 140.2")
    dialog.accept()
    (made,) = [m for m in details_of(window, two).measures if m.title == "Training of judges"]
    assert set(made.serves) == {one, two}
    qtbot.wait(1)
    window.workspace.list.joint.ask_about_measure(made)
    again = asked(window, MeasureDialog)
    assert isinstance(again, MeasureDialog)
    again.due.set_day(date(2027, 6, 30))
    again.serves.edit.setText("140.1")
    again.accept()
    assert made.id not in {m.id for m in details_of(window, two).measures}
    (changed,) = [m for m in details_of(window, one).measures if m.id == made.id]
    assert changed.due_on == date(2027, 6, 30)
    window.acts["undo"].trigger()
    assert made in details_of(window, two).measures


def test_a_number_that_is_not_there_is_told_beside_the_field(window: MainWindow) -> None:
    select(window, "140.1")
    window.acts["measure"].trigger()
    dialog = asked(window, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    dialog.title.setText("Training")
    dialog.serves.edit.setText("140.1, 999.9")
    assert "999.9" in dialog.serves.wrong()
    dialog.accept()
    assert dialog.isVisible()


def test_evidence_is_cited_or_attached(window: MainWindow, tmp_path: Path) -> None:
    (id_,) = select(window, "140.1")
    window.workspace.recommendations.details.evidence_requested.emit()
    dialog = asked(window, EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    dialog.title.setText("Act on Associations")
    dialog.link.setText("gazette.example/12")
    dialog.accept()
    assert dialog.isVisible()
    dialog.link.setText("https://gazette.example/12")
    attached = tmp_path / "act.txt"
    attached.write_text("Act No. 5")
    dialog.file.setText(str(attached))
    dialog.accept()
    newest = details_of(window, id_).evidence[0]
    assert (newest.title, newest.link, newest.file_name) == (
        "Act on Associations",
        "https://gazette.example/12",
        "act.txt",
    )


def test_the_same_is_said_of_others(window: MainWindow) -> None:
    (id_,) = select(window, "140.1")
    assert window.session is not None
    window.session.editing.set_status(id_, Status.PLANNED, "A plan was adopted")
    window.acts["same"].trigger()
    dialog = asked(window, SameDialog)
    assert isinstance(dialog, SameDialog)
    for part, box in dialog.boxes.items():
        box.setChecked(part == "status")
    dialog.numbers.edit.setText("140.2-3")
    dialog.accept()
    for number in ("140.2", "140.3"):
        assert row_of(window, number).status_comment == "A plan was adopted"
    window.acts["undo"].trigger()
    assert row_of(window, "140.2").status_comment != "A plan was adopted"


def test_a_supporting_ministry_is_added_to_all_selected(window: MainWindow) -> None:
    select(window, "140.1", "140.2")
    window.acts["supporting"].trigger()
    dialog = asked(window, SupportingDialog)
    assert isinstance(dialog, SupportingDialog)
    dialog.institution.setCurrentText("Office of the Ombudsman")
    dialog.accept()
    for number in ("140.1", "140.2"):
        assert "Office of the Ombudsman" in row_of(window, number).supporting


def test_a_ministry_says_that_it_is_not_theirs(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    own = next(row for row in rows(window) if row.lead == "Ministry of Justice" and row.open)
    session.act_as(Actor(Profile.MINISTRY, "", "Ministry of Justice"))
    window.workspace.show_actor()
    select(window, own.label)
    window.acts["not_ours"].trigger()
    dialog = asked(window, NotOursDialog)
    assert isinstance(dialog, NotOursDialog)
    dialog.institution.setCurrentText("Ministry of Health")
    dialog.accept()
    assert [r.proposed for r in session.dossier.reassigning.waiting()] == ["Ministry of Health"]


def test_drafts_are_sent_back_from_the_list(window: MainWindow) -> None:
    draft = next(row for row in rows(window) if row.has_draft)
    select(window, draft.label)
    window.acts["send_back"].trigger()
    dialog = asked(window, WhyDialog)
    assert isinstance(dialog, WhyDialog)
    dialog.reason.setPlainText("No law yet")
    dialog.accept()
    assert not row_of(window, draft.label).has_draft


def test_an_official_begins_with_the_own_open_items_and_is_offered_what_is_allowed(
    window: MainWindow,
) -> None:
    session = window.session
    assert session is not None
    session.act_as(Actor(Profile.MINISTRY, "Head of unit", "Ministry of Justice"))
    window.workspace.show_actor()
    page = window.workspace.recommendations
    assert page.row_filter == RowFilter(view="open", institution="Ministry of Justice")
    assert {"Ministry of Justice"} <= {
        name for row in page.model.rows() for name in (row.lead, *row.supporting)
    }
    page.table.selectRow(0)
    assert not window.acts["lead"].isEnabled()
    assert not window.acts["validate"].isEnabled()
    assert window.acts["not_ours"].isEnabled()
    assert window.acts["measure"].isEnabled()


@pytest.mark.parametrize(
    ("profile", "refused", "offered"),
    [
        (Profile.SECRETARIAT, {"not_ours"}, {"lead", "validate", "status", "annotate"}),
        (Profile.VALIDATOR, {"not_ours"}, {"lead", "validate", "status", "annotate"}),
        (Profile.NHRI, {"lead", "validate", "status", "measure", "link"}, {"annotate", "evidence"}),
        (Profile.DELEGATION, {"lead", "validate", "status", "annotate", "evidence"}, set()),
    ],
)
def test_what_is_offered_follows_the_profile(profile: Profile, refused: set[str], offered: set[str]) -> None:
    found = refusals(Actor(profile))
    assert refused <= set(found)
    assert not offered & set(found)
    assert all(sentence.endswith(".") for sentence in found.values())
