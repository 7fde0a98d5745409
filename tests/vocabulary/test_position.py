"""Positions: every spelling of the sources, nothing guessed, parts combined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import UserError
from uprtracker.vocabulary.position import Position, combined, parse_position, position_as_printed

SPELLINGS = {
    "Supported": Position.SUPPORTED,
    "- Supported": Position.SUPPORTED,
    "Accepted": Position.SUPPORTED,
    "Noted\n": Position.NOTED,
    "Not Supported": Position.NOTED,
    "Rejected": Position.NOTED,
    "Supported/Noted": Position.SUPPORTED_NOTED,
    "- Supported / Noted ": Position.SUPPORTED_NOTED,
    "partially_accepted": Position.SUPPORTED_NOTED,
    "Pending": Position.PENDING,
    "": Position.UNKNOWN,
    "Agreed in principle": Position.UNKNOWN,
    "Voluntary Pledge": Position.UNKNOWN,
}


@pytest.mark.parametrize(("printed", "position"), SPELLINGS.items())
def test_spellings_of_the_sources(printed: str, position: Position) -> None:
    assert position_as_printed(printed) is position


@given(
    st.sampled_from(sorted(SPELLINGS)),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.text(" \n\t", max_size=3),
)
def test_case_and_space_make_no_difference(printed: str, case: object, space: str) -> None:
    assert position_as_printed(space + case(printed) + space) is SPELLINGS[printed]  # type: ignore[operator]


@given(st.text(max_size=30))
def test_what_is_not_a_spelling_is_unknown_and_never_an_error(printed: str) -> None:
    assert position_as_printed(printed) in Position


def test_a_person_names_positions_in_any_case() -> None:
    assert parse_position("SUPPORTED/noted") is Position.SUPPORTED_NOTED
    assert parse_position("supported_noted") is Position.SUPPORTED_NOTED
    with pytest.raises(UserError, match="Supported, Noted, Supported/Noted, Pending, Unknown"):
        parse_position("rejected")


def test_parts_of_one_number() -> None:
    s, n, p = Position.SUPPORTED, Position.NOTED, Position.PENDING
    assert [combined([s, s]), combined([s, n]), combined([n, p])] == [s, Position.SUPPORTED_NOTED, p]
