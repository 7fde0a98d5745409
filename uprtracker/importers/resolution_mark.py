"""Footnote numbers in the text of a resolution: found in the order of the footnotes, noted, and taken out.

Extraction leaves them on a line of their own, stuck to a word (`Rights2 and`) or in the middle of a sentence
(`Rights, 1 the`). A number is taken for a mark only where its footnote comes next and nothing before it asks for a number.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.resolution_lines import CLOSE, OPEN
from uprtracker.importers.resolution_note import RawNote
from uprtracker.importers.resolution_text import Flow

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
# Words before and after a number that count something with it, or name something by it.
_COUNTED_AFTER = re.compile(
    r"\b(?:and|or|to|of|by|at|in|on|from|than|least|most|between|the|only|some|every|all|these|those|its|nos?|numbers?|vol|volume|"
    r"articles?|arts?|paras?|paragraphs?|subparagraphs?|resolutions?|decisions?|sections?|chapters?|annex|goals?|targets?|items?|"
    rf"pages?|pp?|part|rule|principle|table|figure|protocol|phase|option|cluster|programme|{_MONTH})\.?$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(
    rf"^ (?:{_MONTH}|per|%|percent|years?|months?|weeks?|days?|hours?|million|billion|times?|and \d)\b",
    re.IGNORECASE,
)
# The same for a number on a line of its own, which is likelier a footnote's.
_ASKED_AFTER = re.compile(
    r"\b(?:of|nos?|articles?|paragraphs?|resolutions?|decisions?|sections?|chapters?|annex)\.?$",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(rf"^ {_MONTH}\b", re.IGNORECASE)
_NEAR = 20
_END = r"(?![\w/]|[.,]\d|-\w)"
_YEAR = r"\b(?:1[89]|20)\d\d"
# A number on a line of its own or raised; stuck to a word, to a year, or to the stop after one. These may stand again.
_SURE = (
    re.compile(rf"(?P<mark> ?{OPEN}(?P<marker>\d{{1,3}}){CLOSE})"),
    re.compile(
        rf"(?:[a-z]{{3}}[)”\"’]?|[A-Za-z)”\"’][,;:]|{_YEAR}[,;:]?)(?P<mark>(?P<marker>\d{{1,3}})){_END}",
    ),
)
# The same after a short word, or at the very end.
_SURE_ONCE = (
    re.compile(rf"\b[a-z]{{1,2}}(?P<mark>(?P<marker>\d{{1,3}})){_END}"),
    re.compile(r"[a-z)”\"]\.(?P<mark>(?P<marker>\d{1,3}))$"),
    re.compile(r"(?<!\*)(?P<mark> ?(?P<marker>\*{1,3}))(?!\*)"),
)
# A number between spaces after a word, a year or the stop after one.
_LIKELY = (
    re.compile(rf"(?:[A-Za-z)”\"’]|{_YEAR})[,;:.]?(?P<mark> (?P<marker>\d{{1,3}}))(?=[ ,;:.]|$)(?!\.\d)"),
)
_APART = re.compile(rf" ?{OPEN}(\d+){CLOSE}")


class Settled(NamedTuple):
    """Texts without marks, one for each flow, and for each footnote the flow that cites it first, or `None`."""

    texts: list[str]
    cited: list[int | None]
    notices: list[Notice]


class _Mark(NamedTuple):
    """A number that may be a footnote's, with its place in the texts and in the file."""

    flow: int
    start: int
    end: int
    marker: str
    place: int
    patterns: tuple[re.Pattern[str], ...]


