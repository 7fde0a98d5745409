"""Labels of the paragraphs of a resolution: `10`, `10 (d)`, `10 (d) (ii)`, `11 bis`, preambular `PP 5`."""

import re
from functools import total_ordering
from typing import NamedTuple

from uprtracker.errors import UserError
from uprtracker.i18n import _

# a word of letters is taken whole: were it divisible, a long one would be tried in every division
_LETTERS = r"\(?(?<![a-z])[a-z]+\)?\s*"
_OPERATIVE = re.compile(
    rf"^(?P<n>\d+)\s*(?P<bis>bis|ter|quater)?\s*(?P<rest>(?:{_LETTERS}){{0,2}})$", re.IGNORECASE
)
_PREAMBULAR = re.compile(
    r"^(?:pp|preambular(?:\s+paragraph)?)\s*\.?\s*(?P<n>\d+)\s*(?P<bis>bis|ter|quater)?$", re.IGNORECASE
)
_INSERTED = ("", "bis", "ter", "quater")
_ROMAN = {
    r: n
    for n, r in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}


class _Key(NamedTuple):
    operative: bool
    number: int
    inserted: int
    letter: str
    roman: int


@total_ordering
class ParagraphLabel:
    """One label in its printed form; ordered as the text runs, preamble first."""

    def __init__(
        self, number: int, inserted: str = "", letter: str = "", roman: str = "", *, preambular: bool = False
    ):
        self.number, self.inserted, self.letter, self.roman = number, inserted, letter, roman
        self.preambular = preambular

    @property
    def parent(self) -> "ParagraphLabel | None":
        """The label of the chapeau above this one, if it stands below one."""
        if self.roman:
            return ParagraphLabel(self.number, self.inserted, self.letter)
        if self.letter:
            return ParagraphLabel(self.number, self.inserted)
        return None

    @property
    def sort_key(self) -> str:
        """A string that orders labels as the text runs, for storing beside the label."""
        key = self._key()
        return f"{int(key.operative)}.{key.number:04d}.{key.inserted}.{key.letter or '-'}.{key.roman:02d}"

    def _key(self) -> _Key:
        inserted = _INSERTED.index(self.inserted)
        return _Key(not self.preambular, self.number, inserted, self.letter, _ROMAN.get(self.roman, 0))

    def __str__(self) -> str:
        head = f"PP {self.number}" if self.preambular else str(self.number)
        pieces = [
            head,
            self.inserted,
            f"({self.letter})" if self.letter else "",
            f"({self.roman})" if self.roman else "",
        ]
        return " ".join(p for p in pieces if p)

    def __repr__(self) -> str:
        return f"ParagraphLabel({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ParagraphLabel) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: "ParagraphLabel") -> bool:
        return self._key() < other._key()


def parse_label(text: str) -> ParagraphLabel:
    """Read a label with any spacing and brackets: `10(d)`, `10 d`, `PP5`; `UserError` for anything else."""
    stripped = " ".join(text.split()).replace("( ", "(").replace(" )", ")")
    if found := _PREAMBULAR.match(stripped):
        return ParagraphLabel(int(found["n"]), (found["bis"] or "").lower(), preambular=True)
    found = _OPERATIVE.match(stripped)
    letters = re.findall(r"[a-z]+", found["rest"].lower()) if found else []
    readable = (
        found is not None and len(letters) <= 2 and all(_readable(i, word) for i, word in enumerate(letters))
    )
    if found is None or not readable:
        raise UserError(
            _("'{text}' is not the label of a paragraph; write it as 10 (d) or PP 5.").format(text=text)
        )
    letter, roman = (*letters, "", "")[:2]
    return ParagraphLabel(int(found["n"]), (found["bis"] or "").lower(), letter, roman)


def _readable(depth: int, word: str) -> bool:
    return len(word) == 1 if depth == 0 else word in _ROMAN
