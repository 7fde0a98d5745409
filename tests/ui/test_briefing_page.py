"""The briefing page: what is written arrives in the dossier and can be undone, and what is missing leads to its field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.briefing_field import BriefingField
from uprtracker.ui.panels.briefing_page import BriefingPage
from uprtracker.ui.panels.briefing_parts import CRITICISM, NOTED, QUESTIONS, WHOLE, parts_of
from uprtracker.ui.panels.briefing_rail import MISSING
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.briefing import Briefing, briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.briefing_text import Field, Subject, TextKey
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest

SHEET = "cluster:Social rights"
REPLY = TextKey(Subject.CLUSTER, "Social rights", Field.SUGGESTED_REPLY)


def pack_of(dossier: Dossier) -> Briefing:
    request = ReportRequest(audience=Confidentiality.GOVERNMENT)
    return briefing(dossier.reports.load(request, frozenset({"briefing"})))


def stored(dossier: Dossier, key: TextKey = REPLY) -> str:
    return pack_of(dossier).texts.text(*key)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> BriefingPage:
    window.activateWindow()
    window.workspace.show_page("briefing")
    made = window.workspace.page("briefing")
    assert isinstance(made, BriefingPage)
    qtbot.wait(30)
    return made


def field(page: BriefingPage, target: object = REPLY) -> BriefingField:
    return next(each for each in page.form.fields if each.target == target)


def write(page: BriefingPage, text: str, target: object = REPLY) -> BriefingField:
    """Stand in a field and type; the field keeps the focus."""
    wanted = field(page, target)
    wanted.editor.setFocus()
    wanted.editor.setPlainText(text)
    return wanted


def counts(page: BriefingPage) -> dict[str, int]:
    return {key: part.lacking for key, part in page._parts.items() if part.lacking}


def test_every_part_says_how_much_it_lacks(page: BriefingPage, live_sample: Dossier) -> None:
    lacks = missing(pack_of(live_sample))
    assert counts(page) == {
        "cluster:Expression and information": 1,
        SHEET: 2,
        QUESTIONS: 1,
        CRITICISM: 5,
    }
    assert sum(counts(page).values()) == len(lacks) == page.missing.model.rowCount()


def test_a_reply_arrives_when_its_field_is_left_and_is_undone(
    window: MainWindow, page: BriefingPage, live_sample: Dossier
) -> None:
    page.rail.chosen.emit(SHEET)
    written = write(page, "We do it.")
    assert stored(live_sample) == ""
    field(page, TextKey(Subject.CLUSTER, "Social rights", Field.SPEAKER)).editor.setFocus()
    assert stored(live_sample) == "We do it."
    assert counts(page)[SHEET] == 1
    assert field(page) is written, "the fields stay while their part is shown"
    window.acts["undo"].trigger()
    assert (stored(live_sample), written.editor.toPlainText()) == ("", "")
    window.acts["redo"].trigger()
    assert written.editor.toPlainText() == "We do it."


def test_ctrl_enter_saves_and_escape_takes_back(
    page: BriefingPage, live_sample: Dossier, qtbot: QtBot
) -> None:
    page.rail.chosen.emit(SHEET)
    editor = write(page, "First.").editor
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(live_sample) == "First."
    editor.setPlainText("Second.")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.toPlainText() == "First."
    assert stored(live_sample) == "First."


def test_the_length_is_counted_while_one_writes(page: BriefingPage) -> None:
    page.rail.chosen.emit(SHEET)
    reply = write(page, "word " * 65)
    assert reply.length.text() == "65 words, 30 seconds"
    reply.editor.setPlainText("word " * 200)
    assert reply.length.text().endswith("longer than a minute")
    speaker = field(page, TextKey(Subject.CLUSTER, "Social rights", Field.SPEAKER))
    speaker.editor.setPlainText("Minister")
    assert speaker.length.text() == ""


def test_what_is_missing_leads_to_its_field(page: BriefingPage, qtbot: QtBot) -> None:
    page.rail.chosen.emit(MISSING)
    table = page.missing.table
    for lack in page.missing.model.items():
        page.rail.chosen.emit(MISSING)
        table.choose(page.missing.model.key_of(lack))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        assert focused is not None
        wanted = lack.key if lack.key is not None else lack.question_id
        assert focused is field(page, wanted).editor, lack


def test_questions_are_answered_where_they_stand(page: BriefingPage, live_sample: Dossier) -> None:
    page.rail.chosen.emit(QUESTIONS)
    (asked,) = live_sample.briefing.questions("DEU")
    write(page, "In spring.", asked.id)
    page.rail.chosen.emit(NOTED)
    assert live_sample.briefing.questions("DEU")[0].answer == "In spring."
    assert QUESTIONS not in counts(page)


def test_what_another_change_reads_anew_does_not_take_away_what_is_being_written(
    window: MainWindow, page: BriefingPage, live_sample: Dossier
) -> None:
    page.rail.chosen.emit(SHEET)
    write(page, "Half a sen")
    window.workspace.list.session.rows.read_all()  # type: ignore[union-attr]
    assert field(page).editor.toPlainText() == "Half a sen"
    assert stored(live_sample) == ""


def test_what_is_written_is_kept_when_the_dossier_is_closed(
    window: MainWindow, page: BriefingPage, live_sample: Dossier
) -> None:
    page.rail.chosen.emit(SHEET)
    write(page, "Written in the last second.")
    window.acts["close"].trigger()
    with open_dossier(live_sample.store.location) as again:
        assert stored(again) == "Written in the last second."


@pytest.mark.parametrize(
    ("profile", "refusal"),
    [
        (Profile.DELEGATION, ""),
        (Profile.MINISTRY, "is written by the delegation"),
        (Profile.NHRI, "is written by the delegation"),
    ],
)
def test_the_delegation_writes_and_others_are_told_why_they_cannot(
    qtbot: QtBot, live_sample: Dossier, empty_window: MainWindow, profile: Profile, refusal: str
) -> None:
    live_sample.store.act_as(Actor(profile, "Head", "Ministry of Justice"))
    empty_window.show_dossier(live_sample)
    empty_window.workspace.show_page("briefing")
    qtbot.wait(30)
    page = empty_window.workspace.page("briefing")
    assert isinstance(page, BriefingPage)
    assert refusal in page.form._refusal.text()
    assert all(each.editor.isReadOnly() == bool(refusal) for each in page.form.fields)


def test_a_dossier_without_recommendations_offers_to_import(
    qtbot: QtBot, empty_window: MainWindow, tmp_path: Path
) -> None:
    empty_window.show_dossier(create_dossier(str(tmp_path / "new.uprt"), "Iceland"))
    empty_window.workspace.show_page("briefing")
    qtbot.wait(30)
    page = empty_window.workspace.page("briefing")
    assert isinstance(page, BriefingPage)
    assert page.empty.isVisible()


def test_the_page_asks_for_import_and_export(qtbot: QtBot, appearance: Appearance, sample: Dossier) -> None:
    alone = BriefingPage()
    qtbot.addWidget(alone)
    alone.show_pack(pack_of(sample), "")
    with qtbot.waitSignal(alone.import_requested):
        alone.empty.requested.emit()
    with qtbot.waitSignal(alone.export_requested):
        alone.missing.export.click()


def test_parts_follow_the_pack(sample: Dossier) -> None:
    pack = pack_of(sample)
    parts = {part.key: part for part in parts_of(pack, missing(pack))}
    assert [key for key in parts if not key.startswith("cluster:")] == [WHOLE, QUESTIONS, CRITICISM, NOTED]
    assert len(parts) == 4 + len(pack.sheets)
    assert [spec.target for spec in parts[NOTED].fields] == [
        TextKey(Subject.RECOMMENDATION, each.row.uid, Field.SUGGESTED_REPLY) for each in pack.noted
    ]
    assert all(spec.asked for spec in parts[CRITICISM].fields)


def test_enter_on_a_part_goes_into_its_first_field(page: BriefingPage, qtbot: QtBot) -> None:
    page.rail.sheets.setFocus()
    page.rail.sheets.setCurrentItem(page.rail.sheets.topLevelItem(1))
    qtbot.keyClick(page.rail.sheets, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.form.fields[0].editor
