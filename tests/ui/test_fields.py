"""Fields: dates as people write them, institutions, lists that change only by choice, differences word by word."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.day_text import long_day, read_day, short_day
from uprtracker.ui.fields.difference_text import DifferenceText, word_difference
from uprtracker.ui.fields.file_field import FileField
from uprtracker.ui.fields.growing_text import GrowingText
from uprtracker.ui.fields.institution_field import InstitutionField
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.confidentiality import Confidentiality


@pytest.mark.parametrize(
    "typed",
    ["30 June 2027", "30 Jun 2027", "2027-06-30", "30.6.2027", "30/06/2027", " 30  june 2027 "],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == date(2027, 6, 30)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 June 2027", "2027-13-01", "6.2027", "30.6.27", "00.00.2027"]
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_that_is_shown_can_be_read(day: date) -> None:
    assert read_day(long_day(day)) == read_day(short_day(day)) == read_day(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_not(typed: str) -> None:
    assert read_day(typed) is None or isinstance(read_day(typed), date)


def test_a_date_field_tells_only_changes_and_says_what_is_wrong(qtbot: QtBot, appearance: Appearance) -> None:
    field = DateField("Due date", clearable=True)
    qtbot.addWidget(field)
    field.show()
    field.set_day(date(2027, 6, 30))
    heard: list[object] = []
    field.day_edited.connect(heard.append)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == []
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "no idea")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == []
    assert field._wrong.isVisible()
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == "30 June 2027"
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "2028-01-02")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == [date(2028, 1, 2)]
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == [date(2028, 1, 2), None]


def test_a_date_that_must_be_there_cannot_be_cleared(qtbot: QtBot, appearance: Appearance) -> None:
    field = DateField("As of")
    qtbot.addWidget(field)
    field.set_day(date(2027, 6, 30))
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.day() == date(2027, 6, 30)


def test_the_calendar_offers_no_date_where_there_may_be_none(qtbot: QtBot, appearance: Appearance) -> None:
    field = DateField("Due date", clearable=True)
    qtbot.addWidget(field)
    field.show()
    field.set_day(date(2027, 6, 30))
    field.button.click()
    popup = next(w for w in QApplication.topLevelWidgets() if w.property("look") == "popup" and w.isVisible())
    popup._pick_none()
    assert field.day() is None


def test_the_wheel_turns_no_list(qtbot: QtBot, appearance: Appearance) -> None:
    choice = ConfidentialityChoice()
    qtbot.addWidget(choice)
    choice.set_level(Confidentiality.GOVERNMENT)
    choice.show()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert choice.level() is Confidentiality.GOVERNMENT
    assert not wheel.isAccepted()


def test_an_institution_is_found_by_any_part_of_its_name(qtbot: QtBot, appearance: Appearance) -> None:
    field = InstitutionField("Lead", "none")
    qtbot.addWidget(field)
    field.show_institution("", ["", "Ministry of Justice", "Ministry of Health"])
    heard: list[str] = []
    field.institution_chosen.connect(heard.append)
    qtbot.keyClicks(field.lineEdit(), "heal")
    model = field.completer().completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Ministry of Health"]
    field.lineEdit().setText("ministry OF health")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert heard == ["Ministry of Health"]


def test_a_new_institution_counts_with_enter(qtbot: QtBot, appearance: Appearance) -> None:
    field = InstitutionField("Lead", "none")
    qtbot.addWidget(field)
    field.show_institution("Ministry of Justice", ["", "Ministry of Justice"])
    heard: list[str] = []
    field.institution_chosen.connect(heard.append)
    field.lineEdit().setText("  Data   Agency ")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert heard == ["Data Agency"]


def test_a_text_field_grows_and_tab_leaves_it(qtbot: QtBot, appearance: Appearance) -> None:
    field = GrowingText("Note", lines=1)
    qtbot.addWidget(field)
    field.show()
    low = field.height()
    field.setPlainText("\n" * 6)
    assert field.height() > 3 * low / 2
    field.setPlainText("")
    assert field.height() == low
    assert field.tabChangesFocus()


def test_a_proposed_file_gives_way_to_a_persons_own(qtbot: QtBot, appearance: Appearance) -> None:
    field = FileField("File", "All (*)")
    qtbot.addWidget(field)
    field.propose(Path("/a/one.xlsx"))
    field.propose(Path("/a/two.pdf"))
    assert field.path() == Path("/a/two.pdf")
    field.edit.setText("/b/mine.pdf")
    field.propose(Path("/a/three.xlsx"))
    assert field.path() == Path("/b/mine.pdf")
    field.end_with(".xlsx")
    assert field.path() == Path("/b/mine.xlsx")


WORDS = st.lists(st.sampled_from(["law", "laws", "the", "adopt", "(a)", "<b>", "& so"]), max_size=12).map(
    " ".join
)


@given(WORDS, WORDS)
def test_a_difference_holds_both_texts(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    assert " ".join(t for kind, t in pieces if kind != "new").split() == before.split()
    assert " ".join(t for kind, t in pieces if kind != "gone").split() == after.split()


def test_a_difference_marks_whole_words_and_escapes_them(qtbot: QtBot, appearance: Appearance) -> None:
    assert word_difference("Adopt the law soon", "Adopt a law soon") == [
        ("same", "Adopt "),
        ("gone", "the "),
        ("new", "a "),
        ("same", "law soon"),
    ]
    label = DifferenceText()
    qtbot.addWidget(label)
    label.show_difference("<i>old</i>", "<b>new</b>")
    assert "&lt;i&gt;old&lt;/i&gt;" in label.text()
    assert "line-through" in label.text()
    assert label.accessibleName() == "before: <i>old</i>; after: <b>new</b>"


def test_a_field_has_a_scroll_bar_only_at_its_highest(qtbot: QtBot) -> None:
    field = GrowingText("Note", lines=1)
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    assert not field.verticalScrollBar().isVisible()
    field.setPlainText("\n".join("line" for _number in range(14)))
    assert not field.verticalScrollBar().isVisible()
    field.setPlainText("\n".join("line" for _number in range(40)))
    qtbot.waitUntil(field.verticalScrollBar().isVisible)
