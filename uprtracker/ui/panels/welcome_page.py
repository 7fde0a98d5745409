"""What the window shows without a dossier: ways to begin, and the dossiers opened last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel
from uprtracker.ui.theme import current_theme

_WIDTH = 560


class _RecentFile(QWidget):
    """One dossier that was opened before; greyed where it is no longer there."""

    chosen = Signal(str)

    def __init__(self, location: str) -> None:
        super().__init__()
        self._location = location
        there = "://" in location or Path(location).exists()
        name = location.rpartition("@")[2] if "://" in location else Path(location).stem
        button = LinkButton(name, _("Open {name}").format(name=name))
        button.setEnabled(there)
        button.clicked.connect(self._choose)
        folder = "" if "://" in location else str(Path(location).parent)
        where = ElidedLabel(folder if there else _("no longer there: {place}").format(place=folder), "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        line.addWidget(where, 1)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._location)


class WelcomePage(QWidget):
    """Three ways to begin; an error of opening stands above them as a sentence."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    clear_recent_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_page")
        self.setProperty("ground", "paper")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        inside = QWidget()
        inside.setFixedWidth(current_theme().px(_WIDTH))
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().px(8))
        self._say_what_this_is()
        self._offer_beginnings()
        self._column.addSpacing(24)
        self._column.addLayout(self._recent)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(inside, alignment=Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def _say_what_this_is(self) -> None:
        self._column.addWidget(PlainLabel(_("Follow up the Universal Periodic Review"), "title"))
        self._column.addWidget(
            PlainLabel(
                _(
                    "A dossier is one file with one State's recommendations: their status, who leads, what was done, "
                    "and which paragraphs of the resolution on human rights defenders they answer. It needs no network."
                ),
                "secondary",
                wrap=True,
            )
        )
        self._column.addSpacing(12)

    def _offer_beginnings(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, signal, kind in (
            (_("New dossier…"), self.new_requested, "primary"),
            (_("Open dossier…"), self.open_requested, ""),
            (_("Open the sample"), self.sample_requested, ""),
        ):
            button = QPushButton(words)
            button.setProperty("kind", kind)
            button.setAccessibleName(words.rstrip("…"))
            button.clicked.connect(signal)
            line.addWidget(button)
        line.addStretch()
        self._column.addLayout(line)

    def show_recent(self, locations: Sequence[str]) -> None:
        """List the dossiers opened last, the latest first."""
        while self._recent.count():
            if widget := self._recent.takeAt(0).widget():
                widget.deleteLater()
        if not locations:
            return
        self._recent.addWidget(PlainLabel(_("Opened last"), "heading"))
        for location in locations:
            entry = _RecentFile(location)
            entry.chosen.connect(self.recent_requested)
            self._recent.addWidget(entry)
        clear = LinkButton(_("Clear this list"))
        clear.clicked.connect(self.clear_recent_requested)
        self._recent.addWidget(clear, alignment=Qt.AlignmentFlag.AlignLeft)
