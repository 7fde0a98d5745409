"""Translation of our own texts: gettext catalogues in `resources/i18n`, the same for every layer.

A report may speak another language than the screen: `translation(language)` gives that language's functions.
"""

import gettext as _gettext
from functools import cache

from uprtracker.paths import resource

DOMAIN = "uprtracker"
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")


@cache
def translation(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language code; English, or a language without a catalogue, gives the texts as written."""
    return _gettext.translation(DOMAIN, str(resource("i18n")), [language], fallback=True)


class _Current:
    language = "en"


def set_language(language: str) -> None:
    """Choose the language of the screen and of command output for this process."""
    _Current.language = language


def current_language() -> str:
    return _Current.language


def _(message: str) -> str:
    return translation(_Current.language).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    return translation(_Current.language).ngettext(singular, plural, n)
