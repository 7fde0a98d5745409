"""Which of the supported languages a text is written in, told by its script and its commonest words."""

from collections.abc import Sequence

SUPPORTED = ("en", "fr", "es")

_COMMON = {
    "en": frozenset(
        "the of and to in for with on that by its all a an as into from their which is are be this ensure take "
        "continue measures rights human national strengthen promote".split()
    ),
    "fr": frozenset(
        "le la les des du de et en pour une un dans que qui aux au sur par avec leur leurs ses est l d afin "
        "mesures droits homme poursuivre renforcer garantir".split()
    ),
    "es": frozenset(
        "el la los las de del y en para una un que con por al se su sus lo es como mas fin "
        "medidas derechos humanos adoptar garantizar seguir reforzar".split()
    ),
}
_LATIN_ELSEWHERE = frozenset(  # Portuguese, German, Italian, Dutch: not to be taken for their neighbours
    "os das dos uma não nao com ao pelo und der die das zu den mit für fur di il che gli della het een van".split()
)


def detect(text: str, folded: Sequence[str]) -> str | None:
    """The code of a supported language, or None where the text is in another one.

    A text without any word that tells is taken for English: names and headings stand in many reports.
    """
    letters = [c for c in text if c.isalpha()]
    if letters and sum(ord(c) < 0x250 for c in letters) < 0.5 * len(letters):
        return None
    counts = {code: sum(word in common for word in folded) for code, common in _COMMON.items()}
    best = max(SUPPORTED, key=lambda code: counts[code])
    if sum(word in _LATIN_ELSEWHERE for word in folded) > counts[best]:
        return None
    return best if counts[best] else "en"


def is_common(word: str) -> bool:
    """Whether a folded word is so common in a supported language that it says nothing about a subject."""
    return any(word in common for common in _COMMON.values())
