"""The status shapes as small pictures for Word: drawn as on paper, then turned into pixels."""

import struct
import zlib
from functools import cache
from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status

_SIZE = 10.0
_SCALE = 6.0


def shape_stream(bucket: str) -> BytesIO:
    """The picture of `shape_png` to read from."""
    return BytesIO(shape_png(bucket))


@cache
def shape_png(bucket: str) -> bytes:
    """A square picture of a bucket's shape on a clear ground."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(_SIZE, _SIZE), invariant=1)
    draw_status(Pen(canvas, _SIZE), bucket, 0, _SIZE / 2, _SIZE)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    try:
        bitmap = document[0].render(scale=_SCALE, fill_color=(255, 255, 255, 0), rev_byteorder=True)
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        document.close()


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Eight bits each of red, green, blue and cover."""
    lines = b"".join(b"\0" + pixels[y * stride : y * stride + 4 * width] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
