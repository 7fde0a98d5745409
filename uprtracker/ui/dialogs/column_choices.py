"""What each column of a table holds: its header, some of its contents, and the field that it is read into."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from uprtracker.i18n import _
from uprtracker.services.table_preview import LANGUAGES, Field, MappedColumn, letter, reason
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel
from uprtracker.ui.theme import current_theme

_IN_LANGUAGES = (Field.TEXT, Field.CODE)
_FIELD_WIDTH, _LANGUAGE_WIDTH = 240, 84


@dataclass(frozen=True)
class ShownColumn:
    """A column with some of its contents."""

    column: MappedColumn
    samples: str


class ColumnChoices(QScrollArea):
    """One line for each column; `chosen` tells the column's place, its field or `None`, and its language."""

    chosen = Signal(int, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_ColumnLine] = []
        self.setAccessibleName(_("Columns"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_columns(self, shown: Sequence[ShownColumn]) -> None:
        """Show these columns; who stood in a choice stays there."""
        focused = next((n for n, line in enumerate(self.lines) if line.field.hasFocus()), None)
        place = self.verticalScrollBar().value()
        content = QWidget()
        content.setProperty("ground", "paper")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.lines = [_ColumnLine(one, grid, row, self) for row, one in enumerate(shown)]
        grid.setRowStretch(len(shown), 1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(place)
        if focused is not None and focused < len(self.lines):
            self.lines[focused].field.setFocus()


class _ColumnLine:
    """The cells of one column in the grid."""

    def __init__(self, shown: ShownColumn, grid: QGridLayout, row: int, choices: ColumnChoices) -> None:
        column = shown.column
        name = column.header or _("without a header")
        self.field = _FieldChoice(column, choices)
        self.language = _LanguageChoice(column, choices)
        self.language.setVisible(column.field in _IN_LANGUAGES)
        self.why = PlainLabel(_why(column), "caption", wrap=True)
        self.why.setFixedWidth(current_theme().px(160))
        held = ElidedLabel(shown.samples or _("empty"), "caption")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(letter(column), "name"), row, 0, top)
        grid.addWidget(stacked(ElidedLabel(name, "strong"), held, spacing=0), row, 1, top)
        grid.addWidget(self.field, row, 2, top)
        grid.addWidget(self.language, row, 3, top)
        grid.addWidget(self.why, row, 4, Qt.AlignmentFlag.AlignVCenter)
        words = _("Column {letter}, {header}").format(letter=letter(column), header=name)
        self.field.setAccessibleName(words)
        self.language.setAccessibleName(_("Language of column {letter}").format(letter=letter(column)))


class _FieldChoice(QuietComboBox):
    def __init__(self, column: MappedColumn, choices: ColumnChoices) -> None:
        super().__init__()
        self._column, self._choices = column, choices
        self.setFixedWidth(current_theme().px(_FIELD_WIDTH))
        self.addItem(_("Not read"), "")
        for field in Field:
            self.addItem(field.label, field.value)
        self.setCurrentIndex(self.findData(column.field.value if column.field else ""))
        self.activated.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        field = Field(self.currentData()) if self.currentData() else None
        language = self._column.language if field in _IN_LANGUAGES else ""
        self._choices.chosen.emit(self._column.column, field, language)


class _LanguageChoice(QuietComboBox):
    def __init__(self, column: MappedColumn, choices: ColumnChoices) -> None:
        super().__init__()
        self._column, self._choices = column, choices
        self.setFixedWidth(current_theme().px(_LANGUAGE_WIDTH))
        for code in LANGUAGES:
            self.addItem(code, code)
        self.setCurrentIndex(max(0, self.findData(column.language)))
        self.activated.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self._choices.chosen.emit(self._column.column, self._column.field, self.currentData())


def _why(column: MappedColumn) -> str:
    words = reason(column)
    return words if column.sure or not words else _("please check: {why}").format(why=words)
