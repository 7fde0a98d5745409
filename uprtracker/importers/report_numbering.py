"""The numbers of a report's lists: written as `140.7`, `95.(8)`, `60.(a)`; typing errors mended, gaps found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.report_list import PrintedItem, PrintedList, ordinal


@dataclass(frozen=True)
class NumberedItem:
    """An item with the number that is its own in the whole report."""

    number: str
    item: PrintedItem


def numbered_items(printed: PrintedList, notices: list[Notice]) -> list[NumberedItem]:
    """The items of a list in order. A number that its two neighbours prove to be a typing error is mended, and
    that is a notice: 84.93 between 82.92 and 82.94 is 82.93."""
    items = printed.items
    places = [ordinal(item.item) for item in items]
    for at in range(1, len(items) - 1):
        if places[at] != places[at - 1] + 1 and places[at + 1] == places[at - 1] + 2:
            places[at] = places[at - 1] + 1
    numbered = [
        NumberedItem(_number(printed, place), item) for place, item in zip(places, items, strict=True)
    ]
    for entry in numbered:
        as_printed = _as_printed(printed, entry.item)
        if as_printed != entry.number:
            message = _(
                "{printed} is printed where {number} belongs by its neighbours; it was read as {number}"
            )
            notices.append(Notice(entry.item.where, message.format(printed=as_printed, number=entry.number)))
    return numbered


def gaps(printed: PrintedList, numbered: list[NumberedItem], before: int) -> list[str]:
    """Numbers missing from a list; `before` is the last item of the list before, where the numbers run on."""
    places = [ordinal(re.sub(r"^.*\.|[()]", "", entry.number)) for entry in numbered]
    first = before + 1 if before and places[0] > before else 1
    return [_number(printed, place) for place in range(first, max(places)) if place not in places]


def _number(printed: PrintedList, place: int) -> str:
    if printed.style == "letter":
        return f"{printed.paragraph}.({letters(place)})"
    item = str(place) if printed.style == "dotted" else f"({place})"
    return f"{printed.paragraph}.{item}"


def letters(place: int) -> str:
    """1 is a, 26 z, 27 aa."""
    return chr(ord("a") + (place - 1) % 26) * ((place - 1) // 26 + 1)


def _as_printed(printed: PrintedList, item: PrintedItem) -> str:
    if printed.style == "dotted":
        return f"{item.head}.{item.item}"
    return f"{printed.paragraph}.({item.item})"


def last_places(lists: list[PrintedList]) -> Iterator[int]:
    """For each list the last number of the one before it, where its own numbers run on from there."""
    before = 0
    for printed in lists:
        yield before if printed.style == "plain" and ordinal(printed.items[0].item) > 1 else 0
        before = printed.last
