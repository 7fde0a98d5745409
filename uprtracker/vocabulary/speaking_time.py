"""How long a text takes to say: a reply in the room has about a minute. What a report may hold in words is not here."""

import re

from uprtracker.i18n import _, ngettext

WORDS_A_MINUTE = 130
"""A speaker who is interpreted into other languages; the secretariat of the Council asks for no more."""

LONGEST_REPLY = 60
"""Seconds."""

_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SPOKEN = re.compile(r"\w+(?:[-'’./,]\w+)*")
_CHARACTERS_A_WORD = 2


def spoken_words(text: str) -> int:
    """Words as a speaker says them: `well-known` and `10,700` are one; two Chinese characters count as one word."""
    characters = len(_CJK.findall(text))
    return len(_SPOKEN.findall(_CJK.sub(" ", text))) + -(-characters // _CHARACTERS_A_WORD)


def speaking_seconds(text: str) -> int:
    """Seconds that a text takes at `WORDS_A_MINUTE`."""
    return round(spoken_words(text) * 60 / WORDS_A_MINUTE)


def is_too_long(text: str) -> bool:
    """Whether a reply takes more than its minute."""
    return speaking_seconds(text) > LONGEST_REPLY


def length_words(text: str) -> str:
    """`84 words, 39 seconds`, and beyond the minute that it is too long."""
    words, seconds = spoken_words(text), speaking_seconds(text)
    counted = ngettext("{n} word", "{n} words", words).format(n=words)
    timed = ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    length = _("{words}, {seconds}").format(words=counted, seconds=timed)
    return _("{length}: longer than a minute").format(length=length) if is_too_long(text) else length
