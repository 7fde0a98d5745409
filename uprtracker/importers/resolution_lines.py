"""The lines of a resolution as a PDF's extraction gives them: decoded, cleaned and without page furniture.

What the lines mean (titles, paragraphs, footnotes) is not decided here.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass, replace

from uprtracker.vocabulary.text import fold

# The line that opens every resolution; what follows on the same line is the first preambular paragraph.
ORGAN = re.compile(
    r"^(?P<organ>The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council"
    r"|(?:[A-Z][\w’'-]*(?: (?:and|of|on|for|the|to|in))* ?){1,12}?"
    r"(?<=\b)(?:Assembly|Council|Commission|Committee|Conference|Congress|Board|Forum|Parties)))\s?,(?:\s+(?P<rest>\S.*))?$"
)
MARKER = re.compile(r"^(?:\d{1,3}|\*{1,3})$")
RULE = re.compile(r"^[_\u2014\u2015\u2500-]{5,}$")

_SYMBOL = r"[A-Z]{1,5}(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+(?: ?\(\d{4}\))?\*{0,3}"
_PAGE_OF = r"(?:[Pp]age )?\d{1,3} ?/ ?\d{1,3}"
_JOB = r"(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: ?\([A-Z]{1,2}\))?(?: \d{6})?"
_SURE = re.compile(
    rf"^(?:(?:{_SYMBOL}|{_PAGE_OF}|\d{{1,3}}) )?(?:{_JOB}|\*\d{{6,8}}\*|Please recycle\W*|[Pp]age \d{{1,3}}(?: of \d{{1,3}})?"
    rf"|[-\u2013\u2014] ?\d{{1,3}} ?[-\u2013\u2014])(?: (?:{_SYMBOL}|{_PAGE_OF}|\d{{1,3}}|\*\d{{6,8}}\*|Please recycle\W*))*$"
)
_SYMBOL_LINE = re.compile(
    rf"^(?=.*\d){_SYMBOL}(?: {_PAGE_OF}| \d{{1,3}})?$|^(?:{_PAGE_OF}|\d{{1,3}}) (?=.*\d){_SYMBOL}$"
)
_PAGE_LINE = re.compile(r"^(?:[Pp]age )?(\d{1,3}) ?/ ?(\d{1,3})$")
_HIGHEST_PAGE = 99
_SHORTEST_RUNNING_HEAD = 15
# A number or a letter that may begin a paragraph in the middle of a physical line: whether it does, its sequence says.
_INLINE_LABEL = re.compile(
    r"(?<=[;:,.]) (?=(?:and )?\d{1,3}(?: (?:bis|ter|quater))?\. [A-Z]|\([a-z]{1,4}\) )"
)
_RULE_WITH_TEXT = re.compile(r"^(_{5,}) ?(\S.*)$")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": None, "\ufeff": None}
)
# Private-use signs around a number that is printed apart from the text: most likely a footnote's.
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True)
class Line:
    """One line that says something. `place` is its number in the file, from 1; runs of spaces are kept as one.

    `blank_before` holds only where blank lines part paragraphs, not where every line is followed by one.
    """

    place: int
    text: str
    indent: int = 0
    blank_before: bool = False
    page_top: bool = False
    indented: bool = False

    @property
    def is_marker(self) -> bool:
        return MARKER.match(self.text) is not None

    @property
    def is_rule(self) -> bool:
        return RULE.match(self.text) is not None


def decode(data: bytes) -> str:
    """Text of a file: by its byte order mark, else UTF-8, else Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text without blank ones and furniture: symbols, page and job numbers, running heads."""
    lines = _physical_lines(text)
    furniture = _furniture(lines)
    kept: list[Line] = []
    for line, is_furniture in zip(lines, furniture, strict=True):
        if is_furniture:
            continue
        cut = kept and any(furniture[i] for i in range(_index_after(lines, kept[-1]), _index_of(lines, line)))
        kept.append(replace(line, page_top=True) if cut else line)
    return tuple(_split(_spaced(kept)))
