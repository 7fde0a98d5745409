"""What the reader of a report would miss, and how its words stand to their limit: told before it is printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.report_work import Lack
from uprtracker.ui.theme import current_theme

_LINE, _MOST_LINES = 24, 8


class LackList(QWidget):
    """Hidden where there is nothing to say; Enter and a double click tell where something missing is written."""

    opened = Signal(object)
    """The target of a `Lack`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacks: tuple[Lack, ...] = ()
        self._remark = PlainLabel("", "caption", wrap=True)
        self._title = PlainLabel("", "heading", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Still missing"))
        self.list.setProperty("look", "list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.replace = LinkButton(_("Replace characters…"))
        lines = column(6)
        for part in (self._remark, self._title, self.list):
            lines.addWidget(part)
        lines.addWidget(self.replace, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setLayout(lines)
        self.list.itemActivated.connect(self._open)

    def show_lacks(self, lacks: Sequence[Lack], remark: str, *, replaceable: bool = False) -> None:
        """Show sentences about what is missing, and the remark that the product makes about itself."""
        self.replace.setVisible(replaceable)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        count = len(lacks)
        words = ngettext("{n} thing is still missing", "{n} things are still missing", count)
        self._title.setText(words.format(n=count))
        self._title.setVisible(bool(lacks))
        self.list.setVisible(bool(lacks))
        self._lacks = tuple(lacks)
        self.list.clear()
        for lack in lacks:
            item = QListWidgetItem(lack.words, self.list)
            item.setToolTip(tooltip(lack.words))
        self.list.setFixedHeight(current_theme().px(_LINE) * min(max(count, 1), _MOST_LINES) + 6)
        self.setVisible(bool(lacks or remark or replaceable))

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        target = self._lacks[self.list.row(item)].target
        if target is not None:
            self.opened.emit(target)
