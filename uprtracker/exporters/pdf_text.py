"""Words into lines: where a text may break, and how wide each line is. No markup: every character stands for itself."""

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from uprtracker.exporters import bidi
from uprtracker.exporters.pdf_font import WordWidths
from uprtracker.exporters.pdf_style import REGULAR, SEMIBOLD, TextStyle
from uprtracker.vocabulary.font import missing_characters, printable

_SPACES = re.compile("[ \n\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-‐–—])(?=[^\W\d_]{2})|(?<=—)(?=\w)")
_LABEL = re.compile(r"(\d) (\(\w{1,2}\))")
"""`10 (a)`: a paragraph of a resolution, which stays in one piece."""
_IDEOGRAPH = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_OPENS = "(（「『【《〈〔“‘"
_CLOSES = ")，。、；：？！）」』】》〉〕”’…—·％"
_CHINESE = re.compile(
    f"[{_OPENS}]*(?:[{_IDEOGRAPH}]|[^{_IDEOGRAPH}{_OPENS}{_CLOSES}]+)[{_CLOSES}]*|[{_OPENS}]+[{_CLOSES}]*|[{_CLOSES}]+"
)
_Filled = tuple[str, float, bool]

_BETWEEN_NAMES = re.compile("[;؛；()]")
_PROSE = 40
_PROSE_WITHOUT_CASE = 60
"""Characters from which on a text can be prose and no name or label."""

_BREAKS_AFTER = "/\\._-@&=?:;,+)"


class Line(NamedTuple):
    """A line as it is read. `width` in points; `levels` are those of its characters where some run from right to left.

    `against` marks prose that runs the other way than the page, so that it is flush at the far side of its column;
    short words stay in line with the column's other cells. `spaced` says that a space follows when the lines are read on;
    a line that ends within a word has none.
    """

    text: str
    width: float
    levels: bytes | None = None
    against: bool = False
    spaced: bool = True


@lru_cache(maxsize=8192)
def _unbreakable(word: str) -> tuple[str, ...]:
    """The pieces between which a word may break: after hyphens, between Chinese characters but not before a closing mark."""
    if word.isalnum() and word.isascii():
        return (word,)
    if re.search(f"[{_IDEOGRAPH}、；：，]", word):
        return tuple(_CHINESE.findall(word))
    return tuple(_HYPHEN.split(word))


def visible(text: str) -> str:
    """The text as it is drawn: printable, and a character that no bundled font has as its code point, `[U+1F600]`."""
    # most texts need no cleaning, which costs more than all the rest of setting them
    kept = text.replace("\n", " ").replace("\u00a0", " ")
    clean = kept.isprintable() and "\u201f" not in text and unicodedata.is_normalized("NFC", text)
    drawn = text if clean else printable(text)
    if drawn.isascii():
        return drawn
    lost = {ord(c): f"[U+{ord(c):04X}]" for c in set(drawn) if not c.isascii() and _is_missing(c)}
    return drawn.translate(lost) if lost else drawn


@cache
def _is_missing(character: str) -> bool:
    return bool(missing_characters(character))


def words_of(paragraph: str) -> list[str]:
    """The words of a paragraph; the label of a paragraph of a resolution is one."""
    if "(" in paragraph:
        paragraph = _LABEL.sub("\\1\u00a0\\2", paragraph)
    return paragraph.split() if paragraph.isascii() else _SPACES.split(paragraph.strip())


def _is_prose(text: str) -> bool:
    """Whether a text is sentences and no name, list of names or label: more than a third of its words begin with a
    small letter. In a script without small letters its length tells."""
    if len(text) <= _PROSE:
        return False
    words = text.split()
    if 2 * sum(_has_case(word[0]) for word in words) < len(words):
        return len(text) > _PROSE_WITHOUT_CASE
    longest = max(_BETWEEN_NAMES.split(text), key=len).strip()
    first = [word[0] for word in longest.split() if _has_case(word[0])]
    return len(longest) > _PROSE and 3 * sum(map(str.islower, first)) > len(first)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