def settle_marks(flows: Sequence[Flow], notes: Sequence[RawNote]) -> Settled:
    """Find the mark of each footnote, in order, and give the texts without any."""
    notices: list[Notice] = []
    known = {note.marker for note in notes}
    possible: dict[str, list[_Mark]] = {marker: [] for marker in known}
    for i, flow in enumerate(flows):
        for candidate in _possible_marks(i, flow, known):
            possible[candidate.marker].append(candidate)
    found: list[_Mark | None] = []
    after = (0, 0)
    for note in notes:
        mark = _first(possible[note.marker], note, notes, after if note.marker.isdecimal() else (0, 0))
        found.append(mark)
        if note.lost:
            notices.append(
                _notice(note.place, _("Footnote {marker} is cited, but its text is missing."), note.marker)
            )
        elif mark is None:
            notices.append(
                _notice(note.place, _("Footnote {marker} is cited nowhere in the text."), note.marker)
            )
        if mark is not None and note.marker.isdecimal():
            after = (mark.flow, mark.end)
    spans: list[list[tuple[int, int]]] = [[] for _flow in flows]
    repeated = (mark for marks in possible.values() for mark in marks if mark.patterns is _SURE)
    for settled in chain(filter(None, found), repeated):
        spans[settled.flow].append((settled.start, settled.end))
    texts = [
        _settle_rest(_without(flow.text, spans[i]), flow, known, notices) for i, flow in enumerate(flows)
    ]
    return Settled(texts, [mark.flow if mark else None for mark in found], notices)


def _possible_marks(i: int, flow: Flow, known: set[str]) -> list[_Mark]:
    """The numbers of one text that may be marks of known footnotes, in order."""
    marks = []
    for patterns in (_SURE, _SURE_ONCE, _LIKELY):
        for match in (match for pattern in patterns for match in pattern.finditer(flow.text)):
            if match["marker"] in known and _may_be_mark(flow.text, match):
                start, end = match.span("mark")
                marks.append(_Mark(i, start, end, match["marker"], flow.place_at(start), patterns))
    return sorted(marks, key=lambda mark: mark.start)


def _first(
    possible: Sequence[_Mark], note: RawNote, notes: Sequence[RawNote], after: tuple[int, int]
) -> _Mark | None:
    """The mark of a footnote: on the pages that its group of footnotes closes, a sure one before a likely one."""
    floor = max((n.pieces[-1].place if n.pieces else n.place for n in notes if n.page < note.page), default=0)
    ceiling = min(n.place for n in notes if n.page == note.page)
    later = [mark for mark in possible if (mark.flow, mark.start) >= after]
    sure = [mark for mark in later if mark.patterns is not _LIKELY]
    on_page = [
        mark
        for mark in (*sure, *(m for m in later if m.patterns is _LIKELY))
        if floor <= mark.place <= ceiling
    ]
    return next(iter((*on_page, *sure)), None)


def _may_be_mark(text: str, found: re.Match[str]) -> bool:
    """Whether nothing around a number counts something with it."""
    start, end = found.span("mark")
    if not found["mark"].startswith((" ", OPEN)) and text[start - 1] != ".":
        return True
    after, before = (
        (_ASKED_AFTER, _ASKED_BEFORE) if OPEN in found["mark"] else (_COUNTED_AFTER, _COUNTED_BEFORE)
    )
    return not after.search(text[max(0, start - _NEAR) : start]) and not before.match(text[end : end + _NEAR])


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept, end = [], 0
    for start, stop in sorted(set(spans)):
        kept.append(text[end:start])
        end = max(end, stop)
    return "".join(kept) + text[end:]


def _settle_rest(text: str, flow: Flow, known: set[str], notices: list[Notice]) -> str:
    """Numbers on lines of their own that no footnote explains: text if a number is asked for, else a lost footnote's."""

    def settled(found: re.Match[str]) -> str:
        if _ASKED_AFTER.search(text[max(0, found.start() - _NEAR) : found.start()]):
            return f" {found[1]}"
        if found[1] not in known:
            notices.append(
                _notice(
                    flow.place_at(found.start()),
                    _("Footnote {marker} is cited, but its text is missing."),
                    found[1],
                )
            )
        return ""

    return _APART.sub(settled, text)


def _notice(place: int, message: str, marker: str) -> Notice:
    return Notice(_("line {line}").format(line=place), message.format(marker=marker))
