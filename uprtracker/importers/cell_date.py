"""Dates as tables hold them: real ones, serial figures, and texts in the orders that people write."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from uprtracker.importers.sheet import Value

_ISO = re.compile(r"^(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ].*)?$")
_WRITTEN = re.compile(r"^(?P<first>[0-9]{1,2})[-/. ](?P<second>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})$")
_SERIAL = re.compile(r"^[0-9]{4,6}(?:[.,][0-9]+)?$")
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
# 1954 to 2119: a figure outside is no date of our field but a year, a number or an amount.
_SERIALS = range(20_000, 80_000)


@dataclass(frozen=True)
class DateReading:
    """`day` is None for what is no date; `either_order`: day and month could be read the other way round."""

    day: date | None
    either_order: bool = False


def read_date(value: Value, *, day_first: bool = True, counts_from_1904: bool = False) -> DateReading:
    """Read a cell as a date. Of `12/03/2024` the first figure is the day unless it cannot be."""
    if isinstance(value, datetime):
        return DateReading(value.date())
    if isinstance(value, date):
        return DateReading(value)
    if isinstance(value, bool) or value is None:
        return DateReading(None)
    if isinstance(value, int | float):
        return DateReading(_from_serial(float(value), counts_from_1904))
    return (
        _written(value.strip(), day_first, counts_from_1904) if isinstance(value, str) else DateReading(None)
    )


def _written(text: str, day_first: bool, counts_from_1904: bool) -> DateReading:
    if found := _ISO.match(text):
        return DateReading(_day(int(found["year"]), int(found["month"]), int(found["day"])))
    if found := _WRITTEN.match(text):
        year, first, second = int(found["year"]), int(found["first"]), int(found["second"])
        if max(first, second) > 12 or first == second:
            day, month = (first, second) if first >= second else (second, first)
            return DateReading(_day(year, month, day))
        day, month = (first, second) if day_first else (second, first)
        return DateReading(_day(year, month, day), either_order=True)
    if _SERIAL.match(text):
        return DateReading(_from_serial(float(text.replace(",", ".")), counts_from_1904))
    return DateReading(None)


def _from_serial(serial: float, counts_from_1904: bool) -> date | None:
    days = int(serial) if abs(serial) < 1e6 else 0
    if days not in _SERIALS:
        return None
    return (_EPOCH_1904 if counts_from_1904 else _EPOCH) + timedelta(days=days)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
