"""Texts in cells: as many lines as there is room for, hits marked, each script from its own side."""

import pytest
from PySide6.QtGui import QFont

from uprtracker.ui.delegates.cell_text import laid_out, reads_to_the_left
from uprtracker.ui.theme import Appearance

FONT = (13, QFont.Weight.Normal)
LONG = (
    "Ensure that the exercise of freedom of peaceful assembly is not subject to disproportionate fines " * 3
)

pytestmark = pytest.mark.usefixtures("appearance")


@pytest.fixture(autouse=True)
def _fonts(appearance: Appearance) -> None:
    """Widths are those of the bundled fonts."""


@pytest.mark.parametrize("lines", [1, 2])
def test_a_long_text_ends_in_an_ellipsis_on_its_last_line(lines: int) -> None:
    laid = laid_out(LONG, FONT, 240, lines, 18.0, "")
    assert len(laid.lines) == lines
    assert laid.lines[-1].text().endswith("…")
    assert all(line.lineAt(0).naturalTextWidth() <= 241 for line in laid.lines)


def test_a_short_text_is_shown_whole() -> None:
    laid = laid_out("Norway", FONT, 240, 2, 18.0, "")
    assert [line.text() for line in laid.lines] == ["Norway"]


def test_hits_are_marked_on_the_line_where_they_stand() -> None:
    laid = laid_out("freedom of expression and of peaceful assembly", FONT, 180, 2, 18.0, "free assem")
    assert [mark.top() for mark in laid.marks] == [0.0, 18.0]


def test_a_mark_never_reaches_beyond_the_text_that_is_shown() -> None:
    laid = laid_out(LONG, FONT, 240, 2, 18.0, "disproportionate fines")
    assert all(mark.right() <= 243 for mark in laid.marks)


def test_arabic_starts_at_the_right_side() -> None:
    laid = laid_out("حرية التجمع", FONT, 240, 1, 18.0, "")
    line = laid.lines[0].lineAt(0)
    assert line.naturalTextRect().left() > 100


def test_every_line_starts_at_the_side_of_the_whole_text() -> None:
    laid = laid_out("حرية التجمع السلمي وحرية تكوين الجمعيات Freedom of assembly", FONT, 240, 2, 18.0, "")
    assert laid.lines[1].lineAt(0).naturalTextRect().right() > 235


@pytest.mark.parametrize(("mirrored", "at_right"), [(False, False), (True, True)])
def test_a_number_stands_where_its_column_begins(mirrored: bool, at_right: bool) -> None:
    line = laid_out("140.12", FONT, 240, 1, 18.0, "", mirrored).lines[0].lineAt(0)
    assert (line.naturalTextRect().left() > 100) is at_right


@pytest.mark.parametrize(
    ("text", "expected"),
    [("حرية", True), ("140.12 حرية", True), ("Freedom حرية", False), ("140.12", None), ("", None)],
)
def test_the_first_letter_says_from_where_a_text_is_read(text: str, expected: bool | None) -> None:
    assert reads_to_the_left(text) is expected
