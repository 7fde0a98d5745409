"""A calendar file (RFC 5545): lines, folding, escaping, and the order of properties. What is due when is not here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from uprtracker.exporters.xml_text import writable
from uprtracker.paths import APP_NAME
from uprtracker.version import __version__

_OCTETS = 75
"""A content line has no more, its line end not counted (RFC 5545, 3.1)."""

_SPECIAL = re.compile(r"([\\;,])")
_DELETE = "\x7f"
"""The one control character that other formats hold and a calendar does not."""


@dataclass(frozen=True)
class Event:
    """Something on a whole day. `uid` stays the same in every export, so that a calendar updates and does not double."""

    uid: str
    on: date
    summary: str
    description: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """A calendar and what it says of itself; `facts` become properties `X-UPR-...` in this order, empty ones left out."""

    name: str
    description: str
    language: str
    as_of: date
    facts: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def calendar_text(calendar: Calendar) -> str:
    """The whole file, with CRLF line ends. Time stamps are the as-of date, so that same data gives same bytes."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    language = f";LANGUAGE={calendar.language}"
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{APP_NAME}//{APP_NAME} {__version__}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    # RFC 7986 has names for these two; calendars of today read the older ones
    yield f"NAME{language}:{_escaped(calendar.name)}"
    yield f"X-WR-CALNAME:{_escaped(calendar.name)}"
    yield f"DESCRIPTION{language}:{_escaped(calendar.description)}"
    yield f"X-WR-CALDESC:{_escaped(calendar.description)}"
    yield f"X-UPR-LANGUAGE:{calendar.language}"
    for name, value in calendar.facts.items():
        if value:
            yield f"X-UPR-{name}:{_escaped(value)}"
    for event in calendar.events:
        yield from _event(event, calendar.as_of, language)
    yield "END:VCALENDAR"


def _event(event: Event, as_of: date, language: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}@uprtracker"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    # the end is the first day that no longer belongs to it
    yield f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY{language}:{_escaped(event.summary)}"
    yield f"DESCRIPTION{language}:{_escaped(event.description)}"
    if event.categories:
        yield f"CATEGORIES{language}:{','.join(_escaped(name) for name in event.categories)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", writable(text).replace(_DELETE, "")).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Cut where 75 octets are full, never inside a character; each piece after the first begins with a space."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
