"""Cycles and sessions of the Working Group on the Universal Periodic Review."""

# First session of each cycle; a later cycle is one more entry.
_FIRST_SESSIONS = (1, 13, 27, 41)


def cycle_of_session(session: int) -> int:
    """The cycle to which a session of the Working Group belongs."""
    return sum(1 for first in _FIRST_SESSIONS if first <= session)


def ordinal(n: int) -> str:
    """`1st`, `2nd`, `13th`."""
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"
