"""One paragraph in full, and the recommendations linked to it."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.delegates.linked_row_delegate import ROW_INSET, LinkedRowDelegate
from uprtracker.ui.fields.link_button import LinkButton, links_in_line
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.item_models.linked_row_model import LinkedRowModel
from uprtracker.ui.item_models.paragraph_list_model import count_words, margin_words
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.figures import ParagraphCoverage
from uprtracker.vocabulary.read_model import Paragraph, Recommendation
from uprtracker.vocabulary.row_filter import RowFilter

_MARGIN_X, _MARGIN_Y = 24, 24
_BAR = 3


class ParagraphPane(QScrollArea):
    """Emits what the person wants to see next; it changes nothing."""

    recommendation_opened = Signal(int)
    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._name = PlainLabel("", "title", wrap=True)
        self._about = PlainLabel("", "caption", wrap=True)
        self._chapeau = ReadingText("secondary")
        self._quoted = _Quoted()
        self._heading = PlainLabel("", "heading", wrap=True)
        self.show_all = LinkButton(_("Show in the table"))
        self._none = PlainLabel("", "secondary", wrap=True)
        self.list = LinkedRowList()
        self._lay_out()
        self.show_all.clicked.connect(self._show_in_table)
        self.list.opened.connect(self.recommendation_opened)
        self.list.reached.connect(self._keep_in_sight)

    def show_paragraph(
        self, covered: ParagraphCoverage, chapeau: Paragraph | None, rows: Iterable[Recommendation]
    ) -> None:
        """`chapeau` is the paragraph above a letter; `rows` are the recommendations linked to this one."""
        linked = list(rows)
        paragraph = covered.paragraph
        self._label = paragraph.label
        self._name.setText(_("Paragraph {label}").format(label=paragraph.label))
        self._about.setText(" · ".join([count_words(covered.count.total), *margin_words(covered)]))
        self._chapeau.setVisible(chapeau is not None)
        self._chapeau.show_text(chapeau.text if chapeau else "")
        self._quoted.text.show_text(paragraph.text)
        self._heading.setText(_("Recommendations"))
        self._none.setText(_nothing_linked(covered))
        self._none.setVisible(not linked)
        self.show_all.setVisible(bool(linked))
        self.list.setVisible(bool(linked))
        self.list.show_rows(linked)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        content = self._content = QWidget()
        content.setProperty("ground", "paper")
        lines = column(0)
        lines.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        lines.addWidget(self._name)
        lines.addWidget(self._about)
        lines.addSpacing(12)
        lines.addWidget(self._chapeau)
        lines.addSpacing(8)
        lines.addWidget(self._quoted)
        lines.addSpacing(24)
        head = links_in_line(self.show_all)
        head.insertWidget(0, self._heading, 1)
        lines.addLayout(head)
        lines.addWidget(self._none)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(_MARGIN_X - ROW_INSET, _MARGIN_Y, _MARGIN_X - ROW_INSET, _MARGIN_Y)
        whole.setSpacing(0)
        whole.addLayout(lines)
        whole.addWidget(self.list)
        whole.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    @Slot()
    def _show_in_table(self) -> None:
        self.filter_requested.emit(RowFilter(paragraphs=(self._label,)))

    @Slot(QModelIndex)
    def _keep_in_sight(self, index: QModelIndex) -> None:
        place = self.list.visualRect(index)
        corner = self.list.mapTo(self._content, place.center())
        self.ensureVisible(corner.x(), corner.y(), 0, place.height())


class LinkedRowList(QListView):
    """As high as its rows, so that the page scrolls as one."""

    opened = Signal(int)
    reached = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinkedRowModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LinkedRowDelegate(self))
        self.setAccessibleName(_("Recommendations linked to this paragraph"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.activated.connect(self._open)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: list[Recommendation]) -> None:
        self._model.show_rows(rows)
        height = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        self.setFixedHeight(height + 2 * self.frameWidth())

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.reached.emit(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_at(index.row()).id)


class _Quoted(QWidget):
    """The text of the chosen paragraph on the soft ground of the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ReadingText(by_keyboard=True)
        self.text.setAccessibleName(_("Text of the paragraph"))
        whole = column(0)
        whole.setContentsMargins(14, 8, 12, 10)
        self.setLayout(whole)
        whole.addWidget(self.text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("accent_soft"))
        left = self.width() - _BAR if self.isRightToLeft() else 0
        painter.fillRect(left, 0, _BAR, self.height(), theme.colour("accent"))


def _nothing_linked(covered: ParagraphCoverage) -> str:
    if covered.gap == "no_recommendation":
        return _(
            "No recommendation is linked to this paragraph: it is addressed to States, so this is a gap."
        )
    if covered.letters is not None:
        return _("No recommendation is linked to the chapeau itself; its letters have their own.")
    return _("No recommendation is linked to this paragraph.")
