"""The parts of a resolution's text, line by line: heading, preamble, operative paragraphs and what follows them.

Lines are one flow: where a paragraph begins is told by labels in sequence, by opening words and by the stop before them.
Wording, footnote numbers and meaning are dealt with elsewhere.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from uprtracker.i18n import _
from uprtracker.importers import resolution_label as labels
from uprtracker.importers.record import Notice
from uprtracker.importers.resolution_label import Labelled
from uprtracker.importers.resolution_lines import CLOSE, OPEN, ORGAN, Line
from uprtracker.importers.resolution_note import NoteReader, RawNote
from uprtracker.importers.resolution_opening import begins_operative, begins_preambular
from uprtracker.importers.resolution_text import Piece
from uprtracker.vocabulary.paragraph_label import ParagraphLabel

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ANNEX = re.compile(r"^(?:Annex|ANNEX|Appendix|APPENDIX)(?: [IVX\d]+)?\*?(?:[.:] .*| [\u2013\u2014].*)?$")
_CLOSING = re.compile(
    rf"^(?:\d{{1,4}} ?(?:st|nd|rd|th) (?:\([a-z]+\) )?(?:plenary )?meeting\b.*|\d{{1,2}} {_MONTH} \d{{4}}\.?"
    r"|\[?(?:Adopted|The (?:draft )?resolution was adopted|Resolution adopted) .*)$"
)
_SECTION = re.compile(r"^(?:[IVX]{1,4}|[A-Z])\.?$")
_LONGEST_HEADING = 160
_INLINE_OPENING = re.compile(r"(?<=,) (?=[A-Z])")


class ApartKind(StrEnum):
    """Why a text is kept apart: the document's head, a section's heading, date and vote, an annex, another text."""

    HEAD = "head"
    HEADING = "heading"
    CLOSING = "closing"
    ANNEX = "annex"
    FURTHER = "further"


@dataclass
class RawParagraph:
    """`tail` is the end of what has been read, lines that hold nothing but a footnote's number left aside."""

    label: ParagraphLabel
    place: int
    pieces: list[Piece] = field(default_factory=list)
    tail: str = ""

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if not _is_mark(piece):
            self.tail = piece.text


@dataclass
class RawApart:
    kind: ApartKind
    place: int
    pieces: list[Piece] = field(default_factory=list)


