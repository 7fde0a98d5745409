"""The objects of a large JSON list, one after the other: the file is never in memory as a whole."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from uprtracker.i18n import _
from uprtracker.importers import office_package as package

_CHUNK = 1 << 20
_LONGEST_OBJECT = 1 << 24
_SPACES = " \t\r\n"


def is_json(path: Path) -> bool:
    """Whether a file begins as a list or an object of JSON does."""
    start = package.first_bytes(path, 64).decode("utf-8-sig", errors="replace")
    return start.lstrip()[:1] in ("[", "{")


def json_objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of the list that a file is, or of the first list in the object that it is.

    Other entries of the list are left out. `UserError` for a file that is no JSON, is cut off, or holds no
    list.
    """
    try:
        package.first_bytes(path)
        with path.open(encoding="utf-8-sig") as file:
            reader = _Reader(path, file)
            reader.enter_list()
            yield from reader.objects()
    except UnicodeDecodeError as error:
        raise package.refusal(path, _("it is not written in UTF-8"), _("download it again")) from error
    except OSError as error:
        raise package.unreadable(path, error) from error


class _Reader:
    """A window over the text that moves on as values are taken from its front."""

    def __init__(self, path: Path, file: Any) -> None:
        self._path = path
        self._file = file
        self._window = ""
        self._at = 0
        self._at_end = False
        self._decoder = json.JSONDecoder()

    def enter_list(self) -> None:
        """Move behind the `[` of the list; values that stand before it in an object are passed over."""
        mark = self._take()
        if mark == "{":
            while True:
                name = self._value()
                if not isinstance(name, str) or self._take() != ":":
                    raise self._no_list()
                if self._peek() == "[":
                    break
                self._value()
                if self._take() != ",":
                    raise self._no_list()
            mark = self._take()
        if mark != "[":
            raise self._no_list()

    def objects(self) -> Iterator[dict[str, Any]]:
        if self._peek() == "]":
            return
        while True:
            value = self._value()
            if isinstance(value, dict):
                yield value
            mark = self._take()
            if mark == "]":
                return
            if mark != ",":
                raise self._broken()

    def _value(self) -> Any:
        """The next value; more text is read until it is complete."""
        self._peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._window, self._at)
            except (ValueError, RecursionError) as error:
                if len(self._window) - self._at > _LONGEST_OBJECT or not self._more():
                    raise self._broken() from error
                continue
            # a figure or a word at the very end of the window may go on in the next piece
            if end < len(self._window) or self._at_end:
                self._at = end
                return value
            self._more()

    def _take(self) -> str:
        mark = self._peek()
        self._at += 1
        return mark

    def _peek(self) -> str:
        while True:
            while self._at < len(self._window) and self._window[self._at] in _SPACES:
                self._at += 1
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        chunk = self._file.read(_CHUNK)
        self._window = self._window[self._at :] + chunk
        self._at = 0
        self._at_end = not chunk
        return bool(chunk)

    def _broken(self) -> Exception:
        return package.damaged(self._path)

    def _no_list(self) -> Exception:
        return package.refusal(self._path, _("it holds no list of records in JSON"), _("download it again"))
