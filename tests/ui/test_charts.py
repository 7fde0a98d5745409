"""Charts: figures as marks that are pointed at, walked by keys, opened and copied; nothing for a bucket without any."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.ui.charts.bar_list import BarList, BarRow
from uprtracker.ui.charts.segments import GAP, segments
from uprtracker.ui.charts.status_bar import StatusBar
from uprtracker.ui.clipboard import leave_text_only
from uprtracker.ui.dialogs.figures_dialog import FiguresDialog
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Status


def count(**buckets: int) -> StatusCount:
    return StatusCount({bucket: buckets.get(str(bucket), 0) for bucket in BUCKETS}, 0)


@given(
    st.dictionaries(st.sampled_from(BUCKETS), st.integers(0, 400)),
    st.floats(min_value=60, max_value=2000),
)
def test_segments_fill_the_bar_in_the_order_of_the_scale(counts: dict[str, int], length: float) -> None:
    made = StatusCount({bucket: counts.get(bucket, 0) for bucket in BUCKETS}, 0)
    found = segments(made, length)
    assert [s.bucket for s in found] == [b for b in BUCKETS if made[b]]
    assert sum(s.count for s in found) == made.total
    for before, after in pairwise(found):
        assert abs(before.start + before.width + GAP - after.start) < 1e-6
    if found:
        assert abs(found[-1].start + found[-1].width - length) < 1e-6
        assert min(s.width for s in found) > 0.5


def shown_bar(qtbot: QtBot) -> StatusBar:
    bar = StatusBar("Official status")
    qtbot.addWidget(bar)
    bar.resize(600, 80)
    bar.show_count(count(in_progress=5, planned=2, not_reported=1), lambda bucket: ("status", str(bucket)))
    bar.show()
    return bar


def shown_list(qtbot: QtBot, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> BarList:
    chart = BarList("By lead ministry", "Ministry")
    qtbot.addWidget(chart)
    chart.setLayoutDirection(direction)
    chart.resize(500, 80)
    chart.show_rows(
        [
            BarRow("Justice", count(in_progress=5, planned=3), lambda bucket: ("Justice", bucket)),
            BarRow("Health", count(planned=4), lambda bucket: ("Health", bucket)),
            BarRow("Nothing", count(), lambda _bucket: None, label="9", note="no recommendation"),
        ]
    )
    chart.show()
    return chart


def test_buckets_without_any_are_absent(qtbot: QtBot, appearance: Appearance) -> None:
    bar = shown_bar(qtbot)
    assert [mark.words for mark in bar.marks if mark.row == 0] == [
        "In progress: 5",
        "Planned: 2",
        "Not reported: 1",
    ]
    assert [mark.words for mark in bar.marks if mark.row == 1] == [
        "In progress: 5",
        "Planned: 2",
        "Not reported: 1",
    ]


def test_a_click_opens_what_it_points_at(qtbot: QtBot, appearance: Appearance) -> None:
    bar = shown_bar(qtbot)
    heard: list[object] = []
    bar.opened.connect(heard.append)
    for mark in bar.marks[:3]:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=mark.place.center().toPoint())
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(598, 60))
    assert heard == [("status", "in_progress"), ("status", "planned"), ("status", NOT_REPORTED)]


def test_arrow_keys_walk_and_enter_opens(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    heard: list[object] = []
    chart.opened.connect(heard.append)
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(chart, key)
        said.append(chart.accessibleName().removeprefix("By lead ministry. "))
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert said == [
        "Justice, In progress: 5",
        "Justice, Planned: 3",
        "Justice, Planned: 3",
        "Health, Planned: 4",
        "9 Nothing: 0, no recommendation",
    ]
    assert heard == [
        ("Justice", Status.IN_PROGRESS),
        ("Justice", Status.PLANNED),
        ("Justice", Status.PLANNED),
        ("Health", Status.PLANNED),
    ]


def test_where_one_reads_from_the_right_everything_is_mirrored(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot, Qt.LayoutDirection.RightToLeft)
    first, second = (m.place for m in chart.marks if m.row == 0 and m.column > 0)
    assert first.left() > second.right()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleName().endswith("Justice, In progress: 5")


def test_bars_are_measured_by_the_largest_total(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    of_row = {
        row: max(m.place.right() for m in chart.marks if m.row == row and m.column)
        - min(m.place.left() for m in chart.marks if m.row == row and m.column)
        for row in (0, 1)
    }
    assert abs(of_row[1] / of_row[0] - 0.5) < 0.02


def test_the_figures_can_be_copied_as_a_table(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "Ministry"
    assert lines[1].split("\t") == ["Justice", "0", "0", "5", "3", "0", "0", "0", "0", "8"]


def test_charts_draw_in_both_themes_and_when_they_are_narrow(qtbot: QtBot, appearance: Appearance) -> None:
    chart, bar = shown_list(qtbot), shown_bar(qtbot)
    for theme in ("dark", "light"):
        appearance.choose(theme)
        for width in (220, 900):
            chart.resize(width, 80)
            bar.resize(width, bar.heightForWidth(width))
            QApplication.processEvents()
            assert not chart.grab().isNull()
            assert max(mark.place.right() for mark in bar.marks) <= width
            assert max(mark.place.bottom() for mark in bar.marks) <= bar.height()


def test_a_chart_can_be_copied_as_a_picture(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    chart.copy_picture()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() > 2 * chart.width()
    paper, colours = picture.pixelColor(2, 2), set()
    for x in range(0, picture.width(), 3):
        for y in range(0, picture.height(), 3):
            colours.add(picture.pixelColor(x, y).name())
    assert paper.name() == "#ffffff"
    assert {"#d07f10", "#2d67ec"} <= colours
    leave_text_only()


def test_the_menu_of_a_chart_copies_and_shows_its_table(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    heard: list[object] = []
    chart.opened.connect(heard.append)
    qtbot.keyClick(chart, Qt.Key.Key_T)
    (dialog,) = chart.window().findChildren(FiguresDialog)
    table = dialog.table
    assert table.horizontalHeaderItem(0).text() == "Ministry"
    spoken = table.item(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Justice, In progress: 5"
    table.setCurrentCell(0, 3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard == [("Justice", Status.IN_PROGRESS)]
    QApplication.processEvents()


def test_copied_figures_are_a_table_for_word_processors(qtbot: QtBot, appearance: Appearance) -> None:
    chart = shown_list(qtbot)
    chart.copy_table()
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.startswith("<table><tr><th>Ministry</th>")
    assert "<td>Justice</td>" in html
    leave_text_only()
