"""The dialog of texts: what it lists, what it brings in, what it proposes, and what undo takes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.text_files import PARAGRAPHS, TITLE, write_text
from uprtracker.ui.dialogs.text_import_dialog import TextImportDialog
from uprtracker.ui.dialogs.texts_dialog import TextsDialog
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.profile import Actor, Profile

NAME = "on-the-protection-of-lighthouse-keepers@1"


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[TextsDialog]:
    window.acts["texts"].trigger()
    opened = window.findChild(TextsDialog)
    assert opened is not None
    yield opened
    opened.close()
    qtbot.wait(1)


@pytest.fixture
def two_texts(dialog: TextsDialog, tmp_path: Path) -> TextsDialog:
    """The dialog on two wordings of one invented text, the first chosen on the left, the second on the right."""
    revised = (PARAGRAPHS[0].replace("all States", "States"), *PARAGRAPHS[2:])
    for name, paragraphs in (("a.txt", PARAGRAPHS), ("b.txt", revised)):
        plan = dialog._texts.plan(write_text(tmp_path / name, paragraphs))
        dialog._session.editing.run(lambda plan=plan: dialog._texts.add(plan))
    dialog.left.setCurrentIndex(1)
    dialog.compare()
    return dialog


def listed(dialog: TextsDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(1, 7)] for item in items if item is not None]


def imported(dialog: TextsDialog, path: Path, qtbot: QtBot) -> TextImportDialog:
    dialog.import_file(path)
    qtbot.waitUntil(lambda: dialog.findChild(TextImportDialog) is not None)
    preview = dialog.findChild(TextImportDialog)
    assert preview is not None
    return preview


def test_the_bundled_text_is_listed_as_default(dialog: TextsDialog) -> None:
    ((version, _called, paragraphs, links, proposals, default),) = listed(dialog)
    assert (version, paragraphs, proposals, default) == ("draft-70", "60", "0", "Default")
    assert int(links) > 0
    assert not dialog.make_default.isEnabled()
    assert not dialog.carry.isEnabled()


def test_a_text_comes_in_after_its_preview_and_goes_by_undo(
    dialog: TextsDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = imported(dialog, write_text(tmp_path / "lighthouses.txt"), qtbot)
    assert preview.title.text() == TITLE
    words = preview.findings.toPlainText().splitlines()
    assert words == [
        "1 preambular and 4 operative paragraphs, 0 footnotes.",
        "Addressed to: States 2, Business enterprises 1, Procedural 1.",
    ]
    preview.description.setText("as sent")
    preview.accept()
    assert listed(dialog)[1][:3] == ["1", "as sent", "5"]
    assert dialog.right.currentData() == NAME
    assert dialog.news.text().startswith("Add the text On the protection")
    window.acts["undo"].trigger()
    assert len(listed(dialog)) == 1


def test_a_text_that_is_there_is_not_added_again(
    two_texts: TextsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = imported(two_texts, write_text(tmp_path / "again.txt"), qtbot)
    assert f"already: {NAME}" in preview.findings.toPlainText()
    preview.accept()
    assert preview.isVisible()
    assert len(listed(two_texts)) == 3
    preview.version.setText("second")
    preview.accept()
    assert listed(two_texts)[3][0] == "second"


def test_a_file_that_is_no_resolution_is_refused_in_the_dialog(
    dialog: TextsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleague, nothing here.", "utf-8")
    dialog.import_file(path)
    qtbot.waitUntil(lambda: "not the text of a resolution" in dialog.news.text())


def test_two_texts_stand_side_by_side_with_their_differences(two_texts: TextsDialog) -> None:
    words = two_texts.comparison.toPlainText()
    assert "not in this text" in words
    assert PARAGRAPHS[3] in words
    assert two_texts.summary.text().startswith("3 paragraphs have the same wording, 2 differ")
    assert "line-through" in two_texts.comparison.toHtml()
    two_texts.only_differences.setChecked(True)
    assert PARAGRAPHS[3] not in two_texts.comparison.toPlainText()
    assert "register every lighthouse" in two_texts.comparison.toPlainText()


def test_links_are_proposed_for_the_other_text_and_confirmed_by_nobody(
    two_texts: TextsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    rows = window.session.rows.rows()[:2]
    linking = window.session.dossier.linking
    for label, row in zip(("1", "2"), rows, strict=True):
        linking.link_paragraph([row.id], label, text=NAME)
    two_texts.compare()
    assert two_texts.carry.text() == "Propose 1 link for the right text"
    assert two_texts.summary.text().endswith("0 are decided or proposed already, 1 have no place.")
    qtbot.mouseClick(two_texts.carry, Qt.MouseButton.LeftButton)
    assert [cells[3:5] for cells in listed(two_texts)[1:]] == [["2", "0"], ["0", "1"]]
    assert not two_texts.carry.isEnabled()


def test_another_default_text_is_shown_everywhere_and_undone(
    two_texts: TextsDialog, window: MainWindow
) -> None:
    two_texts.list.setCurrentItem(two_texts.list.topLevelItem(1))
    two_texts.make_default.click()
    assert window.session.rows.text.version == "1"
    assert all(not row.paragraphs for row in window.session.rows.rows())
    assert listed(two_texts)[1][5] == "Default"
    window.acts["undo"].trigger()
    assert window.session.rows.text.version == "draft-70"
    assert any(row.paragraphs for row in window.session.rows.rows())


def test_who_may_not_link_reads_and_compares_only(window: MainWindow, qtbot: QtBot) -> None:
    window.session.act_as(Actor(Profile.DELEGATION))
    window.acts["texts"].trigger()
    opened = window.findChild(TextsDialog)
    assert opened is not None
    assert [b.isEnabled() for b in (opened.add, opened.make_default, opened.carry)] == [False, False, False]
    opened.close()
    qtbot.wait(1)


def test_proposals_are_confirmed_or_rejected_in_the_details(
    two_texts: TextsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    texts, linking = window.session.dossier.texts, window.session.dossier.linking
    first, second = window.session.rows.rows()[:2]
    linking.link_paragraph([first.id, second.id], "1", text=NAME)
    other = NAME.replace("@1", "@2")
    window.session.editing.run(lambda: texts.carry_links(NAME, other))
    window.session.editing.run(lambda: texts.set_default(other))
    for row, action in ((first, "Confirm paragraph 1"), (second, "Reject paragraph 1")):
        window.workspace.recommendations.table.select_ids([row.id], row.id)
        window.workspace.list.feed.feed()
        qtbot.wait(1)  # what was shown before is deleted
        links = window.workspace.recommendations.details.links
        (button,) = [b for b in links.findChildren(LinkButton) if b.accessibleName() == action]
        assert any("carried over from 1 of 1" in label.text() for label in links.findChildren(PlainLabel))
        button.click()
    one, two = window.session.rows.some([first.id, second.id])
    assert (one.paragraph_labels, two.paragraph_labels) == (("1",), ())
    details = window.session.dossier.query.details(second.id)
    assert details is not None
    assert [link.label for link in details.rejected if link.version == "2"] == ["1"]
    assert details.suggested == ()


def test_a_single_text_is_not_offered_for_comparison(dialog: TextsDialog, tmp_path: Path) -> None:
    assert not dialog.comparison.isVisible()
    assert not dialog.carry.isVisible()
    low = dialog.height()
    plan = dialog._texts.plan(write_text(tmp_path / "a.txt", PARAGRAPHS))
    dialog._session.editing.run(lambda: dialog._texts.add(plan))
    assert dialog.comparison.isVisible()
    assert dialog.height() > low
