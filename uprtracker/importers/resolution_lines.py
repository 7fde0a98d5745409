"""The lines of a resolution as a PDF's extraction gives them: decoded, cleaned and without page furniture.

What the lines mean (titles, paragraphs, footnotes) is not decided here.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from uprtracker.importers.printed_text import one_line
from uprtracker.vocabulary.text import fold

_NAME = r"(?:[A-Z][\w’'-]*|and|of|on|for|the|to|in)"
_BODY = r"(?:Assembly|Council|Commission|Committee|Conference|Congress|Board|Forum|Parties|Summit)"
# The line that opens every resolution; what follows on the same line belongs to the preamble.
ORGAN = re.compile(rf"^(?P<organ>The (?=[^,]*\b{_BODY}\b){_NAME}(?: {_NAME}){{0,14}}),(?: (?P<rest>\S.*))?$")

MARKER = re.compile(r"^(?:\d{1,3}|\*{1,3})$")
_RULE = re.compile(r"^[_\u2014\u2015\u2500-]{5,}$")
_RULE_WITH_TEXT = re.compile(r"^(_{5,}) ?([^_].*)$")

_SYMBOL = r"[A-Z]{1,5}(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+(?: ?\(\d{4}\))?\*{0,3}"
_PAGE_OF = r"(?:[Pp]age )?\d{1,3} ?/ ?\d{1,3}"
_JOB = r"(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: ?\([A-Z]{1,2}\))?(?: \d{6})?"
_SURE = rf"{_JOB}|\*\d{{6,8}}\*|Please recycle\W*|[Pp]age \d{{1,3}}(?: of \d{{1,3}})?|[-\u2013\u2014] ?\d{{1,3}} ?[-\u2013\u2014]"
_BESIDE = rf"{_SYMBOL}|{_PAGE_OF}|\d{{1,3}}"
_FURNITURE = re.compile(rf"^(?:(?:{_BESIDE}) )?(?:{_SURE})(?: (?:{_SURE}|{_BESIDE}))*$")
_SYMBOL_LINE = re.compile(
    rf"^(?:(?:{_PAGE_OF}|\d{{1,3}}) )?(?P<symbol>(?=\S*\d){_SYMBOL})(?: (?:{_PAGE_OF}|\d{{1,3}}))?$"
)
_SYMBOL_AND_MORE = re.compile(rf"^(?=\S*\d){_SYMBOL} (?P<more>.+)$")
_PAGE_LINE = re.compile(r"^(?:[Pp]age )?(\d{1,3}) ?/ ?(\d{1,3})$")
_HIGHEST_PAGE = 99
_SHORTEST_RUNNING_HEAD = 15

# A number or letter that may begin a paragraph in the middle of a line: whether it does, the sequence says later.
_INLINE_LABEL = re.compile(r"(?<=[;:,.]) (?=\d{1,3}(?: (?:bis|ter|quater))?\. [A-Z]|\([a-z]{1,4}\) )")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"[{_SUPERSCRIPTS}]{{1,3}}")
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
# Private-use signs around a number that stands apart from the text: most likely a footnote's.
OPEN, CLOSE = "\ue000", "\ue001"
SOFT_HYPHEN = "\u00ad"
_SAME = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", OPEN: None, CLOSE: None})


@dataclass(frozen=True)
class Line:
    """One line that says something. `place` is its number in the file, from 1; runs of spaces count as one.

    `blank_before` is set only where blank lines part paragraphs, not where one follows every line. `indented`: deeper
    than most lines. `page_top`: the first one of a page, as far as the extraction shows it.
    """

    place: int
    text: str
    blank_before: bool = False
    page_top: bool = False
    indented: bool = False

    @property
    def is_marker(self) -> bool:
        return MARKER.match(self.text) is not None

    @property
    def is_rule(self) -> bool:
        """A line drawn above the footnotes of a page."""
        return _RULE.match(self.text) is not None


@dataclass(frozen=True)
class Page:
    """What `read_lines` gives: the lines that count, and the document's symbol where its furniture bears one."""

    lines: tuple[Line, ...]
    symbol: str


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_lines(text: str) -> Page:
    """The lines of a text without blank ones and furniture: symbols, page and job numbers, running heads."""
    lines = list(_physical_lines(text))
    furniture = _furniture(lines)
    symbols = [found["symbol"] for i in sorted(furniture) if (found := _SYMBOL_LINE.match(lines[i].text))]
    kept: list[Line] = []
    cut = False
    for i, line in enumerate(lines):
        if i in furniture:
            cut = True
            continue
        kept.append(replace(line, page_top=line.page_top or cut))
        cut = False
    return Page(tuple(_spaced(kept)), symbols[0] if symbols else "")


def _physical_lines(text: str) -> Iterator[Line]:
    """Lines that are not blank; `indented` is not known yet and holds for every line that begins with a space."""
    blank = page_top = False
    for place, physical in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        for i, printed in enumerate(physical.split("\f")):
            page_top = page_top or i > 0
            cleaned = _cleaned(printed)
            if not cleaned:
                blank = True
                continue
            rule = _RULE_WITH_TEXT.match(cleaned)
            for piece in rule.groups() if rule else (cleaned,):
                yield Line(place, piece, blank, page_top, printed[:1].isspace())
                blank = page_top = False


