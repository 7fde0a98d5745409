"""The language of a report: one of the six of the United Nations, each by its own name."""

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import LANGUAGES, OWN_NAMES, _
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox


class LanguageChoice(QuietComboBox):
    """Nobody looks for a language under its name in another one."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Language of the report"))
        for code in LANGUAGES:
            self.addItem(OWN_NAMES[code], code)

    def language(self) -> str:
        return str(self.currentData())

    def set_language(self, language: str) -> None:
        self.setCurrentIndex(max(0, self.findData(language)))
