"""A heading that opens and closes what stands below it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from uprtracker.ui.icon import pixmap
from uprtracker.ui.theme import BODY, current_theme

_GAP = 6
_ICON = 12


class Disclosure(QAbstractButton):
    """A strong word and the rest of a sentence, wrapped; Enter, Space or a click turn `checked` over."""

    def __init__(self, strong: str, rest: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong, self._rest = strong, rest
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{strong} {rest}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, self._room(width), 10_000)
        text = QFontMetrics(self._font()).boundingRect(room, self._flags(), self._rest)
        return max(self._line(), text.height()) + 4

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        mirrored = self.isRightToLeft()
        inner = self.rect().adjusted(0, 2, 0, -2)
        strong_width = QFontMetrics(self._strong_font()).horizontalAdvance(self._strong)
        strong = _from_start(inner, 0, strong_width + 1, mirrored)
        rest = _from_start(inner, strong_width + _GAP, self._room(self.width()), mirrored)
        painter.setFont(self._strong_font())
        painter.setPen(theme.colour("ink"))
        painter.drawText(strong, self._flags(), self._strong)
        painter.setFont(self._font())
        painter.setPen(theme.colour("accent" if self.underMouse() else "secondary"))
        painter.drawText(rest, self._flags(), self._rest)
        name = "chevron-up" if self.isChecked() else "chevron-down"
        size = theme.px(_ICON)
        place = _from_start(inner, inner.width() - size, size, mirrored)
        picture = pixmap(name, theme.palette.tertiary, size, self.devicePixelRatioF())
        painter.drawPixmap(place.left(), inner.top() + (self._line() - size) // 2, picture)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _flags(self) -> int:
        start = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(start | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)

    def _room(self, width: int) -> int:
        strong = QFontMetrics(self._strong_font()).horizontalAdvance(self._strong)
        return max(40, width - strong - _GAP - current_theme().px(_ICON) - _GAP)

    def _line(self) -> int:
        return QFontMetrics(self._font()).height()

    def _font(self) -> QFont:
        return current_theme().font(BODY)

    def _strong_font(self) -> QFont:
        return current_theme().font(BODY, QFont.Weight.DemiBold)


def _from_start(area: QRect, offset: int, width: int, mirrored: bool) -> QRect:
    """The part of an area that begins `offset` after its start, in the direction of reading."""
    left = area.right() + 1 - offset - width if mirrored else area.left() + offset
    return QRect(left, area.top(), width, area.height())
