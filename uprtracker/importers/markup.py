"""Texts from databases that hold HTML: tags dropped, entities resolved, wording unchanged."""

import html
import re

# Only well-formed tags: "fewer than 5 < 10" is no tag.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>")
# An ampersand that begins no entity with its semicolon is a sign of the text ("R&D", "&para"); only the
# no-break space is met without one.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});|&nbsp(?![A-Za-z;])")


def plain(text: str) -> str:
    """The text that a browser would show; entities are resolved twice at most, as some exports escape twice."""
    if "&" not in text and "<" not in text:
        return text
    for _time in range(2):
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return _TAG.sub(" ", text)
