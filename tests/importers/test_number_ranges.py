"""Numbers, ranges and typing errors in running text; what is no recommendation number stays out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.number_ranges import NumberList, leading_list, number_lists, paragraphs_named

NAMED = frozenset(("122", "140"))


def labels(found: list[NumberList]) -> list[str]:
    return [numbered.number + numbered.part for one in found for numbered in one.numbers]


def span(head: str, first: int, last: int) -> list[str]:
    return [f"{head}{n}" for n in range(first, last + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("140.34, 140.35. 140.36, 140.39", ["140.34", "140.35", "140.36", "140.39"]),
        ("122.12, 122.17-18, 122.20", ["122.12", "122.17", "122.18", "122.20"]),
        ("122.62- 66", span("122.", 62, 66)),
        ("122.34- 35 and 122.14– 15", ["122.34", "122.35", "122.14", "122.15"]),
        ("122.141-144,122.146", [*span("122.", 141, 144), "122.146"]),
        ("140.82-85, 87", [*span("140.", 82, 85), "140.87"]),
        ("140.120, 209", ["140.120", "140.209"]),
        ("140.12 to 140.15", span("140.", 12, 15)),
        ("140.12–140.14; 140.20 & 140.22", ["140.12", "140.13", "140.14", "140.20", "140.22"]),
        ("140. 12 and 140. 13", ["140.12", "140.13"]),
        ("140.41.140.42", ["140.41", "140.42"]),
        ("140.7a, 140.7 (b), 140.8(c)", ["140.7a", "140.7b", "140.8c"]),
        ("140.(8) and 140.(9)–(10)", ["140.(8)", "140.(9)", "140.(10)"]),
        (
            "the recommendations 1–5, 14– 16, 150 – 152.",
            [*span("", 1, 5), "14", "15", "16", "150", "151", "152"],
        ),
        ("recommendations Nos. 2, 3 and 5", ["2", "3", "5"]),
        ("Recommendation No. 18 and Rec. 19", ["18", "19"]),
        ("recommendation (7)", ["7"]),
    ],
)
def test_lists_in_a_sentence(text: str, expected: list[str]) -> None:
    assert labels(number_lists(text, NAMED)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Slovenia received 254 recommendations on 28 January 2025",
        "General recommendation No. 19 of the Committee",
        "ILO Recommendation 202",
        "an increase of 14.5 per cent and 140.5 per cent",
        "140.5% of the cases, 99.9 %",
        "Article 61 of the Constitution, resolution 5/1, Law No. 12",
        "Council recommendation 19/119",
        "on 12.05.2014",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert number_lists(text, NAMED) == []


@pytest.mark.parametrize(
    ("text", "expected", "end"),
    [
        ("140.11-14", span("140.", 11, 14), 9),
        ("5., 6., 7., 8., 9.   The Government accepts", span("", 5, 9), 17),
        ("Rec. 18  We consider", ["18"], 7),
        ("Recommendations 3 and 4: accepted", ["3", "4"], 23),
        ("(140.7)", ["140.7"], 6),
        ("No. 5: accepted", ["5"], 5),
        ("140.145, 146", ["140.145", "140.146"], 12),
    ],
)
def test_a_label_at_the_beginning(text: str, expected: list[str], end: int) -> None:
    found = leading_list(text, NAMED)
    assert found
    assert labels([found]) == expected
    assert found.end == end


@pytest.mark.parametrize("text", ["Accepted", "2019-2023 plan", "12 years of school", "", "- "])
def test_no_label(text: str) -> None:
    assert leading_list(text, NAMED) is None


@pytest.mark.parametrize("text", ["140.120-9", "140.5-122.6", "140.9–140.3"])
def test_a_range_without_sense_is_no_number_at_all(text: str) -> None:
    (found,) = number_lists(text, NAMED)
    assert (found.numbers, found.unread) == ((), (text,))


def test_plain_numbers_behind_a_colon_count_where_no_paragraph_stands_anywhere() -> None:
    text = "The following recommendations are accepted by Iceland: 1, 3, 5-7."
    assert labels(number_lists(text, frozenset())) == ["1", "3", "5", "6", "7"]
    assert number_lists(text, NAMED) == []


def test_the_paragraph_is_put_before_plain_numbers() -> None:
    found = number_lists("accepts recommendations 1–3 and 7", frozenset(), paragraph="115")
    assert labels(found) == ["115.1", "115.2", "115.3", "115.7"]
    assert not found[0].is_dotted


def test_paragraphs_are_those_named_more_than_once() -> None:
    texts = [
        "140.7, 140.8 and 3.5 per cent, 3.6 per cent",
        "12.05.2014, 12.06.2014, 99.9%, recommendation 166.3",
    ]
    assert paragraphs_named(texts) == {"140", "166"}


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A list of numbers and ranges in order, written with any of the marks that were seen."""
    places = sorted(draw(st.sets(st.integers(1, 300), min_size=1, max_size=30)))
    text, expected, at = "", [], 0
    while at < len(places):
        count = 1
        while at + count < len(places) and places[at + count] == places[at] + count:
            count += 1
        numbers = [f"140.{place}" for place in places[at : at + count]]
        if count > 1 and draw(st.booleans()):
            dash = draw(st.sampled_from(["-", "–", " – ", "- ", " to ", "–140."]))
            written = f"{numbers[0]}{dash}{places[at + count - 1]}"
        else:
            written = draw(st.sampled_from([", ", ",", "; ", ". "])).join(numbers)
        between = draw(st.sampled_from([", ", ",", "; ", ". ", " and ", ", and ", " & "]))
        text += (between if text else "") + written
        expected += numbers
        at += count
    return text, expected


@given(written_numbers())
def test_every_number_that_is_written_is_read(written: tuple[str, list[str]]) -> None:
    text, expected = written
    assert labels(number_lists(f"accepts recommendations {text}.", NAMED)) == expected
    found = leading_list(text, NAMED)
    assert found
    assert (labels([found]), found.unread) == (expected, ())


@given(st.text(alphabet="0123456789.,;-– ()abrecommendations", max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in number_lists(text, NAMED):
        assert 0 <= found.start < found.end <= len(text)
        assert found.numbers or found.unread
        assert all(numbered.number for numbered in found.numbers)
