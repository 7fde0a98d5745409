"""How the screen writes days and numbers: in the language that is spoken, with Western digits, as documents of the UN do."""

from PySide6.QtCore import QLocale

from uprtracker.i18n import current_language

# of the Arabic locales the Moroccan one writes Western digits
_LOCALES = {"ar": "ar_MA", "zh": "zh_CN"}


def screen_locale() -> QLocale:
    language = current_language()
    locale = QLocale(_LOCALES.get(language, language))
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
