"""Labels of paragraphs at the beginning of a line: recognised in their sequence only.

`2015.` at the start of a line is a year in a sentence, and `(i)` is a letter after `(h)` or a numeral below `(a)`: only
what may follow the last label tells.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from uprtracker.importers.resolution_lines import CLOSE, OPEN
from uprtracker.vocabulary.paragraph_label import ParagraphLabel

_NUMBER = re.compile(
    r"^(?P<op>OP ?)?(?P<number>\d{1,3}) ?"
    r"(?:(?P<first>bis|ter|quater)\b ?\.?|\.(?: ?(?P<second>bis|ter|quater)\b\.?)?|(?(op)|(?!)))"
    r"(?: ?(?P<rest>[A-Z“\"\[(‘'].*))?$"
)
_BRACKETED = re.compile(r"^\((?P<mark>[a-z]{1,4})\)(?: ?(?P<rest>\S.*))?$")
_PREAMBULAR = re.compile(
    r"^PP\.? ?(?P<number>\d{1,3}) ?(?P<inserted>bis|ter|quater)?\b[.:)]? (?P<rest>[A-Z].*)$"
)
_INSERTED = ("", "bis", "ter", "quater")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MARKS = rf"(?: ?(?:\d{{1,3}}|\*{{1,3}}|{OPEN}\d+{CLOSE}))*$"
_STOP = re.compile(rf"[;:,.](?: ?[”\"’']| (?:and|or))?{_MARKS}")
_PAUSE = re.compile(rf"(?:[;:,.](?: ?[”\"’'])?|\b(?:and|or)|[\u2013\u2014]){_MARKS}")
_LARGEST_GAP = 9


class Labelled(NamedTuple):
    """A label with the text after it on its line; `skipped`: numbers that are missing before it."""

    label: ParagraphLabel
    rest: str
    skipped: int = 0

    @property
    def begins_series(self) -> bool:
        """Whether it is the first letter or numeral below its chapeau."""
        return (self.label.roman or self.label.letter) in ("a", "i")


def may_end(text: str) -> bool:
    """Whether a paragraph may end with this text before a label: at a stop, `and` or `or`, footnote numbers left aside."""
    return not text or _PAUSE.search(text) is not None


def ends_with_stop(text: str) -> bool:
    """The same before a paragraph without label: a stop must be there, `and` or `or` only after it."""
    return not text or _STOP.search(text) is not None


def numbered(text: str, last: ParagraphLabel | None) -> Labelled | None:
    """The operative paragraph that begins here: the number after `last`, or the same with bis, ter, quater.

    A number further on is given too, with what it skips: whether to believe it is left to the caller.
    """
    found = _NUMBER.match(text)
    if not found:
        return None
    number, inserted = int(found["number"]), found["first"] or found["second"] or ""
    before = last.number if last else 0
    rest = found["rest"] or ""
    if inserted:
        follows = (
            last is not None
            and number == before
            and _INSERTED.index(inserted) == _INSERTED.index(last.inserted) + 1
        )
        return Labelled(ParagraphLabel(number, inserted), rest) if follows else None
    skipped = number - before - 1
    return Labelled(ParagraphLabel(number), rest, skipped) if 0 <= skipped <= _LARGEST_GAP else None


def restarts(text: str) -> bool:
    """Whether the line begins a paragraph 1."""
    found = _NUMBER.match(text)
    return found is not None and int(found["number"]) == 1 and not (found["first"] or found["second"])


def preambular(text: str, last: ParagraphLabel | None) -> Labelled:
    """The preambular paragraph that begins here: counted, since it is seldom numbered; `PP 5 bis` is read."""
    found = _PREAMBULAR.match(text)
    before = last.number if last else 0
    if found and found["inserted"] and int(found["number"]) == before:
        return Labelled(ParagraphLabel(before, found["inserted"], preambular=True), found["rest"])
    return Labelled(ParagraphLabel(before + 1, preambular=True), found["rest"] if found else text)


def is_preambular(text: str) -> bool:
    """Whether the line bears a negotiators' label such as `PP5`."""
    return _PREAMBULAR.match(text) is not None


def bracketed(text: str, last: ParagraphLabel, following: Iterable[str]) -> Labelled | None:
    """The letter or numeral that begins here, below `last`; the lines that follow settle `(i)` after `(h)`."""
    found = _BRACKETED.match(text)
    if not found:
        return None
    mark, rest = found["mark"], found["rest"] or ""
    letter = _next(_LETTERS, last.letter)
    roman = _next(_ROMAN, last.roman) if last.letter else ""
    if mark == letter == roman:
        following_mark = _first_mark(following)
        letter = "" if following_mark and following_mark == _next(_ROMAN, roman) else letter
    if mark == letter:
        return Labelled(ParagraphLabel(last.number, last.inserted, mark), rest)
    if mark == roman:
        return Labelled(ParagraphLabel(last.number, last.inserted, last.letter, mark), rest)
    return None


def looks_labelled(text: str) -> bool:
    """Whether a line begins as a paragraph would, in sequence or not."""
    return _BRACKETED.match(text) is not None or (
        _NUMBER.match(text) is not None and bool(text.split(None, 1)[1:])
    )


def _next(series: Sequence[str], last: str) -> str:
    """What follows in a series; empty at its end."""
    position = series.index(last) + 1 if last else 0
    return series[position] if position < len(series) else ""


def _first_mark(lines: Iterable[str]) -> str:
    for line in lines:
        if _NUMBER.match(line):
            return ""
        if found := _BRACKETED.match(line):
            return found["mark"]
    return ""
