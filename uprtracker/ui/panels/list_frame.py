"""The frame of a page with a list: what stands above it, the list with what is chosen beside it, or why it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from uprtracker.ui.panels.section import column

MARGIN_X = 36


class ListFrame(QStackedWidget):
    """Shows the list, or in its place what is said where there is nothing."""

    def __init__(
        self, above: Sequence[QWidget | QLayout], body: QWidget, empty: QWidget, *, top: int = 4
    ) -> None:
        super().__init__()
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN_X, top, MARGIN_X, 8)
        head.setSpacing(12)
        for part in above:
            head.addWidget(part) if isinstance(part, QWidget) else head.addLayout(part)
        filled = QWidget()
        lines = column(0)
        filled.setLayout(lines)
        lines.addLayout(head)
        lines.addWidget(body, 1)
        self.addWidget(filled)
        self.addWidget(empty)

    def show_filled(self, filled: bool) -> None:
        self.setCurrentIndex(0 if filled else 1)


def side_by_side(table: QWidget, pane: QWidget, pane_share: int) -> QSplitter:
    """A list and what is chosen in it, which has `pane_share` of a hundred until a person gives it another."""
    parts = QSplitter(Qt.Orientation.Horizontal)
    parts.setHandleWidth(1)
    parts.addWidget(table)
    parts.addWidget(pane)
    shares = (100 - pane_share, pane_share)
    for place, share in enumerate(shares):
        parts.setStretchFactor(place, share)
    parts.setSizes([10 * share for share in shares])
    return parts
