"""The cell of the lead ministry: edited with a drop-down list of the known names, in which a new one may be typed."""

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.choice_editor import ChoiceEditor, complete_names
from uprtracker.ui.delegates.row_delegate import Index, RowDelegate


class LeadDelegate(RowDelegate):
    """Draws text; `names` are the institutions that the editor offers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = ChoiceEditor(parent, _("Lead ministry"))
        complete_names(editor, ("", *self.names))
        editor.lineEdit().setPlaceholderText(_("No lead ministry"))
        editor.lineEdit().setAccessibleName(_("Lead ministry"))
        editor.chosen.connect(self._finish)
        return editor

    def setEditorData(self, editor: ChoiceEditor, index: Index) -> None:
        name = index.data(Qt.ItemDataRole.EditRole)
        editor.setCurrentText(name)
        # selected backwards, so that a long name shows its beginning
        editor.lineEdit().setSelection(len(name), -len(name))

    def setModelData(self, editor: ChoiceEditor, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, editor.currentText())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
