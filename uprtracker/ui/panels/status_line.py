"""The foot of the window: file, rows shown, filter, the caveat of the mapping, what is saved, and who works how."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.plain_label import ElidedLabel, PlainLabel, tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import TextVersion

_HEIGHT = 28
_KEPT_WIDTH = 120


class StatusLine(QFrame):
    """Plain facts, from left to right; the long ones are shortened where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAccessibleName(_("Status"))
        self.setProperty("rule", "top")
        self.setProperty("ground", "paper")
        self.file = ElidedLabel("", "quiet")
        self.rows = PlainLabel("", "quiet")
        self.filters = ElidedLabel("", "quiet")
        self.mapping = ElidedLabel("", "quiet")
        self.saved = PlainLabel("", "quiet")
        self.access = ElidedLabel("", "quiet")
        self.profile = ElidedLabel("", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(current_theme().px(18))
        for label in (self.file, self.rows, self.filters, self.mapping):
            line.addWidget(label)
        line.addStretch(1)
        for label in (self.saved, self.access, self.profile):
            line.addWidget(label)
        for label in (self.file, self.filters, self.mapping, self.access, self.profile):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current_theme().px(_HEIGHT))

    def show_file(self, location: str) -> None:
        name = location.rpartition("@")[2] if "://" in location else Path(location).name
        _show_kept(self.file, name)
        self.file.setToolTip(tooltip(name if "://" in location else location))

    def show_counts(self, shown: int, received: int) -> None:
        """Say `12 of 62 recommendations`."""
        words = ngettext("{shown} of {n} recommendation", "{shown} of {n} recommendations", received)
        self.rows.setText(words.format(shown=shown, n=received))

    def show_filters(self, chips: list[str]) -> None:
        self.filters.setText(_("Filter: {chips}").format(chips=", ".join(chips)) if chips else "")

    @Slot(str)
    def show_facts_of(self, page: str) -> None:
        """Counts and filter are facts about the list, and would mislead under another page."""
        for label in (self.rows, self.filters):
            label.setVisible(page == "recommendations")

    def show_text(self, text: TextVersion) -> None:
        """Name the text that recommendations are mapped to, and that the mapping is indicative."""
        self.mapping.setText(_("Indicative mapping · {text}").format(text=text.called))

    def show_saved(self, at: datetime | None) -> None:
        self.saved.setText(_("All changes saved {time}").format(time=f"{at:%H:%M}") if at else "")
        self.saved.setVisible(at is not None)

    def show_access(self, why_read_only: str) -> None:
        """Say whether the dossier may be changed, and if not why."""
        read_only = _("Read only: {reason}").format(reason=why_read_only)
        self.access.setProperty("role", "heading" if why_read_only else "quiet")
        self.access.style().polish(self.access)
        _show_kept(self.access, read_only if why_read_only else _("Read and write"))

    def show_actor(self, actor: Actor) -> None:
        """Say in which profile the person works, for whom and under which post: it stands in every history entry."""
        pieces = (actor.profile.label, actor.institution, actor.post)
        _show_kept(self.profile, " · ".join(piece for piece in pieces if piece))
        self.profile.setToolTip(
            tooltip(_("A profile is not access control: who has the file can read all of it."))
        )


def _show_kept(label: ElidedLabel, words: str) -> None:
    """Short facts are kept whole where there is little room: the caveat of the mapping and the filter give way first."""
    label.setMinimumWidth(0)
    label.setText(words)
    label.setMinimumWidth(min(label.sizeHint().width(), current_theme().px(_KEPT_WIDTH)))
