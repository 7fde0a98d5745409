"""Numbers, sources of positions and remarks as documents print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.recommendation_text import read_recommendation_text, split_number, split_source


@pytest.mark.parametrize(
    ("printed", "number", "part", "rest"),
    [
        ("140.7. Ratify", "140.7", "", "Ratify"),
        ("140.7 Ratify", "140.7", "", "Ratify"),
        ("140. 7 Ratify", "140.7", "", "Ratify"),
        ("140.7Ratify", "140.7", "", "Ratify"),
        ("113.1      Ratify", "113.1", "", "Ratify"),
        ("28.10 Ratify", "28.10", "", "Ratify"),
        ("28.1 Ratify", "28.1", "", "Ratify"),
        ("140.12a Ratify", "140.12", "a", "Ratify"),
        ("140.12(b). Ratify", "140.12", "b", "Ratify"),
        ("140.12 a law on X", "140.12", "", "a law on X"),
        ("140.12 (a) Ratify; (b) sign", "140.12", "", "(a) Ratify; (b) sign"),
        ("8.    Continue", "8", "", "Continue"),
        ("95.(81) Continue", "95.(81)", "", "Continue"),
        ("140.7.. Ratify", "140.7", "", "Ratify"),
        ("140.7 “Ratify”", "140.7", "", "“Ratify”"),
        ("2030 Agenda", "", "", "2030 Agenda"),
        ("1325 (2000)", "", "", "1325 (2000)"),
        ("12.5% of all", "", "", "12.5% of all"),
        ("Ratify", "", "", "Ratify"),
        ("", "", "", ""),
    ],
)
def test_the_number_is_text(printed: str, number: str, part: str, rest: str) -> None:
    assert split_number(printed) == (number, part, rest)


@pytest.mark.parametrize(
    ("printed", "symbol", "paragraph"),
    [
        ("A/HRC/59/15/Add.1 - Para.3", "A/HRC/59/15/Add.1", "Para.3"),
        ("A/HRC/59/15/Add.1 - Para.3vv", "A/HRC/59/15/Add.1", "Para.3vv"),
        ("A/HRC/25/5/Add.1 - Para. 186.28. ", "A/HRC/25/5/Add.1", "Para. 186.28."),
        ("A/HRC/43/15 - Para 121", "A/HRC/43/15", "Para 121"),
        ("A/HRC/43/15 – Para. 2", "A/HRC/43/15", "Para. 2"),
        ("A/HRC/28/16/Add. 1", "A/HRC/28/16/Add.1", ""),
        ("A/ HRC/28/16 /Add1", "A/HRC/28/16/Add.1", ""),
        ("letter of 1 May", "", "letter of 1 May"),
        ("", "", ""),
    ],
)
def test_the_source_of_a_position(printed: str, symbol: str, paragraph: str) -> None:
    assert split_source(printed) == (symbol, paragraph)


def test_a_cell_is_taken_apart() -> None:
    read = read_recommendation_text("7.1 Ratify\u00a0A (Chile);\nSource of Position: A/HRC/90/7 - Para 2\n\n")
    assert (read.number, read.wording) == ("7.1", "Ratify A (Chile);")
    assert (read.symbol, read.paragraph, read.remark) == ("A/HRC/90/7", "Para 2", "")


def test_a_source_glued_to_the_text() -> None:
    read = read_recommendation_text("7.1 Ratify A (Chile); Source of the position : A/HRC/90/7")
    assert (read.wording, read.symbol) == ("Ratify A (Chile);", "A/HRC/90/7")


def test_a_source_on_the_line_below_its_label() -> None:
    read = read_recommendation_text("7.1 Ratify A (Chile);\nSource of position:\nA/HRC/90/7/Add.1\nPara. 4")
    assert (read.symbol, read.paragraph) == ("A/HRC/90/7/Add.1", "Para. 4")


def test_comments_below_are_a_remark() -> None:
    read = read_recommendation_text("7.1 Ratify A (Chile);\nComments: by letter\n")
    assert (read.wording, read.symbol, read.remark) == ("Ratify A (Chile);", "", "by letter")


def test_a_text_that_runs_over_lines() -> None:
    assert (
        read_recommendation_text("7.1 Ratify\nthe Convention (Chile);").wording
        == "Ratify the Convention (Chile);"
    )


@given(
    st.integers(1, 999),
    st.integers(1, 9999),
    st.sampled_from(["", "."]),
    st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,8}){0,5}", fullmatch=True),
)
def test_any_number_is_read_as_printed(paragraph: int, item: int, stop: str, text: str) -> None:
    assert split_number(f"{paragraph}.{item}{stop} {text}") == (f"{paragraph}.{item}", "", text)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    read = read_recommendation_text(text)
    assert "\n" not in read.wording
