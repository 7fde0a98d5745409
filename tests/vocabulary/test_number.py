"""Recommendation numbers: natural order, references and ranges as people type them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import UserError
from uprtracker.vocabulary.number import NumberReference, parse_reference, sort_key

plain = st.tuples(st.integers(1, 999), st.integers(1, 9999))
part = st.sampled_from(["", "a", "b", "c"])


@given(st.lists(st.tuples(plain, part), min_size=2, max_size=20))
def test_sort_keys_order_numbers_as_integers_and_parts_after_their_number(
    numbers: list[tuple[tuple[int, int], str]],
) -> None:
    by_key = sorted(numbers, key=lambda n: sort_key(f"{n[0][0]}.{n[0][1]}", n[1]))
    assert by_key == sorted(numbers, key=lambda n: (n[0], n[1]))


def test_numbering_of_every_cycle_has_an_order() -> None:
    numbers = ["95.(81)", "95.(9)", "113.1", "140.10", "140.9", "R144.114P2", "R144.114P1", "R144.44 P1"]
    assert sorted(numbers, key=sort_key) == [
        "95.(9)", "95.(81)", "113.1", "140.9", "140.10", "R144.44 P1", "R144.114P1", "R144.114P2"
    ]  # fmt: skip


@given(plain, part)
def test_a_printed_number_is_read_back(number: tuple[int, int], part: str) -> None:
    printed = f"{number[0]}.{number[1]}"
    assert parse_reference(printed + part) == NumberReference(printed, part)
    assert parse_reference(f" A/HRC/59/15:{printed}{part} ") == NumberReference(
        printed, part, symbol="A/HRC/59/15"
    )


@given(
    st.integers(1, 300), st.integers(1, 400), st.integers(0, 300), st.sampled_from(["-", "–", " - ", "– "])
)
def test_a_range_names_every_number_in_it(paragraph: int, first: int, more: int, dash: str) -> None:
    for last in (str(first + more), f"{paragraph}.{first + more}"):
        numbers = parse_reference(f"{paragraph}.{first}{dash}{last}").numbers()
        assert numbers == [f"{paragraph}.{n}" for n in range(first, first + more + 1)]


@pytest.mark.parametrize("text", ["140.25-20", "140.1-99999", "", "   "])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=re.escape("140.")):
        parse_reference(text)


def test_other_numberings_are_taken_as_they_stand() -> None:
    assert parse_reference("95.(81)").numbers() == ["95.(81)"]
    assert parse_reference("R144.44 P1").numbers() == ["R144.44 P1"]
