"""What stands above the line that opens a resolution: the document's heading and, last, the title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from uprtracker.importers.resolution_lines import Line
from uprtracker.importers.resolution_structure import ApartKind, RawApart
from uprtracker.importers.resolution_text import Piece

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Lines that never belong to a title; the title begins after the last of them.
_HEADING = re.compile(
    r"^(?:United Nations|General Assembly|Security Council|Human Rights Council|Economic and Social Council|Distr\b.*"
    rf"|Original: .*|\d{{1,2}} (?:{_MONTHS}) \d{{4}}|[A-Z][a-z]+(?:-[a-z]+)? (?:regular |special |emergency )*session"
    r"|\d{4} session|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Agenda items? .*|Item \d.*|.*\]"
    r"|(?:Resolution|Decision)s? adopted by .*|.*: (?:revised )?draft (?:resolution|decision)\W*"
    r"|(?:Revised )?[Dd]raft (?:resolution|decision)\b.*|For (?:action|information).*|\d+(?:st|nd|rd|th) (?:plenary )?meeting.*)$"
)
_NUMBERED_TITLE = re.compile(
    r"^(?P<number>(?:[A-Z]{1,2}-)?\d{1,4}/\d{1,3}(?: ?[A-Z])?)(?:\.? (?=[A-Z“\"])|\.$)"
)


class Front(NamedTuple):
    """The lines of the title, the number printed before it (`70/161`, empty for a draft), and the heading above, if any."""

    title: tuple[Piece, ...]
    number: str
    apart: tuple[RawApart, ...]


def read_front(lines: Sequence[Line]) -> Front:
    """Part the lines above the opening line into heading and title."""
    pieces = [Piece(line.place, line.text) for line in lines]
    begin, number = 0, ""
    for i, piece in enumerate(pieces):
        if numbered := _NUMBERED_TITLE.match(piece.text):
            begin, number = i, numbered["number"]
            pieces[i] = Piece(piece.place, piece.text[numbered.end() :])
            break
        if _HEADING.match(piece.text):
            begin = i + 1
    apart = (RawApart(ApartKind.HEAD, pieces[0].place, pieces[:begin]),) if begin else ()
    return Front(tuple(piece for piece in pieces[begin:] if piece.text), number, apart)