class Ruler:
    """Measures and breaks the texts of one document; every word is measured once in each weight.

    `from_right` says that its pages are read from right to left.
    """

    def __init__(self, from_right: bool = False) -> None:
        self._from_right = from_right
        self._widths = {weight: WordWidths(weight) for weight in (REGULAR, SEMIBOLD)}
        self._advances = {weight: _Advances(widths) for weight, widths in self._widths.items()}

    def width(self, text: str, style: TextStyle) -> float:
        """Width of a text set in one line, in points."""
        if line := self._one_line(text, style):
            return line.width
        return max((line.width for line in self.wrap(text, style, float("inf"))), default=0.0)

    def widest_word(self, text: str, style: TextStyle) -> float:
        """Width of the widest piece of a text that does not break, in points."""
        widths = self._widths[style.weight]
        pieces = (piece for word in _SPACES.split(visible(text)) for piece in _unbreakable(word))
        return max((widths[piece] for piece in pieces), default=0.0) * style.size

    def in_two_lines(self, text: str, style: TextStyle) -> float:
        """The least width in points at which a text takes no more than two lines."""
        words = words_of(visible(text))
        cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
        return min(
            (max(self.width(first, style), self.width(rest, style)) for first, rest in cuts), default=0.0
        )

    def wrap(self, text: str, style: TextStyle, width: float) -> list[Line]:
        """Lines no wider than `width` points; a text's own line breaks are kept, a word wider than the line is cut."""
        line = self._one_line(text, style)
        if line and line.width <= width:
            return [line]
        lines: list[Line] = []
        for paragraph in visible(text).split("\n") if text else ():
            words = words_of(paragraph)
            found = self._fill([*words], style.weight, width / style.size)
            if bidi.has_right_to_left(paragraph):
                lines += self._with_levels(" ".join(words), found, style.size, text)
            else:
                against = self._from_right and _is_prose(text)
                lines += [Line(line, used * style.size, None, against, ended) for line, used, ended in found]
        return lines

    def _one_line(self, text: str, style: TextStyle) -> Line | None:
        """A name or label of ordinary words, as most are, in one line; None for other texts."""
        if not 0 < len(text) <= _PROSE or not text.isascii() or not text.isprintable() or "(" in text:
            return None
        words = text.split()
        advances = sum(map(self._advances[style.weight].__getitem__, words))
        width = max(advances - self._widths[style.weight][" "], 0.0) * style.size
        return Line(" ".join(words), width)

    def plain(self, text: str, style: TextStyle, width: float) -> str | None:
        """The lines of a text as one text with line ends, where that is all there is to know of them: they begin at the left
        and run from there, and each ends with a word. None for other texts."""
        if self._from_right or bidi.has_right_to_left(text):
            return None
        whole = self._one_line(text, style)
        if whole and whole.width <= width:
            return whole.text
        lines: list[str] = []
        for paragraph in visible(text).split("\n"):
            for line, _used, ended in self._fill(words_of(paragraph), style.weight, width / style.size):
                if not ended:
                    return None
                lines.append(line)
        return "\n".join(lines)

    def _fill(self, words: list[str], weight: str, limit: float) -> list[_Filled]:
        """Lines with their widths at one point, and whether a word ends there. The limit gives way by a hair, since widths
        are sums of fractions."""
        limit += 1e-6
        widths = self._widths[weight]
        space = widths[" "]
        ends = list(accumulate(map(self._advances[weight].__getitem__, words)))
        lines: list[_Filled] = []
        begin, placed, before = 0, 0, space
        while True:
            # each word with the space in front of it, the first of which is at the end of the line above
            end = bisect_right(ends, before + limit, placed)
            used = ends[end - 1] - before if end > begin else 0.0
            if end == len(words):
                return [*lines, (" ".join(words[begin:]), used, True)]
            word = words[end]
            if end > begin and widths[word] <= limit and len(_unbreakable(word)) == 1:
                lines.append((" ".join(words[begin:end]), used, True))
                begin, placed, before = end, end, ends[end - 1] + space
                continue
            room = limit - used - space if end > begin else 0.0
            first, *middle, last = self._broken(word, widths, room, limit)
            line = words[begin:end]
            if first:
                used += widths[first] + (space if line else 0.0)
                line.append(first)
            if line:
                lines.append((" ".join(line), used, not first))
            lines += [(piece, widths[piece], False) for piece in middle]
            words[end] = last
            begin, placed, before = end, end + 1, ends[end] - widths[last]

    @staticmethod
    def _broken(word: str, widths: WordWidths, room: float, limit: float) -> list[str]:
        """A word in two pieces or more: the first fits into `room` and may be empty, the others fit into `limit`."""
        pieces = _gathered(word, widths, room, limit, exact=False)
        too_wide = widths[pieces[0]] > room or any(widths[piece] > limit for piece in pieces[1:])
        # the fonts of digits and marks depend on their neighbours, so that a sum of widths can be wrong
        return _gathered(word, widths, room, limit, exact=True) if too_wide else pieces

    def _with_levels(self, paragraph: str, found: list[_Filled], size: float, text: str) -> list[Line]:
        """Directions follow from the whole paragraph of `text`, so they are found before it is cut into lines."""
        base, levels = bidi.levels(paragraph, self._from_right)
        against = (base == 1) != self._from_right and _is_prose(text)
        lines = []
        start = 0
        for text, used, ended in found:
            start = paragraph.index(text, start)
            end = start + len(text)
            line = bidi.line_levels(paragraph[start:end], levels[start:end], base)
            lines.append(Line(text, used * size, line, against, ended))
            start = end
        return lines


class _Advances(dict[str, float]):
    """Widths of words, each with a space, at a size of one point."""

    def __init__(self, widths: WordWidths) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, word: str) -> float:
        advance = self[word] = self._widths[word] + self._widths[" "]
        return advance


def _gathered(word: str, widths: WordWidths, room: float, limit: float, exact: bool) -> list[str]:
    """As much of a word as fits into each piece; `exact` measures every piece as a whole, which is slow."""
    pieces = [""]
    left, used = room, 0.0
    for atom in _unbreakable(word):
        wide = widths.measure(pieces[-1] + atom) if exact else used + widths[atom]
        if wide <= left:
            pieces[-1] += atom
            used = wide
            continue
        pieces += [atom] if widths[atom] <= limit else _cut(atom, widths, limit)
        left, used = limit, widths[pieces[-1]]
    return pieces if len(pieces) > 1 else ["", *pieces]


def _cut(word: str, widths: WordWidths, limit: float) -> list[str]:
    """A word wider than a line, cut where it fits, after a mark such as a slash where one is near."""
    pieces = []
    start = 0
    for at, character in enumerate(word):
        if at == start or unicodedata.combining(character) or widths.measure(word[start : at + 1]) <= limit:
            continue
        nearest = start + 1 + (at - start) // 2
        end = next((i for i in range(at, nearest, -1) if word[i - 1] in _BREAKS_AFTER), at)
        pieces.append(word[start:end])
        start = end
    return [*pieces, word[start:]]
