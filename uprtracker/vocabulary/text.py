"""Folding of text for search and comparison: case, accents, quotation marks, spaces and script variants set aside."""

import re
import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "‟": '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "`": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "_": " ", "ـ": "", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ё": "е", "Ё": "Е", "ı": "i",
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    }
)  # fmt: skip
_WORD = re.compile(r"\w+")
_STOPS = " ;.,"
_SPACED_SIGN = re.compile(r" ?(['\"-]) ?")
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


class _Folding(dict[int, str]):
    """Each character's folded form, which may be empty or longer than one; worked out once."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).translate(_SAME))
        kept = "".join(
            c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
        )
        self[code] = kept.casefold().translate(_SAME)
        return self[code]


_FOLDED = _Folding()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text as search sees it: NFKC, without accents, case-folded, spaces unified, marks of direction dropped."""
    if text.isascii():
        # the same at a third of the cost; of `_SAME` only these two are ASCII
        return " ".join(text.lower().replace("_", " ").replace("`", "'").split())
    return " ".join(text.translate(_FOLDED).split())


def words(text: str) -> list[str]:
    """The folded words of a text; Chinese is cut into overlapping pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if _CJK.search(word):
            found.extend(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        else:
            found.append(word)
    return found


def matches(query: str, folded_text: str) -> bool:
    """Whether every word of the query begins a word of the already folded text (Chinese: occurs in it)."""
    return all(pattern.search(folded_text) for pattern in _patterns(query))


def hits(query: str, text: str) -> list[tuple[int, int]]:
    """Where the words of a query occur in a text: half-open ranges of its characters, in order, not overlapping."""
    patterns = _patterns(query)
    if not patterns:
        return []
    folded, origin = [], []
    for position, character in enumerate(text):
        piece = _FOLDED[ord(character)]
        folded.append(piece)
        origin.extend([position] * len(piece))
    flat = "".join(folded)
    marked = sorted({m.span() for pattern in patterns for m in pattern.finditer(flat)})
    found: list[tuple[int, int]] = []
    for start, end in marked:
        first, last = origin[start], origin[end - 1] + 1
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


@lru_cache(maxsize=64)
def _patterns(query: str) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for word in fold(query).split():
        parts = _WORD.findall(word) or [word]
        # "140.12" and "non-governmental" are one word to a person: their pieces must follow each other
        glue = r"\W{0,2}".join(re.escape(part) for part in parts)
        patterns.append(re.compile(glue if _CJK.search(word) else rf"(?<!\w){glue}"))
    return tuple(patterns)


def normalised(text: str) -> str:
    """A text for telling whether two sources say the same.

    Folded, without trailing bracketed States and stops, and without the spaces that extraction leaves around hyphens,
    apostrophes and quotation marks.
    """
    folded = fold(text).rstrip(_STOPS)
    while folded.endswith(")"):
        opened = folded.rfind("(")
        if opened < 0 or ")" in folded[opened:-1]:
            break
        folded = folded[:opened].rstrip(_STOPS)
    return _SPACED_SIGN.sub(r"\1", folded)
