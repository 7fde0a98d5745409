"""The page of reports: which one, what is asked of it, how it will look, and what its reader would miss."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import LinkButton, allow
from uprtracker.ui.fields.product_choice import ProductChoice
from uprtracker.ui.panels.lack_list import LackList
from uprtracker.ui.panels.pdf_view import PdfView
from uprtracker.ui.panels.preview_bar import PreviewBar
from uprtracker.ui.panels.report_options import ReportOptions, withheld_words
from uprtracker.ui.panels.report_summary import ReportSummary
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.report_scope import ReportScope
from uprtracker.ui.report_work import Preview
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.confidentiality import Confidentiality

_OPTIONS_WIDTH = 310
_LEAST_OPTIONS, _LEAST_PREVIEW = 240, 320
_FIRST_PRODUCT = "status-pdf"
"""One that can be looked at."""


class ReportsPage(QWidget):
    """Nothing is written before a person says so; the preview is what would be."""

    changed = Signal()
    """Another report is asked for."""
    save_requested = Signal()
    save_pdf_requested = Signal()
    print_requested = Signal()
    replace_requested = Signal()
    """Something is to be printed for characters that no font has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.product = ProductChoice()
        self.product.choose(_FIRST_PRODUCT)
        self.options = ReportOptions(names_above=True)
        self.lacks = LackList()
        self.view = PdfView()
        self.bar = PreviewBar(self.view)
        self.summary = ReportSummary()
        self.state = PlainLabel("", "caption", wrap=True)
        self.offer_pdf = LinkButton(_("Save as PDF…"))
        self.readers = PlainLabel("", "caption", wrap=True)
        self.print_button = QPushButton(_("Print…"))
        self.save_button = QPushButton(_("Save…"))
        self._lay_out()
        self.product.currentIndexChanged.connect(self._take_product)
        self.options.changed.connect(self.changed)
        self.print_button.clicked.connect(self.print_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.lacks.replace.clicked.connect(self.replace_requested)
        self.offer_pdf.clicked.connect(self.save_pdf_requested)
        self.options.take_product(self.product.product())
        self.clear()

    # what is asked for

    def offer(self, scope: ReportScope) -> None:
        """Show what reports can be made of now."""
        self.options.offer(scope)

    @Slot()
    def _take_product(self) -> None:
        self.options.take_product(self.product.product())
        self.changed.emit()

    # what is shown

    def clear(self) -> None:
        """Show nothing, before a preview is there."""
        self._stack.setCurrentWidget(self.view)
        self.view.show_document(())
        self.bar.hide()
        self.lacks.show_lacks((), "")
        self.readers.setText("")
        self.say("")
        self._allow(ready=False, printable=False)

    def show_waiting(self) -> None:
        """Say that the preview is being made; the one before stands meanwhile."""
        self.say(_("Preparing the preview…"))
        self._allow(ready=False, printable=False)

    def say(self, sentence: str, *, offer_pdf: bool = False) -> None:
        """Say what happens or what was refused, above the preview."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        self.offer_pdf.setVisible(offer_pdf)

    def show_preview(self, preview: Preview) -> None:
        """Show what would be saved or printed."""
        self.say("")
        printable = bool(preview.pages)
        self.bar.setVisible(printable)
        self._stack.setCurrentWidget(self.view if printable else self.summary)
        if printable:
            self.view.show_document(preview.pages)
        else:
            self.summary.show_preview(preview)
        withheld = preview.data.withheld
        self.options.show_withheld(withheld)
        self.readers.setText(f"{_readers(preview.data.audience)} {withheld_words(withheld)}")
        self.lacks.show_lacks(preview.lacks, preview.remark, replaceable=bool(preview.characters))
        self._allow(ready=True, printable=printable)

    def _allow(self, *, ready: bool, printable: bool) -> None:
        waiting = "" if ready else _("The preview is not ready.")
        only_pdf = _("Only PDF is printed from here; save the file and print it in its own program.")
        allow(self.save_button, waiting)
        allow(self.print_button, waiting or ("" if printable else only_pdf))

    def _lay_out(self) -> None:
        theme = current_theme()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.summary)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._options_side())
        splitter.addWidget(self._preview_side())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.px(_OPTIONS_WIDTH), theme.px(900)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _options_side(self) -> QWidget:
        self.options.put_first(_("Report"), self.product)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.options)
        column.addWidget(self.lacks)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setMinimumWidth(current_theme().px(_LEAST_OPTIONS))
        return scroll

    def _preview_side(self) -> QWidget:
        self.save_button.setProperty("kind", "primary")
        side = QWidget()
        side.setProperty("ground", "paper")
        side.setMinimumWidth(current_theme().px(_LEAST_PREVIEW))
        said = QHBoxLayout()
        said.addWidget(self.state, 1)
        said.addWidget(self.offer_pdf)
        head = QVBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.addWidget(self.bar)
        head.addLayout(said)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(self.readers, 1)
        foot.addWidget(self.print_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        return side


def _readers(audience: Confidentiality) -> str:
    return {
        Confidentiality.PUBLIC: _("Everybody may read it."),
        Confidentiality.GOVERNMENT: _("Only the State's institutions may read it."),
        Confidentiality.RESTRICTED: _("Only the readers named for it may read it."),
    }[audience]
