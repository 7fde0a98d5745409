"""A secretariat's own table, row by row."""

from typing import Any

HEADERS = [
    "No.",
    "Recommendation",
    "Position",
    "Theme",
    "Lead ministry",
    "Supporting ministries",
    "Status",
    "Deadline",
]


def row(number: str, text: str = "", *, position: str = "Accepted") -> list[Any]:
    text = text or f"Let marches pass freely in street {number} of the capital (Chile);"
    return [number, text, position, "Assembly", "Interior", "", "In progress", None]
