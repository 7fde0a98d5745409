"""The head of the window: whose dossier it is, the pages, the search, and the profile in which one works."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.search_field import SearchField
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import DossierInfo

_HEIGHT, _SEARCH_WIDTH, _LEAST_SEARCH = 52, 340, 120


class PageTabs(QTabBar):
    """One tab for each page, in the order in which they were added."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._ask)

    def add_page(self, key: str, title: str) -> None:
        self.setTabData(self.addTab(title), key)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        for place in range(self.count()):
            if self.tabData(place) == key:
                self.setCurrentIndex(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # style rules know no focus of a single tab
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().colour("accent"), 2))
            ring = QRectF(self.tabRect(self.currentIndex())).adjusted(1, 1, -3, -1)
            painter.drawRoundedRect(ring, 5, 5)

    @Slot(int)
    def _ask(self, place: int) -> None:
        if place >= 0 and self.tabData(place) is not None:
            self.page_requested.emit(self.tabData(place))


class WindowHead(QFrame):
    """Emits nothing itself: its tabs, its search field and the menu of its profile chip do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.setProperty("ground", "paper")
        self.state_name = PlainLabel("", "reading")
        self.facts = PlainLabel("", "quiet")
        self.tabs = PageTabs()
        self.search = SearchField()
        self.profile = QToolButton()
        self._lay_out()

    def _lay_out(self) -> None:
        theme = current_theme()
        self.state_name.setStyleSheet("font-weight: 600;")
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
        line.addWidget(self.tabs)
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
        for part in (self.tabs, self.search, self.profile):
            part.setVisible(open_)
        if info is None:
            self.state_name.setText("UPR Tracker")
            self.facts.setText(_("no dossier is open"))
            return
        count = len(info.cycles)
        cycles = ngettext("{n} cycle", "{n} cycles", count).format(n=count) if count else _("no review yet")
        pieces = ([_("invented sample")] if info.sample else []) + [cycles]
        self.state_name.setText(info.state_name)
        self.facts.setText(" · ".join(pieces))

    def show_actor(self, actor: Actor) -> None:
        """Say in which profile the person works."""
        words = actor.institution or actor.profile.label
        self.profile.setText(words.replace("&", "&&"))
        whole = ", ".join(piece for piece in (actor.profile.label, actor.institution, actor.post) if piece)
        self.profile.setToolTip(tooltip(whole))
        self.profile.setAccessibleName(_("Profile: {profile}").format(profile=whole))
