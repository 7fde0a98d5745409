"""Dates as a person reads them: `23 November 2026`."""

from datetime import date

from uprtracker.i18n import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def day_in_words(day: date) -> str:
    """`23 November 2026`."""
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def iso_day(words: str) -> date | None:
    """The day that an ISO date names; `None` for anything else, such as the name of a snapshot."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
