"""A level of confidentiality as its lock and its word."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from uprtracker.ui.fields.choice import LOCKS
from uprtracker.ui.icon import pixmap
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality

_LOCK = 12


class LevelWord(QWidget):
    """Says who may read what stands beside it."""

    def __init__(self, level: Confidentiality, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._lock = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._lock)
        line.addWidget(PlainLabel(level.label, "caption"))
        line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        ratio = self.devicePixelRatioF()
        self._lock.setPixmap(pixmap(LOCKS[self._level], theme.palette.secondary, theme.px(_LOCK), ratio))
