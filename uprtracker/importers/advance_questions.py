"""Advance questions (Word): which State asks what before the review; their place is the briefing pack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import doubt
from uprtracker.importers.printed_text import lines, one_line
from uprtracker.importers.record import Notice, ParsedQuestion, ParsedQuestions, Place
from uprtracker.importers.word_file import open_word_file
from uprtracker.importers.word_table import WordTable, body_blocks
from uprtracker.vocabulary.state import State, states_in

SOURCE = "advance-questions"

_PARAGRAPHS_ABOVE = 12
_TITLE = re.compile(
    r"\badvance\s+questions?\s+(?:to|for|addressed\s+to)\s+(?:the\s+)?(?P<state>.+?)"
    r"(?:\s*[-–—,(]*\s*\b(?:add(?:endum)?\.?|batch)\s*(?P<batch>[0-9]{1,2})\)?)?\s*$",
    re.IGNORECASE,
)
_ADDENDUM = re.compile(r"^\W*add(?:endum)?\.?\s*(?P<batch>[0-9]{1,2})\W*$", re.IGNORECASE)
_GENERATED = re.compile(
    r"\bgenerated\s+on\s+(?P<day>[0-9]{1,2})\s+(?P<month>[A-Za-z]{3})[a-z]*\s+(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
# The library's names of months follow the language of the machine.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BULLET = re.compile(r"^(?:[-–•·▪●*]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+")
_ON_BEHALF = re.compile(
    r"^(?:[^:?.]{0,80}?\s)?(?:on\s+behalf\s+(?:of|on)|jointly\s+with)\s+(?P<group>[^:?]{3,400}):\s*(?=\S)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 90


@dataclass
class _Heading:
    """The State whose questions follow; `states` is empty where no State is known by that name."""

    printed: str
    states: tuple[State, ...] = ()


@dataclass(frozen=True)
class _Front:
    """What stands above the first question."""

    title: str
    states: tuple[State, ...]
    state_as_printed: str
    batch: int
    generated_on: date | None


def recognises(path: Path) -> bool:
    """Whether a file is a Word document with the title of advance questions; never by the file's name."""
    try:
        return _front(_paragraphs(path)) is not None
    except UserError:
        return False


def read_advance_questions(path: Path) -> ParsedQuestions:
    """The questions of a file in order, each with the State that asks; `UserError` says why it cannot be read."""
    paragraphs = _paragraphs(path)
    front = _front(paragraphs)
    if front is None:
        raise UserError(
            _(
                "'{file}' has no title such as 'Advance questions to ...'; check that it is the right file."
            ).format(file=path.name)
        )
    questions: list[ParsedQuestion] = []
    notices: list[Notice] = []
    for heading, number, text in _asked(paragraphs):
        place = Place(path.name, _("paragraph {number}").format(number=number))
        if not heading.states:
            notices.append(Notice(place.where, doubt.about_state(heading.printed)))
        questions.append(_question(heading, text, len(questions) + 1, place))
    if not questions:
        raise UserError(
            _(
                "'{file}' has a title but no question under the name of a State; check that it is complete."
            ).format(file=path.name)
        )
    return ParsedQuestions(
        source=SOURCE,
        file=path.name,
        title=front.title,
        state_iso3=front.states[0].iso3 if len(front.states) == 1 else None,
        state_as_printed=front.state_as_printed,
        batch=front.batch,
        generated_on=front.generated_on,
        questions=tuple(questions),
        warnings=tuple(dict.fromkeys(notices)),
    )


def _paragraphs(path: Path) -> list[str]:
    """The body's paragraphs with their line ends; the cells of tables are paragraphs too."""
    found: list[str] = []
    for block in body_blocks(open_word_file(path)):
        if isinstance(block, WordTable):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block)
    return found


def _front(paragraphs: list[str]) -> _Front | None:
    above = [line for paragraph in paragraphs[:_PARAGRAPHS_ABOVE] for line in lines(paragraph)]
    generated = next((found for line in above if (found := _GENERATED.search(line))), None)
    titles = [_GENERATED.split(line)[0].strip() for line in above]
    for at, title in enumerate(titles):
        if found := _TITLE.search(title):
            addendum = next((add for line in titles[at:] if (add := _ADDENDUM.match(line))), None)
            batch = found["batch"] or (addendum["batch"] if addendum else None)
            printed = one_line(found["state"])
            return _Front(
                title=title,
                states=tuple(states_in(printed) or ()),
                state_as_printed=printed,
                batch=1 + int(batch) if batch else 1,
                generated_on=_day(generated) if generated else None,
            )
    return None


def _asked(paragraphs: list[str]) -> Iterator[tuple[_Heading, int, str]]:
    """Each question with its heading and the number of its paragraph; a line that ends in a colon goes on below."""
    heading: _Heading | None = None
    opening = ""
    for number, paragraph in enumerate(paragraphs, start=1):
        text = _BULLET.sub("", one_line(paragraph))
        if found := _heading(text):
            heading, opening = found, ""
        elif heading and text:
            text = f"{opening} {text}".strip()
            if text.endswith(":"):
                opening = text
                continue
            opening = ""
            yield heading, number, text


def _heading(text: str) -> _Heading | None:
    """A line that is a State's name, or stands in capitals like one."""
    name = text.rstrip(" :")
    if not name or len(name) > _LONGEST_HEADING or name.endswith("?"):
        return None
    states = states_in(name)
    if states:
        return _Heading(name, tuple(states))
    if name.isupper() and not _TITLE.search(name) and not _ADDENDUM.match(name):
        return _Heading(name)
    return None


def _question(heading: _Heading, text: str, order: int, place: Place) -> ParsedQuestion:
    joint = _ON_BEHALF.match(text)
    return ParsedQuestion(
        state_iso3=heading.states[0].iso3 if heading.states else None,
        state_as_printed=heading.printed,
        text=text[joint.end() :] if joint else text,
        on_behalf_of=joint["group"] if joint else "",
        order=order,
        place=place,
    )


def _day(found: re.Match[str]) -> date | None:
    month = found["month"].lower()
    if month not in _MONTHS:
        return None
    try:
        return date(int(found["year"]), _MONTHS.index(month) + 1, int(found["day"]))
    except ValueError:
        return None