class Structure:
    """Reads lines once; then `front`, `organ`, `paragraphs`, `notes`, `apart` and `notices` hold what they are."""

    def __init__(self, lines: Sequence[Line]):
        self._lines = lines
        self._numbered = any(labels.restarts(line.text) for line in lines)
        self._take: Callable[[int, Line], None] = self._take_front
        # an extraction may give the preamble as one long line, opening line and all
        self._flat = False
        self.front: list[Line] = []
        self.organ = ""
        self.paragraphs: list[RawParagraph] = []
        self.apart: list[RawApart] = []
        self.notices: list[Notice] = []
        notes = NoteReader(lines)
        for i, line in enumerate(lines):
            if not notes.takes(i, partial(self._resumes, i)):
                self._take(i, line)
        self.notes: list[RawNote] = notes.notes

    @property
    def _current(self) -> RawParagraph | None:
        return self.paragraphs[-1] if self.paragraphs else None

    @property
    def _tail(self) -> str:
        return self._current.tail if self._current else ""

    def _warn(self, place: int, message: str) -> None:
        self.notices.append(Notice(_("line {line}").format(line=place), message))

    def _begin(self, labelled: Labelled, line: Line) -> None:
        paragraph = RawParagraph(labelled.label, line.place)
        self.paragraphs.append(paragraph)
        if labelled.rest:
            paragraph.add(Piece(line.place, labelled.rest))

    def _append(self, line: Line) -> None:
        text = f"{OPEN}{line.text}{CLOSE}" if line.is_marker else line.text
        if self._current:
            self._current.add(Piece(line.place, text))

    def _take_front(self, i: int, line: Line) -> None:
        opening = ORGAN.match(line.text)
        if not opening:
            self.front.append(line)
            return
        self.organ = opening["organ"]
        self._take = self._take_preamble
        self._flat = bool(opening["rest"])
        if self._flat:
            self._take_preamble(i, replace(line, text=opening["rest"]))

    def _take_preamble(self, i: int, line: Line) -> None:
        pieces = _INLINE_OPENING.split(line.text) if self._flat else [line.text]
        for text in pieces:
            self._take_preambular(i, replace(line, text=text))

    def _take_preambular(self, i: int, line: Line) -> None:
        operative = self._first_operative(i, line)
        if operative:
            self._set_heading_apart()
            self._begin(operative, line)
            self._take = self._take_operative
        elif self._begins_preambular(line):
            self._begin(labels.preambular(line.text, self._current.label if self._current else None), line)
        else:
            self._append(line)

    def _first_operative(self, i: int, line: Line) -> Labelled | None:
        """Paragraph 1, or the only paragraph of a resolution that numbers none."""
        found = labels.numbered(line.text, None)
        if found and not found.skipped and self._believable(i, found):
            return found
        if not self._numbered and begins_operative(line.text) and labels.ends_with_stop(self._tail):
            self._warn(line.place, _("This paragraph has no number; it is kept as paragraph 1."))
            return Labelled(ParagraphLabel(1), line.text)
        return None

    def _begins_preambular(self, line: Line) -> bool:
        if not self._current or labels.is_preambular(line.text):
            return True
        parted = line.blank_before or line.indented
        opens = begins_preambular(line.text)
        if labels.ends_with_stop(self._tail):
            return opens or (parted and line.text[:1].isupper())
        if parted and opens:
            self._warn(line.place, _no_stop())
        return parted and opens

    def _take_operative(self, i: int, line: Line) -> None:
        kind = self._ends_text(line)
        if kind:
            self._end(kind, line)
            return
        found = self._next_label(i, line)
        if not found:
            if labels.looks_labelled(line.text) and self._tail.endswith((";", ":")):
                self._warn(
                    line.place,
                    _("This line begins like a paragraph, but not the next one; it is kept as text."),
                )
            self._append(line)
            return
        if not found.label.letter:
            self._set_heading_apart()
        if not labels.may_end(self._tail):
            self._warn(line.place, _no_stop())
        if found.skipped:
            self._warn(
                line.place,
                _("Paragraph {label} does not follow the one before it.").format(label=found.label),
            )
        self._begin(found, line)

    def _next_label(self, i: int, line: Line) -> Labelled | None:
        """The label of the paragraph that begins here, if the one before may have ended."""
        if not self._current:
            return None
        last = self._current.label
        following = (self._lines[n].text for n in range(i + 1, len(self._lines)))
        found = labels.bracketed(line.text, last, following)
        if found:
            goes_on = found.rest[:1].isupper() and not found.begins_series
            return found if goes_on or labels.may_end(self._tail) else None
        found = labels.numbered(line.text, last)
        return found if found and self._believable(i, found) else None

    def _believable(self, i: int, found: Labelled) -> bool:
        """Whether a number begins a paragraph: after a stop or before a verb; after a gap only if both are there."""
        following = self._lines[i + 1].text if i + 1 < len(self._lines) else ""
        is_verb = begins_operative(found.rest or following)
        if found.skipped:
            return is_verb and self._tail.endswith((";", "."))
        return labels.may_end(self._tail) or is_verb

    def _ends_text(self, line: Line) -> ApartKind | None:
        """What begins after the last paragraph with this line, if anything does."""
        if _ANNEX.match(line.text):
            return ApartKind.ANNEX
        if ORGAN.match(line.text):
            return ApartKind.FURTHER
        if not self._tail.endswith((".", ".”", '."')):
            return None
        if _CLOSING.match(line.text):
            return ApartKind.CLOSING
        restarts = self.paragraphs[-1].label.number > 1 and labels.restarts(line.text)
        return ApartKind.FURTHER if restarts else None

    def _end(self, kind: ApartKind, line: Line) -> None:
        messages = {
            ApartKind.ANNEX: _("An annex begins here; it is kept apart and has no paragraphs to link."),
            ApartKind.FURTHER: _(
                "A further numbered text begins here; it is kept apart. Import it from a file of its own."
            ),
        }
        if kind in messages:
            self._warn(line.place, messages[kind])
        self._set_heading_apart()
        self.apart.append(RawApart(kind, line.place, [Piece(line.place, line.text)]))
        self._take = self._take_apart

    def _take_apart(self, _i: int, line: Line) -> None:
        if _ANNEX.match(line.text) and self.apart[-1].kind is ApartKind.CLOSING:
            self._end(ApartKind.ANNEX, line)
        else:
            self.apart[-1].pieces.append(Piece(line.place, line.text))

    def _set_heading_apart(self) -> None:
        """Keep a section's heading out of the paragraph before it: short, after the stop that ended the paragraph."""
        if not self._current:
            return
        pieces = self._current.pieces
        ended = [
            n
            for n, piece in enumerate(pieces)
            if piece.text.endswith((";", ".")) and not _SECTION.match(piece.text)
        ]
        begin = ended[-1] + 1 if ended else len(pieces)
        while begin < len(pieces) and _is_mark(pieces[begin]):
            begin += 1
        heading = pieces[begin:]
        length = sum(len(piece.text) for piece in heading)
        if not heading or length > _LONGEST_HEADING or not heading[0].text[:1].isupper():
            return
        if labels.may_end(heading[-1].text) and not _SECTION.match(heading[-1].text):
            return
        del pieces[begin:]
        self.apart.append(RawApart(ApartKind.HEADING, heading[0].place, heading))
        self._warn(heading[0].place, _("A heading stands between the paragraphs; it is kept apart."))

    def _resumes(self, i: int, note_is_whole: bool) -> bool:
        """Whether the text goes on with a line that stands below footnotes.

        It does with a new paragraph, with what follows the text, and with the rest of a sentence that the page broke.
        """
        line = self._lines[i]
        if self._take == self._take_preamble:
            begins = labels.restarts(line.text) or (
                labels.ends_with_stop(self._tail) and begins_preambular(line.text)
            )
        elif self._take == self._take_operative:
            begins = self._next_label(i, line) is not None or self._ends_text(line) is not None
        else:
            return self._take == self._take_apart and _ANNEX.match(line.text) is not None
        return begins or (note_is_whole and not labels.may_end(self._tail))


def _is_mark(piece: Piece) -> bool:
    return piece.text.startswith(OPEN) and piece.text.endswith(CLOSE) and piece.text.count(OPEN) == 1


def _no_stop() -> str:
    return _("The paragraph before this one does not end with a comma, semicolon or colon.")
