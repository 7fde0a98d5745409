"""Text as office files and PDF hold it, with spaces and line ends made clean; no wording is changed."""

import re

# Control characters, soft hyphen, zero-width spaces, marks of direction, halves of surrogate pairs; the joiners that
# some scripts spell with are no such marks.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff]"
)
_LINE_ENDS = re.compile("[\r\n\v\f\u2028\u2029]")


def one_line(text: str) -> str:
    """The text in one line: spaces, no-break spaces and line ends in a row are one space."""
    if not text.isascii() or not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def lines(text: str) -> list[str]:
    """The lines that say something, each cleaned as `one_line` does."""
    return [line for line in map(one_line, _LINE_ENDS.split(text)) if line]
