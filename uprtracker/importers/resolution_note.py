"""Footnotes at the foot of a page: found by the line drawn above them, or by the words that citations begin with.

Where their numbers stand in the text is looked for in `resolution_mark`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, dropwhile, islice

from uprtracker.importers.resolution_lines import Line
from uprtracker.importers.resolution_text import Piece

_NOTE = re.compile(r"^(?P<marker>\d{1,3}|\*{1,3}) ?(?P<text>[A-Z“\"(\[‘].*)$")
_CITATION = re.compile(
    r"^(?:Resolutions?|Decisions?|General Assembly (?:resolution|decision)|(?:Human Rights )?Council (?:resolution|decision)"
    r"|Economic and Social Council (?:resolution|decision)|See|Ibid|United Nations, (?:Treaty|Official)|Official Records"
    r"|Report of|Available (?:at|from)|Adopted|[A-Z]{1,5}(?:/[A-Z]+)*/[\w.]*\d)\b"
)
_LONGEST_CITATION = 4
_MOST_LOST = 5
_MOST_ON_A_PAGE = 60


@dataclass
class RawNote:
    """A footnote as printed; `page` counts the groups of footnotes from 1; of a lost one only the number is known."""

    marker: str
    place: int
    page: int
    pieces: list[Piece] = field(default_factory=list)
    lost: bool = False

    @property
    def is_whole(self) -> bool:
        return bool(self.pieces) and _ends(self.pieces[-1])

    @property
    def texts(self) -> list[list[Piece]]:
        """The lines in groups that each come to a stop."""
        groups: list[list[Piece]] = [[]]
        for piece in self.pieces:
            groups[-1].append(piece)
            if _ends(piece):
                groups.append([])
        return [group for group in groups if group]


def _ends(piece: Piece) -> bool:
    return piece.text.endswith((".", ".”", '."', ">"))


class NoteReader:
    """Takes the lines that are footnotes, in order; `notes` grows with them."""

    def __init__(self, lines: Sequence[Line]):
        self._lines = lines
        self._ruled = any(line.is_rule for line in lines)
        self._page = 0
        self._open = False
        self.notes: list[RawNote] = []

    def takes(self, i: int, text_resumes: Callable[[bool], bool]) -> bool:
        """Whether line `i` is part of a footnote.

        `text_resumes` says whether the text above may go on with that line; it is told whether the last footnote has
        come to a stop.
        """
        line = self._lines[i]
        if line.is_rule:
            self._page += 1
            self._open = True
            return True
        if self._open and self._continues(line, text_resumes):
            return True
        self._open = not self._ruled and self._begins_without_rule(i)
        if self._open:
            self._page += 1
            self._begin(line)
        return self._open

    @property
    def _of_page(self) -> list[RawNote]:
        return [note for note in self.notes if note.page == self._page]

    def _continues(self, line: Line, text_resumes: Callable[[bool], bool]) -> bool:
        begun = self._of_page
        if line.page_top and any(note.pieces for note in begun):
            return False
        if self._begin(line):
            return True
        if not begun:
            return False
        empty = [note for note in begun if not note.pieces and not note.lost]
        if not empty and self._ends_before(line, begun[-1].is_whole, text_resumes):
            return False
        # numbers may be printed in one column and their texts after them: the first without text is meant
        filled = [note for note in begun if note.pieces]
        current = empty[0] if empty and (not filled or filled[-1].is_whole) else filled[-1]
        current.pieces.append(Piece(line.place, line.text))
        return True

    def _ends_before(self, line: Line, is_whole: bool, text_resumes: Callable[[bool], bool]) -> bool:
        if _CITATION.match(line.text):
            return False
        return text_resumes(is_whole) or (is_whole and (line.text[:1].islower() or line.blank_before))

    def _begin(self, line: Line) -> bool:
        """Start a note if the line bears the next marker."""
        found = _NOTE.match(line.text)
        marker = line.text if line.is_marker else found["marker"] if found else ""
        if line.is_marker and any(note.marker == marker for note in self._of_page):
            return True
        if not marker or not self._is_next(marker, found):
            return False
        self._skip_to(marker, line)
        self.notes.append(RawNote(marker, line.place, self._page))
        if found:
            self.notes[-1].pieces.append(Piece(line.place, found["text"]))
        return True

    def _is_next(self, marker: str, found: re.Match[str] | None) -> bool:
        if not marker.isdecimal():
            return all(note.marker != marker for note in self.notes)
        step = int(marker) - self._last_number()
        first_of_page = not any(note.marker.isdecimal() for note in self._of_page)
        whole = bool(self._of_page) and self._of_page[-1].is_whole
        cites = whole and (found is None or _CITATION.match(found["text"]) is not None)
        return step == 1 or (step > 0 and first_of_page) or (cites and 0 < step <= _MOST_LOST)

    def _skip_to(self, marker: str, line: Line) -> None:
        """Keep the footnotes whose number the extraction lost or moved, so that their marks leave the sentences.

        If the footnote before has one text more for each of them, those texts are theirs.
        """
        last = self._last_number()
        lost = range(last + 1, int(marker)) if marker.isdecimal() and last else range(0)
        if not 0 < len(lost) < _MOST_LOST:
            return
        texts = self.notes[-1].texts
        shared = len(texts) == 1 + len(lost)
        if shared:
            self.notes[-1].pieces = texts[0]
        for number, pieces in zip(lost, texts[1:] if shared else [[]] * len(lost), strict=True):
            self.notes.append(RawNote(str(number), line.place, self._page, list(pieces), lost=not shared))

    def _last_number(self) -> int:
        return max((int(note.marker) for note in self.notes if note.marker.isdecimal()), default=0)

    def _begins_without_rule(self, i: int) -> bool:
        """Whether a citation with the next number stands here: the rule above it is often drawn, not printed."""
        line = self._lines[i]
        found = _NOTE.match(line.text)
        marker = line.text if line.is_marker else found["marker"] if found else ""
        if not marker.isdecimal():
            return False
        following = (line.text for line in self._lines[i + 1 : i + _MOST_ON_A_PAGE])
        # several numbers may stand in one column above their texts
        texts = dropwhile(str.isdecimal, chain([found["text"]] if found else [], following))
        words = list(islice(texts, _LONGEST_CITATION))
        cites = (
            bool(words)
            and _CITATION.match(words[0]) is not None
            and any(word.endswith(".") for word in words)
        )
        return cites and self._is_awaited(marker, i)

    def _is_awaited(self, marker: str, i: int) -> bool:
        """Whether the number follows the last footnote's, or is the first of all and stands in the text above."""
        last = self._last_number()
        if last or marker == "1":
            return int(marker) == last + 1
        cited = re.compile(rf"(?:^|[a-z,;:.)”\"]){marker}(?![\w/]|[.,]\d)")
        return any(cited.search(line.text) for line in self._lines[:i])
