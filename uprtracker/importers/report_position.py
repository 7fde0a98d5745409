"""The position of each list of a report: from its lead-in, or from a remark that stands behind the lists."""

import re
from dataclasses import dataclass, field

from uprtracker.importers.lead_in import LeadIn, read_lead_in
from uprtracker.importers.number_ranges import leading_list
from uprtracker.importers.report_list import PrintedList
from uprtracker.vocabulary.position import Position

_POINTS_BACK = re.compile(
    r"\b(?:these|those|the\s+above|above[\s-]?mentioned|aforementioned)\b", re.IGNORECASE
)
_LISTS_ELSEWHERE = re.compile(r"\bin\s+paragraphs?\s+[0-9]+", re.IGNORECASE)


@dataclass
class ListPosition:
    """A list, what its lead-in says, and the items that alone are already implemented where it names some."""

    printed: PrintedList
    lead_in: LeadIn
    implemented: set[str] = field(default_factory=set)

    def is_implemented(self, item: str) -> bool:
        if self.implemented:
            return item in self.implemented
        return self.lead_in.already_implemented and not self.lead_in.implemented


def positions_of(lists: list[PrintedList]) -> tuple[list[ListPosition], list[PrintedList]]:
    """The lists with their positions, and the remarks that say nothing about any of them."""
    found: list[ListPosition] = []
    remarks: list[PrintedList] = []
    for printed in lists:
        lead_in = read_lead_in(printed.lead_in)
        if printed.items:
            found.append(ListPosition(printed, lead_in))
            _flag(found[-1:], lead_in.implemented)
        elif not _says_about(found, printed.lead_in, lead_in):
            remarks.append(printed)
    return found, remarks


def _says_about(found: list[ListPosition], text: str, lead_in: LeadIn) -> bool:
    """Take over a remark such as "The response to these recommendations will be included ..."."""
    if lead_in.implemented:
        return _flag(found, lead_in.implemented)
    open_lists = [entry for entry in found if entry.lead_in.position is Position.UNKNOWN]
    if lead_in.position is Position.UNKNOWN or not open_lists or _LISTS_ELSEWHERE.search(text):
        return False
    if not _POINTS_BACK.search(text):
        return False
    for entry in open_lists:
        entry.lead_in = lead_in
    return True


def _flag(found: list[ListPosition], numbers: str) -> bool:
    """Mark the named items in the last list that holds them all."""
    named = leading_list(numbers, frozenset(entry.printed.paragraph for entry in found)) if numbers else None
    items = {numbered.number.rpartition(".")[2] for numbered in named.numbers} if named else set()
    for entry in reversed(found):
        if items and items <= {item.item for item in entry.printed.items}:
            entry.implemented |= items
            return True
    return False
