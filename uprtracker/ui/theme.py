"""How the window looks: colour roles, fonts and scale of the running application. Style rules are in `style_sheet`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from uprtracker.ui.style_sheet import style_sheet
from uprtracker.vocabulary.font import FAMILY_NAMES, FILES, font_file
from uprtracker.vocabulary.palette import DARK, LIGHT, Palette

SMALL, CAPTION, BODY, READING, TITLE = 11, 12, 13, 14, 20
"""The type scale in pixels, before the person's own size of text (LOOK.md)."""

THEMES = ("system", "light", "dark")

# The size of interface text on a system where nobody changed it, in pixels.
_USUAL_SYSTEM_SIZE = {"windows": 12, "cocoa": 13}
_USUAL_SIZE_ELSEWHERE = 15
_LARGEST_SCALE = 2.0


@dataclass(frozen=True)
class Theme:
    """One look: a palette, and how much larger than usual the person wants text."""

    palette: Palette = field(hash=False)
    dark: bool = False
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A length of LOOK.md in pixels of this person's screen."""
        return round(size * self.scale)

    def font(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return pixel_font(self.px(size), weight)

    def colour(self, role: str) -> QColor:
        """The colour of a role of `Palette`: `ink`, `accent_soft`, ..."""
        return _colour(getattr(self.palette, role))

    def status_colour(self, bucket: str) -> QColor:
        return _colour(self.palette.status[bucket])


@cache
def pixel_font(pixels: int, weight: QFont.Weight) -> QFont:
    """The interface's font in a size of the screen's own pixels; shared, so copy it before changing it."""
    font = QFont()
    font.setFamilies(list(FAMILY_NAMES.values()))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


class _Current:
    theme = Theme(LIGHT)


def current_theme() -> Theme:
    """The theme of the application; widgets read it when they paint, and repaint when the palette changes."""
    return _Current.theme


class Appearance(QObject):
    """Keeps the application in the theme that the person chose, which may be the system's."""

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._scale = _text_scale(application)
        # without a reference the hints' wrapper is deleted and the signal lost
        self._hints = QGuiApplication.styleHints()
        self._choice = choice
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(Theme(LIGHT, scale=self._scale).font())
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self.choose(choice)

    @property
    def choice(self) -> str:
        return self._choice

    def choose(self, choice: str) -> None:
        """Show the `light` or `dark` theme, or follow the `system`."""
        self._choice = choice
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._hints.setColorScheme(wanted.get(choice, Qt.ColorScheme.Unknown))
        self._apply()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """For building a window: with the style sheet on, every widget is styled again each time one is added above it."""
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._apply()

    @Slot()
    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        system_is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        dark = self._choice == "dark" or (self._choice == "system" and system_is_dark)
        theme = Theme(DARK if dark else LIGHT, dark, self._scale)
        _Current.theme = theme
        self._application.setPalette(qt_palette(theme))
        self._application.setStyleSheet(style_sheet(theme.palette, theme.scale))


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt; a second call does nothing."""
    for family, weight in FILES:
        QFontDatabase.addApplicationFont(str(font_file(family, weight)))


def _text_scale(application: QApplication) -> float:
    """How much larger than usual the person reads: never below the sizes that LOOK.md chose as legible."""
    platform = QGuiApplication.platformName()
    usual = _USUAL_SYSTEM_SIZE.get(platform, _USUAL_SIZE_ELSEWHERE)
    wanted = QFontInfo(application.font()).pixelSize() / usual
    return min(max(wanted, 1.0), _LARGEST_SCALE)


def qt_palette(theme: Theme) -> QPalette:
    """The colour roles as Qt names them."""
    colour, role = theme.colour, QPalette.ColorRole
    palette = QPalette()
    for qt_role, name in {
        role.Window: "paper",
        role.WindowText: "ink",
        role.Base: "paper",
        role.AlternateBase: "ground",
        role.Text: "ink",
        role.PlaceholderText: "tertiary",
        role.Button: "paper",
        role.ButtonText: "ink",
        role.BrightText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "paper",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "paper",
        role.ToolTipText: "ink",
        role.Light: "paper",
        role.Midlight: "line",
        role.Mid: "line",
        role.Dark: "tertiary",
        role.Shadow: "tertiary",
    }.items():
        palette.setColor(qt_role, colour(name))
    for qt_role in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, colour("tertiary"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colour("line"))
    return palette
