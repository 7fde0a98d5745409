"""The coverage of the resolution as a table: a line for each paragraph, a column for each status or ministry."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.ui.theme import BODY, current_theme
from uprtracker.vocabulary.cross_table import CrossRow, CrossTable
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import bucket_label

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOTHING = QModelIndex()
_LABEL, _NAME, _GAP, FIRST_COUNT = range(4)


class CoverageMatrixModel(QAbstractTableModel):
    """Columns: label, name and gap of the paragraph in words, then the counts, their total, and voluntary pledges.

    A line without a `CrossRow` is a heading.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._lines: list[CrossRow | str] = []
        self._statuses = True

    def show_table(self, table: CrossTable, *, statuses: bool) -> None:
        """Show a table whose columns are statuses, or ministries."""
        self.beginResetModel()
        self._columns, self._statuses = table.columns, statuses
        self._lines = [_("Addressed to States"), *(row for row in table.rows if row.to_states)]
        others = [row for row in table.rows if not row.to_states]
        if others:
            self._lines += [_("Statements, and paragraphs addressed to others"), *others]
        self.endResetModel()

    def headings(self) -> list[int]:
        """The lines that are headings."""
        return [number for number, line in enumerate(self._lines) if isinstance(line, str)]

    def wish(self, index: Index) -> RowFilter | None:
        """The recommendations behind a cell; `None` where it counts none."""
        line = self._lines[index.row()]
        if isinstance(line, str) or not self._count(line, index.column()):
            return None
        label = (line.covered.paragraph.label,)
        place = index.column() - FIRST_COUNT
        if not 0 <= place < len(self._columns):
            return RowFilter(paragraphs=label)
        if self._statuses:
            return RowFilter(paragraphs=label, statuses=(self._columns[place],))
        return RowFilter(paragraphs=label, ministries=(self._columns[place],), lead_only=True)

    def has_gaps(self) -> bool:
        """Whether any line says what is lacking."""
        return any(gap_words(line.covered.gap) for line in self._lines if not isinstance(line, str))

    # what Qt asks

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else FIRST_COUNT + len(self._columns) + 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        name = self._title(section)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return name
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if self._has_words(section) else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if isinstance(line, str):
            return self._heading_data(line, index.column(), role)
        theme = current_theme()
        if role == Role.DisplayRole:
            return self._words(line, index.column())
        if role == Role.AccessibleTextRole:
            return self._spoken(line, index.column())
        if role == Role.ToolTipRole and index.column() == _NAME:
            return self._words(line, _NAME)
        if role == Role.TextAlignmentRole:
            words = self._has_words(index.column())
            side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Role.ForegroundRole:
            filled = self._has_words(index.column()) or self._count(line, index.column())
            return theme.colour("ink" if filled else "tertiary")
        if role == Role.FontRole and index.column() in (_LABEL, FIRST_COUNT + len(self._columns)):
            return theme.font(BODY, QFont.Weight.DemiBold)
        return None

    # cells

    def _title(self, column: int) -> str:
        if self._has_words(column):
            return (_("No."), _("Paragraph"), _("Gap"))[column]
        place = column - FIRST_COUNT
        if place < len(self._columns):
            key = self._columns[place]
            return bucket_label(key) if self._statuses else key or _("No lead ministry")
        return (_("Total"), _("Voluntary pledges"))[place - len(self._columns)]

    def _has_words(self, column: int) -> bool:
        return column < FIRST_COUNT

    def _count(self, line: CrossRow, column: int) -> int:
        place = column - FIRST_COUNT
        if 0 <= place < len(self._columns):
            return line.counts.get(self._columns[place], 0)
        return line.pledges if place == len(self._columns) + 1 else line.total

    def _words(self, line: CrossRow, column: int) -> str:
        paragraph = line.covered.paragraph
        if self._has_words(column):
            return (paragraph.label, sentence_case(paragraph.caption), gap_words(line.covered.gap))[column]
        count = self._count(line, column)
        return str(count) if count else "·"

    def _spoken(self, line: CrossRow, column: int) -> str:
        name = _("Paragraph {label}").format(label=line.covered.paragraph.label)
        if self._has_words(column):
            return f"{name}, {self._words(line, column)}" if column else name
        count = self._count(line, column)
        words = ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)
        return f"{name}, {self._title(column)}: {words}"

    def _heading_data(self, words: str, column: int, role: int) -> Any:
        if column != _LABEL:
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return words
        if role == Role.FontRole:
            return current_theme().font(BODY, QFont.Weight.DemiBold)
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        return None


def gap_words(gap: str) -> str:
    return {
        "no_recommendation": _("no recommendation"),
        "not_started": _("none beyond planned"),
    }.get(gap, "")
