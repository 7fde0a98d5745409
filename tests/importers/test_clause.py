"""Clauses and bracketed States: every style of FORMATS that was measured, and that no word is ever lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.clause import names_as_printed, read_clauses
from uprtracker.vocabulary.state import all_states, state


def clauses(text: str) -> list[tuple[str, tuple[str, ...]]]:
    reading = read_clauses(text)
    assert not reading.doubts, reading.doubts
    return [(clause.text, clause.states) for clause in reading.clauses]


@pytest.mark.parametrize(
    "brackets",
    [
        "(Chile) (Peru) (Mali);",
        "(Chile); (Peru); (Mali); ",
        "(Chile, Peru, Mali);",
        "(Chile, Peru and Mali).",
        "(Chile), (Peru) and (Mali);.",
        "(Chile) (Peru) (Mali)",
        "(Chile; Peru / Mali) ;",
        "(Chile)(Peru)(Mali);1",
    ],
)
def test_several_states_of_one_clause(brackets: str) -> None:
    assert clauses(f"Ratify the Convention {brackets}") == [("Ratify the Convention", ("CHL", "PER", "MLI"))]


@pytest.mark.parametrize(
    ("bracket", "iso3", "printed"),
    [
        ("(Iran (Islamic Republic of))", "IRN", "Iran (Islamic Republic of)"),
        ("(Bolivia (Plurinational S tate of))", "BOL", "Bolivia (Plurinational S tate of)"),
        ("(Sierra Le one)", "SLE", "Sierra Le one"),
        ("(Turkey)", "TUR", "Turkey"),
        ("(Cape Verde)", "CPV", "Cape Verde"),
        ("(the former Yugoslav Republic of Macedonia)", "MKD", "the former Yugoslav Republic of Macedonia"),
        ("(United Sates)", "USA", "United Sates"),
        ("(UK)", "GBR", "UK"),
        ("(Bosnia and Herzegovina)", "BIH", "Bosnia and Herzegovina"),
        ("(Côte d’Ivoire)", "CIV", "Côte d’Ivoire"),
        ("(State of Palestine)", "PSE", "State of Palestine"),
    ],
)
def test_a_state_is_known_and_kept_as_printed(bracket: str, iso3: str, printed: str) -> None:
    (clause,) = read_clauses(f"Ratify the Convention {bracket};").clauses
    assert (clause.text, clause.states) == ("Ratify the Convention", (iso3,))
    assert clause.states_as_printed == (printed,)


def test_clauses_keep_their_own_states_in_order() -> None:
    assert clauses(
        "Ratify A (Chile); Ratify B (Peru) ;Ratify C (Mali) (Togo). Sign D (Fiji) Sign E (Cuba);"
    ) == [
        ("Ratify A", ("CHL",)),
        ("Ratify B", ("PER",)),
        ("Ratify C", ("MLI", "TGO")),
        ("Sign D", ("FJI",)),
        ("Sign E", ("CUB",)),
    ]


def test_one_state_may_make_two_clauses() -> None:
    assert [states for _, states in clauses("Ratify A (Chile); Ratify B (Chile);")] == [("CHL",), ("CHL",)]


@pytest.mark.parametrize(
    "bracket",
    [
        "(OP-CAT)",
        "(2000)",
        "(Act 12 of 2013)",
        "(arts. 21 and 22)",
        "(No. 29)",
        "(1)",
        "(NHRAP)",
        "(2016–2020)",
    ],
)
def test_brackets_that_are_no_states_stay(bracket: str) -> None:
    assert clauses(f"Follow the plan {bracket} (Chile);") == [(f"Follow the plan {bracket}", ("CHL",))]


def test_a_list_mark_before_the_states_is_no_part_of_the_text() -> None:
    assert clauses("Ratify A; (Chile); (Peru);") == [("Ratify A", ("CHL", "PER"))]


def test_a_full_stop_inside_a_clause_stays() -> None:
    assert clauses("Stop X. Limit Y meanwhile (Chile);") == [("Stop X. Limit Y meanwhile", ("CHL",))]


@pytest.mark.parametrize(
    "text", ["Ratify A Chile);", "Ratify A (Chile;", "Ratify A (Chile));", "Ratify A (Chile"]
)
def test_half_a_bracket_is_mended(text: str) -> None:
    assert clauses(text) == [("Ratify A", ("CHL",))]


def test_half_a_bracket_around_a_long_name() -> None:
    assert clauses("Ratify A (Iran (Islamic Republic of);") == [("Ratify A", ("IRN",))]


def test_states_inside_a_sentence_stay_in_it() -> None:
    text = "Consider ratifying (Philippines)/ acceding to (Egypt) the Convention (ICRMW)"
    assert clauses(f"{text};") == [(text, ("PHL", "EGY"))]


def test_a_state_inside_a_sentence_that_another_closes_counts_and_is_noticed() -> None:
    reading = read_clauses("Ratify A (Chad) and B (Chile);")
    assert [(c.text, c.states) for c in reading.clauses] == [("Ratify A (Chad) and B", ("TCD", "CHL"))]
    assert "(Chad)" in reading.notices[0]


def test_a_stroke_before_a_capital_letter_divides_clauses() -> None:
    assert clauses("Ratify A (Chile, Peru)/ Accede to A (Mali);") == [
        ("Ratify A", ("CHL", "PER")),
        ("Accede to A", ("MLI",)),
    ]


@pytest.mark.parametrize(
    "text", ["Ratify A (Atlantis);", "Ratify A (Chile, Atlantis);", "Ratify A (Chile) (Atlantis);"]
)
def test_an_unknown_state_is_in_doubt_and_not_lost(text: str) -> None:
    reading = read_clauses(text)
    assert "Atlantis" in reading.doubts[0]
    assert any("Atlantis" in clause.text for clause in reading.clauses)


def test_an_unknown_name_before_states_is_noticed() -> None:
    reading = read_clauses("Ratify A (Atlantis) (Chile);")
    assert not reading.doubts
    assert "Atlantis" in reading.notices[0]


@pytest.mark.parametrize(
    "text", ["Ratify A", "", "Ratify A (Chile); Also do B", "Follow resolution 1325 (2000)"]
)
def test_no_state_is_in_doubt(text: str) -> None:
    assert read_clauses(text).doubts


@pytest.mark.parametrize("piece", ["(", ")", "()", "(Chile) ", "Chile) ", "(a (b) "])
def test_a_text_without_end_takes_no_time(piece: str) -> None:
    start = time.process_time()
    read_clauses(piece * (9_999 // len(piece)))
    assert "longer than any" in read_clauses(piece * 1_000_000).doubts[0]
    assert time.process_time() - start < 4


def test_states_without_text_are_in_doubt() -> None:
    assert "(Chile)" in read_clauses("(Chile); Ratify A (Peru);").doubts[0]


def test_names_as_printed_follow_the_states() -> None:
    printed = "Korea, Republic of; Bolivia (Plurinational State of), Antigua and Barbuda and Chile"
    assert names_as_printed(printed, tuple(map(state, ("KOR", "BOL", "ATG", "CHL")))) == (
        "Korea, Republic of",
        "Bolivia (Plurinational State of)",
        "Antigua and Barbuda",
        "Chile",
    )


WORDING = st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=8), min_size=1, max_size=6).map(
    lambda found: " ".join(found).capitalize()
)
NAMED = st.sampled_from(all_states())


@given(
    st.lists(
        st.tuples(WORDING, st.lists(NAMED, min_size=1, max_size=4, unique=True)), min_size=1, max_size=5
    ),
    st.sampled_from([") (", "); (", ", ", ")("]),
    st.sampled_from(["; ", " ;", ". ", ";"]),
)
def test_what_is_written_is_read(made: list, between: str, after: str) -> None:
    text = "".join(f"{words} ({between.join(s.short for s in states)}){after}" for words, states in made)
    assert clauses(text) == [(words, tuple(s.iso3 for s in states)) for words, states in made]


@given(st.lists(st.sampled_from(["Chile", "Peru", "a", "b", " ", "(", ")", ";", ",", ".", "/"]), max_size=25))
def test_no_word_and_no_state_is_ever_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    reading = read_clauses(text)
    kept = "".join(clause.text + "".join(clause.states_as_printed) for clause in reading.clauses)
    assert [kept.count(letter) for letter in "ab"] == [text.count(letter) for letter in "ab"]
    assert [name in kept for name in ("Chile", "Peru")] == [name in text for name in ("Chile", "Peru")]
    assert all(len(clause.states) == len(clause.states_as_printed) for clause in reading.clauses)
    assert reading.doubts or all(clause.text and clause.states for clause in reading.clauses)
