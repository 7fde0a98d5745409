"""What the briefing pack lacks, before it is printed: every entry leads to the field that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.briefing_parts import Target, target_of
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.briefing_missing import Missing

_MARGIN_X, _MARGIN_Y = 36, 24


class BriefingMissingList(QWidget):
    """`field_requested` carries where to write; the pack can be printed with gaps as well."""

    field_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._told = PlainLabel("", "secondary", wrap=True)
        self.export = QPushButton(_("Preview and print…"))
        self.export.setProperty("kind", "primary")
        self.export.setObjectName("briefing_export_button")
        self.export.setAccessibleName(_("Preview and print the briefing pack"))
        self.model = ItemTableModel(_columns(), target_of, parent=self)
        self.table = ItemTable(self.model, _("Missing before printing"), lines=1)
        self.table.setObjectName("briefing_missing_table")
        self._lay_out()
        self.table.opened.connect(self._open)
        self.export.clicked.connect(self.export_requested)

    def show_missing(self, lacks: Sequence[Missing]) -> None:
        n = len(lacks)
        told = ngettext(
            "{n} thing is missing. Press Enter on it to write it; the pack can be printed without it.",
            "{n} things are missing. Press Enter on one to write it; the pack can be printed without them.",
            n,
        ).format(n=n)
        self._told.setText(told if n else _("Nothing is missing. The pack is ready to be printed."))
        self.model.set_items(lacks)
        self.table.setVisible(n > 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("Missing before printing"), "title", wrap=True), 1)
        head.addWidget(self.export)
        above = column(4)
        above.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, 12)
        above.addLayout(head)
        above.addWidget(self._told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self.table, 1)
        self._rest = QWidget()
        whole.addWidget(self._rest)

    @Slot(object)
    def _open(self, lack: Missing) -> None:
        target: Target | None = target_of(lack)
        self.field_requested.emit(target)


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("Missing"), lambda lack: lack.what, look="strong"),
        ItemColumn(_("Where"), lambda lack: lack.where),
    ]
