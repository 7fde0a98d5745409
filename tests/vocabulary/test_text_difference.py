"""Differences lose no word of either text, and every paragraph of both stands in the comparison."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.concordance import BUNDLED, LabelPair, turned
from uprtracker.vocabulary.instrument import bundled_instruments, load_instrument
from uprtracker.vocabulary.text_difference import Change, differences, likeness, paired_paragraphs


@dataclass(frozen=True)
class Printed:
    label: str
    text: str


def changes(left: str, right: str) -> list[tuple[str, str, str]]:
    return [
        (d.change.value, left[slice(*d.left)], right[slice(*d.right)])
        for d in differences(left, right)
        if d.change is not Change.EQUAL
    ]


def test_words_that_differ_are_told_by_kind() -> None:
    left = "Urges States to respect, protect and fulfil rights;"
    right = "Strongly urges all States to respect and ensure rights;"
    assert changes(left, right) == [
        ("added", "", "Strongly"),
        ("added", "", "all"),
        ("removed", ", protect", ""),
        ("changed", "fulfil", "ensure"),
    ]


def test_case_accents_quotation_marks_and_spaces_are_no_difference() -> None:
    assert changes("the  State’s “rôle” is", 'The State\'s "role" is') == []


def test_a_text_against_nothing_is_one_stretch() -> None:
    assert changes("", "All new.") == [("added", "", "All new.")]
    assert changes("All gone.", "") == [("removed", "All gone.", "")]
    assert differences("", "") == ()


def test_texts_without_end_are_not_compared_word_by_word() -> None:
    (only,) = differences("a " * 3000, "b " * 3000)
    assert (only.change, only.left) == (Change.CHANGED, (0, 6000))


sentences = st.lists(
    st.sampled_from(["urges", "all", "States", "rights", ",", ";", "é", "to"]), max_size=25
).map(" ".join)


@given(sentences, sentences)
def test_every_word_of_both_texts_is_in_one_stretch(left: str, right: str) -> None:
    found = differences(left, right)
    for text, spans in ((left, [d.left for d in found]), (right, [d.right for d in found])):
        assert spans == sorted(spans)
        covered = "".join(text[slice(*span)] for span in spans)
        assert covered.replace(" ", "") == text.replace(" ", "")
    for d in found:
        if d.change is Change.EQUAL:
            assert left[slice(*d.left)].split() == right[slice(*d.right)].split()


@given(sentences, sentences)
def test_likeness_is_the_same_both_ways(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1


def test_a_concordance_pairs_whatever_the_wording_and_likeness_the_rest() -> None:
    left = [Printed("1", "urges all"), Printed("2", "protects defenders"), Printed("3", "requests a report")]
    right = [
        Printed("1", "protects all defenders"),
        Printed("2", "nothing of the kind"),
        Printed("3", "new words here"),
    ]
    pairs = paired_paragraphs(left, right, [LabelPair("3", "2", "by hand")])
    assert [(p.left and p.left.label, p.right and p.right.label, p.basis) for p in pairs] == [
        ("1", None, ""),
        ("2", "1", ""),
        ("3", "2", "by hand"),
        (None, "3", ""),
    ]


paragraphs = st.lists(sentences, max_size=7).map(
    lambda texts: [Printed(str(n), text) for n, text in enumerate(texts, start=1)]
)
concordances = st.lists(
    st.builds(LabelPair, st.integers(1, 8).map(str), st.integers(1, 8).map(str), st.just("x")), max_size=5
)


@given(paragraphs, paragraphs, concordances)
def test_every_paragraph_of_both_texts_is_shown(
    left: list[Printed], right: list[Printed], concordance: list[LabelPair]
) -> None:
    pairs = paired_paragraphs(left, right, concordance)
    assert {p.left.label for p in pairs if p.left} == {p.label for p in left}
    assert {p.right.label for p in pairs if p.right} == {p.label for p in right}
    order = [p.right.label for p in pairs if p.right]
    assert order == sorted(order, key=int)


def test_a_text_beside_itself_is_paired_label_by_label() -> None:
    for path in bundled_instruments():
        text = load_instrument(path).paragraphs
        assert [(p.left, p.right) for p in paired_paragraphs(text, text)] == [(p, p) for p in text]


def test_the_bundled_concordance_names_labels_of_the_bundled_text_once() -> None:
    (bundled,) = BUNDLED
    pairs = bundled.pairs()
    texts = [load_instrument(path) for path in bundled_instruments()]
    (text,) = [t for t in texts if (t.instrument, t.version) == (bundled.instrument, bundled.version)]
    assert [p.first for p in pairs] == [p.label for p in text.paragraphs if not p.preambular]
    assert len({p.second for p in pairs}) == len(pairs)
    assert turned(turned(pairs)) == pairs
    assert {p.second for p in pairs if p.first in ("10 (d)", "11", "22", "29")} == {
        "10 (d)",
        "12",
        "24",
        "31",
    }
    assert all(p.basis.startswith("numbers only; wording not compared") for p in pairs)
    assert {p.first for p in pairs if p.basis.endswith("inferred by counting")} >= {"1", "11", "21", "29"}
