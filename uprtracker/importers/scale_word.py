"""A State's own words for positions and for the status of implementation, in six languages: proposals only."""

import csv
from functools import cache

from uprtracker.paths import resource
from uprtracker.vocabulary.position import Position, position_as_printed
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text import fold


def proposed_position(word: str) -> Position:
    """What a word probably means; `UNKNOWN` where it is none of those known."""
    known = position_as_printed(word)
    return known if known is not Position.UNKNOWN else Position(_words("position").get(_key(word), "unknown"))


def proposed_status(word: str) -> Status | None:
    """What a word probably means; None where it is none of those known."""
    found = _words("status").get(_key(word))
    return Status(found) if found else None


def _key(word: str) -> str:
    return fold(word).strip(" .;:!-")


@cache
def _words(scale: str) -> dict[str, str]:
    with resource("vocabularies", f"{scale}_words.csv").open(encoding="utf-8", newline="") as file:
        return {_key(word): row[scale] for row in csv.DictReader(file) for word in row["words"].split("|")}
