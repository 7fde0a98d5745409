"""The same recommendation in two sources: candidates by wording and State, never an identity."""

from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.same_text import Known, find_same

LIST = [
    Known("71.1", "Let marches pass freely in all streets (Chile);", ("CHL",)),
    Known("71.2", "Ratify the “Optional Protocol” to the Convention against Torture", ("PER", "MLI")),
    Known("71.3", "Establish a moratorium on executions", ("AUS",)),
    Known("71.4", "Establish a moratorium on executions", ("LUX",)),
    Known("71.5", "Protect journalists and defenders from attacks in the whole territory", ("FJI",)),
]


def test_the_same_wording_and_a_state_in_common_is_certain() -> None:
    (found,) = find_same(
        [Known("a", 'ratify the "optional protocol" to the Convention against torture', ("PER",))], LIST
    )
    assert found.certain is not None
    assert (found.certain.key, found.certain.score) == ("71.2", 1.0)


def test_equal_texts_are_told_apart_by_their_states_only() -> None:
    one, both = find_same(
        [
            Known("a", "Establish a moratorium on executions", ("LUX",)),
            Known("b", "Establish a moratorium on executions", ("AUS", "LUX")),
        ],
        LIST,
    )
    assert one.certain is not None
    assert one.certain.key == "71.4"
    assert both.certain is None
    assert [candidate.key for candidate in both.candidates] == ["71.3", "71.4"]


def test_the_same_wording_by_other_states_is_a_candidate_only() -> None:
    (found,) = find_same([Known("a", "Let marches pass freely in all streets", ("TGO",))], LIST)
    assert found.certain is None
    assert found.candidates[0].equal
    assert not found.candidates[0].states_agree


def test_a_nearly_equal_wording_is_a_candidate() -> None:
    text = "Protect all journalists and defenders from attacks in the whole territory"
    (found,) = find_same([Known("a", text, ("FJI",))], LIST)
    assert [(c.key, c.equal) for c in found.candidates] == [("71.5", False)]
    assert found.candidates[0].score > 0.9


def test_another_matter_has_no_candidate() -> None:
    (found,) = find_same([Known("a", "Ratify the Rome Statute", ("CHL",))], LIST)
    assert found.candidates == ()
    assert find_same([Known("a", "", ())], [])[0].candidates == ()


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_text_finds_itself(texts: list[str]) -> None:
    known = [Known(str(n), text, ("CHL",)) for n, text in enumerate(texts)]
    for record, found in zip(known, find_same(known, known), strict=True):
        assert any(candidate.equal for candidate in found.candidates)
        equal = [candidate.key for candidate in found.candidates if candidate.equal]
        assert record.key in equal or len(equal) == 5
