"""National codes and the numbers inside them; the Arabic ones are mirror images."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.national_code import NationalCode, read_code


@pytest.mark.parametrize(
    ("printed", "number", "parts"),
    [
        ("R144.114P2", "144.114", (2,)),
        ("R144.44 P1", "144.44", (1,)),
        ("R144.95P1P3", "144.95", (1, 3)),
        ("P1R 144.111", "144.111", (1,)),
        ("R 144.153", "144.153", ()),
        ("144.161", "144.161", ()),
        ("R21", "21", ()),
        ("P65", "65", ()),
        ("R86P2-1-2", "86", (2,)),
        ("PNR 12.3", "12.3", ()),
    ],
)
def test_codes(printed: str, number: str, parts: tuple[int, ...]) -> None:
    assert read_code(printed) == NationalCode(number, parts)


@pytest.mark.parametrize(
    ("printed", "number", "parts"),
    [
        ("114.144.ج.2", "144.114", (2,)),
        ("123.144", "144.123", ()),
        ("16.144.", "144.16", ()),
        ("95.144. ج.1 و ج.3", "144.95", (1, 3)),
        ("·\u00a0\u00a0 ت.11.ف.3", "11", (3,)),
        ("ت.21", "21", ()),
    ],
)
def test_arabic_codes(printed: str, number: str, parts: tuple[int, ...]) -> None:
    assert read_code(printed, "ar") == NationalCode(number, parts)


def test_the_first_part_is_a_letter_of_ours() -> None:
    assert NationalCode("144.114", (2,)).part == "b"
    assert NationalCode("144.95", (1, 3)).part == "a"
    assert NationalCode("144.1").part == ""


@pytest.mark.parametrize("printed", ["", "Ratify the Convention", "R", "2017-2022", "1.2.3.4"])
def test_what_is_no_code(printed: str) -> None:
    assert read_code(printed) is None


@given(st.text(max_size=60), st.sampled_from(["", "ar"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    read_code(text, language)
