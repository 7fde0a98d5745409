"""The pages as tabs in the head of the window. Those for which there is no room are in the menu at their end."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from uprtracker.i18n import _
from uprtracker.ui.icon import icon
from uprtracker.ui.theme import current_theme


class PageTabs(QTabBar):
    """One tab for each page, in the order in which they were added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def width_of(self, place: int) -> int:
        """How wide a tab is, or would be if it were shown."""
        return self.tabSizeHint(place).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # style rules know no focus of a single tab
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().colour("accent"), 2))
            ring = QRectF(self.tabRect(self.currentIndex())).adjusted(1, 1, -3, -1)
            painter.drawRoundedRect(ring, 5, 5)


class PageSwitch(QWidget):
    """Shows as many tabs as fit, always the one of the page that is shown; `More` opens the others."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: list[QAction] = []
        self.tabs = PageTabs()
        self.more = QToolButton()
        self.more.setObjectName("more_pages")
        self.more.setText(_("More"))
        self.more.setAccessibleName(_("More pages"))
        self.more.setProperty("kind", "tab")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setLayoutDirection(_other(self.layoutDirection()))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.tabs)
        line.addWidget(self.more)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.tabs.currentChanged.connect(self._ask)

    def add_page(self, key: str, title: str, action: QAction) -> None:
        """A page with the action that shows it, which the menu offers where there is no room for its tab."""
        self.tabs.setTabData(self.tabs.addTab(title), key)
        self._actions.append(action)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == key:
                self.tabs.setTabVisible(place, True)
                self.tabs.setCurrentIndex(place)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max(self._widths(), default=0)
        return QSize(widest + self.more.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _widths(self) -> list[int]:
        return [self.tabs.width_of(place) for place in range(self.tabs.count())]

    def _fit(self) -> None:
        widths, current = self._widths(), self.tabs.currentIndex()
        shown = set(range(len(widths)))
        if sum(widths) > self.width():
            room = self.width() - self.more.sizeHint().width()
            shown = _that_fit(widths, current, room)
        # a tab bar that keeps its width keeps its tabs where they were scrolled to, though there is room for them
        self.tabs.setFixedWidth(sum(widths))
        for place in range(len(widths)):
            self.tabs.setTabVisible(place, place in shown)
        # left to itself a tab bar keeps room for the tabs that were hidden
        self.tabs.setFixedWidth(sum(widths[place] for place in shown))
        hidden = [action for place, action in enumerate(self._actions) if place not in shown]
        self.more.setVisible(bool(hidden))
        self.more.menu().clear()
        self.more.menu().addActions(hidden)
        theme = current_theme()
        self.more.setIcon(icon("chevron-down", theme.palette.secondary))

    @Slot(int)
    def _ask(self, place: int) -> None:
        if place >= 0 and self.tabs.tabData(place) is not None:
            self.page_requested.emit(self.tabs.tabData(place))


def _that_fit(widths: list[int], current: int, room: int) -> set[int]:
    """The first tabs for which there is room beside the current one."""
    shown = {current} & set(range(len(widths)))
    left = room - sum(widths[place] for place in shown)
    for place, width in enumerate(widths):
        if place in shown:
            continue
        if width > left:
            break
        shown.add(place)
        left -= width
    return shown


def _other(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The arrow of a menu stands behind its word, where a tool button puts an icon before it."""
    both = Qt.LayoutDirection
    return both.LeftToRight if direction == both.RightToLeft else both.RightToLeft
