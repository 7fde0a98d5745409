"""Drop-down lists over the scales of the field, each value with its word and its shape."""

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.icon import icon
from uprtracker.ui.plain_label import tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.status import Assessment

LOCKS = {
    Confidentiality.PUBLIC: "lock-open",
    Confidentiality.GOVERNMENT: "lock-half",
    Confidentiality.RESTRICTED: "lock-closed",
}
"""The icon of each level, which never stands without its word."""


class ConfidentialityChoice(QuietComboBox):
    """Who may read what is written; with `level` `None` nothing is chosen until a person does."""

    level_chosen = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Who may read it"))
        self.setPlaceholderText(_("Who may read it?"))
        size = current_theme().px(14)
        self.setIconSize(QSize(size, size))
        for level in Confidentiality:
            self.addItem(level.label, level.value)
        self._dress()
        self.activated.connect(self._tell)

    def level(self) -> Confidentiality | None:
        # Qt hands an enum of words back as a plain word
        return Confidentiality(self.currentData()) if self.currentData() else None

    def set_level(self, level: Confidentiality | None) -> None:
        self.setCurrentIndex(-1 if level is None else self.findData(level.value))

    def refuse(self, level: Confidentiality, reason: str) -> None:
        """Take a level out of reach and say why; an empty reason gives it back."""
        item = self.model().item(self.findData(level.value))
        item.setEnabled(not reason)
        item.setToolTip(tooltip(reason))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        for index in range(self.count()):
            self.setItemIcon(
                index, icon(LOCKS[Confidentiality(self.itemData(index))], current_theme().palette.secondary)
            )

    @Slot()
    def _tell(self) -> None:
        self.level_chosen.emit()


class AssessmentChoice(QuietComboBox):
    """The NHRI's assessment that may go with its annotation; the first entry is none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Assessment"))
        self.addItem(_("No assessment"), "")
        for assessment in Assessment:
            self.addItem(assessment.label, assessment.value)

    def assessment(self) -> Assessment | None:
        return Assessment(self.currentData()) if self.currentData() else None

    def set_assessment(self, assessment: Assessment | None) -> None:
        self.setCurrentIndex(self.findData(assessment.value if assessment else ""))
