"""The status cell: shape, word, draft and dispute; edited with a drop-down of the scale."""

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.choice_editor import ChoiceEditor, open_list
from uprtracker.ui.delegates.row_delegate import LINE_HEIGHT, Index, RowDelegate
from uprtracker.ui.item_models.recommendation_column import draft_words
from uprtracker.ui.shape_painter import draw_disputed, draw_status, status_icon
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status, bucket_label

_SHAPE = 14
_GAP = 7
_WORD = (BODY, QFont.Weight.Normal, "ink")
_NOTE = (CAPTION, QFont.Weight.Normal, "secondary")


class StatusDelegate(RowDelegate):
    """Shows the official status, and beneath it what waits for validation or is disputed."""

    def draw_cell(
        self, painter: QPainter, area: QRect, row: Recommendation, _column: int, selected: bool
    ) -> None:
        theme = current_theme()
        shape, line = theme.px(_SHAPE), theme.px(LINE_HEIGHT)
        words, mark = self.beside(area, shape, shape + theme.px(_GAP))
        draw_status(painter, mark, area.y() + (line - shape) / 2, shape, row.bucket, outlined=selected)
        word, note = bucket_label(row.bucket), draft_words(row)
        if self.compact:
            self.draw_text(painter, words, " · ".join(piece for piece in (word, note) if piece), _WORD)
            if row.disputed:
                draw_disputed(painter, self._end_of(area, shape), area.y() + (line - shape) / 2, shape)
        elif note or row.disputed:
            self.draw_text(painter, words, word, _WORD, 1)
            self._draw_note(painter, words.adjusted(0, line, 0, 0), row.disputed, note)
        else:
            self.draw_text(painter, words, word, _WORD)

    def _draw_note(self, painter: QPainter, area: QRect, disputed: bool, note: str) -> None:
        theme = current_theme()
        if disputed:
            size, line = theme.px(12), theme.px(LINE_HEIGHT)
            words, mark = self.beside(area, size, size + theme.px(4))
            draw_disputed(painter, mark, area.y() + (line - size) / 2, size)
            area = words
        pieces = (_("Disputed") if disputed else "", note)
        self.draw_text(painter, area, " · ".join(piece for piece in pieces if piece), _NOTE, 1)

    def _end_of(self, area: QRect, size: int) -> int:
        return area.left() if self.parent().isRightToLeft() else area.right() + 1 - size

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = ChoiceEditor(parent, _("Status"))
        for status in Status:
            editor.addItem(status_icon(status), status.label, status)
        editor.chosen.connect(self._finish)
        open_list(editor)
        return editor

    def setEditorData(self, editor: ChoiceEditor, index: Index) -> None:
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: ChoiceEditor, model: QAbstractItemModel, index: Index) -> None:
        if editor.was_chosen:
            model.setData(index, editor.currentData())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
