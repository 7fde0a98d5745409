"""How the screen writes days and numbers: in the language that is spoken, with Western digits, as documents of the UN do."""

from PySide6.QtCore import QLocale

from uprtracker.i18n import current_language

# of the Arabic locales with Western digits this one has the names of months that are read in most countries
_LOCALES = {"ar": "ar_AE", "zh": "zh_CN"}


def screen_locale() -> QLocale:
    language = current_language()
    locale = QLocale(_LOCALES.get(language, language))
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
