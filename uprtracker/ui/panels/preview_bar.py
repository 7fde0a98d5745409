"""Above a preview: which page of how many, and how large it is shown."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import IconButton, LinkButton
from uprtracker.ui.panels.pdf_view import PdfView
from uprtracker.ui.plain_label import PlainLabel


class PreviewBar(QWidget):
    """Buttons for those who do not scroll with a wheel or keys."""

    def __init__(self, view: PdfView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.back = IconButton("page-up", _("Previous page"))
        self.forward = IconButton("page-down", _("Next page"))
        self.page = PlainLabel("", "caption")
        self.smaller = IconButton("minus", _("Smaller"))
        self.larger = IconButton("plus", _("Larger"))
        self.percent = PlainLabel("", "caption")
        self.width_button = LinkButton(_("Fit width"))
        self.page_button = LinkButton(_("Whole page"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        start: tuple[QWidget, ...] = (self.back, self.forward, self.page)
        for part in start:
            line.addWidget(part)
        line.addStretch()
        end: tuple[QWidget, ...] = (
            self.smaller,
            self.percent,
            self.larger,
            self.width_button,
            self.page_button,
        )
        for part in end:
            line.addWidget(part)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_on)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.width_button.clicked.connect(view.fit_width)
        self.page_button.clicked.connect(view.fit_page)
        view.page_changed.connect(self._show)
        view.zoom_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        page, pages = self._view.page(), self._view.page_count()
        self.page.setText(_("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages else "")
        self.percent.setText(_("{percent} %").format(percent=round(100 * self._view.factor())))
        self.back.setEnabled(page > 0)
        self.forward.setEnabled(page + 1 < pages)

    @Slot()
    def _go_back(self) -> None:
        self._view.go_to(self._view.page() - 1)

    @Slot()
    def _go_on(self) -> None:
        self._view.go_to(self._view.page() + 1)
