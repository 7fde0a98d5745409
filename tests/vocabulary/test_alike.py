"""Texts that are nearly the same fall into one group, whatever their number."""

from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.alike import ALIKE, alike_groups
from uprtracker.vocabulary.text import words

INVITE = "Extend a standing invitation to all special procedures of the Human Rights Council"


def test_texts_that_differ_in_a_word_or_in_case_are_alike() -> None:
    texts = [
        (1, INVITE),
        (2, "Simplify the registration of associations"),
        (3, INVITE.upper() + "."),
        (4, INVITE.replace("Extend", "Issue")),
    ]
    assert alike_groups(texts) == ((1, 3, 4),)


def test_a_shared_subject_is_not_enough() -> None:
    assert alike_groups([(1, "Ratify the Convention against Torture"), (2, "Investigate torture")]) == ()


def test_texts_without_words_are_in_no_group() -> None:
    assert alike_groups([(1, ""), (2, "..."), (3, "")]) == ()


def test_chinese_texts_are_compared_by_pairs_of_characters() -> None:
    assert alike_groups(
        [("a", "加强人权维护者的保护"), ("b", "加强人权维护者的保护。"), ("c", "批准公约")]
    ) == (("a", "b"),)


vocabulary = st.sampled_from("protect defenders law on assembly peaceful women journalists free".split())
texts_of_few_words = st.lists(st.lists(vocabulary, max_size=8).map(" ".join), max_size=25)


@given(texts_of_few_words)
def test_every_member_is_like_the_first_and_stands_in_one_group(texts: list[str]) -> None:
    groups = alike_groups(list(enumerate(texts)))
    found = [key for group in groups for key in group]
    assert len(found) == len(set(found))
    for first, *others in groups:
        for other in others:
            one, two = set(words(texts[first])), set(words(texts[other]))
            assert len(one & two) / len(one | two) >= ALIKE


@given(texts_of_few_words)
def test_equal_texts_are_never_apart(texts: list[str]) -> None:
    group_of = {key: n for n, group in enumerate(alike_groups(list(enumerate(texts)))) for key in group}
    for key, text in enumerate(texts):
        twin = texts.index(text)
        if twin != key and words(text):
            assert group_of[key] == group_of[twin]
