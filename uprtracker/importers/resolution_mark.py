"""Footnote numbers in the text of a resolution: found in the order of the footnotes, noted, and taken out.

Extraction leaves them on a line of their own, stuck to a word (`Rights2 and`) or in the middle of a sentence
(`Rights, 1 the`). A number is taken for a mark only where its footnote comes next and nothing before it asks for a number.
"""

import re
from collections.abc import Iterator, Sequence
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
    rf"^ (?:{_MONTH}|per|%|percent|years?|months?|weeks?|days?|hours?|million|billion|times?|and \d)\b", re.IGNORECASE
)
# The same for a number on a line of its own, which is likelier a footnote's.
_ASKED_AFTER = re.compile(
    r"\b(?:of|nos?|articles?|paragraphs?|resolutions?|decisions?|sections?|chapters?|annex)\.?$", re.IGNORECASE
)
_ASKED_BEFORE = re.compile(rf"^ {_MONTH}\b", re.IGNORECASE)
_APART = re.compile(rf" ?{OPEN}(\d+){CLOSE}")


class Settled(NamedTuple):
    """Texts without marks, one for each flow, and for each footnote the flow that cites it first, or `None`."""

    texts: list[str]
    cited: list[int | None]
    notices: list[Notice]


class _Found(NamedTuple):
    flow: int
    start: int
    end: int


def settle_marks(flows: Sequence[Flow], notes: Sequence[RawNote]) -> Settled:
    """Find the mark of each footnote, in order, and give the texts without any."""
    notices: list[Notice] = []
    found: list[_Found | None] = []
    after = _Found(0, 0, 0)
    for note in notes:
        mark = _first(flows, note, notes, after)
        found.append(mark)
        if note.lost:
            notices.append(
                _notice(note.place, _("Footnote {marker} is cited, but its text is missing."), note.marker)
            )
        if mark is None and not note.lost:
            notices.append(
                _notice(note.place, _("Footnote {marker} is cited nowhere in the text."), note.marker)
            )
        if mark is not None and note.marker.isdecimal():
            after = mark
    spans: list[list[tuple[int, int]]] = [[] for _flow in flows]
    for mark in filter(None, found):
        spans[mark.flow].append((mark.start, mark.end))
    known = {note.marker for note in notes}
    texts = []
    for i, flow in enumerate(flows):
        text = _without(flow.text, [*spans[i], *_repeated(flow.text, known)])
        texts.append(_settle_rest(text, flow, known, notices))
    return Settled(texts, [mark.flow if mark else None for mark in found], notices)


def _first(flows: Sequence[Flow], note: RawNote, notes: Sequence[RawNote], after: _Found) -> _Found | None:
    """Where a footnote's mark stands: on the pages that its footnotes close, a sure mark before a likely one."""
    floor = max((n.pieces[-1].place if n.pieces else n.place for n in notes if n.page < note.page), default=0)
    ceiling = min(n.place for n in notes if n.page == note.page)
    for patterns, bounds in ((_sure(note.marker), (floor, ceiling)), (_likely(note.marker), (floor, ceiling)),
                             (_sure(note.marker), None)):  # fmt: skip
        for mark in _occurrences(flows, patterns, after if note.marker.isdecimal() else _Found(0, 0, 0)):
            place = flows[mark.flow].place_at(mark.start)
            if bounds is None or bounds[0] <= place <= bounds[1]:
                return mark
    return None


def _occurrences(
    flows: Sequence[Flow], patterns: Sequence[re.Pattern[str]], after: _Found
) -> Iterator[_Found]:
    for i in range(after.flow, len(flows)):
        text = flows[i].text
        spans = sorted(
            m.span("mark") for pattern in patterns for m in pattern.finditer(text) if _may_be_mark(text, m)
        )
        for start, end in spans:
            if i > after.flow or start >= after.end:
                yield _Found(i, start, end)


def _sure(marker: str) -> list[re.Pattern[str]]:
    """A number on a line of its own or raised, or stuck to a word, to a year, or to the stop after one."""
    if not marker.isdecimal():
        return [re.compile(rf"(?<!\*)(?P<mark> ?{re.escape(marker)})(?!\*)")]
    return [
        re.compile(rf"(?P<mark> ?{OPEN}{marker}{CLOSE})"),
        re.compile(
            rf"(?:[a-z]{{3}}[)”\"’]?|[A-Za-z)”\"’][,;:]|\b(?:1[89]|20)\d\d[,;:]?)(?P<mark>{marker})(?![\w/]|[.,]\d|-\w)"
        ),
        re.compile(rf"(?:[a-z)”\"]\.)(?P<mark>{marker})$"),
        re.compile(rf"\b[a-z]{{1,2}}(?P<mark>{marker})(?![\w/]|[.,]\d|-\w)"),
    ]


def _likely(marker: str) -> list[re.Pattern[str]]:
    """A number between spaces after a word, a year or the stop after one."""
    if not marker.isdecimal():
        return []
    return [
        re.compile(rf"(?:[A-Za-z)”\"’]|\b(?:1[89]|20)\d\d)[,;:.]?(?P<mark> {marker})(?=[ ,;:.]|$)(?!\.\d)")
    ]


def _may_be_mark(text: str, found: re.Match[str]) -> bool:
    """Whether nothing around a number counts something with it."""
    start, end = found.span("mark")
    if not found["mark"].startswith((" ", OPEN)):
        return True
    after, before = (_ASKED_AFTER, _ASKED_BEFORE) if OPEN in found["mark"] else (_COUNTED_AFTER, _COUNTED_BEFORE)
    return not after.search(text[max(0, start - 20) : start]) and not before.match(text[end : end + 20])


def _repeated(text: str, known: set[str]) -> list[tuple[int, int]]:
    """Marks that stand again, stuck to a word or apart, for a footnote cited before."""
    sure = (pattern for marker in known if marker.isdecimal() for pattern in _sure(marker)[:2])
    return [m.span("mark") for pattern in sure for m in pattern.finditer(text) if _may_be_mark(text, m)]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(set(spans), reverse=True):
        text = text[:start] + text[end:]
    return text


def _settle_rest(text: str, flow: Flow, known: set[str], notices: list[Notice]) -> str:
    """Numbers on lines of their own that no footnote explains: text if a number is asked for, else a lost footnote's."""

    def settled(found: re.Match[str]) -> str:
        if _ASKED_AFTER.search(text[: found.start()]):
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
