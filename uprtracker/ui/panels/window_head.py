"""The head of the window: whose dossier it is, the pages, the search, and the profile in which one works."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.page_switch import PageSwitch
from uprtracker.ui.panels.search_field import SearchField
from uprtracker.ui.plain_label import ElidedLabel, tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.profile import Actor

_HEIGHT, _SEARCH_WIDTH, _LEAST_SEARCH = 52, 340, 160
_LEAST_NAME, _MOST_NAME, _MOST_PROFILE = 144, 220, 150


class WindowHead(QFrame):
    """Emits nothing itself: its pages, its search field and the menu of its profile chip do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.setProperty("ground", "paper")
        self.state_name = ElidedLabel("", "reading")
        self.facts = ElidedLabel("", "quiet")
        self.pages = PageSwitch()
        self.search = SearchField()
        self.profile = QToolButton()
        self._lay_out()

    def _lay_out(self) -> None:
        theme = current_theme()
        self.state_name.setStyleSheet("font-weight: 600;")
        for label in (self.state_name, self.facts):
            label.setMaximumWidth(theme.px(_MOST_NAME))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(self.state_name)
        names.addWidget(self.facts)
        names.addStretch()
        self.search.setMinimumWidth(theme.px(_LEAST_SEARCH))
        self.search.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        self.search.setMinimumHeight(theme.px(32))
        self.profile.setProperty("kind", "chip")
        self.profile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.profile.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(theme.px(20))
        line.addLayout(names)
        line.addWidget(self.pages)
        line.addStretch(1)
        # the search field gives way to the pages, and takes what they leave up to its full width
        line.addWidget(self.search, _SEARCH_WIDTH)
        line.addWidget(self.profile)
        self.setFixedHeight(theme.px(_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(_HEIGHT))

    def set_profile_menu(self, menu: QMenu) -> None:
        self.profile.setMenu(menu)

    def show_info(self, info: DossierInfo | None) -> None:
        """Name the State and the cycles of the dossier; without one, only the program."""
        open_ = info is not None
        for part in (self.pages, self.search, self.profile):
            part.setVisible(open_)
        if info is None:
            self.state_name.setText("UPR Tracker")
            self.facts.setText(_("no dossier is open"))
            return
        count = len(info.cycles)
        cycles = ngettext("{n} cycle", "{n} cycles", count).format(n=count) if count else _("no review yet")
        pieces = ([_("invented sample")] if info.sample else []) + [cycles]
        self.state_name.setText(info.called)
        self.facts.setText(" · ".join(pieces))
        least = current_theme().px(_LEAST_NAME)
        for label in (self.state_name, self.facts):
            label.setMinimumWidth(min(label.sizeHint().width(), least))

    def show_actor(self, actor: Actor) -> None:
        """Say in which profile the person works."""
        words = actor.institution or actor.profile.label
        room = current_theme().px(_MOST_PROFILE)
        shown = self.profile.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.profile.setText(shown.replace("&", "&&"))
        whole = ", ".join(piece for piece in (actor.profile.label, actor.institution, actor.post) if piece)
        self.profile.setToolTip(tooltip(whole))
        self.profile.setAccessibleName(_("Profile: {profile}").format(profile=whole))
