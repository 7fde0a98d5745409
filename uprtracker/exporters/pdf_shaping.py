"""Joined letters for scripts that need them: HarfBuzz chooses the glyphs, reportlab embeds them."""

from dataclasses import dataclass

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

_FIRST_PRIVATE = 0xE000


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
    return tuple(
        Glyph(_character(face, info.codepoint), at.x_advance * em, at.x_offset * em, at.y_offset * em)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def joined_width(face: TTFont, text: str) -> float:
    """Width of a run of joined letters at one point."""
    return sum(glyph.advance for glyph in shape(face, text, True)) / 1000


def _character(face: TTFont, glyph: int) -> str:
    """The character of a glyph. A form that no character stands for gets a private one that depends on the glyph alone,
    so that the same text always makes the same file."""
    known = face.face.glyphToChar.get(glyph)
    if known:
        return chr(known[0])
    private = _FIRST_PRIVATE + glyph
    if private not in face.face.charToGlyph:
        face.face.charToGlyph[private] = glyph
        face.face.charWidths[private] = face.pdfScale(_advance(face, glyph))
    return chr(private)


def _advance(face: TTFont, glyph: int) -> float:
    return float(face.hbFont().get_glyph_h_advance(glyph))
