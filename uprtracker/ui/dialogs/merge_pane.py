"""One cell of a merge in full: what it left with, what stands here now, what they say."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from uprtracker.i18n import _
from uprtracker.services.merge_plan import PlannedCell
from uprtracker.ui.dialogs.merge_words import field_words, value_words
from uprtracker.ui.fields.difference_text import DifferenceText
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel


class MergePane(QScrollArea):
    """Three texts side by side; in the last one the difference to what stands here is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = PlainLabel("", "strong", wrap=True)
        self._base, self._ours = ReadingText("secondary"), ReadingText("secondary")
        self._theirs = DifferenceText()
        content = QWidget()
        content.setProperty("ground", "paper")
        whole = column(8)
        content.setLayout(whole)
        whole.setContentsMargins(16, 10, 16, 8)
        whole.addWidget(self._what)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        for title, text in (
            (_("It left with"), self._base),
            (_("Here now"), self._ours),
            (_("They say"), self._theirs),
        ):
            part = column(2)
            part.addWidget(PlainLabel(title, "heading"))
            part.addWidget(text)
            part.addStretch()
            beside.addLayout(part, 1)
        whole.addLayout(beside)
        whole.addStretch()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen cell"))
        self.setWidget(content)

    @Slot(object)
    def show_cell(self, cell: PlannedCell | None) -> None:
        self._content.setVisible(cell is not None)
        if cell is None:
            return
        pieces = (cell.number, field_words(cell.field), cell.address)
        self._what.setText(" · ".join(piece for piece in pieces if piece))
        self._base.show_text(value_words(cell, cell.base))
        self._ours.show_text(value_words(cell, cell.ours))
        self._theirs.show_difference(value_words(cell, cell.ours), value_words(cell, cell.theirs))
        self.verticalScrollBar().setValue(0)
