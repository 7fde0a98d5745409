"""Text as office files and PDF hold it, with spaces and line ends made clean; no wording is changed."""

import re
import unicodedata


def one_line(text: str) -> str:
    """The text in one line: spaces, no-break spaces and line ends in a row are one space."""
    return " ".join(_visible(text).split())


def lines(text: str) -> list[str]:
    """The lines that say something, each cleaned as `one_line` does."""
    return [line for line in map(one_line, re.split(r"[\r\n\v\f\u2028\u2029]", text)) if line]


def _visible(text: str) -> str:
    """Without control characters, soft hyphens, zero-width spaces and marks of direction."""
    return "".join(
        c for c in text if c.isspace() or c in _JOINERS or unicodedata.category(c) not in _INVISIBLE
    )


# Some scripts are spelled with joiners between letters.
_JOINERS = "\u200c\u200d"
_INVISIBLE = ("Cc", "Cf", "Cs")
