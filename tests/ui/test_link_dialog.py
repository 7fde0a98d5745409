"""Choosing paragraphs: found by label and words, read in full, ticked, linked with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.exporters.factory import text_version
from uprtracker.ui.dialogs.link_dialog import LinkChoice, LinkDialog
from uprtracker.ui.theme import Appearance


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance) -> LinkDialog:
    made = LinkDialog("140.26", text_version(), {"2"})
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: LinkDialog) -> list[str]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def words(dialog: LinkDialog) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def answers(dialog: LinkDialog) -> list[LinkChoice]:
    heard: list[LinkChoice] = []
    dialog.answered.connect(heard.append)
    return heard


def test_it_names_the_text_and_starts_in_the_search(dialog: LinkDialog) -> None:
    assert "draft text of the seventieth session, as supplied" in words(dialog)
    assert dialog.search.hasFocus()
    assert len(listed(dialog)) == len(text_version().paragraphs)


@pytest.mark.parametrize("typed", ["10d", "10 (d)", "10 d", "10(D)"])
def test_a_label_is_found_in_any_spacing(dialog: LinkDialog, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(dialog.search, typed)
    assert listed(dialog) == ["10 (d)"]


def test_the_beginning_of_a_label_finds_all_below_it(dialog: LinkDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "18")
    assert listed(dialog) == ["18", "18 (a)", "18 (b)", "18 (c)"]


def test_words_are_found_by_their_beginnings(dialog: LinkDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "regist assoc")
    assert listed(dialog) == ["10 (d)"]
    dialog.search.setText("nowhere to be found")
    assert listed(dialog) == []
    assert "No paragraph holds these words." in words(dialog)
    assert not dialog.link.isEnabled()


def test_enter_links_the_one_that_is_shown(dialog: LinkDialog, qtbot: QtBot) -> None:
    heard = answers(dialog)
    qtbot.keyClicks(dialog.search, "10d")
    assert dialog.link.text() == "Link to paragraph 10 (d)"
    assert "Paragraph 10 (d)" in words(dialog)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert heard == [LinkChoice(("10 (d)",), "")]


def test_several_are_ticked_and_get_one_reason(dialog: LinkDialog, qtbot: QtBot) -> None:
    heard = answers(dialog)
    for label in ("26", "10 (a)"):
        dialog.list.findItems(label, Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)
    qtbot.keyClicks(dialog.reason, "names visits and criminal law")
    assert dialog.link.text() == "Link to 2 paragraphs"
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert heard == [LinkChoice(("10 (a)", "26"), "names visits and criminal law")]


def test_the_arrow_keys_walk_from_the_search_field(dialog: LinkDialog, qtbot: QtBot) -> None:
    assert dialog.list.currentItem().text() == "1"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentItem().text() == "3"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen() == ("3",)


def test_what_is_linked_cannot_be_linked_again(dialog: LinkDialog) -> None:
    dialog.search.setText("what paragraph")
    dialog.search.setText("2")
    two = dialog.list.findItems("2", Qt.MatchFlag.MatchExactly)[0]
    assert not two.flags() & Qt.ItemFlag.ItemIsEnabled
    dialog.list.setCurrentItem(two)
    assert "2" not in dialog.chosen()


def test_escape_links_nothing(dialog: LinkDialog, qtbot: QtBot) -> None:
    heard = answers(dialog)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert heard == []
    assert not dialog.isVisible()
