"""Lists and colons are set as each language sets them."""

import pytest

from uprtracker.i18n import speaking
from uprtracker.vocabulary.listing import after_colon, listed, listed_apart, sentences


@pytest.mark.parametrize(
    ("language", "labels", "names", "told"),
    [
        ("en", "10 (a), 17", "Chile; Mexico", "Overdue: text"),
        ("fr", "10 (a), 17", "Chile\u00a0; Mexico", "Overdue\u00a0: text"),
        ("ar", "10 (a)، 17", "Chile؛ Mexico", "Overdue: text"),
        ("zh", "10 (a)、17", "Chile；Mexico", "Overdue：text"),
        ("ru", "10 (a), 17", "Chile; Mexico", "Overdue: text"),
    ],
)
def test_marks_between_words_are_those_of_the_language(
    language: str, labels: str, names: str, told: str
) -> None:
    with speaking(language):
        assert listed(["10 (a)", "", "17"]) == labels
        assert listed_apart(["Chile", "", "Mexico"]) == names
        assert after_colon("Overdue", "", "text") == told


def test_only_chinese_sets_sentences_without_a_space_between_them() -> None:
    with speaking("zh"):
        assert sentences(["一。", "", "二。"]) == "一。二。"
    assert sentences(["One.", "Two."]) == "One. Two."
