"""Values as the history keeps them, in the words that are printed. What an entry says as a sentence is not here."""

from collections.abc import Mapping

from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Assessment, Status

_SCALES: Mapping[str, Mapping[str, Status | Position | Assessment]] = {
    "status": {value.value: value for value in Status},
    "position": {value.value: value for value in Position},
    "assessment": {value.value: value for value in Assessment},
}


def printed_value(field: str, stored: str) -> str:
    """`In progress` for `in_progress`; a value that is on no scale is printed as it is stored."""
    value = _SCALES.get(field, {}).get(stored)
    return value.label if value else stored
