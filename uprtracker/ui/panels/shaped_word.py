"""Words that stand beside their shape: a status, a dispute."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.shape_painter import draw_disputed, draw_status
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.status import Status, bucket_label, bucket_of

_SHAPE = 14
_GAP = 8


class _ShapedWord(QWidget):
    """A label with a shape at the height of its first line."""

    def __init__(self, text: str, role: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(text, role, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addSpacing(current_theme().px(_SHAPE) + _GAP)
        line.addWidget(self.label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = current_theme().px(_SHAPE)
        label = self.label
        first_line = label.y() + (label.height() - label.heightForWidth(label.width())) // 2
        top = first_line + (label.fontMetrics().height() - size) // 2
        left = self.width() - size if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        self.draw_shape(QPainter(self), left, top, size)

    def draw_shape(self, painter: QPainter, x: int, y: int, size: int) -> None:
        raise NotImplementedError


class StatusWord(_ShapedWord):
    """A status, or that none was reported."""

    def __init__(self, *, role: str = "secondary", parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        self._bucket = bucket_of(None)

    def show_status(self, status: Status | None, sentence: str = "{status}") -> None:
        """`sentence` says more than the word alone, `Official: {status}`."""
        self._bucket = bucket_of(status)
        self.label.setText(sentence.format(status=bucket_label(self._bucket)))
        self.update()

    def draw_shape(self, painter: QPainter, x: int, y: int, size: int) -> None:
        draw_status(painter, x, y, size, self._bucket)


class DisputedWord(_ShapedWord):
    """That the NHRI's assessment contradicts the official status."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Disputed"), "strong", parent)

    def draw_shape(self, painter: QPainter, x: int, y: int, size: int) -> None:
        draw_disputed(painter, x, y, size)
