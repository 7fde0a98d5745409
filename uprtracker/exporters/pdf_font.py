"""The embedded fonts of a PDF: which faces a text needs, how wide its words are, how its lines are written into the file."""

import re
from functools import cache
from pathlib import Path

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from uprtracker.exporters import bidi
from uprtracker.exporters.pdf_shaping import Glyph, joined_width, shape
from uprtracker.exporters.pdf_style import REGULAR, SEMIBOLD, TextStyle
from uprtracker.vocabulary.font import font_file, script_runs

_WORD_OR_SPACES = re.compile(" +|[^ ]+")

Piece = tuple[str, str]


@cache
def typeface(family: str, weight: str) -> TTFont:
    """The face of a family and weight; loaded when the first text needs it."""
    return _face(font_file(family, weight))


@cache
def _face(file: Path) -> TTFont:
    face = TTFont(file.stem, str(file), asciiReadable=True)
    pdfmetrics.registerFont(face)
    return face


def base_face(weight: str = REGULAR) -> TTFont:
    """The face of ordinary text. A canvas that starts with it embeds no font of another maker."""
    return typeface(script_runs("a")[0][0], weight)


class WordWidths(dict[str, float]):
    """Widths of words at a size of one point; every word of a document is measured once."""

    def __init__(self, weight: str) -> None:
        super().__init__()
        self._weight = weight

    def __missing__(self, word: str) -> float:
        width = self[word] = self.measure(word)
        return width

    def measure(self, text: str) -> float:
        """Like looking it up, for what is not worth remembering."""
        if text.isascii():
            return base_face(self._weight).stringWidth(text, 1.0)
        joined = bidi.has_right_to_left(text)
        total = 0.0
        for family, run in script_runs(text):
            face = typeface(family, self._weight)
            total += joined_width(face, run) if joined else face.stringWidth(run, 1.0)
        return total


class _Codes(dict[int, str]):
    """How the characters of ordinary text are written in a string of one font, for `str.translate`; others stand for
    themselves."""

    def __init__(self, face: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._face, self._document = face, document

    def __missing__(self, point: int) -> str:
        written = self[point] = self._written(chr(point))
        return written

    def _written(self, character: str) -> str:
        runs = script_runs("a" + character)
        is_of_face = len(runs) == 1 and script_runs(character)[0][0] == runs[0][0]
        if not is_of_face or ord(character) not in self._face.face.charToGlyph:
            return character
        ((subset, codes),) = self._face.splitString(character, self._document)
        return character if subset else escapePDF(codes)


class Encoder:
    """Writes texts as the strings of one PDF document."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._ascii: dict[str, str] = {}
        self._ordinary = {weight: _Codes(base_face(weight), document) for weight in (REGULAR, SEMIBOLD)}
        self._words: dict[tuple[str, str], list[Piece]] = {}
        self._joined_words: dict[tuple[str, bool, str, float], str] = {}

    def pieces(self, text: str, weight: str) -> list[Piece]:
        """A text whose characters all run from left to right, as (font name, escaped string) of one font each."""
        if ordinary := self.ordinary(text, weight):
            return [ordinary]
        first, *others = text.split(" ")
        found = list(self._word(first, weight))
        for word in others:
            name, codes = found[-1]
            found[-1] = (name, codes + " ")
            for piece in self._word(word, weight):
                if piece[0] == found[-1][0]:
                    found[-1] = (piece[0], found[-1][1] + piece[1])
                else:
                    found.append(piece)
        return found

    def ordinary(self, text: str, weight: str) -> Piece | None:
        """A text that is written in one font, as almost all are, with its line ends kept; None where it is not."""
        if text.isascii():
            # in reportlab's first subset of a face ASCII stands for itself
            written = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        else:
            written = text.translate(self._ordinary[weight])
        return (self._ascii_font(weight), written) if written.isascii() else None

    def _word(self, word: str, weight: str) -> list[Piece]:
        """A word in the faces in which it was measured."""
        if word.isascii():
            return [(self._ascii_font(weight), escapePDF(word.encode()))]
        known = self._words.get((word, weight))
        if known is None:
            known = self._words[word, weight] = [
                (name, escapePDF(codes))
                for family, run in script_runs(word)
                for name, codes in self._codes(typeface(family, weight), run)
            ]
        return known

    def mixed(self, text: str, levels: bytes, style: TextStyle) -> str:
        """Operators that show a line with Arabic."""
        shown = []
        for start, end, from_right in bidi.visual_runs(levels):
            # letters join within words only, so that every word is shaped once
            words = _WORD_OR_SPACES.findall(text[start:end])
            for word in reversed(words) if from_right else words:
                shown.append(self._joined(word, from_right, style.weight, style.size))
        return " ".join(shown)

    def _joined(self, word: str, from_right: bool, weight: str, size: float) -> str:
        key = word, from_right, weight, size
        known = self._joined_words.get(key)
        if known is None:
            runs = script_runs(word)
            glyphs = [
                (typeface(family, weight), glyph)
                for family, run in (reversed(runs) if from_right else runs)
                for glyph in shape(typeface(family, weight), run, from_right)
            ]
            known = self._joined_words[key] = self._operators(glyphs, size)
        return known

    def _operators(self, glyphs: list[tuple[TTFont, Glyph]], size: float) -> str:
        """Glyphs one after the other, those of one font and height in one array."""
        shown: list[str] = []
        last: tuple[str, float] | None = None
        for face, glyph in glyphs:
            ((name, codes),) = self._codes(face, glyph.character)
            if (name, glyph.dy) != last:
                shown.append(self._array_end(last))
                rise = f" {glyph.dy * size / 1000:.2f} Ts" if glyph.dy else ""
                shown.append(f"{name} {size:g} Tf{rise} [")
                last = name, glyph.dy
            shown.append(_moved(face, glyph, escapePDF(codes)))
        shown.append(self._array_end(last))
        return "".join(shown).replace(")(", "")

    @staticmethod
    def _array_end(last: tuple[str, float] | None) -> str:
        if last is None:
            return ""
        return "] TJ 0 Ts " if last[1] else "] TJ "

    def _codes(self, face: TTFont, text: str) -> list[tuple[str, bytes]]:
        return [
            (face.getSubsetInternalName(subset, self._document), codes)
            for subset, codes in face.splitString(text, self._document)
        ]

    def _ascii_font(self, weight: str) -> str:
        name = self._ascii.get(weight)
        if name is None:
            name = self._ascii[weight] = self._codes(base_face(weight), "a")[0][0]
        return name


def _moved(face: TTFont, glyph: Glyph, codes: str) -> str:
    """A glyph in an array, moved from its place and back, so that the next begins where this one's advance ends."""
    beyond = round(face.face.getCharWidth(ord(glyph.character)) + glyph.dx - glyph.advance)
    # the space keeps it apart from a number that follows the glyph before
    before = f" {-glyph.dx:.0f}" if round(glyph.dx) else ""
    return f"{before}({codes}){beyond or ''}"
