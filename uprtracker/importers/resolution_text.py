"""Wording of a resolution made whole: words that the extraction split are rejoined, lines become one flow.

A word is rejoined only if the whole word stands elsewhere in the same text or in `resolution_words.txt`, and at least one
of its pieces is no word itself. Every mend is recorded. Case and punctuation are never touched; runs of spaces, which
say nothing, become one without record.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from uprtracker.importers.resolution_lines import SOFT_HYPHEN
from uprtracker.paths import resource

_TOKEN = re.compile(r"(?<![\w’'-])[A-Za-z]+(?:[-’'][A-Za-z]+)*(?![\w’'-])")
_LOOSE_HYPHEN = re.compile(
    r"(?<![\w-])(?P<left>[A-Za-z]+)(?: -(?=[A-Za-z])|(?<=[a-z])- )(?P<right>[A-Za-z]+)(?![\w-])"
)
_SUSPENDED = {"and", "or", "to"}
_MOST_PIECES = 4


@dataclass(frozen=True)
class Mend:
    """What was changed in a text, so that a person can check it: the line in the file, the printed words, ours."""

    place: int
    was: str
    now: str


@dataclass(frozen=True)
class Piece:
    """The part of a paragraph that one line holds."""

    place: int
    text: str


class Mender:
    """Rejoins split words of one text, whose lines tell which words it uses."""

    def __init__(self, lines: Iterable[str]):
        self._known = _listed_words()
        self._times: Counter[str] = Counter()
        self._beside: Counter[tuple[str, str]] = Counter()
        for line in lines:
            tokens = [token.casefold() for token in _TOKEN.findall(line)]
            self._times.update(tokens)
            self._beside.update(pairwise(tokens))

    def mend(self, piece: Piece) -> tuple[str, list[Mend]]:
        """The text of one line with its words made whole, and what was changed."""
        mends: list[Mend] = []

        def joined(found: re.Match[str]) -> str:
            whole = f"{found['left']}-{found['right']}"
            if found["right"].casefold() in _SUSPENDED or not self._is_compound(whole, found["left"]):
                return found[0]
            mends.append(Mend(piece.place, found[0], whole))
            return whole

        text = _LOOSE_HYPHEN.sub(joined, piece.text)
        tokens = list(_TOKEN.finditer(text))
        made, end, i = [], 0, 0
        while i < len(tokens):
            run = self._split_word(text, tokens[i : i + _MOST_PIECES])
            if run:
                start, stop = run[0].start(), run[-1].end()
                whole = "".join(token[0] for token in run)
                made.append(text[end:start] + whole)
                mends.append(Mend(piece.place, text[start:stop], whole))
                end = stop
            i += max(1, len(run))
        return "".join(made) + text[end:], mends

    def _is_compound(self, whole: str, left: str) -> bool:
        key = whole.casefold()
        return key in self._known or self._times[key] > 0 or not self._is_word(left, 1)

    def _split_word(self, text: str, tokens: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """The longest run of tokens, from the first, that is one word printed in pieces; empty where none is."""
        for count in range(len(tokens), 1, -1):
            run = tokens[:count]
            parted_by_space = all(text[a.end() : b.start()] == " " for a, b in pairwise(run))
            if parted_by_space and all(token[0].islower() for token in run[1:]) and self._is_split(run):
                return run
        return ()

    def _is_split(self, run: Sequence[re.Match[str]]) -> bool:
        pieces = [token[0].casefold() for token in run]
        whole = "".join(pieces)
        if whole not in self._known and not self._times[whole]:
            return False
        together = min(self._beside[pair] for pair in pairwise(pieces))
        return any(not self._is_word(piece, together) for piece in pieces)

    def _is_word(self, piece: str, together: int) -> bool:
        """A piece is a word if it is listed or stands elsewhere than in this very combination."""
        key = piece.casefold()
        return key in self._known or self._times[key] > together


class Flow:
    """The lines of one paragraph as one text; remembers the line that each character came from."""

    def __init__(self, pieces: Iterable[Piece]):
        self._starts: list[int] = []
        self._places: list[int] = []
        parts: list[str] = []
        length, before = 0, ""
        for piece in pieces:
            gap = _gap(before, piece.text)
            text = piece.text.removesuffix(SOFT_HYPHEN)
            self._starts.append(length + len(gap))
            self._places.append(piece.place)
            parts += (gap, text)
            length += len(gap) + len(text)
            before = piece.text
        self.text = "".join(parts)

    def place_at(self, position: int) -> int:
        """The line in the file that a character of the text stands on."""
        return self._places[max(0, bisect_right(self._starts, position) - 1)]


def _gap(before: str, line: str) -> str:
    """What stands between two lines: a hyphen at a line's end stays and takes no space, as in `non-` `governmental`."""
    suspended = line.split(" ", 1)[0] in _SUSPENDED
    hyphenated = before.endswith("-") and before[-2:-1].isalpha() and line[:1].isalpha() and not suspended
    return "" if not before or hyphenated or before.endswith(("/", SOFT_HYPHEN)) else " "


@cache
def _listed_words() -> frozenset[str]:
    lines = resource("vocabularies", "resolution_words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
