"""The text of the resolution as a page to read, each paragraph with its count in the margin."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.paragraph_delegate import ParagraphDelegate
from uprtracker.ui.item_models.paragraph_list_model import ParagraphListModel
from uprtracker.vocabulary.figures import ParagraphCoverage


class ResolutionText(QListView):
    """Up and Down go from paragraph to paragraph; Enter on the preamble's heading folds and unfolds it."""

    paragraph_chosen = Signal(object)
    """A `ParagraphCoverage`."""
    entered = Signal()
    """Enter on a paragraph: the person wants its recommendations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ParagraphListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ParagraphDelegate(self, self._model))
        self.setAccessibleName(_("Text of the resolution"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(21)
        self.clicked.connect(self._turn_if_heading)

    def show_coverage(self, coverage: tuple[ParagraphCoverage, ...]) -> None:
        """Show paragraphs; the one that was chosen stays chosen."""
        chosen, place = self.current_label(), self.verticalScrollBar().value()
        self._model.show_coverage(coverage)
        self._fold()
        self.choose(chosen)
        if chosen:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(place)

    def current_label(self) -> str:
        """The label of the chosen paragraph, empty where none is."""
        index = self.currentIndex()
        entry = self._model.entry(index.row()) if index.isValid() else None
        return entry.paragraph.label if entry else ""

    def choose(self, label: str) -> None:
        """Choose a paragraph, or the first one addressed to States where the label is none of the text's."""
        row = self._model.row_of(label)
        if row < 0:
            row = next((r for r in range(self._model.rowCount()) if self._is_for_states(r)), 0)
        if self._model.is_preambular(row) and not self._model.preamble_open:
            self._turn()
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        entry = self._model.entry(current.row()) if current.isValid() else None
        if entry is not None:
            self.paragraph_chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        on_heading = self.currentIndex().isValid() and self._model.entry(self.currentIndex().row()) is None
        if on_heading and (enter or event.key() == Qt.Key.Key_Space):
            self._turn()
        elif enter:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _is_for_states(self, row: int) -> bool:
        entry = self._model.entry(row)
        return entry is not None and entry.paragraph.is_gap_unit

    @Slot(QModelIndex)
    def _turn_if_heading(self, index: QModelIndex) -> None:
        if self._model.entry(index.row()) is None:
            self._turn()

    def _turn(self) -> None:
        self._model.turn_preamble()
        self._fold()

    def _fold(self) -> None:
        for row in range(self._model.rowCount()):
            self.setRowHidden(row, self._model.is_preambular(row) and not self._model.preamble_open)
