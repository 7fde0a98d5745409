"""The links page: queues, suggestions and decisions, as a person sees and does them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier
from uprtracker.suggestions import Suggestion
from uprtracker.ui.dialogs.link_dialog import LinkDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.link_candidates import note
from uprtracker.ui.panels.link_queues import (
    ALIKE,
    DOUBTFUL,
    LIKELY,
    LINKED,
    NONE,
    UNLIKELY,
    LinkQueues,
    standing,
)
from uprtracker.ui.panels.links_page import LinksPage
from uprtracker.ui.panels.suggestion_card import LINKED as CARD_LINKED
from uprtracker.ui.panels.suggestion_card import REJECTED
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation

Key = Qt.Key


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LinksPage:
    """The page on the sample, with every suggestion made."""
    links = window.workspace.links
    with qtbot.waitSignal(links.suggestions.completed):
        window.workspace.show_page("links")
    links.setFocus()
    return links


def row(page: LinksPage) -> Recommendation:
    found = page.current()
    assert found is not None
    return found


def labels(page: LinksPage) -> list[str]:
    return [card.candidate.label for card in page.middle.cards]


def test_the_page_begins_with_what_probably_concerns_the_text(page: LinksPage) -> None:
    assert not row(page).decided
    assert page._queues.count(LIKELY) == 6
    assert page.middle.progress_words.text() == "51 of 63 decided"
    assert page.middle.queue_words.text() == "6 in this queue"


def test_a_suggestion_shows_its_words_in_the_text_and_its_paragraph_beside(page: LinksPage) -> None:
    card = page.middle.cards[0].candidate
    assert page.middle.text.plain_text() == row(page).text
    assert page.middle.text.marked()
    assert card.reason
    assert page.beside.name.text() == f"Paragraph {card.label}"
    assert "draft text of the seventieth session" in page.beside.version.text()
    assert "70/161" not in page.beside.version.text()


def test_a_letter_stands_below_its_chapeau_with_what_is_linked_to_it(page: LinksPage) -> None:
    page.choose_queue(LINKED)
    while not any(label.startswith("10 (") for label in row(page).paragraph_labels):
        page.go_on()
    label = next(label for label in row(page).paragraph_labels if label.startswith("10 ("))
    page._highlight(label)
    assert page.beside._chapeau.isVisible()
    others = [r for r in page._source.rows.rows() if label in r.paragraph_labels and r.id != row(page).id]
    assert page.beside.count.text() == str(len(others))


def test_a_digit_links_with_the_suggestions_reason_and_stays(page: LinksPage, qtbot: QtBot) -> None:
    before, card = row(page), page.middle.cards[0].candidate
    qtbot.keyClick(page, Key.Key_1)
    after = row(page)
    assert after.id == before.id
    assert after.paragraph_labels == (card.label,)
    assert after.paragraphs[0].reason == card.reason
    assert after.paragraphs[0].by
    assert page.middle.cards[0].candidate.state == CARD_LINKED
    assert page.middle.progress_words.text() == "52 of 63 decided"
    qtbot.keyClick(page, Key.Key_2)
    assert len(row(page).paragraph_labels) == 2


def test_x_rejects_the_marked_card_and_undo_takes_it_back(
    page: LinksPage, window: MainWindow, qtbot: QtBot
) -> None:
    first, id_ = labels(page)[0], row(page).id
    qtbot.keyClick(page, Key.Key_X)
    states = {card.candidate.label: card.candidate.state for card in page.middle.cards}
    assert states[first] == REJECTED
    assert not row(page).decided
    window.acts["undo"].trigger()
    assert all(card.candidate.state != REJECTED for card in page.middle.cards)
    window.acts["redo"].trigger()
    assert first in [link.label for link in page._source.rejected(id_)]


def test_n_decides_that_nothing_is_concerned(page: LinksPage, qtbot: QtBot) -> None:
    page.choose_queue(UNLIKELY)
    qtbot.keyClick(page, Key.Key_N)
    assert row(page).concerns_none
    assert "so decided" in page.middle.note.text()
    assert page._queues.count(UNLIKELY) == 5


def test_arrows_and_letters_move(page: LinksPage, qtbot: QtBot) -> None:
    first = row(page).id
    qtbot.keyClick(page, Key.Key_Down)
    second = row(page).id
    assert second != first
    qtbot.keyClick(page, Key.Key_K)
    assert row(page).id == first
    qtbot.keyClick(page, Key.Key_J)
    qtbot.keyClick(page, Key.Key_Up)
    assert row(page).id == first
    qtbot.keyClick(page, Key.Key_Return)
    assert row(page).id == second


def test_right_marks_the_next_card(page: LinksPage, qtbot: QtBot) -> None:
    assert len(labels(page)) > 1
    qtbot.keyClick(page, Key.Key_Right)
    assert page.beside.name.text() == f"Paragraph {labels(page)[1]}"


def test_undo_comes_back_to_what_it_changed(page: LinksPage, window: MainWindow, qtbot: QtBot) -> None:
    first = row(page).id
    qtbot.keyClick(page, Key.Key_1)
    qtbot.keyClick(page, Key.Key_Down)
    assert row(page).id != first
    window.acts["undo"].trigger()
    assert row(page).id == first
    assert not row(page).decided


def test_any_paragraph_can_be_chosen_even_of_the_preamble(page: LinksPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_Slash)
    (dialog,) = page.findChildren(LinkDialog)
    qtbot.keyClicks(dialog.search, "PP 3")
    assert not row(page).decided, "keys must not act while one types"
    qtbot.keyClick(dialog.search, Key.Key_Return)
    assert row(page).paragraph_labels == ("PP 3",)
    assert "PP 3" in labels(page)


def test_keys_are_left_to_a_field(page: LinksPage, qtbot: QtBot) -> None:
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "1xn")
    assert field.text() == "1xn"
    assert not row(page).decided
    field.deleteLater()


def test_later_suggestions_say_what_was_linked(page: LinksPage, qtbot: QtBot) -> None:
    reasons = []
    for key in (LIKELY, LINKED):
        page.choose_queue(key)
        for _step in range(page._queues.count(key)):
            reasons += [card.candidate.reason for card in page.middle.cards]
            page.go_on()
    assert any("because you linked" in reason.lower() for reason in reasons)


def test_the_ministry_is_told_why_it_cannot_decide(page: LinksPage, window: MainWindow, qtbot: QtBot) -> None:
    window._work_as(Actor(Profile.MINISTRY, "", "Ministry of Justice"))
    qtbot.keyClick(page, Key.Key_N)
    assert not any(row.concerns_none and row.id == page.current().id for row in page._source.rows.rows())
    assert "secretariat" in page.middle.note.text()
    assert not page.middle.none.isEnabled()


def test_one_decision_serves_texts_that_are_alike(
    sample: Dossier, window: MainWindow, page: LinksPage, qtbot: QtBot
) -> None:
    source, first = page._source, row(page)
    twins = [r for r in source.rows.rows() if not r.decided][:3]
    page._queues._groups.update({r.id: tuple(t.id for t in twins) for r in twins})
    page._sort()
    assert page._queues.keys(ALIKE) == [f"{ALIKE}{twins[0].id}"]
    page.show_recommendation(twins[0].id)
    assert page.middle.together.isVisible()
    qtbot.keyClick(page, Key.Key_G)
    assert page.middle.together.isChecked()
    qtbot.keyClick(page, Key.Key_G)
    page.choose_queue(f"{ALIKE}{twins[0].id}")
    assert page.middle.together.isChecked()
    qtbot.keyClick(page, Key.Key_N)
    assert all(source.rows.row(r.id).concerns_none for r in twins)
    window.acts["undo"].trigger()
    assert not any(source.rows.row(r.id).decided for r in twins)
    assert first.id in [r.id for r in source.rows.rows()]


def test_every_row_waits_in_exactly_one_queue(sample: Dossier) -> None:
    rows = sample.query.rows()
    suggester = sample.suggesting.suggester()
    queues = LinkQueues(rows)
    queues.sort({r.id: suggester.suggest(r) for r in rows if not r.decided})
    ids = [id_ for key in (LIKELY, DOUBTFUL, UNLIKELY, LINKED, NONE) for id_ in queues.ids(key)]
    assert sorted(ids) == sorted(r.id for r in rows)
    assert queues.decided() == (51, 63)


def test_what_cannot_be_suggested_for_waits_as_doubtful(sample: Dossier) -> None:
    undecided = next(r for r in sample.query.rows() if not r.decided)
    unsupported = Suggestion(False, 0.0, (), unsupported_language=True)
    assert standing(undecided, unsupported) == standing(undecided, None) == DOUBTFUL
    assert standing(undecided, Suggestion(False, 0.5, ())) == DOUBTFUL
    assert standing(undecided, Suggestion(False, 0.01, ())) == UNLIKELY


def test_other_languages_and_other_texts_are_told_plainly(sample: Dossier) -> None:
    undecided = next(r for r in sample.query.rows() if not r.decided)
    unsupported = Suggestion(False, 0.0, (), unsupported_language=True)
    assert "another language" in note(undecided, unsupported, "")
    assert "no suggestions for this text" in note(undecided, None, "")


def test_the_keys_work_as_soon_as_the_page_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    links = window.workspace.links
    with qtbot.waitSignal(links.suggestions.completed):
        window.acts["page_links"].trigger()
    focused = QApplication.focusWidget()
    assert focused is links
    qtbot.keyClick(focused, Key.Key_N)
    assert row(links).concerns_none


def test_everything_has_a_name(page: LinksPage, qapp: QApplication) -> None:
    for part in (page, page.queue, page.middle, page.beside, *page.middle.cards, page.middle.text):
        assert part.accessibleName()
