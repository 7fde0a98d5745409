"""Goals and targets are read from the many ways in which documents print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.sdg import sdg_code, sdg_name

GOALS = [str(number) for number in range(1, 18)]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "16"),
        ("- 1 - NO POVERTY", "1"),
        ("- 16.2 - Protect children", "16.2"),
        ("16.10 - Ensure public access", "16.10"),
        ("8.A - Aid for Trade", "8.a"),
        ("S16 SDG 16 - peace", "16"),
        ("S04 SDG 4  - education", "4"),
        ("SDG 4 \u00a0- education", "4"),
        ("S05", "5"),
        ("SDG16.2", "16.2"),
        ("Target 5.c", "5.c"),
        ("ODD 3 : santé", "3"),
        ("3. Health", "3"),
        ("7", "7"),
    ],
)
def test_reads_the_code_of_a_printed_label(printed: str, code: str) -> None:
    assert sdg_code(printed) == code


def test_a_target_that_does_not_exist_is_read_as_its_goal() -> None:
    assert sdg_code("17.b - Something") == "17"


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "SDG",
        "2030 Agenda",
        "16 Days of activism",
        "18",
        "0",
        "1.25 dollars",
        "16-17",
        "SDG 160",
        "A12 Acceptance",
    ],
)
def test_other_texts_name_no_goal(printed: str) -> None:
    assert sdg_code(printed) is None


@given(st.text())
def test_what_is_read_has_a_name(printed: str) -> None:
    code = sdg_code(printed)
    assert code is None or sdg_name(code, "en")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh"])
def test_every_goal_has_a_text_of_its_own_in_each_language(language: str) -> None:
    assert len({sdg_name(goal, language) for goal in GOALS}) == len(GOALS)


def test_another_language_falls_back_to_english() -> None:
    assert sdg_name("1", "sl") == "End poverty in all its forms everywhere"
