"""What became of a cycle's recommendations: proposals with a score, confirmed pairs kept, nothing lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.cycle_comparison import Compared, Outcome, compare_cycles, counts
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.similarity import TextIndex, stems
from uprtracker.vocabulary.text_difference import Change

S, N = Position.SUPPORTED, Position.NOTED
EARLIER = [
    Compared(1, "Consider ratifying the Optional Protocol to the Convention against Torture", ("CHL",), 3, S),
    Compared(2, "Let marches pass freely in all streets of the capital", ("PER",), 4, S),
    Compared(3, "Establish a moratorium on the death penalty", ("FJI",), 5, N),
    Compared(4, "Build schools in remote mountain villages", ("TGO",), 5, S),
]
LATER = [
    Compared(11, "Ratify OP-CAT (Chile);", ("CHL",), 5, S),
    Compared(12, "Let marches pass freely in all the streets of the capital", ("MLI",), 4, N),
    Compared(13, "Establish a moratorium on the death penalty", ("FJI",), 5, N),
    Compared(14, "Protect the fish of the northern sea", ("NOR",), 4, S),
]


def kinds(pairs: object) -> list[tuple[str, int | None, int | None]]:
    return [
        (pair.kind.value, pair.earlier and pair.earlier.id, pair.later and pair.later.id)  # type: ignore[attr-defined]
        for pair in pairs  # type: ignore[attr-defined]
    ]


def test_what_became_of_each() -> None:
    pairs = compare_cycles(EARLIER, LATER)
    assert kinds(pairs) == [
        ("strengthened", 1, 11),
        ("position_changed", 2, 12),
        ("repeated", 3, 13),
        ("new", None, 14),
        ("dropped", 4, None),
    ]
    assert pairs[2].score == 1.0
    assert all(not pair.confirmed for pair in pairs)
    assert counts(pairs) == dict.fromkeys(Outcome, 1)


def test_a_stronger_verb_is_seen_without_a_category() -> None:
    earlier = Compared(1, "Consider ratifying the Rome Statute")
    later = Compared(2, "Ratify the Rome Statute")
    assert compare_cycles([earlier], [later])[0].strengthened
    assert not compare_cycles([later], [earlier])[0].strengthened


def test_an_unknown_position_is_no_change() -> None:
    earlier, later = (
        Compared(1, "Ratify the Rome Statute", position=S),
        Compared(2, "Ratify the Rome Statute"),
    )
    assert not compare_cycles([earlier], [later])[0].position_changed


def test_several_earlier_ones_may_have_one_later() -> None:
    earlier = [
        Compared(n, f"Ratify the Rome Statute {word}") for n, word in enumerate(("soon", "now", "today"))
    ]
    pairs = compare_cycles(earlier, [Compared(9, "Ratify the Rome Statute")])
    assert {(pair.earlier.id, pair.later.id) for pair in pairs if pair.earlier and pair.later} == {
        (0, 9),
        (1, 9),
        (2, 9),
    }
    assert counts(pairs)[Outcome.REPEATED] == 1


def test_between_equals_the_same_state_is_taken() -> None:
    earlier = [
        Compared(1, "Ratify the Rome Statute", ("CHL",)),
        Compared(2, "Ratify the Rome Statute", ("PER",)),
    ]
    later = [
        Compared(3, "Ratify the Rome Statute", ("PER",)),
        Compared(4, "Ratify the Rome Statute", ("CHL",)),
    ]
    assert {(p.earlier.id, p.later.id) for p in compare_cycles(earlier, later) if p.earlier and p.later} == {
        (2, 3),
        (1, 4),
    }


def test_confirmed_pairs_are_kept_and_rejected_ones_not_proposed() -> None:
    pairs = compare_cycles(EARLIER, LATER, confirmed={(4, 14)}, rejected={(1, 11)})
    assert ("dropped", 1, None) in kinds(pairs)
    assert ("new", None, 11) in kinds(pairs)
    (kept,) = [pair for pair in pairs if pair.confirmed]
    assert (kept.earlier, kept.later) == (EARLIER[3], LATER[3])
    assert compare_cycles(EARLIER, LATER, confirmed={(77, 14)}) == compare_cycles(EARLIER, LATER)


def test_word_differences_are_marked() -> None:
    pair = compare_cycles([EARLIER[1]], [LATER[1]])[0]
    added = [d for d in pair.word_differences() if d.change is Change.ADDED]
    assert [LATER[1].text[slice(*d.right)] for d in added] == ["the"]
    assert compare_cycles([EARLIER[1]], [])[0].word_differences() == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Convention against Torture", "CAT"),
        ("the Optional Protocol to the Convention against Torture", "OPCAT"),
        ("the International Covenant on Civil and Political Rights", "ICCPR"),
        ("Statut de Rome", "Rome Statute"),
    ],
)
def test_treaties_are_one_word_by_any_name(one: str, other: str) -> None:
    assert TextIndex([f"Ratify {one}"], [f"Ratify {other}"]).nearest(f"Ratify {other}", 0.5)


def test_an_optional_protocol_is_not_its_convention() -> None:
    assert "cat" not in stems("Ratify the Optional Protocol to the Convention against Torture")


texts = st.lists(
    st.lists(
        st.sampled_from("marches schools judges police water health ratify law".split()),
        min_size=1,
        max_size=5,
    ),
    max_size=8,
)


@given(texts, texts)
def test_everything_is_in_a_pair_or_alone(before: list[list[str]], after: list[list[str]]) -> None:
    earlier = [Compared(n, " ".join(words)) for n, words in enumerate(before)]
    later = [Compared(100 + n, " ".join(words)) for n, words in enumerate(after)]
    pairs = compare_cycles(earlier, later)
    assert {pair.earlier.id for pair in pairs if pair.earlier} == {each.id for each in earlier}
    assert {pair.later.id for pair in pairs if pair.later} == {each.id for each in later}
    assert sum(counts(pairs).values()) == len(later) + sum(pair.kind is Outcome.DROPPED for pair in pairs)
    assert all(0 <= pair.score <= 1 for pair in pairs)


def test_two_long_lists_take_no_time() -> None:
    subjects = ["marches", "schools", "judges", "police", "water", "media", "children", "prisons", "courts"]
    texts = [f"Protect {subjects[n % 9]} and {subjects[n % 7]} in district {n}" for n in range(350)]
    lists = [[Compared(k * 1000 + n, text) for n, text in enumerate(texts)] for k in (0, 1)]
    started = time.perf_counter()
    assert len(compare_cycles(*lists)) >= 350
    assert time.perf_counter() - started < 5
