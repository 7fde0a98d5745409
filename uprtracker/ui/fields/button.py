"""A button of a dialog that Enter does not press unless it has the focus."""

from PySide6.QtWidgets import QPushButton


def button(words: str, slot: object) -> QPushButton:
    """A push button with its action."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.clicked.connect(slot)
    return made
