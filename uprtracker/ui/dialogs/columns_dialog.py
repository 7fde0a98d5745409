"""What the columns of somebody's own table hold: proposed with a reason, corrected by a person, remembered for the sender."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.services.table_preview import (
    ColumnMapping,
    Field,
    TablePreview,
    letter,
    save_mapping,
)
from uprtracker.ui.dialogs.column_choices import ColumnChoices, ShownColumn
from uprtracker.ui.dialogs.dialog_size import open_at_size
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.item_models.table_preview_model import TablePreviewModel
from uprtracker.ui.panels.section import stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

if TYPE_CHECKING:
    from uprtracker.services.importing import ImportingService

_SIZE = (1080, 740)
_MOST_NOTICES = 2
_PREVIEW_HEIGHT, _ROW, _COLUMN = 190, 26, 180
_KINDS = "(*.json)"


@dataclass(frozen=True)
class ColumnsAnswer:
    """How the table is to be read."""

    path: Path
    mapping: ColumnMapping


class ColumnsDialog(QDialog):
    """`answered` carries a `ColumnsAnswer`. `UserError` from the constructor where the file cannot be read."""

    answered = Signal(object)

    def __init__(
        self,
        path: Path,
        importing: "ImportingService",
        mapping: ColumnMapping | None = None,
        parent: QWidget | None = None,
    ) -> None:
        preview = TablePreview(path, encoding=mapping.encoding if mapping else "")
        proposed = mapping or importing.propose_mapping(path)
        super().__init__(parent)
        self._importing, self._preview, self.mapping = importing, preview, proposed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("columns_dialog")
        self.setModal(True)
        words = _("What the columns of {file} hold").format(file=path.name)
        self.setWindowTitle(words)
        self._title = PlainLabel(words, "title", wrap=True)
        self._notices = PlainLabel("", "secondary", wrap=True)
        self.sheet, self.header_row = QuietComboBox(), QuietComboBox()
        self.encoding, self.order = QuietComboBox(), QuietComboBox()
        self._groups: dict[QuietComboBox, QWidget] = {}
        self.model = TablePreviewModel(self)
        self.table = self._make_table()
        self.choices = ColumnChoices()
        self.load, self.save = LinkButton(_("Load a mapping…")), LinkButton(_("Save the mapping…"))
        self._hint = PlainLabel("", "secondary", wrap=True)
        self.agree = QPushButton(_("Read the table like this"))
        self._lay_out()
        self._connect()
        self._offer_encodings()
        self._show()
        open_at_size(self, *_SIZE)
        self.agree.setFocus()

    def _make_table(self) -> QTableView:
        table, theme = QTableView(), current_theme()
        table.setModel(self.model)
        table.setAccessibleName(_("First rows of the table"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        table.horizontalHeader().setDefaultSectionSize(theme.px(_COLUMN))
        table.setFixedHeight(theme.px(_PREVIEW_HEIGHT))
        return table

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(20)
        for words, choice in (
            (_("Sheet"), self.sheet),
            (_("Headers"), self.header_row),
            (_("Encoding"), self.encoding),
            (_("Dates such as"), self.order),
        ):
            choice.setAccessibleName(words)
            choice.setMinimumWidth(current_theme().px(160))
            self._groups[choice] = stacked(PlainLabel(words, "caption"), choice)
            line.addWidget(self._groups[choice])
        line.addStretch()
        buttons = QDialogButtonBox()
        self.agree.setDefault(True)
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.load)
        foot.addWidget(self.save)
        foot.addStretch()
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(10)
        for part in (self._title, self._notices):
            whole.addWidget(part)
        whole.addLayout(line)
        whole.addWidget(self.table)
        whole.addWidget(self.choices, 1)
        whole.addWidget(self._hint)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._choose_field)
        self.sheet.activated.connect(self._choose_sheet)
        self.header_row.activated.connect(self._choose_header_row)
        self.encoding.activated.connect(self._choose_encoding)
        self.order.activated.connect(self._choose_order)
        self.load.clicked.connect(self._ask_load)
        self.save.clicked.connect(self._ask_save)

    # what is shown

    def _show(self) -> None:
        mapping, preview = self.mapping, self._preview
        rows = preview.rows(mapping)
        letters = tuple(letter(column) for column in mapping.columns)
        headers = range(mapping.header_row, mapping.header_row + mapping.header_rows)
        self.model.show_rows(rows, letters, headers)
        self.choices.show_columns(
            [ShownColumn(column, preview.samples(mapping, column.column)) for column in mapping.columns]
        )
        notices = _sentences(preview.notices(mapping))
        self._notices.setText(notices)
        self._notices.setVisible(bool(notices))
        _fill(self.sheet, [(name, name) for name in preview.sheets], mapping.sheet)
        self._groups[self.sheet].setVisible(len(preview.sheets) > 1)
        numbers = [(0, _("There are none")), *((number, _row_words(number)) for number, _texts in rows)]
        _fill(self.header_row, numbers, mapping.header_row if mapping.header_row else 0)
        self._show_order()
        lacking = (
            "" if mapping.of(Field.TEXT) else _("Say which column holds the text of the recommendations.")
        )
        self._hint.setText(lacking)
        self._hint.setVisible(bool(lacking))
        self.agree.setEnabled(not lacking)

    def _show_order(self) -> None:
        doubt = self._preview.date_doubt(self.mapping)
        self._groups[self.order].setVisible(doubt is not None)
        if doubt is not None:
            words = _("{printed}: {day}")
            choices = [
                (first, words.format(printed=doubt.printed, day=long_day(day)))
                for first, day in ((True, doubt.day_first), (False, doubt.month_first))
            ]
            _fill(self.order, choices, self.mapping.day_first)

    def _offer_encodings(self) -> None:
        encodings = self._preview.encodings
        _fill(self.encoding, encodings, self._preview.encoding)
        self._groups[self.encoding].setVisible(bool(encodings))

    # what a person says

    @Slot(int, object, str)
    def _choose_field(self, column: int, field: Field | None, language: str) -> None:
        self.mapping = self.mapping.with_column(column, field, language)
        self._show()

    @Slot()
    def _choose_sheet(self) -> None:
        self.mapping = self._preview.with_sheet(self.sheet.currentData())
        self._show()

    @Slot()
    def _choose_header_row(self) -> None:
        self.mapping = self._preview.with_header_row(self.mapping, self.header_row.currentData())
        self._show()

    @Slot()
    def _choose_encoding(self) -> None:
        """Read the file anew: in another encoding its headers may be others."""
        encoding = self.encoding.currentData()
        try:
            self._preview = TablePreview(self._preview.path, encoding=encoding)
            self.mapping = self._importing.propose_mapping(self._preview.path, encoding=encoding)
        except UserError as error:
            self._say(str(error))
            return
        self.mapping = replace(self.mapping, encoding=encoding)
        self._show()

    @Slot()
    def _choose_order(self) -> None:
        self.mapping = replace(self.mapping, day_first=bool(self.order.currentData()))

    @Slot()
    def _ask_load(self) -> None:
        folder = str(self._preview.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Load a mapping"), folder, _("Mappings {kinds}").format(kinds=_KINDS)
        )
        if chosen:
            self.load_from(Path(chosen))

    def load_from(self, file: Path) -> None:
        """Take a mapping file for this table; what is wrong with it is said in the dialog."""
        try:
            self.mapping = self._preview.loaded(self.mapping, file)
        except UserError as error:
            self._say(str(error))
            return
        self._show()

    @Slot()
    def _ask_save(self) -> None:
        proposed = str(self._preview.path.with_suffix(".columns.json"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the mapping"), proposed, _("Mappings {kinds}").format(kinds=_KINDS)
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, file: Path) -> None:
        """Write the mapping as the command line's `--map` reads it."""
        try:
            save_mapping(self.mapping, file)
        except OSError as error:
            self._say(_("{file} cannot be written: {reason}.").format(file=file, reason=error.strerror))
            return
        self._say(_("Saved: {name}").format(name=file.name))

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)
        self._hint.show()

    @Slot()
    def accept(self) -> None:
        answer = ColumnsAnswer(self._preview.path, self.mapping)
        super().accept()
        self.answered.emit(answer)


def _fill(choice: QuietComboBox, entries: Sequence[tuple[object, str]], chosen: object) -> None:
    choice.clear()
    for value, words in entries:
        choice.addItem(words, value)
    choice.setCurrentIndex(next((n for n, (value, _words) in enumerate(entries) if value == chosen), -1))


def _row_words(number: int) -> str:
    return _("In row {n}").format(n=number)


def _sentences(notices: Sequence[str]) -> str:
    told = " ".join(f"{words[:1].upper()}{words[1:]}." for words in notices[:_MOST_NOTICES])
    more = len(notices) - _MOST_NOTICES
    if more <= 0:
        return told
    words = ngettext("{n} more is told after the reading.", "{n} more are told after the reading.", more)
    return f"{told} {words.format(n=more)}"
