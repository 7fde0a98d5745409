"""The sentence that warns while a public text seems to name somebody whom that could harm. It holds nobody back."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from uprtracker.ui.fields.choice import ConfidentialityChoice
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.person_at_risk import warning_about

_PAUSE_MS = 250


class RiskWarning(PlainLabel):
    """Looks at a text and at who may read it, whenever one of them changes; hidden where there is nothing to say."""

    def __init__(
        self, text: QPlainTextEdit, level: ConfidentialityChoice, *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "strong", wrap=True, parent=parent)
        self._text, self._level = text, level
        # not at every letter: a name is only one when it is written
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.look)
        text.textChanged.connect(self._soon.start)
        level.level_chosen.connect(self.look)
        self.hide()

    @Slot()
    def look(self) -> None:
        """Say what there is to say of the text as it stands."""
        public = self._level.level() is Confidentiality.PUBLIC
        warning = warning_about(self._text.toPlainText()) if public else ""
        self.setText(warning)
        self.setVisible(bool(warning))
