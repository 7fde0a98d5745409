"""The status shapes of `vocabulary.status_shape` as small pictures for Word."""

import struct
import zlib
from functools import cache
from io import BytesIO

import pypdfium2
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status_shape import SHAPES, SIZE, Stroke

_SCALE = 4.5
"""Pixels to a unit of the shape."""


def shape_stream(bucket: str) -> BytesIO:
    """The picture of `shape_png` to read from."""
    return BytesIO(shape_png(bucket))


@cache
def shape_png(bucket: str) -> bytes:
    """A square picture of a bucket's shape on a clear ground."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(SIZE, SIZE), bottomup=0)
    for stroke in SHAPES[bucket]:
        _draw(canvas, stroke, bucket)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    try:
        bitmap = document[0].render(scale=_SCALE, fill_color=(255, 255, 255, 0), rev_byteorder=True)
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        document.close()


def _draw(canvas: Canvas, stroke: Stroke, bucket: str) -> None:
    colour = {"status": LIGHT.status[bucket], "paper": LIGHT.paper, "ink": LIGHT.ink}[stroke.ink]
    canvas.setFillColor(HexColor(colour))
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(stroke.width)
    canvas.setLineCap(0 if stroke.kind == "ring" else 1)
    canvas.setLineJoin(1)
    canvas.setDash([stroke.dash] if stroke.dash else [])
    x, y = stroke.points[0]
    r = stroke.radius
    if stroke.kind in ("ring", "disc"):
        canvas.circle(x, y, r, stroke=int(stroke.kind == "ring"), fill=int(stroke.kind == "disc"))
    elif stroke.kind == "wedge":
        # from the top on, as a clock's hand turns; y runs downwards here
        canvas.wedge(x - r, y - r, x + r, y + r, -90, 360 * stroke.sweep, stroke=0, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x, y)
        for point in stroke.points[1:]:
            path.lineTo(*point)
        if stroke.kind == "polygon":
            path.close()
        canvas.drawPath(path)


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Eight bits each of red, green, blue and cover."""
    lines = b"".join(b"\0" + pixels[y * stride : y * stride + 4 * width] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
