"""What a workbook, a Word file or data will hold: what its first page states, its figures, and its first rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.status_bar import StatusBar
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.overview_words import status_filter
from uprtracker.ui.plain_label import PlainLabel, in_own_direction
from uprtracker.ui.report_work import Preview
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.figures import by_number, count_statuses
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import bucket_of

_MOST_ROWS = 200
_LEAST_TABLE, _ROOM_FOR_ALL = 240, 680
_POSITION, _LEAD = 2, 4
"""The columns that give way where there is little room."""


class ReportSummary(QScrollArea):
    """The file itself is read in its own program; here one sees whether it is the right one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = PlainLabel("", "title", wrap=True)
        self._statement = PlainLabel("", "caption", wrap=True)
        self.status = StatusBar(_("Official status, all recommendations"))
        self._rows_words = PlainLabel("", "heading")
        self.model = ItemTableModel(_columns(), lambda row: row.id, parent=self)
        self.table = ItemTable(self.model, _("Rows of the report"))
        self.table.setMinimumHeight(current_theme().px(_LEAST_TABLE))
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("ground", "paper")
        rule = QFrame()
        rule.setProperty("rule", "top")
        rule.setFixedHeight(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(8)
        for part in (self._title, self._statement):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.status)
        column.addSpacing(4)
        column.addWidget(rule)
        column.addWidget(self._rows_words)
        column.addWidget(self.table, 1)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current_theme().px(_ROOM_FOR_ALL)
        for number in (_POSITION, _LEAD):
            self.table.setColumnHidden(number, narrow)

    def show_preview(self, preview: Preview) -> None:
        rows = preview.data.rows
        self._title.setText(preview.product.title)
        language = preview.data.language
        self._statement.setText("\n".join(in_own_direction(line, language) for line in preview.statement))
        self.status.show_count(count_statuses(rows), status_filter)
        self.model.set_items(rows[:_MOST_ROWS])
        count = len(by_number(rows))
        words = ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)
        if len(rows) > _MOST_ROWS:
            words = _("{recommendations}; the first {n} rows are shown").format(
                recommendations=words, n=_MOST_ROWS
            )
        self._rows_words.setText(words)


def _columns() -> tuple[ItemColumn, ...]:
    return (
        ItemColumn(_("No."), lambda row: row.label, 72, "strong"),
        ItemColumn(_("Recommendation"), lambda row: row.text),
        ItemColumn(_("Position"), lambda row: row.position.label, 96, "quiet"),
        ItemColumn(_("Status"), _status_words, 170, bucket=lambda row: bucket_of(row.official)),
        ItemColumn(_("Lead ministry"), lambda row: row.lead, 150, "quiet"),
    )


def _status_words(row: Recommendation) -> str:
    return row.official.label if row.official is not None else _("Not reported")
