"""A State's own code of a recommendation (`R144.114P2`, `114.144.ج.2`) and the number of the UN inside it."""

import re
from dataclasses import dataclass

from uprtracker.vocabulary.text import fold

_LATIN = re.compile(
    r"^(?:(?P<before>(?:P\d{1,2})+)(?=\s*[A-Z]))?\s*[A-Z]{0,3}\s*[.-]?\s*(?P<number>\d{1,3}(?:\.\d{1,4})?)\s*\.?\s*"
    r"(?P<after>(?:P\d{1,2}(?:-\d{1,2})*\s*)*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"P(\d{1,2})", re.IGNORECASE)
# The mirror image: item, paragraph, then parts after a letter; one figure alone follows the letter ت.
_ARABIC = re.compile(
    r"^[\s·-]*(?:ت\s*\.?\s*)?(?P<item>\d{1,4})(?:\s*\.\s*(?P<paragraph>\d{1,3}))?[\s.]*(?P<parts>(?:[جف و.\d])*)$"
)
_ARABIC_PARTS = re.compile(r"[جف]\s*\.?\s*(\d{1,2})")


@dataclass(frozen=True)
class NationalCode:
    """`number` as the UN writes it, `144.114` or `21`; `parts` are the State's own, from 1, in order."""

    number: str
    parts: tuple[int, ...] = ()

    @property
    def part(self) -> str:
        """The letter of the first part, as our numbers have it; empty for the whole number."""
        return chr(ord("a") + self.parts[0] - 1) if self.parts and 1 <= self.parts[0] <= 26 else ""


def read_code(printed: str, language: str = "") -> NationalCode | None:
    """Read a code, in Arabic as the mirror image of the others; None for what is none."""
    text = " ".join(printed.replace("\u00a0", " ").split())
    if language != "ar":
        found = _LATIN.match(text)
        if not found:
            return None
        parts = _PARTS.findall(found["before"] or "") + _PARTS.findall(found["after"])
        return NationalCode(found["number"], tuple(map(int, parts)))
    found = _ARABIC.match(fold(text))
    if not found:
        return None
    number = f"{found['paragraph']}.{found['item']}" if found["paragraph"] else found["item"]
    return NationalCode(number, tuple(map(int, _ARABIC_PARTS.findall(found["parts"]))))
