"""The overview: its figures are the dossier's, and each of them opens exactly what it counted."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier
from uprtracker.ui.panels.overview_page import OverviewPage
from uprtracker.ui.panels.overview_words import key_figures
from uprtracker.ui.panels.recent_changes import recent_changes
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.figures import by_number, coverage, overview
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.row_filter import RowFilter


@pytest.fixture
def rows(sample: Dossier) -> list[Recommendation]:
    """The sample without numbers in parts, which a figure counts once, and without groups that bear a theme's name."""
    all_rows = sample.query.rows()
    parts = Counter(row.counted_as for row in all_rows)
    return [
        replace(row, themes=tuple(t for t in row.themes if t.kind == "theme"))
        for row in all_rows
        if parts[row.counted_as] == 1
    ]


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, sample: Dossier, rows: list[Recommendation]) -> OverviewPage:
    made = OverviewPage()
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show_overview(
        overview(rows),
        coverage(rows, sample.query.text_version()),
        sample.query.info(),
        sample.query.history(limit=60),
    )
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def counted(rows: list[Recommendation]) -> Callable[[RowFilter], int]:
    def count(row_filter: RowFilter) -> int:
        return len(by_number(row for row in rows if row_filter.accepts(row)))

    return count


def heard_from(page: OverviewPage) -> list[RowFilter]:
    heard: list[RowFilter] = []
    page.filter_requested.connect(heard.append)
    return heard


def test_it_says_which_dossier_and_that_it_is_invented(page: OverviewPage) -> None:
    text = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Arvania" in text
    assert "invented sample" in text
    assert "A/HRC/00/00" in text
    assert "indicative mapping" in text


def test_every_key_figure_opens_what_it_counts(
    page: OverviewPage, counted: Callable[[RowFilter], int]
) -> None:
    heard = heard_from(page)
    buttons = page.figures.buttons()
    assert [b.figure.words for b in buttons][:2] == ["recommendations received", "supported"]
    for button in buttons:
        button.click()
    assert [counted(f) for f in heard] == [b.figure.number for b in buttons]


@pytest.mark.parametrize("name", ["status", "ministries", "paragraphs", "themes", "cycles"])
def test_every_mark_of_a_chart_opens_as_many_as_it_says(
    page: OverviewPage, counted: Callable[[RowFilter], int], name: str
) -> None:
    chart = getattr(page, name)
    assert chart.marks
    wrong = [
        (mark.words, counted(mark.wish))
        for mark in chart.marks
        if int(re.findall(r": (\d+)", mark.words)[-1]) != counted(mark.wish)
    ]
    assert wrong == []


def test_a_bar_opens_by_keyboard(page: OverviewPage, qtbot: QtBot) -> None:
    heard = heard_from(page)
    qtbot.keyClick(page.ministries, Qt.Key.Key_Return)
    assert heard[0].lead_only
    assert heard[0].ministries == (page.ministries.table()[1][0],)


def test_recommendations_without_lead_come_last(page: OverviewPage) -> None:
    assert page.ministries.table()[-1][0] == "No lead ministry"


def test_gaps_are_named(qtbot: QtBot, page: OverviewPage, sample: Dossier) -> None:
    rows = [row for row in sample.query.rows() if "13" not in row.paragraph_labels]
    page.show_overview(overview(rows), coverage(rows, sample.query.text_version()), sample.query.info(), ())
    mark = next(m for m in page.paragraphs.marks if m.words.startswith("13 "))
    assert mark.words == "13 Women defenders: 0, no recommendation"


def test_the_tab_key_meets_the_figures_first(page: OverviewPage) -> None:
    first = page.nextInFocusChain()
    while not (first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisible()):
        first = first.nextInFocusChain()
    assert first is page.figures.buttons()[0]


def test_recent_changes_are_told_once_for_each_action(sample: Dossier) -> None:
    rows = {row.label: row for row in sample.query.rows()}
    ids = [rows["140.12"].id, rows["140.20"].id]
    sample.tracking.set_due(ids, date(2028, 1, 1))
    changes = recent_changes(sample.query.history(limit=30))
    assert [c.which for c in changes].count("2 recs.") >= 1
    sample.tracking.assign_lead([ids[0]], "Ministry of Health")
    change = recent_changes(sample.query.history(limit=5))[0]
    assert change.which == "140.12"
    assert change.shows == RowFilter(search="140.12")
    assert "→ Ministry of Health" in change.words


@pytest.mark.parametrize("width", [600, 800, 1280, 1640])
def test_nothing_is_cut_at_any_width(page: OverviewPage, width: int) -> None:
    page.resize(width, 700)
    QApplication.processEvents()
    for button in page.figures.buttons():
        assert button.geometry().right() <= page.figures.width()
        assert button.height() >= button.heightForWidth(button.width())
    for chart in (page.status, page.ministries, page.paragraphs, page.themes, page.cycles):
        assert chart.mapTo(page, chart.rect().topRight()).x() <= width
        assert all(mark.place.right() <= chart.width() for mark in chart.marks)


def test_without_recommendations_the_page_offers_to_import(
    page: OverviewPage, sample: Dossier, qtbot: QtBot
) -> None:
    assert not page.empty.isVisible()
    page.show_overview(overview([]), coverage([], sample.query.text_version()), sample.query.info(), ())
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.import_requested):
        page.empty.findChild(QPushButton).click()


def test_every_figure_of_the_trend_opens_what_stood_there(
    page: OverviewPage, sample: Dossier, rows: list[Recommendation]
) -> None:
    points = sample.trend.points()
    page.show_trend(points, overview(rows).status)
    heard = heard_from(page)
    table = page.trend.table()
    assert [line[0] for line in table] == ["Snapshot", "30 Jun 2025, Mid-term 2025", "Now"]
    for column in range(1, len(table[0]) - 1):
        if table[1][column] != "0":
            page.trend._open_cell(0, column)
    assert sum(len(asked.uids) for asked in heard) == len(points[0].behind(None))
    everything = sample.query.rows()
    for asked in heard:
        assert sum(asked.accepts(row) for row in everything) == len(asked.uids)
        assert asked.chips()[0][2].endswith("in snapshot Mid-term 2025")
        assert not asked.without("uids", "").narrows


def test_without_a_snapshot_the_trend_says_how_to_begin(page: OverviewPage) -> None:
    page.show_trend((), overview([]).status)
    assert page._trend_block._note.text().startswith("no snapshot yet")


def test_every_position_may_occur_beside_all_other_figures(
    page: OverviewPage, rows: list[Recommendation]
) -> None:
    every = dict.fromkeys(Position, 1)
    page.figures.show_figures(key_figures(replace(overview(rows), positions=every)))
    assert len(page.figures.buttons()) == 8 + len(Position)
