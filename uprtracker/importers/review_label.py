"""Session and cycle in the labels of databases: `28th Session - Cycle 2`, `44 - November 2023`, `3ème cycle`."""

import re

_SESSION = re.compile(
    r"\bsess?ions?\s*[:#-]?\s*(?P<after>[0-9]{1,3})\b"
    r"|\b(?P<before>[0-9]{1,3})\s*(?:st|nd|rd|th|e|er|[eè]re|[eè]me|ª|a|º)?\.?\s*sess?i[oó]n"
    r"|^\W*(?P<alone>[0-9]{1,3})(?:\.0)?(?:\s*[-–—]\s*[^\W\d]+\s+[0-9]{4})?\s*$",
    re.IGNORECASE,
)
_CYCLE = re.compile(
    r"\b(?:cycle|ciclo|цикл)\s*[:#-]?\s*(?P<after>[0-9])\b"
    r"|\b(?P<before>[0-9])\s*(?:st|nd|rd|th|e|er|[eè]me|ª|º|-?й)?\.?\s*(?:cycle|ciclo|цикл)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\W*(?P<alone>[0-9])(?:\.0)?\s*$")


def session_in(label: str) -> int | None:
    """The session of the Working Group that a label names, also where it is the bare figure."""
    return _figure(_SESSION.search(label))


def cycle_in(label: str) -> int | None:
    """The cycle that a label names, also where it is the bare figure."""
    return _figure(_CYCLE.search(label) or _ALONE.match(label))


def _figure(found: re.Match[str] | None) -> int | None:
    return next((int(figure) for figure in found.groups() if figure), None) if found else None
