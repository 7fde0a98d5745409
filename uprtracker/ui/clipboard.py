"""Putting tables on the clipboard, and leaving nothing there that Python must still take apart after it has ended."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

_OURS = "application/x-uprtracker-table"


def copy_table(lines: Sequence[Sequence[str]], html: str) -> None:
    """Copy cells as text with tabs and as a table."""
    copied = QMimeData()
    copied.setText(as_text(lines))
    copied.setData("text/html", QByteArray(html.encode()))
    copied.setData(_OURS, QByteArray(b"1"))
    QGuiApplication.clipboard().setMimeData(copied)


def leave_text_only() -> None:
    """To be called before the program ends: data made in Python, destroyed after Python has ended, crashes it."""
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    # an empty clipboard may hold no data at all
    if held is not None and held.hasFormat(_OURS):
        clipboard.setText(clipboard.text())


def as_text(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
