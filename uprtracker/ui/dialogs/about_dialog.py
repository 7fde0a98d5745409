"""What this program is, its version, its licence, and where it keeps things."""

from PySide6.QtCore import Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.paths import APP_NAME, config_dir, log_dir
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.version import __version__


class AboutDialog(QDialog):
    """Names the program; its buttons open the folders of settings and logs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About UPR Tracker"))
        self.setMinimumWidth(current_theme().px(460))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(f"{APP_NAME} {__version__}", "title"))
        for words in (
            _(
                "Follows up what other States recommended in the Universal Periodic Review, and maps it to the "
                "paragraphs of a General Assembly resolution. It works offline and sends nothing anywhere."
            ),
            _(
                "Licence: Apache-2.0. Fonts: IBM Plex, SIL Open Font License 1.1. Window: Qt {qt}, LGPL."
            ).format(qt=qVersion()),
        ):
            lines.addWidget(PlainLabel(words, "secondary", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for words, slot in ((_("Settings folder"), self._open_settings), (_("Log folder"), self._open_logs)):
            button = QPushButton(words)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        lines.addSpacing(8)
        lines.addWidget(buttons)

    @Slot()
    def _open_settings(self) -> None:
        _open_folder(config_dir())

    @Slot()
    def _open_logs(self) -> None:
        _open_folder(log_dir())


def _open_folder(folder: object) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
