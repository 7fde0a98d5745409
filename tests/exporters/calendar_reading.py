"""A strict reading of calendar files (RFC 5545), for tests: any departure from the rules is an error."""

import re
from dataclasses import dataclass, field

_LINE = re.compile(
    r"^(?P<name>[A-Z0-9-]+)(?P<parameters>(?:;[A-Z-]+=[^;:,\"\x00-\x1f]+)*):(?P<value>.*)$", re.DOTALL
)
_BARE_SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*[;,]")


@dataclass
class Component:
    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inner: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        (found,) = [value for key, _parameters, value in self.properties if key == name]
        return found

    def text(self, name: str) -> str:
        return unescaped(self.value(name))

    def parameters(self, name: str) -> dict[str, str]:
        (found,) = [parameters for key, parameters, _value in self.properties if key == name]
        return found


def read_calendar(content: bytes) -> Component:
    """The one calendar in a file."""
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    physical = text.split("\r\n")[:-1]
    assert all(0 < len(line.encode()) <= 75 for line in physical)
    lines = "\r\n".join(physical).replace("\r\n ", "").split("\r\n")
    root = Component("")
    open_ = [root]
    for line in lines:
        found = _LINE.match(line)
        assert found, line
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", line)
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            open_.append(Component(value))
            open_[-2].inner.append(open_[-1])
        elif name == "END":
            assert open_.pop().name == value
        else:
            parameters = dict(p.split("=", 1) for p in found["parameters"].split(";") if p)
            open_[-1].properties.append((name, parameters, value))
    assert open_ == [root]
    (calendar,) = root.inner
    assert calendar.name == "VCALENDAR"
    assert calendar.inner, "a calendar without any component is none"
    return calendar


def unescaped(value: str) -> str:
    """The text of a TEXT value; a bare `;` or `,`, or an unknown escape, is an error."""
    assert not _BARE_SPECIAL.search(value)
    pieces = re.split(r"(\\.)", value, flags=re.DOTALL)
    known = {"\\n": "\n", "\\N": "\n", "\\;": ";", "\\,": ",", "\\\\": "\\"}
    return "".join(known[piece] if piece.startswith("\\") else piece for piece in pieces)
