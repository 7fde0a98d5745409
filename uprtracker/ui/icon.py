"""Icons from `resources/icons`, tinted by a colour role of the theme, for buttons, fields and style rules."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from uprtracker.paths import resource

_SIZES = (16, 24, 32, 48)


def tinted_svg(name: str, colour: str) -> bytes:
    """The drawing of an icon in one colour, `#rrggbb`."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", colour).encode()


@cache
def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """An icon in a colour of the theme's palette; `disabled` is its colour on what cannot be used."""
    made = QIcon()
    _add(made, name, colour, QIcon.Mode.Normal)
    if disabled is not None:
        _add(made, name, disabled, QIcon.Mode.Disabled)
    return made


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels on a screen of that pixel ratio."""
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(tinted_svg(name, colour))).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def application_icon() -> QIcon:
    return QIcon(str(resource("icons", "app.png")))


@cache
def icon_file(name: str, colour: str) -> str:
    """A file with the tinted icon: style sheets take pictures from nowhere else. It is gone when the program ends."""
    path = Path(_folder().path()) / f"{name}-{colour[1:]}.svg"
    path.write_bytes(tinted_svg(name, colour))
    return QDir.fromNativeSeparators(str(path))


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()


def _add(target: QIcon, name: str, colour: str, mode: QIcon.Mode) -> None:
    for size in _SIZES:
        target.addPixmap(pixmap(name, colour, size), mode)
