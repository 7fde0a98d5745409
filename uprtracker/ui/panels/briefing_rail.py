"""The left rail of the briefing page: the parts of the pack, with how much is missing in each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.briefing_parts import CRITICISM, NOTED, QUESTIONS, WHOLE, BriefingPart
from uprtracker.ui.panels.rail_list import Entry, RailList, rail_heading
from uprtracker.ui.theme import current_theme

WIDTH = 276
MISSING = "missing"
_AFTER_THE_SHEETS = (QUESTIONS, CRITICISM, NOTED)


class BriefingRail(QScrollArea):
    """One part is chosen at a time; `chosen` tells its key, `MISSING` that of the list before printing."""

    chosen = Signal(str)
    entered = Signal()
    """The person wants to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefing_rail")
        self.setAccessibleName(_("Parts of the pack"))
        self.front = RailList(_("Pack"), several=False)
        self.sheets = RailList(_("Sheets"), several=False)
        self.others = RailList(_("What others say"), several=False)
        self._lists = (self.front, self.sheets, self.others)
        self._headings = [rail_heading(rail.accessibleName()) for rail in self._lists]
        self._key = ""
        self._lay_out()
        for rail in self._lists:
            rail.values_chosen.connect(self._choose)
            rail.opened.connect(self.entered)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(WIDTH), 600)

    def show_parts(self, parts: Sequence[BriefingPart], missing: int) -> None:
        """`missing` is what the whole pack lacks."""
        front = [part for part in parts if part.key == WHOLE]
        others = [part for part in parts if part.key in _AFTER_THE_SHEETS]
        sheets = [part for part in parts if part not in front and part not in others]
        before = Entry(MISSING, _("Missing before printing"), str(missing), spoken=_missing_words(missing))
        self.front.show_entries([*map(_entry, front), before])
        self.sheets.show_entries([_entry(part) for part in sheets])
        self.others.show_entries([_entry(part) for part in others])
        for rail, heading in zip(self._lists, self._headings, strict=True):
            shown = rail.topLevelItemCount() > 0
            rail.setVisible(shown)
            heading.setVisible(shown)
        self.show_chosen(self._key)

    def show_chosen(self, key: str) -> None:
        self._key = key
        for rail in self._lists:
            rail.show_chosen([key])

    @Slot(object)
    def _choose(self, values: list[str]) -> None:
        """Something always stays chosen."""
        if values and values[0] != self._key:
            self.show_chosen(values[0])
            self.chosen.emit(values[0])
        else:
            self.show_chosen(self._key)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(current_theme().px(160))
        self.setProperty("ground", "ground")
        inside = QWidget()
        inside.setProperty("ground", "ground")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(6, 12, 4, 16)
        lines.setSpacing(2)
        for rail, heading in zip(self._lists, self._headings, strict=True):
            lines.addWidget(heading)
            lines.addWidget(rail)
        lines.addStretch()
        self.setWidget(inside)


def _entry(part: BriefingPart) -> Entry:
    """The count is of what is missing; a part that lacks nothing has none."""
    count = str(part.lacking) if part.lacking else ""
    return Entry(part.key, part.title, count, spoken=f"{part.title}, {_missing_words(part.lacking)}")


def _missing_words(n: int) -> str:
    if n == 0:
        return _("nothing is missing")
    return ngettext("{n} thing is missing", "{n} things are missing", n).format(n=n)
