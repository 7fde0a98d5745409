"""Recommendation numbers: text, never a figure; sorted naturally, so that 140.9 comes before 140.10."""

import re
from dataclasses import dataclass

from uprtracker.errors import UserError
from uprtracker.i18n import _

_PIECES = re.compile(r"\d+|[^\W\d_]+")
_REFERENCE = re.compile(r"^(?:(?P<symbol>[A-Z]+/\S+?):)?(?P<number>\S.*)$")
_RANGE = re.compile(r"^(?P<head>\d+\.)(?P<first>\d+)\s*[-\u2013]\s*(?:\d+\.)?(?P<last>\d+)$")
_PLAIN = re.compile(r"^(?P<number>\d+\.\d+)(?P<part>[a-z])?$")
MOST_IN_A_RANGE = 1000


def sort_key(number: str, part: str = "") -> str:
    """A string that orders numbers naturally wherever strings are compared byte by byte.

    Figures are padded to six digits, so `140.9` < `140.10` < `140.10a` < `141.1`; `95.(81)` sorts as 95, 81.
    """
    pieces = [p.zfill(6) if p.isdigit() else p.casefold() for p in _PIECES.findall(number)]
    return ".".join(pieces) + ("." + part.casefold() if part else "")


@dataclass(frozen=True)
class NumberReference:
    """How a person names recommendations: one number, or a range of the last figure, of one document or of any.

    `part` is empty for the whole number with all its parts.
    """

    number: str
    part: str = ""
    last: int | None = None
    symbol: str | None = None

    def numbers(self) -> list[str]:
        """All numbers named, in order."""
        if self.last is None:
            return [self.number]
        head, first = self.number.rsplit(".", 1)
        return [f"{head}.{n}" for n in range(int(first), self.last + 1)]


def parse_reference(text: str) -> NumberReference:
    """Read `140.12`, `140.12a`, `A/HRC/59/15:140.12` or the range `140.20-25`; `UserError` for anything else."""
    found = _REFERENCE.match(text.strip())
    if not found:
        raise UserError(_("A recommendation number is missing; write it as 140.12."))
    symbol, number = found["symbol"], found["number"].strip().rstrip(".")
    if several := _RANGE.match(number):
        first, last = int(several["first"]), int(several["last"])
        if last < first or last - first >= MOST_IN_A_RANGE:
            raise UserError(_("'{text}' is not a range of numbers; write it as 140.20-25.").format(text=text))
        return NumberReference(several["head"] + several["first"], "", last, symbol)
    if plain := _PLAIN.match(number):
        return NumberReference(plain["number"], plain["part"] or "", None, symbol)
    return NumberReference(number, "", None, symbol)
