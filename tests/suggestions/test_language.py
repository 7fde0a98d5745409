"""Which language a text is in."""

import pytest

from uprtracker.suggestions.language import detect
from uprtracker.suggestions.tokens import read_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Protect journalists and the work of associations", "en"),
        ("Release detainees", "en"),
        ("", "en"),
        ("Protéger les journalistes et le travail des associations", "fr"),
        ("Proteger a los periodistas y la labor de las asociaciones", "es"),
        ("Принять меры по защите правозащитников", None),
        ("حماية المدافعين عن حقوق الإنسان", None),
        ("采取措施保护人权维护者", None),
        ("Proteger o trabalho dos jornalistas e das associações com uma lei", None),
        ("Schutz der Journalisten und der Verbände durch das Gesetz", None),
    ],
)
def test_language_of_a_text(text: str, code: str | None) -> None:
    assert detect(text, read_words(text).folded) == code
