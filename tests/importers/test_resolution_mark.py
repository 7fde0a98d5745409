import pytest

from uprtracker.importers.resolution_lines import CLOSE, OPEN
from uprtracker.importers.resolution_mark import Settled, settle_marks
from uprtracker.importers.resolution_note import RawNote
from uprtracker.importers.resolution_text import Flow, Piece


def settle(*lines: str, markers: tuple[str, ...] = ("2",)) -> Settled:
    """Each line is a paragraph of its own; the footnotes stand below them all."""
    flows = [Flow([Piece(place, line)]) for place, line in enumerate(lines, start=1)]
    place = len(lines) + 1
    return settle_marks(
        flows, [RawNote(marker, place, 1, [Piece(place, "Resolution 1.")]) for marker in markers]
    )


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("the Covenants2 and others,", "the Covenants and others,"),
        ("the Declaration,2 and others,", "the Declaration, and others,"),
        ("the Declaration, 2 and others,", "the Declaration, and others,"),
        ("Human Rights 2 and others,", "Human Rights and others,"),
        (f"Human Rights, {OPEN}2{CLOSE} and others,", "Human Rights, and others,"),
        (f"Human Rights{OPEN}2{CLOSE} and others,", "Human Rights and others,"),
        ("of 9 December 1998,2 by which", "of 9 December 1998, by which"),
        ("of 9 December 19982 by which", "of 9 December 1998 by which"),
        ("“Protect and Remedy”2 Framework", "“Protect and Remedy” Framework"),
        ("seized of the matter.2", "seized of the matter."),
        ("in article 2 of the Covenant,2 and 2 December", "in article 2 of the Covenant, and 2 December"),
        ("the Covenant2 and, again, the Covenant2 of 2", "the Covenant and, again, the Covenant of 2"),
    ],
)
def test_marks_leave_the_sentences(printed: str, text: str) -> None:
    settled = settle(printed)
    assert settled.texts == [text]
    assert settled.cited == [0]
    assert settled.notices == []


@pytest.mark.parametrize(
    "text",
    [
        "in articles 2 and 3, in paragraph 2, and on 2 December 2015",
        "in document A/C.3/70/L.2 and in resolution 70/2, para.2",
        "at least 2 persons in 2 years, and No. 2 of COVID-2",
        "paragraphs 1, 2 and 4 of resolution 22/6",
    ],
)
def test_numbers_that_count_something_stay(text: str) -> None:
    settled = settle(text)
    assert settled.texts == [text]
    assert settled.cited == [None]
    assert len(settled.notices) == 1


def test_a_number_on_its_own_line_that_belongs_to_the_sentence_stays() -> None:
    assert settle(f"in article {OPEN}2{CLOSE} of it").texts == ["in article 2 of it"]


def test_a_footnote_whose_text_is_missing_is_told() -> None:
    settled = settle(f"the Charter {OPEN}5{CLOSE} and the Covenant2 of all")
    assert settled.texts == ["the Charter and the Covenant of all"]
    assert [notice.message for notice in settled.notices] == ["Footnote 5 is cited, but its text is missing."]


def test_marks_are_found_in_the_order_of_the_footnotes() -> None:
    settled = settle(
        "all rights, 98 and",
        "more rights99 of 100 men, 100 and",
        "an asterisk* here",
        markers=("*", "98", "99", "100"),
    )
    assert settled.texts == ["all rights, and", "more rights of 100 men, and", "an asterisk here"]
    assert settled.cited == [2, 0, 1, 1]


def test_a_mark_stands_above_the_footnotes_of_its_page() -> None:
    flows = [Flow([Piece(1, "the first rights, 2 and")]), Flow([Piece(9, "the Charter, 2 and")])]
    notes = [
        RawNote("1", 5, 1, [Piece(5, "Resolution 1.")]),
        RawNote("2", 12, 2, [Piece(12, "Resolution 2.")]),
    ]
    assert settle_marks(flows, notes).texts == ["the first rights, 2 and", "the Charter, and"]
