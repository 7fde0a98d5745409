"""Pages of a PDF below each other, as large as the view is wide or as a person wants. It asks for pictures of what is seen."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from uprtracker.i18n import _
from uprtracker.ui.pdf_pages import PagePicture, PageSize
from uprtracker.ui.theme import current_theme

_MARGIN, _GAP = 16, 14
_SCREEN_DPI, _POINTS_PER_INCH = 96, 72
_STEPS = (0.25, 0.35, 0.5, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0, 3.0)
_FIT_WIDTH, _FIT_PAGE = 0.0, -1.0
"""Zooms that follow the size of the view."""
_MOST_PICTURES = 12
"""Pictures kept: those that are seen, and some around them."""


class PdfView(QAbstractScrollArea):
    """Plus and minus zoom, 0 fits the width, 1 the page. Until a person chooses, the width fits."""

    picture_wanted = Signal(int, int, int)
    """The document's number as `show_document` counts them, the page from 0, its width in pixels of the screen."""
    page_changed = Signal(int)
    """The page at the top of the view, from 0."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_preview")
        self.setAccessibleName(_("Preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document = 0
        self._sizes: tuple[PageSize, ...] = ()
        self._places: list[QRect] = []
        self._pictures: dict[int, tuple[int, PagePicture]] = {}
        self._asked: tuple[int, int] | None = None
        self._zoom = _FIT_WIDTH
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    # what is shown

    def show_document(self, sizes: tuple[PageSize, ...]) -> None:
        """Show another document from where the person read the one before."""
        self._document += 1
        self._sizes = sizes
        self._pictures.clear()
        self._asked = None
        self._lay_out()
        self.go_to(min(self._page, max(0, len(sizes) - 1)))

    def show_picture(self, document: int, number: int, width: int, picture: PagePicture) -> None:
        """Show a picture that was asked for, unless another document is shown by now."""
        if document != self._document:
            return
        self._asked = None
        self._pictures[number] = (width, picture)
        self._forget_far_ones()
        if number == self._page:
            self._describe()
        self.viewport().update()

    def page_count(self) -> int:
        return len(self._sizes)

    def page(self) -> int:
        """The page at the top of the view, from 0."""
        return self._page

    def go_to(self, number: int) -> None:
        """Show a page from its top."""
        if 0 <= number < len(self._sizes):
            self.verticalScrollBar().setValue(max(0, self._places[number].top() - _MARGIN))
        self._follow_scrolling()

    # zoom

    def fits(self) -> bool:
        """Whether the zoom follows the size of the view."""
        return self._zoom <= 0

    def factor(self) -> float:
        """How large pages are drawn; 1 is as on paper on a usual screen."""
        if not self.fits() or not self._sizes:
            return self._zoom if not self.fits() else 1.0
        room = self.viewport().size()
        across = (room.width() - 2 * _MARGIN) / max(size.width for size in self._sizes)
        down = (room.height() - 2 * _MARGIN) / max(size.height for size in self._sizes)
        fitting = across if self._zoom == _FIT_WIDTH else min(across, down)
        return max(_STEPS[0], fitting / _pixels_per_point())

    def zoom_in(self) -> None:
        self._set_zoom(next((step for step in _STEPS if step > self.factor() + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        self._set_zoom(next((step for step in reversed(_STEPS) if step < self.factor() - 0.01), _STEPS[0]))

    def fit_width(self) -> None:
        self._set_zoom(_FIT_WIDTH)

    def fit_page(self) -> None:
        self._set_zoom(_FIT_PAGE)

    def _set_zoom(self, zoom: float) -> None:
        page = self._page
        self._zoom = zoom
        self._lay_out()
        self.go_to(page)
        self.zoom_changed.emit()
        self.viewport().update()

    # places

    def _lay_out(self) -> None:
        """Work out where every page lies in the whole document, in pixels."""
        scale = self.factor() * _pixels_per_point()
        sizes = [(round(size.width * scale), round(size.height * scale)) for size in self._sizes]
        widest = max((width for width, _height in sizes), default=0)
        room = max(self.viewport().width(), widest + 2 * _MARGIN)
        self._places, top = [], _MARGIN
        for width, height in sizes:
            self._places.append(QRect((room - width) // 2, top, width, height))
            top += height + _GAP
        bars = (
            (self.verticalScrollBar(), top - _GAP + _MARGIN, self.viewport().height()),
            (self.horizontalScrollBar(), widest + 2 * _MARGIN, self.viewport().width()),
        )
        for bar, whole, seen in bars:
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(20, seen // 20))

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [n for n, place in enumerate(self._places) if place.top() < bottom and place.bottom() > top]

    def _follow_scrolling(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        self._page = max((n for n, place in enumerate(self._places) if place.top() <= middle), default=0)
        self._describe()
        self.page_changed.emit(self._page)
        self.viewport().update()

    def _describe(self) -> None:
        kept = self._pictures.get(self._page)
        self.setAccessibleDescription(kept[1].text if kept else "")

    def _forget_far_ones(self) -> None:
        far = sorted(self._pictures, key=lambda number: abs(number - self._page))[_MOST_PICTURES:]
        for number in far:
            del self._pictures[number]

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._lay_out()
        if self.fits():
            self.go_to(page)
            self.zoom_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        acts = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_1: self.fit_page,
        }
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in acts and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            acts[key]()
        elif key in ends:
            bar.setValue(ends[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme.colour("ground"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number in self._seen():
            place = self._places[number]
            # paper is white in every theme
            painter.fillRect(place, Qt.GlobalColor.white)
            if number in self._pictures:
                painter.drawImage(place, self._pictures[number][1].image)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        self._ask()

    def _ask(self) -> None:
        """Ask for the first picture that is lacking; one at a time, so that what is seen now comes first."""
        if self._asked is not None:
            return
        ratio = self.devicePixelRatioF()
        for number in self._seen():
            width = round(self._places[number].width() * ratio)
            if number not in self._pictures or self._pictures[number][0] != width:
                self._asked = (number, width)
                self.picture_wanted.emit(self._document, number, width)
                return


def _pixels_per_point() -> float:
    return _SCREEN_DPI / _POINTS_PER_INCH
