"""The drop-down list of the implementation status, each value with its shape and its word."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import allow
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.shape_painter import draw_status, status_icon
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.status import Status, bucket_label, bucket_of

_SHAPE = 14
_GAP = 8


class StatusField(QuietComboBox):
    """Shows the latest status, with the word *draft* where it is one; emits what a person chooses instead."""

    status_chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Status | None = None
        self._draft = False
        self.setObjectName("status_field")
        self.setAccessibleName(_("Status"))
        size = current_theme().px(_SHAPE)
        self.setIconSize(QSize(size, size))
        for status in Status:
            self.addItem(status.label, status.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._dress()
        self.activated.connect(self._choose)

    def show_status(self, status: Status | None, *, draft: bool, refusal: str = "") -> None:
        """`refusal` says why it cannot be changed, empty where it can."""
        allow(self, refusal)
        self._shown, self._draft = status, draft
        self.point_at(status)
        word = bucket_label(bucket_of(status))
        said = _("{status}, draft").format(status=word) if draft else word
        self.setAccessibleDescription(f"{said}. {refusal}" if refusal else said)
        self.update()

    def point_at(self, status: Status | None) -> None:
        """Let the list stand on a status without anything being chosen."""
        self.setCurrentIndex(-1 if status is None else self.findData(status.value))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        theme = current_theme()
        status = self._current()
        size = theme.px(_SHAPE)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        shape = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
        shape = QStyle.visualRect(self.layoutDirection(), room, shape)
        draw_status(painter, shape.x(), shape.y(), size, bucket_of(status), outlined=not self.isEnabled())
        text = QStyle.visualRect(self.layoutDirection(), room, room.adjusted(size + _GAP, 0, 0, 0))
        painter.setFont(theme.font(BODY, QFont.Weight.Normal))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "secondary"))
        metrics = QFontMetrics(painter.font())
        word = bucket_label(bucket_of(status))
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, self._aligned(Qt.AlignmentFlag.AlignLeft), shown)
        mark = _("draft") if self._draft and status is self._shown else ""
        painter.setFont(theme.font(CAPTION))
        painter.setPen(theme.colour("secondary"))
        # the line below says it too
        if metrics.horizontalAdvance(word + mark) + 2 * _GAP < text.width():
            painter.drawText(text, self._aligned(Qt.AlignmentFlag.AlignRight), mark)

    def _current(self) -> Status | None:
        # Qt hands an enum of words back as a plain word
        return Status(self.currentData()) if self.currentData() else None

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * _GAP)
        super().showPopup()

    def _aligned(self, side: Qt.AlignmentFlag) -> int:
        visual = self.style().visualAlignment(self.layoutDirection(), side)
        return int(visual | Qt.AlignmentFlag.AlignVCenter)

    def _dress(self) -> None:
        for index in range(self.count()):
            self.setItemIcon(index, status_icon(Status(self.itemData(index)), current_theme().px(_SHAPE)))

    @Slot()
    def _choose(self) -> None:
        chosen = self._current()
        if chosen is not None and (chosen is not self._shown or self._draft):
            self.status_chosen.emit(chosen)
