"""Rail, filter bar and search field: each asks for a filter and shows the one there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.exporters.factory import recommendation, text_version
from uprtracker.ui.panels.choice_popup import Choice, ChoicePopup
from uprtracker.ui.panels.filter_bar import FilterBar, FilterChip
from uprtracker.ui.panels.filter_choice import FILTER_FIELDS, choices_for
from uprtracker.ui.panels.navigation_panel import NavigationPanel
from uprtracker.ui.panels.search_field import SearchField
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.row_filter import RowFilter

ROWS = [recommendation(n) for n in range(1, 61)]


@pytest.fixture
def rail(qtbot: QtBot, appearance: Appearance) -> NavigationPanel:
    rail = NavigationPanel()
    qtbot.addWidget(rail)
    rail.show_rows(ROWS, text_version(), "Ministry of Justice")
    rail.resize(284, 900)
    rail.show()
    return rail


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> FilterBar:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_choices(ROWS, text_version())
    bar.resize(800, 60)
    bar.show()
    return bar


def words(tree: object) -> dict[str, str]:
    """The entries of a list of the rail with their counts."""
    from uprtracker.ui.delegates.rail_delegate import COUNT_ROLE, LABEL_ROLE

    items = tree._items()
    return {item.data(0, LABEL_ROLE) or item.text(0): item.data(0, COUNT_ROLE) for item in items}


def test_counts_of_views_are_those_of_their_filters(rail: NavigationPanel) -> None:
    shown = words(rail.views)
    assert shown["All recommendations"] == "60"
    mine = RowFilter(view="open", institution="Ministry of Justice")
    assert shown["My open items"] == str(sum(mine.accepts(row) for row in ROWS))
    assert shown["Without lead ministry"] == str(sum(not row.lead for row in ROWS))


def test_a_chapeau_shows_the_sum_of_its_letters_beside_its_own(rail: NavigationPanel) -> None:
    own = sum("10" in row.paragraph_labels for row in ROWS)
    letters = {row.id for row in ROWS if any(label.startswith("10 (") for label in row.paragraph_labels)}
    assert words(rail.paragraphs)["10"] == f"{own} ({len(letters)})"


def test_the_preamble_stays_folded_until_it_is_opened(rail: NavigationPanel, qtbot: QtBot) -> None:
    tree = rail.paragraphs
    preamble = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert preamble.childCount() == 2
    assert not preamble.isExpanded()
    height = tree.height()
    tree.setFocus()
    tree.setCurrentItem(preamble)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert preamble.isExpanded()
    assert tree.height() > height


def test_several_paragraphs_mean_or(rail: NavigationPanel, qtbot: QtBot) -> None:
    tree = rail.paragraphs
    items = {item.data(0, Qt.ItemDataRole.UserRole): item for item in tree._items()}
    asked: list[RowFilter] = []
    rail.filter_requested.connect(asked.append)
    for label, modifier in (
        ("2", Qt.KeyboardModifier.NoModifier),
        ("10 (a)", Qt.KeyboardModifier.ControlModifier),
    ):
        centre = tree.visualItemRect(items[label]).center()
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, modifier, centre)
    assert asked[-1].paragraphs == ("2", "10 (a)")


def test_a_second_click_on_the_only_choice_takes_it_off(rail: NavigationPanel, qtbot: QtBot) -> None:
    item = rail.cycles.topLevelItem(0)
    centre = rail.cycles.visualItemRect(item).center()
    asked: list[RowFilter] = []
    rail.filter_requested.connect(asked.append)
    for _click in range(2):
        qtbot.mouseClick(
            rail.cycles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre
        )
    assert [wanted.cycles for wanted in asked] == [(4,), ()]


def test_all_recommendations_means_all(rail: NavigationPanel, qtbot: QtBot) -> None:
    rail.show_filter(RowFilter(view="overdue", paragraphs=("2",), search="law"))
    item = rail.views.topLevelItem(0)
    with qtbot.waitSignal(rail.filter_requested) as asked:
        rail.views.setCurrentItem(item)
    assert asked.args == [RowFilter()]


def test_showing_a_filter_asks_for_nothing(rail: NavigationPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.filter_requested):
        rail.show_filter(RowFilter(paragraphs=("2", "26"), cycles=(4,), view="disputed"))
        rail.show_rows(ROWS[:20], text_version(), "")
    assert rail.paragraphs.chosen_values() == ["2", "26"]
    assert rail.views.chosen_values() == ["disputed"]


def chips(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in bar.findChildren(FilterChip) if not chip.isHidden()]


def test_each_value_has_its_chip_and_is_taken_off_alone(bar: FilterBar, qtbot: QtBot) -> None:
    shown = RowFilter(paragraphs=("10 (a)", "12"), positions=(Position.NOTED,), search="law")
    bar.show_filter(shown)
    qtbot.wait(1)
    assert chips(bar) == ["Position: Noted", "Paragraph 10 (a)", "Paragraph 12"]
    chip = bar.findChildren(FilterChip)[1]
    with qtbot.waitSignal(bar.filter_requested) as asked:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert asked.args == [RowFilter(paragraphs=("12",), positions=(Position.NOTED,), search="law")]


def test_clear_all_clears_the_search_too(bar: FilterBar, qtbot: QtBot) -> None:
    bar.show_filter(RowFilter(search="law", cycles=(4,)))
    with qtbot.waitSignal(bar.filter_requested) as asked:
        bar._clear.click()
    assert asked.args == [RowFilter()]


def test_parts_of_a_number_are_told_apart_in_the_count(bar: FilterBar) -> None:
    bar.show_counts(63, 62, 1)
    assert bar._shown.text() == "62 shown in 63 rows · 1 selected"
    bar.show_counts(12, 12, 0)
    assert bar._shown.text() == "12 shown"


@pytest.mark.parametrize("field", FILTER_FIELDS)
def test_every_choice_of_a_filter_lets_rows_through(field: str) -> None:
    choices = choices_for(field, RowFilter(), ROWS, text_version())
    assert choices
    for choice in choices:
        narrowed = RowFilter(**{field: (choice.value,)})
        accepted = [row for row in ROWS if narrowed.accepts(row)]
        assert accepted or field in ("paragraphs", "statuses"), choice


def test_a_choice_is_told_with_its_kind_kept(qtbot: QtBot, bar: FilterBar) -> None:
    popup = ChoicePopup("Position", [Choice(p, p.label) for p in Position], bar)
    popup.open_under(bar)
    rows = popup.findChild(QListWidget)
    with qtbot.waitSignal(popup.chosen) as chosen:
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert chosen.args == [[Position.SUPPORTED]]
    assert isinstance(chosen.args[0][0], Position)
    popup.close()


def test_a_long_list_is_narrowed_by_typing(qtbot: QtBot, bar: FilterBar) -> None:
    popup = ChoicePopup("State", [Choice(n, f"State {n}") for n in range(40)], bar)
    popup.open_under(bar)
    rows = popup.findChild(QListWidget)
    qtbot.keyClicks(popup._narrow, "39")
    assert [n for n in range(40) if not rows.item(n).isHidden()] == [39]
    qtbot.keyClick(popup._narrow, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [[39]]
    popup.close()


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_the_search_waits_for_a_pause_and_then_asks_once(field: SearchField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.search_requested.connect(asked.append)
    qtbot.keyClicks(field, "free")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["free"], timeout=400)


def test_escape_clears_first_and_leaves_then(field: SearchField, qtbot: QtBot) -> None:
    field.setText("law")
    field.show_search("law")
    with qtbot.waitSignal(field.search_requested) as asked, qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert asked.args == [""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_what_is_being_typed_is_not_overwritten(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "free")
    field.show_search("fre")
    assert field.text() == "free"
