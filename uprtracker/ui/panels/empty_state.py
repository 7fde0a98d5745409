"""What stands where there is nothing to show: what this is, why it is empty, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_WIDTH = 420


class EmptyState(QWidget):
    """A title, a sentence, and a button that emits `requested`."""

    requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._title = PlainLabel("", "title", wrap=True)
        self._why = PlainLabel("", "secondary", wrap=True)
        self._button = QPushButton()
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self.requested)
        column = QVBoxLayout(self)
        column.setSpacing(current_theme().px(8))
        column.addStretch(2)
        for label in (self._title, self._why):
            label.setFixedWidth(current_theme().px(_WIDTH))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, why: str, button: str) -> None:
        """Without words for the button there is none."""
        self._button.setVisible(bool(button))
        self._title.setText(title)
        self._why.setText(why)
        self._button.setText(button.replace("&", "&&"))
        self._button.setAccessibleName(button)
