"""The language of the window: our texts, Qt's own, and the direction in which it reads."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from uprtracker.i18n import reads_from_right, set_language
from uprtracker.ui.screen_locale import screen_locale

_QT_CATALOGUES = {"zh": "zh_CN"}


class SpokenLanguage:
    """What the application speaks; `speak` holds for windows made afterwards."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translator = QTranslator(application)

    def speak(self, language: str) -> None:
        """Speak a language of the United Nations; English needs no catalogue."""
        set_language(language)
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(
            f"qtbase_{_QT_CATALOGUES.get(language, language)}", folder
        ):
            self._application.installTranslator(self._translator)
        from_right = reads_from_right(language)
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        )
        QLocale.setDefault(screen_locale())
