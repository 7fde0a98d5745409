"""The status shapes as geometry, drawn alike on screen, on paper and in legends (LOOK.md).

A shape is a list of strokes and fills on a square of 14 by 14 units, y downwards. Renderers draw `kind`:
`ring` (circle outline), `disc` (filled circle), `wedge` (filled sector), `line` (open polyline), `polygon` (closed outline).
"""

import math
from dataclasses import dataclass

from uprtracker.vocabulary.status import NOT_REPORTED, Status

SIZE = 14.0
_CENTRE = 7.0
_RADIUS = 5.6
_INNER = 3.6


@dataclass(frozen=True)
class Stroke:
    """One element of a shape. `points` are (x, y); `radius` for ring, disc and wedge; `sweep` the wedge's share of a turn.

    `ink` names the colour role: `status` (the status colour), `paper` (the ground shown through) or `ink`.
    `dash` is the length of dashes and gaps in units, 0 for a solid line.
    """

    kind: str
    points: tuple[tuple[float, float], ...]
    radius: float = 0.0
    width: float = 0.0
    sweep: float = 0.0
    dash: float = 0.0
    ink: str = "status"


def _ring(dash: float = 0.0) -> Stroke:
    return Stroke("ring", ((_CENTRE, _CENTRE),), radius=_RADIUS, width=1.6, dash=dash)


def _wedge(share: float) -> Stroke:
    return Stroke("wedge", ((_CENTRE, _CENTRE),), radius=_INNER, sweep=share)


def _arc(start: float, end: float, radius: float) -> tuple[tuple[float, float], ...]:
    """Points on a circle from one angle to another, degrees clockwise from the right."""
    steps = 10
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return tuple((_CENTRE + radius * math.cos(a), _CENTRE + radius * math.sin(a)) for a in angles)


def _turning_arrows() -> tuple[Stroke, ...]:
    strokes = []
    for start in (-165.0, 15.0):
        arc = _arc(start, start + 130, 2.9)
        x, y = arc[-1]
        turned = math.radians(start + 130)
        # the head opens backwards along the arc's tangent
        tip = (x, y)
        back = [
            (x + 2.0 * math.cos(turned - math.pi / 2 + side), y + 2.0 * math.sin(turned - math.pi / 2 + side))
            for side in (-0.75, 0.75)
        ]
        strokes.append(Stroke("line", arc, width=1.3))
        strokes.append(Stroke("line", (back[0], tip, back[1]), width=1.3))
    return tuple(strokes)


_TICK = Stroke("line", ((4.3, 7.2), (6.2, 9.1), (9.8, 5.1)), width=1.6, ink="paper")
_CROSS = (
    Stroke("line", ((4.8, 4.8), (9.2, 9.2)), width=1.6),
    Stroke("line", ((9.2, 4.8), (4.8, 9.2)), width=1.6),
)

SHAPES: dict[str, tuple[Stroke, ...]] = {
    Status.NOT_STARTED: (_ring(),),
    Status.PLANNED: (_ring(), _wedge(0.12)),
    Status.IN_PROGRESS: (_ring(), _wedge(0.5)),
    Status.PARTIALLY_IMPLEMENTED: (_ring(), _wedge(0.75)),
    Status.FULLY_IMPLEMENTED: (Stroke("disc", ((_CENTRE, _CENTRE),), radius=_RADIUS + 0.8), _TICK),
    Status.CONTINUOUS: (_ring(), *_turning_arrows()),
    Status.NOT_BEING_IMPLEMENTED: (_ring(), *_CROSS),
    NOT_REPORTED: (_ring(dash=2.0),),
}
"""The shape of every bucket of `status.BUCKETS`."""

DISPUTED: tuple[Stroke, ...] = (
    Stroke("polygon", ((7.0, 1.5), (12.5, 7.0), (7.0, 12.5), (1.5, 7.0)), width=1.4, ink="ink"),
)
