"""The State's position on a recommendation: *supported* or *noted*, never "rejected" (DOMAIN.md, 3)."""

import re
from enum import StrEnum

from uprtracker.errors import UserError
from uprtracker.i18n import N_, _
from uprtracker.vocabulary.text import fold


class Position(StrEnum):
    """One position; `UNKNOWN` is asked, never guessed."""

    SUPPORTED = "supported"
    NOTED = "noted"
    SUPPORTED_NOTED = "supported_noted"
    PENDING = "pending"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _(_LABELS[self])


_LABELS = {
    Position.SUPPORTED: N_("Supported"),
    Position.NOTED: N_("Noted"),
    Position.SUPPORTED_NOTED: N_("Supported/Noted"),
    Position.PENDING: N_("Pending"),
    Position.UNKNOWN: N_("Unknown"),
}

# Spellings seen in the sources of FORMATS.md, folded.
_SPELLINGS = {
    "supported": Position.SUPPORTED,
    "accepted": Position.SUPPORTED,
    "accepts": Position.SUPPORTED,
    "noted": Position.NOTED,
    "not supported": Position.NOTED,
    "not accepted": Position.NOTED,
    "rejected": Position.NOTED,
    "supported/noted": Position.SUPPORTED_NOTED,
    "supported noted": Position.SUPPORTED_NOTED,
    "partially accepted": Position.SUPPORTED_NOTED,
    "partially supported": Position.SUPPORTED_NOTED,
    "supported in part": Position.SUPPORTED_NOTED,
    "accepted in part": Position.SUPPORTED_NOTED,
    "pending": Position.PENDING,
}


def position_as_printed(printed: str) -> Position:
    """The position that a source's own word means; blank or unknown words give `UNKNOWN`."""
    word = re.sub(r"^- ", "", fold(printed)).strip(" .;")
    return _SPELLINGS.get(re.sub(r"\s*/\s*", "/", word), Position.UNKNOWN)


def parse_position(text: str) -> Position:
    """Read a position that a person names, in any case; `UserError` names the scale."""
    for position in Position:
        if fold(text) in (fold(_LABELS[position]), fold(position.value), fold(position.label)):
            return position
    scale = ", ".join(_LABELS.values())
    raise UserError(_("'{word}' is not a position; use one of: {scale}.").format(word=text, scale=scale))


def combined(positions: list[Position]) -> Position:
    """The position of a number whose parts have their own: equal ones stay, supported and noted become both."""
    distinct = set(positions)
    if len(distinct) == 1:
        return positions[0]
    if distinct <= {Position.SUPPORTED, Position.NOTED, Position.SUPPORTED_NOTED}:
        return Position.SUPPORTED_NOTED
    return Position.PENDING if Position.PENDING in distinct else Position.UNKNOWN
