"""Days as the screen shows them, and as a person types them."""

import re
from datetime import date

from PySide6.QtCore import QDate

from uprtracker.i18n import current_language
from uprtracker.ui.screen_locale import screen_locale

_LONG, _SHORT = "d MMMM yyyy", "d MMM yyyy"
_OTHERWISE = {
    ("es", _LONG): "d 'de' MMMM 'de' yyyy",
    ("zh", _LONG): "yyyy年M月d日",
    ("zh", _SHORT): "yyyy年M月d日",
}
_NUMBERS = re.compile(r"^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})$")


def short_day(day: date) -> str:
    """`23 Nov 2026`, for columns of dates."""
    return _written(day, _SHORT)


def long_day(day: date) -> str:
    """`23 November 2026`."""
    return _written(day, _LONG)


def read_day(typed: str) -> date | None:
    """The day that `30 June 2027`, `30 Jun 2027`, `2027-06-30` or `30.6.2027` means; `None` for anything else.

    Figures alone are read day first, as the United Nations writes dates.
    """
    words = " ".join(typed.replace(",", " ").split())
    if found := _NUMBERS.match(words):
        first, month, last = (int(piece) for piece in found.groups())
        year, day = (first, last) if len(found[1]) == 4 else (last, first)
        return _day(year, month, day)
    for pattern in dict.fromkeys((*_patterns(_LONG), *_patterns(_SHORT))):
        read = screen_locale().toDate(words, pattern)
        if read.isValid():
            return date(read.year(), read.month(), read.day())
    return None


def _patterns(usual: str) -> tuple[str, ...]:
    """How the language writes a day, and the usual way, which is read in every language."""
    return _OTHERWISE.get((current_language(), usual), usual), usual


def _written(day: date, usual: str) -> str:
    return screen_locale().toString(QDate(day.year, day.month, day.day), _patterns(usual)[0])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1900 else None
    except ValueError:
        return None
