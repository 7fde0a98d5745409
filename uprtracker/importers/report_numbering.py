"""The numbers of a report's lists: written as `140.7`, `95.(8)`, `60.(a)`; typing errors mended, gaps found."""

from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.report_list import PrintedItem, PrintedList
from uprtracker.importers.report_words import ordinal


@dataclass(frozen=True)
class NumberedItem:
    """An item with its place in the list from 1 and the number that is its own in the whole report."""

    place: int
    number: str
    item: PrintedItem


def numbered_items(printed: PrintedList, notices: list[Notice]) -> list[NumberedItem]:
    """The items of a list in order; an item of a list without numbers gets none.

    A number that its two neighbours prove to be a typing error is mended, and that is a notice: 84.93 between
    82.92 and 82.94 is 82.93.
    """
    items = printed.items
    places = [ordinal(item.item) for item in items]
    for at in range(1, len(items) - 1):
        if places[at] != places[at - 1] + 1 and places[at + 1] == places[at - 1] + 2:
            places[at] = places[at - 1] + 1
    numbered = [
        NumberedItem(place, _number(printed, place), item) for place, item in zip(places, items, strict=True)
    ]
    for entry in numbered:
        as_printed = _as_printed(printed, entry.item)
        if as_printed != entry.number:
            message = _(
                "{printed} is printed where {number} belongs by its neighbours; it was read as {number}"
            )
            notices.append(Notice(entry.item.where, message.format(printed=as_printed, number=entry.number)))
    return numbered


def gaps(lists: list[PrintedList], numbered: list[list[NumberedItem]]) -> list[str]:
    """Numbers missing from the series. A series goes on over the lists of one paragraph, and from one paragraph
    to the next where plain numbers run on."""
    missing: list[str] = []
    before: dict[str, int] = {}
    last_plain = 0
    for printed, items in zip(lists, numbered, strict=True):
        if printed.style in ("paragraph", "unnumbered"):
            continue
        numbers = {entry.number for entry in items}
        places = [entry.place for entry in items]
        first = before.get(printed.paragraph, 0)
        if printed.style == "plain" and not first and places[0] > last_plain:
            first = last_plain
        missing += [
            n for place in range(first + 1, max(places)) if (n := _number(printed, place)) not in numbers
        ]
        before[printed.paragraph] = last_plain = max(places)
    return missing


def letters(place: int) -> str:
    """1 is a, 26 z, 27 aa."""
    return chr(ord("a") + (place - 1) % 26) * ((place - 1) // 26 + 1)


def _number(printed: PrintedList, place: int) -> str:
    if printed.style == "unnumbered":
        return ""
    if printed.style == "paragraph":
        return str(place)
    item = letters(place) if printed.style == "letter" else str(place)
    if not printed.paragraph:
        return item
    return f"{printed.paragraph}.{item}" if printed.style == "dotted" else f"{printed.paragraph}.({item})"


def _as_printed(printed: PrintedList, item: PrintedItem) -> str:
    if printed.style == "dotted":
        return f"{item.head}.{item.item}"
    return _number(printed, ordinal(item.item))
