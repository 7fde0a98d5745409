"""How long a reply takes to say."""

import pytest

from uprtracker.vocabulary.speaking_time import is_too_long, speaking_seconds, spoken_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("We adopted the law.", 4),
        ("A well-known law, OG 12/2024, has 10,700 readers' notes.", 9),
        ("L’État s’engage", 2),
        ("قانون جديد لحماية المدافعين", 4),
        ("我们通过了法律", 4),
        ("2026年通过", 3),
    ],
)
def test_words_are_counted_as_they_are_spoken(text: str, words: int) -> None:
    assert spoken_words(text) == words


def test_a_minute_holds_130_words() -> None:
    assert speaking_seconds("word " * 130) == 60
    assert not is_too_long("word " * 130)
    assert is_too_long("word " * 132)
