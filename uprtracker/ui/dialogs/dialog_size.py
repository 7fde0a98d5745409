"""How large a dialog opens: as large as it would like to be, and never larger than the screen."""

from PySide6.QtWidgets import QDialog

from uprtracker.ui.theme import current_theme

_SHARE_OF_SCREEN = 0.92


def open_at_size(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size in pixels of LOOK.md, within its screen."""
    theme, room = current_theme(), dialog.screen().availableGeometry()
    dialog.resize(
        min(theme.px(width), round(room.width() * _SHARE_OF_SCREEN)),
        min(theme.px(height), round(room.height() * _SHARE_OF_SCREEN)),
    )
