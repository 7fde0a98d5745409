"""In which encoding the bytes of a text file are written: judged by how plausible the letters are that come out."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

CANDIDATES = ("cp1252", "mac_roman", "cp1256", "cp1251", "gb18030")
"""Encodings without a mark of their own, the likelier first: it wins where two are equally plausible."""

NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252 (Western European)",
    "mac_roman": "Mac OS Roman (Western European)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "gb18030": "GB 18030 (Chinese)",
}

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = b"\x80"
_HIGH_MARKED = bytes(range(0x80)) + _HIGH * 0x80
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MOST_LINES_JUDGED = 400
_LONGEST_LINE_JUDGED = 2000
_TOKEN = re.compile(r"[^\s\d!-&(-,./:-@\[-`{-~]+")
_COMMON_LATIN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýœßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÜŒšžŠŽ")
_PUNCTUATION = frozenset("\u00a0’‘“”„–—…«»·•°ºª¿¡€،؛؟、。，；：（）《》“”")
_BEFORE_APOSTROPHE = ("qu", "Qu", "ourd", "entr")
_CLOSE = 0.15
_RUSSIAN = range(0x410, 0x450)


@dataclass(frozen=True)
class Decoded:
    """A text with the encoding that it was read in.

    `sure` is false where the encoding was judged by plausibility; `alternatives` are those that are hardly
    less plausible. Bytes that no character could be made of are U+FFFD in the text.
    """

    text: str
    encoding: str
    sure: bool = True
    alternatives: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read a mark at the beginning, else UTF-8, else UTF-16 by its zero bytes, else what is most plausible."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"), encoding.removesuffix("-sig"))
    if encoding := _utf_16_without_mark(data[:2000]):
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _most_plausible(data)


def _utf_16_without_mark(start: bytes) -> str:
    """Texts of all scripts hold spaces, commas and line ends, whose other byte is zero."""
    zeros = [start[0::2].count(0), start[1::2].count(0)]
    if max(zeros) * 10 < len(start) or min(zeros) * 4 > max(zeros):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _most_plausible(data: bytes) -> Decoded:
    sample = b"\n".join(_lines_with_high_bytes(data))
    well_formed = sum(map(len, _UTF_8.findall(sample)))
    if well_formed > 0.9 * sample.translate(_HIGH_MARKED).count(_HIGH):
        return Decoded(data.decode("utf-8", errors="replace"), "utf-8", sure=False)
    judged: list[tuple[float, str]] = []
    for encoding in CANDIDATES:
        try:
            judged.append((plausibility(sample.decode(encoding)), encoding))
        except UnicodeDecodeError:
            continue
    judged.sort(key=lambda found: (-found[0], CANDIDATES.index(found[1])))
    best = judged[0] if judged else (0.0, CANDIDATES[0])
    close = tuple(encoding for score, encoding in judged[1:] if best[0] - score < _CLOSE)
    return Decoded(data.decode(best[1], errors="replace"), best[1], False, close)


def _lines_with_high_bytes(data: bytes) -> Iterator[bytes]:
    marked = data.translate(_HIGH_MARKED)
    at = 0
    for _count in range(_MOST_LINES_JUDGED):
        found = marked.find(_HIGH, at)
        if found < 0:
            return
        earliest, latest = found - _LONGEST_LINE_JUDGED, found + _LONGEST_LINE_JUDGED
        earliest = max(at, earliest)
        start = max(earliest, *(data.rfind(end, earliest, found) + 1 for end in (b"\n", b"\r")))
        ends = (data.find(end, found, latest) for end in (b"\n", b"\r"))
        at = min([end for end in ends if end >= 0], default=min(latest, len(data)))
        yield data[start:at]


def plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like words of a language: 1 at best, below 0 for nonsense."""
    scores = [
        _score(token, at) for token in _TOKEN.findall(text) for at in range(len(token)) if token[at] > "\x7f"
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _score(token: str, at: int) -> float:
    """One character of a token: a letter that belongs there, a mark that may stand there, or what cannot be."""
    character = token[at]
    before = token[at - 1] if at else ""
    if character in _PUNCTUATION:
        return 1.0 if _may_stand(token, at) else -1.0
    category = unicodedata.category(character)
    if category in ("Cc", "Cn", "Co"):
        return -3.0
    if not category.startswith("L") and category != "Mn":
        return -1.5
    if category == "Lu" and before.islower():
        return -2.0
    return _letter(token, character)


def _may_stand(token: str, at: int) -> bool:
    """Whether a mark stands where marks stand: around words; an apostrophe after `l` or `qu` or before `s`."""
    before, after = token[:at], token[at + 1 :]
    if not (before[-1:].isalpha() and after[:1].isalpha()) or before[-1:] > "\u0370":
        return True
    return token[at] == "’" and (len(before) <= 2 or len(after) <= 2 or before.endswith(_BEFORE_APOSTROPHE))


def _letter(token: str, character: str) -> float:
    code = ord(character)
    has_ascii = any(c.isascii() and c.isalpha() for c in token)
    if code < 0x250:
        crowded = len(token) > 2 and sum(c > "\x7f" for c in token) * 2 > len(token)
        if crowded or any(ord(c) >= 0x370 for c in token if c.isalpha()):
            return -1.0
        return 1.0 if character in _COMMON_LATIN else -0.5
    if has_ascii:
        return -1.0
    if 0x400 <= code < 0x530:
        return 1.0 if code in _RUSSIAN or character in "ёЁіїєґ" else -1.0
    if 0x600 <= code < 0x700:
        return 1.0
    if 0x3400 <= code < 0xA000:
        return 1.0 if _is_everyday_chinese(character) else -1.0
    return -1.0


def _is_everyday_chinese(character: str) -> bool:
    """Whether a character is of the first level of GB 2312: nonsense hits it seldom, texts nearly always."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
