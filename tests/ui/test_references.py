"""The toolkit's binding must not lose references: some versions abort the process within seconds (see pyproject.toml)."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_their_reference(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _call in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 500
