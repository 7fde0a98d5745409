"""Colours that can be read and told apart, in both themes; fonts that are the bundled ones."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QImage
from pytestqt.qtbot import QtBot

from uprtracker.ui.icon import icon_file, pixmap
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.shape_painter import disputed_pixmap, status_pixmap
from uprtracker.ui.style_sheet import mixed
from uprtracker.ui.theme import BODY, Appearance, Theme, current_theme
from uprtracker.vocabulary.palette import DARK, LIGHT, Palette
from uprtracker.vocabulary.status import BUCKETS

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
def test_words_are_legible_wherever_they_stand(palette: Palette) -> None:
    grounds = (palette.paper, palette.ground)
    for words, ground in itertools.product((palette.ink, palette.secondary, palette.tertiary), grounds):
        assert contrast(words, ground) >= 4.5, (words, ground)
    for words, ground in itertools.product(
        (palette.ink, palette.secondary), (palette.accent_soft, palette.hit)
    ):
        assert contrast(words, ground) >= 4.5, (words, ground)
    assert contrast(palette.paper, palette.accent) >= 4.5
    assert contrast(palette.accent, palette.accent_soft) >= 4.5


@THEMES
def test_the_focus_ring_and_the_shapes_stand_out(palette: Palette) -> None:
    for ground in (palette.paper, palette.ground, palette.accent_soft):
        assert contrast(palette.accent, ground) >= 3
    for bucket in BUCKETS:
        assert contrast(palette.status[bucket], palette.paper) >= 3, bucket


def test_the_bundled_fonts_are_used(appearance: Appearance) -> None:
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        info = QFontInfo(current_theme().font(BODY, weight))
        assert info.family() == "IBM Plex Sans"
        assert info.weight() == weight
        assert info.pixelSize() == BODY


def test_lengths_grow_with_the_persons_text() -> None:
    assert Theme(LIGHT, scale=1.5).px(56) == 84


def test_every_status_has_a_picture_of_its_own(appearance: Appearance) -> None:
    pictures = [status_pixmap(bucket, 14).toImage() for bucket in BUCKETS]
    assert all(not is_empty(picture) for picture in [*pictures, disputed_pixmap(14).toImage()])
    grey = [picture.convertToFormat(QImage.Format.Format_Grayscale8) for picture in pictures]
    assert all(a != b for a, b in itertools.combinations(grey, 2))


def test_an_outline_is_added_where_the_ground_needs_it(appearance: Appearance) -> None:
    plain, outlined = (status_pixmap("planned", 28, outlined=o).toImage() for o in (False, True))
    assert plain != outlined


def is_empty(picture: QImage) -> bool:
    size = picture.size()
    return all(
        picture.pixelColor(x, y).alpha() == 0 for x in range(size.width()) for y in range(size.height())
    )


def test_icons_take_the_colour_of_their_role(appearance: Appearance) -> None:
    drawn = pixmap("search", "#1f5fbf", 32).toImage()
    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#1f5fbf"}
    assert "#ffffff" in Path(icon_file("check", "#ffffff")).read_text(encoding="utf-8")


def test_choosing_a_theme_changes_the_application(appearance: Appearance) -> None:
    appearance.choose("dark")
    assert current_theme().palette is DARK
    appearance.choose("light")
    assert current_theme().palette is LIGHT


def test_a_colour_between_two_others() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_data_is_never_read_as_markup(appearance: Appearance) -> None:
    label = PlainLabel("<b>140.12</b> & more")
    assert label.text() == "<b>140.12</b> & more"
    assert "&lt;b&gt;" in tooltip(label.text())
    assert tooltip("") == ""


def test_a_wrapped_label_is_as_high_as_its_text_at_every_width(appearance: Appearance, qtbot: QtBot) -> None:
    label = PlainLabel("a wrapped sentence of some length " * 4, wrap=True)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 10)
    narrow = label.minimumHeight()
    label.resize(600, 10)
    assert narrow > label.minimumHeight() > 0
