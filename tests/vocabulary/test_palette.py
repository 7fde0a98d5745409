"""Colours: legible words, and statuses that every eye can tell apart."""

import itertools

import pytest

from uprtracker.vocabulary.palette import DARK, LIGHT, Palette
from uprtracker.vocabulary.status import NOT_REPORTED, Status

# Full dichromacy, Machado, Oliveira and Fernandes (2009), linear RGB
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, p)) for p in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eye: str) -> float:
    seen = [
        lab([sum(w * p for w, p in zip(row, linear(c), strict=True)) for row in EYES[eye]])
        for c in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@THEMES
def test_words_are_legible(palette: Palette) -> None:
    for word in (palette.ink, palette.secondary, palette.tertiary, palette.accent):
        assert contrast(word, palette.paper) >= 4.5
    for ground in (palette.ground, palette.accent_soft, palette.hit):
        assert contrast(palette.ink, ground) >= 4.5
        assert contrast(palette.secondary, ground) >= 4.5


@THEMES
def test_every_status_shape_stands_out_on_paper(palette: Palette) -> None:
    for bucket, colour in palette.status.items():
        assert contrast(colour, palette.paper) >= 3.0, bucket


@THEMES
@pytest.mark.parametrize("eye", EYES)
def test_every_eye_tells_the_statuses_apart(palette: Palette, eye: str) -> None:
    for one, other in itertools.combinations(Status, 2):
        assert distance(palette.status[one], palette.status[other], eye) >= 15, (one, other)
    # the one pair of one colour is told by shape: an empty circle and a dotted one
    assert palette.status[NOT_REPORTED] == palette.status[Status.NOT_STARTED]
