import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import UserError
from uprtracker.vocabulary.paragraph_label import ParagraphLabel, parse_label

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
numbers = st.integers(min_value=1, max_value=9999)
inserted = st.sampled_from(("", "bis", "ter", "quater"))
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
spaces = st.text(alphabet=" \t\u00a0", max_size=3)


@st.composite
def labels(draw: st.DrawFn) -> ParagraphLabel:
    """Any label that a text can bear: preambular, operative, with a letter, with a numeral below the letter."""
    number, addition = draw(numbers), draw(inserted)
    depth = draw(st.integers(min_value=-1, max_value=2))
    if depth == -1:
        return ParagraphLabel(number, addition, preambular=True)
    letter = draw(letters) if depth >= 1 else ""
    return ParagraphLabel(number, addition, letter, draw(st.sampled_from(ROMAN)) if depth == 2 else "")


def in_order(label: ParagraphLabel) -> tuple[bool, int, int, int, int]:
    """Where a label stands in the text, said in another way than the program says it."""
    return (
        not label.preambular,
        label.number,
        ["", "bis", "ter", "quater"].index(label.inserted),
        ord(label.letter) if label.letter else 0,
        1 + ROMAN.index(label.roman) if label.roman else 0,
    )


@given(labels())
def test_a_printed_label_reads_back(label: ParagraphLabel) -> None:
    assert parse_label(str(label)) == label
    assert str(parse_label(str(label))) == str(label)
    assert hash(parse_label(str(label))) == hash(label)


@given(labels(), spaces, spaces, spaces, spaces, st.booleans(), st.booleans())
def test_any_spacing_brackets_and_case_are_read(
    label: ParagraphLabel, a: str, b: str, c: str, d: str, brackets: bool, capitals: bool
) -> None:
    head = ("PP" + b if label.preambular else "") + str(label.number)
    form = "({})" if brackets else " {}"
    typed = a + head + (b + label.inserted if label.inserted else "")
    typed += c + form.format(label.letter) if label.letter else ""
    typed += d + form.format(label.roman) if label.roman else ""
    assert parse_label((typed + a).upper() if capitals else typed + a) == label


@given(labels(), labels())
def test_labels_and_their_sort_keys_run_as_the_text_runs(one: ParagraphLabel, other: ParagraphLabel) -> None:
    assert (one < other) == (in_order(one) < in_order(other))
    assert (one.sort_key < other.sort_key) == (one < other)
    assert (one.sort_key == other.sort_key) == (one == other)


def test_the_order_of_a_text() -> None:
    printed = [
        "PP 1",
        "PP 2",
        "PP 2 bis",
        "PP 10",
        "1",
        "2",
        "9",
        "10",
        "10 (a)",
        "10 (a) (i)",
        "10 (a) (ii)",
        "10 (a) (x)",
    ]
    printed += ["10 (b)", "10 (h)", "10 (i)", "11", "11 bis", "11 bis (a)", "11 ter", "12", "100"]
    shuffled = sorted(printed, key=lambda text: text[::-1])
    assert sorted(shuffled, key=lambda text: parse_label(text).sort_key) == printed
    assert [str(label) for label in sorted(map(parse_label, shuffled))] == printed


@given(labels())
def test_a_chapeau_stands_before_what_is_below_it(label: ParagraphLabel) -> None:
    parent = label.parent
    if label.letter:
        assert parent is not None
        assert parent < label
        assert (parent.number, parent.inserted) == (label.number, label.inserted)
        assert parent.letter == (label.letter if label.roman else "")
    else:
        assert parent is None


@pytest.mark.parametrize(
    "text", ["", "x", "(a)", "10 dd", "10 (d) (xiv)", "10 (d) (i) (a)", "PP", "PP 5 (a)", "10.5", "1 2"]
)
def test_what_is_no_label_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(UserError, match=r"write it as 10 \(d\) or PP 5"):
        parse_label(text)


@given(st.text(max_size=40))
def test_any_text_is_a_label_or_refused(text: str) -> None:
    with contextlib.suppress(UserError):
        assert parse_label(str(parse_label(text))) == parse_label(text)


def test_a_long_word_is_refused_at_once() -> None:
    begin = time.perf_counter()
    with pytest.raises(UserError):
        parse_label("1 " + "a" * 5000 + "!")
    assert time.perf_counter() - begin < 1
