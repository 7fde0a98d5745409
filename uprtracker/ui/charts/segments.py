"""The segments of a stacked bar of official statuses: where they stand, and how they are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED

GAP = 1.0
_LEAST_WIDTH = 3.0
_HATCH_STEP = 3


@dataclass(frozen=True)
class Segment:
    """One bucket with its count, from `start` on along the bar, in pixels from the bar's beginning."""

    bucket: str
    count: int
    start: float
    width: float


def segments(count: StatusCount, length: float) -> list[Segment]:
    """The buckets that are not empty, in the order of the scale, over `length` pixels with hairline gaps between.

    A small count keeps a width that can be seen and pointed at.
    """
    present = [bucket for bucket in BUCKETS if count[bucket]]
    room = length - GAP * max(0, len(present) - 1)
    if not present or room <= 0:
        return []
    widths = [max(_LEAST_WIDTH, room * count[bucket] / count.total) for bucket in present]
    shrink = room / sum(widths)
    found, start = [], 0.0
    for bucket, width in zip(present, widths, strict=True):
        found.append(Segment(bucket, count[bucket], start, width * shrink))
        start += width * shrink + GAP
    return found


def draw_segment(painter: QPainter, place: QRectF, bucket: str) -> None:
    """Fill a rectangle as the bar of a bucket; *Not reported* is hatched."""
    theme = current_theme()
    colour = theme.status_colour(bucket)
    if bucket != NOT_REPORTED:
        painter.fillRect(place, colour)
        return
    for x in range(round(place.left()), round(place.right()), _HATCH_STEP):
        painter.fillRect(QRectF(x, place.top(), 1, place.height()), colour)
