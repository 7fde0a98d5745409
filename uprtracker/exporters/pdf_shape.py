"""Draws the status shapes of `vocabulary.status_shape` on paper."""

from uprtracker.exporters.pdf_pen import Pen, Point
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status_shape import SHAPES, SIZE, Stroke


def draw_status(pen: Pen, bucket: str, x: float, middle: float, size: float) -> None:
    """The shape of a bucket in a square of `size` points, from `x` to the right, `middle` being its half height."""
    scale = size / SIZE

    def draw() -> None:
        for stroke in SHAPES[bucket]:
            points = [(px * scale, size - py * scale) for px, py in stroke.points]
            _draw(pen, stroke, points, scale, _ink(stroke, bucket))

    pen.stamp(f"{bucket}-{size:g}", x, middle - size / 2, size, draw)


def _ink(stroke: Stroke, bucket: str) -> str:
    return {"status": LIGHT.status[bucket], "paper": LIGHT.paper, "ink": LIGHT.ink}[stroke.ink]


def _draw(pen: Pen, stroke: Stroke, points: list[Point], scale: float, colour: str) -> None:
    radius, width = stroke.radius * scale, stroke.width * scale
    if stroke.kind == "ring":
        pen.ring(points[0], radius, colour, width, stroke.dash * scale)
    elif stroke.kind == "disc":
        pen.disc(points[0], radius, colour)
    elif stroke.kind == "wedge":
        pen.wedge(points[0], radius, stroke.sweep, colour)
    else:
        pen.line(points, colour, width, closed=stroke.kind == "polygon")


def draw_lock(pen: Pen, x: float, middle: float, size: float) -> None:
    """A closed lock, for what not everybody may see, in a square placed like a status shape."""

    def draw() -> None:
        width, body = 0.72 * size, 0.52 * size
        left = (size - width) / 2
        radius = 0.24 * size
        centre = (size / 2, body + 0.14 * size)
        pen.ring(centre, radius, LIGHT.ink, 0.11 * size)
        pen.rectangle(left, 0.02 * size, width, body, LIGHT.ink)
        pen.disc((size / 2, 0.3 * size), 0.08 * size, LIGHT.paper)

    pen.stamp(f"lock-{size:g}", x, middle - size / 2, size, draw)
