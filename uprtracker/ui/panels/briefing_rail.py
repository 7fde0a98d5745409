"""The left rail of the briefing page: the parts of the pack, with how much is missing in each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.briefing_parts import CRITICISM, NOTED, QUESTIONS, WHOLE, BriefingPart
from uprtracker.ui.panels.choice_rail import ChoiceRail
from uprtracker.ui.panels.rail_list import Entry, RailList

MISSING = "missing"
_AFTER_THE_SHEETS = (QUESTIONS, CRITICISM, NOTED)


class BriefingRail(ChoiceRail):
    """One part is chosen at a time; `chosen` tells its key, `MISSING` that of the list before printing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.front = RailList(_("Pack"), several=False)
        self.sheets = RailList(_("Sheets"), several=False)
        self.others = RailList(_("What others say"), several=False)
        super().__init__(_("Parts of the pack"), (self.front, self.sheets, self.others), parent)
        self.setObjectName("briefing_rail")

    def show_parts(self, parts: Sequence[BriefingPart], missing: int) -> None:
        """`missing` is what the whole pack lacks."""
        front = [part for part in parts if part.key == WHOLE]
        others = [part for part in parts if part.key in _AFTER_THE_SHEETS]
        sheets = [part for part in parts if part not in front and part not in others]
        before = Entry(MISSING, _("Missing before printing"), str(missing), spoken=_missing_words(missing))
        self.show_lists(
            (
                [*map(_entry, front), before],
                [_entry(part) for part in sheets],
                [_entry(part) for part in others],
            )
        )


def _entry(part: BriefingPart) -> Entry:
    """The count is of what is missing; a part that lacks nothing has none."""
    count = str(part.lacking) if part.lacking else ""
    return Entry(part.key, part.title, count, spoken=f"{part.title}, {_missing_words(part.lacking)}")


def _missing_words(n: int) -> str:
    if n == 0:
        return _("nothing is missing")
    return ngettext("{n} thing is missing", "{n} things are missing", n).format(n=n)
