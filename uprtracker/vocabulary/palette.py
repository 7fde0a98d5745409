"""Colour roles for screen and paper, light and dark (LOOK.md). Status is never told by colour alone."""

from dataclasses import dataclass

from uprtracker.vocabulary.status import NOT_REPORTED, Status


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`; `status` is keyed by the buckets of `status.BUCKETS`."""

    ink: str
    secondary: str
    tertiary: str
    ground: str
    paper: str
    line: str
    accent: str
    accent_soft: str
    hit: str
    status: dict[str, str]


LIGHT = Palette(
    ink="#1b1e24",
    secondary="#4a5160",
    tertiary="#6b7280",
    ground="#f6f7f9",
    paper="#ffffff",
    line="#e4e7ec",
    accent="#1f5fbf",
    accent_soft="#e8f0fc",
    hit="#fff1b8",
    status={
        Status.NOT_STARTED: "#909297",
        Status.PLANNED: "#2d67ec",
        Status.IN_PROGRESS: "#d07f10",
        Status.PARTIALLY_IMPLEMENTED: "#15544c",
        Status.FULLY_IMPLEMENTED: "#1ba75e",
        Status.CONTINUOUS: "#50188d",
        Status.NOT_BEING_IMPLEMENTED: "#a51113",
        NOT_REPORTED: "#909297",
    },
)

DARK = Palette(
    ink="#eceef2",
    secondary="#b6bcc8",
    tertiary="#8d95a5",
    ground="#15171c",
    paper="#1b1e24",
    line="#2c313a",
    accent="#7aa7ff",
    accent_soft="#22304a",
    hit="#5a4a12",
    status={
        Status.NOT_STARTED: "#6f7486",
        Status.PLANNED: "#537cd8",
        Status.IN_PROGRESS: "#f0b557",
        Status.PARTIALLY_IMPLEMENTED: "#07bd92",
        Status.FULLY_IMPLEMENTED: "#b7fbe2",
        Status.CONTINUOUS: "#cbace2",
        Status.NOT_BEING_IMPLEMENTED: "#d1433e",
        NOT_REPORTED: "#6f7486",
    },
)
