"""Joined letters for scripts that need them: HarfBuzz chooses the glyphs, reportlab embeds them.

A glyph is asked for under a private character that stands for it and for the letters it shows; `read_as` gives these back
for the table in which the file says how its glyphs are read.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

_FIRST_PRIVATE = 0xF0000

_private: dict[tuple[str, int, str], int] = {}
_letters: list[str] = []


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph under the character by which its face is asked for it; measures in thousandths of the size."""

    character: str
    advance: float
    dx: float
    dy: float


def shape(face: TTFont, text: str, from_right: bool) -> tuple[Glyph, ...]:
    """The glyphs of a run of one face and one direction, in their order from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    font = face.hbFont()
    uharfbuzz.shape(font, buffer)
    em = 1000 / font.face.upem
    read = _letters_of(buffer.glyph_infos, text)
    if from_right:
        # readers' programs take glyphs in their order on the page and turn what runs from the right as a whole
        read = [letters[::-1] for letters in read]
    return tuple(
        Glyph(
            _character(face, info.codepoint, letters), at.x_advance * em, at.x_offset * em, at.y_offset * em
        )
        for info, letters, at in zip(buffer.glyph_infos, read, buffer.glyph_positions, strict=True)
    )


def _letters_of(glyphs: list[uharfbuzz.GlyphInfo], text: str) -> list[str]:
    """The letters that each glyph shows. Of several glyphs for some letters the last, which is the base under its marks,
    shows the first letter, and the one before it the marks."""
    starts = [*sorted({glyph.cluster for glyph in glyphs}), len(text)]
    ends = dict(pairwise(starts))
    read: list[str] = []
    for start, group in groupby(glyph.cluster for glyph in glyphs):
        letters, number = text[start : ends[start]], len(list(group))
        if number == 1:
            read.append(letters)
        else:
            read += [*[""] * (number - 2), letters[1:], letters[:1]]
    return read


def joined_width(face: TTFont, text: str) -> float:
    """Width of a run of joined letters at one point."""
    return sum(glyph.advance for glyph in shape(face, text, True)) / 1000


def _character(face: TTFont, glyph: int, letters: str) -> str:
    """The character under which a face is asked for a glyph: its letter itself, or a private one for glyph and letters."""
    if len(letters) == 1 and face.face.charToGlyph.get(ord(letters)) == glyph:
        return letters
    key = face.fontName, glyph, letters
    private = _private.get(key)
    if private is None:
        private = _private[key] = _FIRST_PRIVATE + len(_letters)
        _letters.append(letters)
        face.face.charToGlyph[private] = glyph
        face.face.charWidths[private] = face.pdfScale(_advance(face, glyph))
    return chr(private)


def read_as(table: str) -> str:
    """reportlab's table of how the glyphs of a font are read, with letters instead of private characters."""
    return _PRIVATE.sub(lambda found: f" <{_read(int(found.group(1), 16))}>", table)


def _read(code: int) -> str:
    letters = _letters[code - _FIRST_PRIVATE] or "\u200d"
    return letters.encode("utf-16-be").hex().upper()


_PRIVATE = re.compile(" <(F[0-9A-F]{4})>")


def _advance(face: TTFont, glyph: int) -> float:
    return float(face.hbFont().get_glyph_h_advance(glyph))
