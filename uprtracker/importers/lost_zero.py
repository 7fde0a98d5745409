"""Numbers that a spreadsheet program has made figures of: 166.10 is then 166.1."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, time

from uprtracker.i18n import _
from uprtracker.importers.sheet import SheetRow, Value, cell_name


def numbers_without_zero(numbers: Iterable[str]) -> frozenset[str]:
    """Numbers that stand more than once while their tenfold stands nowhere, though the series goes that far."""
    counts = Counter(numbers)
    series: dict[str, set[int]] = defaultdict(set)
    for number in counts:
        head, _dot, item = number.rpartition(".")
        if head and item.isdigit():
            series[head].add(int(item))
    return frozenset(
        f"{head}.{item}"
        for head, items in series.items()
        for item in items
        if counts[f"{head}.{item}"] > 1 and item * 10 not in items and max(items) >= item * 10 - 1
    )


def doubt_of_number(value: Value, row: SheetRow, column: int) -> str:
    """Why a cell cannot be trusted as a number: it holds a figure with decimals or a date. Else empty."""
    cell = cell_name(row, column)
    if isinstance(value, float) and not value.is_integer():
        message = _(
            "cell {cell} holds the figure {value}, where a number such as {value}0 would have lost its zero"
        )
        return message.format(cell=cell, value=value)
    if isinstance(value, date | time):
        return _("cell {cell} holds a date, which spreadsheet programs make of numbers").format(cell=cell)
    return ""


def doubt_of_repeated(number: str, row: SheetRow, column: int) -> str:
    """What to say of one of the `numbers_without_zero`."""
    message = _(
        "cell {cell}: {number} stands more than once and {number}0 nowhere; one of them may have lost its zero"
    )
    return message.format(cell=cell_name(row, column), number=number)
