"""Clauses of a recommendation and the States in brackets behind each; other brackets stay in the text."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.record import ParsedClause
from uprtracker.vocabulary.state import State, find_state, states_in

_BETWEEN_BRACKETS = re.compile(r"[\s;,.]*(?:(?:and|as well as)\s+)?", re.IGNORECASE)
# States close a clause where the sentence ends behind them; a small letter goes on with the sentence.
_CLOSES = re.compile(r"\s*(?:$|[;.()]|[,/]\s*[^\W\d_a-zß-ÿ]|[^\W\d_a-zß-ÿ]|[0-9*]+\s*$)")
_LEFTOVER = re.compile(r"^[\s;,.)*0-9]*$")
_NAME = re.compile(r"^[A-ZÀ-Þ](?=[^()]*[a-zß-ÿ])[^0-9()]*$")
_JOINED = re.compile(r"^(?:and|et|y)\s|\s(?:and|et|y)$", re.IGNORECASE)
_HALF = re.compile(r"[()]")
_WORD = re.compile(r"[^\s,;/|]+")
_OPEN_END = re.compile(r";|\.?\s*$")
_LONGEST_NAME_IN_WORDS = 10
_LONGEST_LIST = 1_500
# Far longer than any number with all its clauses: such a text is broken or made to keep us busy.
_LONGEST_TEXT = 10_000


@dataclass(frozen=True)
class ClauseReading:
    """Clauses in order. `doubts` need a person before the record is used, `notices` are good to know."""

    clauses: tuple[ParsedClause, ...]
    doubts: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Bracket:
    """Half-open span of a text and the States that it names; no States: it belongs to the wording."""

    start: int
    end: int
    content: str
    states: tuple[State, ...] = ()


def read_clauses(wording: str) -> ClauseReading:
    """Read `Ratify A (Chile); (Peru); Ratify B (Mali, Niger);` as two clauses with two States each.

    States inside a sentence (`ratifying (Chile)/ acceding to (Peru) the Convention`, `ratify A (Chile) and B
    (Peru)`) stay in the text, which makes no sense without them, and count as its States.
    """
    text = one_line(wording)
    if len(text) > _LONGEST_TEXT:
        too_long = _("the text is longer than any recommendation ({count} characters)").format(
            count=len(text)
        )
        return ClauseReading((ParsedClause(text, (), ()),), (too_long,))
    brackets = _brackets(text)
    runs = _runs(text, [b for b in brackets if b.states])
    closing = [run for run in runs if _CLOSES.match(text, run[-1].end)]
    if not closing:
        return _inside_a_sentence(text, runs)
    clauses, doubts, start = [], [], 0
    for run in closing:
        clause = _trimmed(text[start : run[0].start])
        if not clause:
            doubts.append(
                _("no text stands before the State in '{bracket}'").format(bracket=_printed(text, run))
            )
        inside = [b for other in runs for b in other if start <= b.start and b.end <= run[0].start]
        clauses.append(_clause(clause, inside + run))
        start = run[-1].end
    rest = text[start:]
    if not _LEFTOVER.match(rest):
        clauses.append(ParsedClause(_trimmed(rest), (), ()))
        doubts.append(_no_state(rest))
    return ClauseReading(tuple(clauses), tuple(doubts), tuple(_kept_in_text(text, brackets, closing)))


def names_as_printed(printed: str, states: tuple[State, ...]) -> tuple[str, ...]:
    """How each of the States is written in a list that names them in this order."""
    words = list(_WORD.finditer(printed))
    names, at = [], 0
    for state in states:
        name, at = _name_at(printed, words, at, state)
        names.append(name)
    return tuple(names)


def _name_at(printed: str, words: list[re.Match[str]], at: int, state: State) -> tuple[str, int]:
    for start in range(at, len(words)):
        for end in range(min(len(words), start + _LONGEST_NAME_IN_WORDS), start, -1):
            name = printed[words[start].start() : words[end - 1].end()]
            if not _JOINED.search(name) and find_state(name) == state:
                return one_line(name), end
    return state.short, at


def _brackets(text: str) -> list[_Bracket]:
    """Brackets of the outermost level, mended where one half is missing around the name of a State."""
    closing = _closing_halves(text)
    found: list[_Bracket] = []
    at = 0
    while half := _HALF.search(text, at):
        at = half.start()
        if at in closing:
            content = text[at + 1 : closing[at]]
            bracket: _Bracket | None = _Bracket(at, closing[at] + 1, content, _states(content))
        elif half[0] == "(":
            bracket = _never_closed(text, at)
        else:
            bracket = _never_opened(text, found[-1].end if found else 0, at)
        if bracket:
            found.append(bracket)
        at = bracket.end if bracket else at + 1
    return found


def _closing_halves(text: str) -> dict[int, int]:
    """Where each opened bracket closes."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for half in _HALF.finditer(text):
        if half[0] == "(":
            opened.append(half.start())
        elif opened:
            closing[opened.pop()] = half.start()
    return closing


