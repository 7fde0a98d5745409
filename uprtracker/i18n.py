"""Translation of our own texts: gettext catalogues in `resources/i18n`, the same for every layer.

A report may speak another language than the screen: everything said within `speaking(language)` is in that language.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from uprtracker.paths import resource

DOMAIN = "uprtracker"
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
OWN_NAMES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ar": "العربية",
    "ru": "Русский",
    "zh": "中文",
}
"""What each language calls itself: nobody looks for a language under its name in another one."""


def reads_from_right(language: str) -> bool:
    return language == "ar"


@cache
def translation(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language code; English, or a language without a catalogue, gives the texts as written."""
    return _gettext.translation(DOMAIN, str(resource("i18n")), [language], fallback=True)


class _Current:
    language = "en"


_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def set_language(language: str) -> None:
    """Choose the language of the screen and of command output for this process."""
    _Current.language = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Texts within are in `language`, in this thread only; the screen goes on in its own."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def current_language() -> str:
    return _spoken.get() or _Current.language


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a text for the catalogues where it stands; `_` translates it where it is shown."""
    return message


def _(message: str) -> str:
    return translation(current_language()).gettext(message)


def translated(text: str) -> str:
    """A text that comes from data and may be one of ours, such as the short label of a paragraph; else as it is."""
    return _(text) if text else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    return translation(current_language()).ngettext(singular, plural, n)