def _cleaned(printed: str) -> str:
    """One line with single spaces; figures raised in the middle are marked, ligatures dissolved."""
    line = one_line(printed.translate(_SAME))
    leading = _SUPERSCRIPT.match(line)
    if leading:
        line = f"{leading[0].translate(_DIGITS)} {line[leading.end() :].lstrip()}".rstrip()
    line = _SUPERSCRIPT.sub(lambda m: OPEN + m[0].translate(_DIGITS) + CLOSE, line)
    return line + SOFT_HYPHEN if printed.rstrip().endswith(SOFT_HYPHEN) else line


def _furniture(lines: list[Line]) -> set[int]:
    """The positions of lines that belong to the page and not to the text."""
    found = {i for i, line in enumerate(lines) if _FURNITURE.match(line.text)}
    page_lines = _page_lines(lines)
    found |= page_lines
    organ = next((i for i, line in enumerate(lines) if ORGAN.match(line.text)), None)
    if organ is None:
        return found
    found |= _symbol_lines(lines, organ, found)
    front = fold(" ".join(line.text for line in lines[:organ]))
    found |= {i for i in range(organ + 1, len(lines)) if _is_running_head(lines[i].text, front)}
    for order in (range(organ + 1, len(lines)), range(len(lines) - 1, organ, -1)):
        for i in order:
            # the rest of a running head, and a bare page number, are known by their neighbour only
            is_page = not page_lines and _is_lone_number(lines, i)
            if _beside(i, found, lines) and (is_page or _repeats(lines[i].text, front)):
                found.add(i)
    return found


def _beside(i: int, found: set[int], lines: list[Line]) -> bool:
    return i - 1 in found or i + 1 in found or lines[i].page_top


def _is_lone_number(lines: list[Line], i: int) -> bool:
    """Several numbers below each other are those of footnotes, not of pages."""
    beside = lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]
    return lines[i].is_marker and not any(line.is_marker for line in beside)


def _is_running_head(text: str, front: str) -> bool:
    """Whether a line is a symbol with the title, or its beginning, after it."""
    found = _SYMBOL_AND_MORE.match(text)
    return found is not None and _repeats(found["more"], front)


def _repeats(text: str, front: str) -> bool:
    return len(text) >= _SHORTEST_RUNNING_HEAD and fold(text) in front


def _page_lines(lines: list[Line]) -> set[int]:
    """Lines such as `2/6`: with one last page throughout, so that a wrapped resolution number stays text."""
    read = {i: (int(m[1]), int(m[2])) for i, line in enumerate(lines) if (m := _PAGE_LINE.match(line.text))}
    possible = {i: last for i, (page, last) in read.items() if 1 <= page <= last <= _HIGHEST_PAGE}
    if not possible:
        return set()
    usual, _count = Counter(possible.values()).most_common(1)[0]
    return {i for i, last in possible.items() if last == usual}


def _symbol_lines(lines: list[Line], organ: int, found: set[int]) -> set[int]:
    """Lines that hold nothing but a symbol: the document's own, which stands above the text or more than once."""
    read = {i: m["symbol"] for i, line in enumerate(lines) if (m := _SYMBOL_LINE.match(line.text))}
    times = Counter(read.values())
    own = {symbol for i, symbol in read.items() if i < organ or times[symbol] > 1}
    return {i for i, symbol in read.items() if symbol in own or _beside(i, found, lines)}


def _spaced(lines: list[Line]) -> Iterator[Line]:
    """Read from the spacing of the whole text what blank lines and indents of single ones mean."""
    pairs = [(a, b) for a, b in pairwise(lines) if _is_text(a) and _is_text(b)]
    double_spaced = sum(b.blank_before for _a, b in pairs) > 0.7 * len(pairs)
    texts = [line for line in lines if _is_text(line)]
    indents_tell = sum(line.indented for line in texts) < 0.5 * len(texts)
    previous = None
    for line in lines:
        # where a blank line follows every line, one that follows directly begins a page
        follows = previous is not None and not line.blank_before and _is_text(previous) and _is_text(line)
        top = line.page_top or (double_spaced and follows)
        yield from _split(
            replace(
                line,
                page_top=top,
                blank_before=line.blank_before and not double_spaced and not top,
                # what follows a number on a line of its own is moved in without being a new paragraph
                indented=line.indented and indents_tell and not top and _is_text(previous or line),
            )
        )
        previous = line


def _is_text(line: Line) -> bool:
    return not line.is_marker and not line.is_rule


def _split(line: Line) -> Iterator[Line]:
    """Part a line where a label may begin; the pieces of a line that hold none are joined again by the reader."""
    for i, piece in enumerate(_INLINE_LABEL.split(line.text)):
        yield (
            line
            if i == 0 and piece == line.text
            else replace(
                line,
                text=piece,
                blank_before=line.blank_before and i == 0,
                page_top=line.page_top and i == 0,
                indented=line.indented and i == 0,
            )
        )
