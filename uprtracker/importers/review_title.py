"""State under review, cycle and session from the head of a page: `UPR of X (3rd Cycle - 34th Session)`."""

import re
from dataclasses import dataclass

from uprtracker.vocabulary.state import find_state

_TITLE = re.compile(r"\bUPR\s+of\s+(?P<rest>\S.*)$", re.IGNORECASE)
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_ORDINAL = rf"(?P<figure>[0-9]{{1,3}})\s*(?:st|nd|rd|th)?|(?P<word>{'|'.join(_ORDINALS)})"
_CYCLE = re.compile(
    rf"\b(?:(?:{_ORDINAL})\s+(?:UPR\s+)?cycle|cycle\s+(?P<after>[0-9]{{1,2}}))", re.IGNORECASE
)
_SESSION = re.compile(
    rf"\b(?:(?:{_ORDINAL})\s+(?:UPR\s+)?session|session\s+(?P<after>[0-9]{{1,3}}))", re.IGNORECASE
)
_AFTER_STATE = re.compile(r"\s*(?:[(,:\u2013\u2014/]|\s-)\s*$")
_LONGEST_NAME_IN_WORDS = 12


@dataclass(frozen=True)
class ReviewTitle:
    """What a page's head says; `state_as_printed` is empty and the others `None` where it does not say it."""

    title: str
    state_iso3: str | None
    state_as_printed: str
    cycle: int | None
    session: int | None


def read_review_title(lines: list[str]) -> ReviewTitle:
    """Read the first line that names the review with the line below; other lines may give the figures."""
    head = _head(lines)
    found = _TITLE.search(head)
    printed = _state(found["rest"]) if found else ""
    state = find_state(printed) if printed else None
    return ReviewTitle(
        title=_title(found[0], printed) if found else "",
        state_iso3=state.iso3 if state else None,
        state_as_printed=printed,
        cycle=_figure(_CYCLE, [head, *lines]),
        session=_figure(_SESSION, [head, *lines]),
    )


def _head(lines: list[str]) -> str:
    return next((" ".join(lines[at : at + 2]) for at, line in enumerate(lines) if _TITLE.search(line)), "")


def _title(head: str, state: str) -> str:
    """The head without page numbers and the name of the list behind it."""
    ends = [found.end() for pattern in (_CYCLE, _SESSION) for found in pattern.finditer(head)]
    end = max([head.find(state) + len(state), *ends])
    return head[:end] + (")" if head[end : end + 1] == ")" else "")


def _state(rest: str) -> str:
    """The longest beginning that is a State, up to cycle or session; all of it where there is none."""
    ends = [found.start() for pattern in (_CYCLE, _SESSION) if (found := pattern.search(rest))]
    words = _AFTER_STATE.sub("", rest[: min(ends, default=len(rest))]).split()[:_LONGEST_NAME_IN_WORDS]
    beginnings = (" ".join(words[:count]).rstrip("-,;:/\u2013 ") for count in range(len(words), 0, -1))
    return next((name for name in beginnings if find_state(name)), " ".join(words))


def _figure(pattern: re.Pattern[str], lines: list[str]) -> int | None:
    found = next((found for line in lines if (found := pattern.search(line))), None)
    if not found:
        return None
    if found["word"]:
        return _ORDINALS.index(found["word"].lower()) + 1
    return int(found["figure"] or found["after"])