def _states(content: str) -> tuple[State, ...]:
    return tuple(states_in(content) or ()) if len(content) <= _LONGEST_LIST else ()


def _never_closed(text: str, start: int) -> _Bracket | None:
    """`Ratify the Convention (Ghana;`: States up to the end of the clause."""
    content = _OPEN_END.split(text[start + 1 : start + 2 + _LONGEST_LIST], maxsplit=1)[0]
    states = _states(content)
    return _Bracket(start, start + 1 + len(content), content, states) if states else None


def _never_opened(text: str, start: int, end: int) -> _Bracket | None:
    """`Ratify the Convention Ghana);`: the longest name of a State just before the closing half."""
    words = list(_WORD.finditer(text, max(start, end - _LONGEST_LIST), end))
    for word in words[-_LONGEST_NAME_IN_WORDS:]:
        content = text[word.start() : end]
        if word.group()[:1].isupper() and (state := find_state(content)):
            return _Bracket(word.start(), end + 1, content, (state,))
    return None


def _runs(text: str, brackets: list[_Bracket]) -> list[list[_Bracket]]:
    """Brackets that follow each other with nothing between them but list marks."""
    runs: list[list[_Bracket]] = []
    for bracket in brackets:
        if runs and _BETWEEN_BRACKETS.fullmatch(text, runs[-1][-1].end, bracket.start):
            runs[-1].append(bracket)
        else:
            runs.append([bracket])
    return runs


def _clause(text: str, run: list[_Bracket]) -> ParsedClause:
    named: dict[str, str] = {}
    for bracket in run:
        for state, name in zip(
            bracket.states, names_as_printed(bracket.content, bracket.states), strict=True
        ):
            named.setdefault(state.iso3, name)
    # the same few hundred names are printed again and again: one copy of each is enough
    return ParsedClause(text, tuple(named), tuple(map(sys.intern, named.values())))


def _inside_a_sentence(text: str, runs: list[list[_Bracket]]) -> ClauseReading:
    alternatives = any(text[run[-1].end :].lstrip().startswith("/") for run in runs)
    if alternatives:
        return ClauseReading((_clause(_trimmed(text), [b for run in runs for b in run]),))
    return ClauseReading((ParsedClause(_trimmed(text), (), ()),), (_no_state(text),))


def _kept_in_text(text: str, brackets: list[_Bracket], closing: list[list[_Bracket]]) -> Iterator[str]:
    """Brackets in the text to look at: States inside a sentence, and what might be a name before States."""
    taken = {bracket for run in closing for bracket in run}
    for bracket in brackets:
        before_states = any(_BETWEEN_BRACKETS.fullmatch(text, bracket.end, run[0].start) for run in closing)
        if bracket not in taken and bracket.states:
            message = _("'({bracket})' stands inside the text and counts as recommending it")
            yield message.format(bracket=bracket.content)
        elif bracket not in taken and before_states and _NAME.match(bracket.content):
            yield _("'({bracket})' is read as part of the text").format(bracket=bracket.content)


def _no_state(text: str) -> str:
    found = re.search(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)[\s;,.]*$", text)
    if found and _NAME.match(found[1]):
        return _("no State is known as '{name}'").format(name=found[1])
    return _("no recommending State stands behind the text")


def _printed(text: str, run: list[_Bracket]) -> str:
    return text[run[0].start : run[-1].end]


def _trimmed(text: str) -> str:
    """Without the list marks around it; a full stop at the end may belong to an abbreviation and stays."""
    return re.sub(r"^[\s;,.)/]+|[\s;,/]+$", "", text)
