"""How a paragraph stands on the page of the resolution: label, text with its opening verb, and in the margin its counts."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.ui.charts.segments import draw_segment, segments
from uprtracker.ui.charts.writing import mirrored, write_line
from uprtracker.ui.delegates.cell_text import reads_to_the_left
from uprtracker.ui.icon import pixmap
from uprtracker.ui.item_models.paragraph_list_model import ParagraphListModel, margin_words
from uprtracker.ui.theme import BODY, CAPTION, READING, current_theme, pixel_font
from uprtracker.vocabulary.figures import ParagraphCoverage

_LINE = 21
_PAD_X, _PAD_Y = 36, 9
_LABEL, _LETTER_INDENT = 64, 20
_MARGIN, _BETWEEN = 132, 24
_BAR = 4
_HEADING_HEIGHT = 40
_SELECTED_BAR = 3

_Index = QModelIndex | QPersistentModelIndex


class ParagraphDelegate(QStyledItemDelegate):
    """Draws the rows of a `ParagraphListModel` at the width of its view."""

    def __init__(self, view: QListView, paragraphs: ParagraphListModel) -> None:
        super().__init__(view)
        self._view, self._paragraphs = view, paragraphs

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current_theme()
        entry = self._paragraphs.entry(index.row())
        width = self._view.viewport().width()
        if entry is None:
            return QSize(width, theme.px(_HEADING_HEIGHT))
        lines = self._laid_out(entry, width).lineCount()
        margin = theme.px(_LINE) + sum(_height_of(words, theme.px(_MARGIN)) for words in _margin_lines(entry))
        return QSize(width, max(lines * theme.px(_LINE), margin) + 2 * theme.px(_PAD_Y))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        painter.save()
        cell, mirror = option.rect, self._view.isRightToLeft()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
            left = cell.right() + 1 - _SELECTED_BAR if mirror else cell.left()
            painter.fillRect(left, cell.top(), _SELECTED_BAR, cell.height(), theme.colour("accent"))
        entry = self._paragraphs.entry(index.row())
        painter.translate(cell.topLeft())
        width = float(cell.width())
        if entry is None:
            self._draw_heading(painter, width)
        else:
            self._draw_paragraph(painter, entry, width)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), 4, 4)

    def _draw_heading(self, painter: QPainter, width: float) -> None:
        theme, mirror = current_theme(), self._view.isRightToLeft()
        height = theme.px(_HEADING_HEIGHT)
        painter.setFont(theme.font(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("secondary"))
        words = QRectF(theme.px(_PAD_X) + 20, 0, width - 2 * theme.px(_PAD_X) - 20, height)
        write_line(
            painter, mirrored(words, width, mirror), self._paragraphs.preamble_words(), right_to_left=mirror
        )
        folded = "chevron-left" if mirror else "chevron-right"
        name = "chevron-down" if self._paragraphs.preamble_open else folded
        size = theme.px(12)
        place = mirrored(QRectF(theme.px(_PAD_X), (height - size) / 2, size, size), width, mirror)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), pixmap(name, theme.palette.secondary, size, ratio))

    def _draw_paragraph(self, painter: QPainter, entry: ParagraphCoverage, width: float) -> None:
        theme, mirror = current_theme(), self._view.isRightToLeft()
        start, top, line = theme.px(_PAD_X), theme.px(_PAD_Y), theme.px(_LINE)
        painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("ink"))
        label = QRectF(start, top, theme.px(_LABEL) + 24, line)
        write_line(painter, mirrored(label, width, mirror), entry.paragraph.label, right_to_left=mirror)
        text_width = self._text_width(entry, round(width))
        text = QRectF(start + theme.px(_LABEL) + self._indent(entry), top, text_width, 0)
        corner = mirrored(text, width, mirror).topLeft()
        painter.setPen(theme.colour("secondary" if entry.paragraph.preambular else "ink"))
        self._laid_out(entry, round(width)).draw(painter, corner)
        self._draw_margin(painter, entry, width)

    def _draw_margin(self, painter: QPainter, entry: ParagraphCoverage, width: float) -> None:
        theme, mirror = current_theme(), self._view.isRightToLeft()
        line, top = theme.px(_LINE), float(theme.px(_PAD_Y))
        start = width - theme.px(_PAD_X) - theme.px(_MARGIN)
        if entry.count.total:
            painter.setFont(theme.font(BODY))
            painter.setPen(theme.colour("ink"))
            figure = QRectF(start, top, 26, line)
            write_line(painter, mirrored(figure, width, mirror), str(entry.count.total), right_to_left=mirror)
            length = theme.px(_MARGIN) - 30
            for segment in segments(entry.count, length):
                box = QRectF(
                    start + 30 + segment.start,
                    top + (line - theme.px(_BAR)) / 2,
                    segment.width,
                    theme.px(_BAR),
                )
                draw_segment(painter, mirrored(box, width, mirror), segment.bucket)
            top += line
        painter.setFont(theme.font(CAPTION))
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        flags = int(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        )
        painter.setPen(theme.colour("secondary"))
        for words in _margin_lines(entry):
            height = _height_of(words, theme.px(_MARGIN))
            place = mirrored(QRectF(start, top + 2, theme.px(_MARGIN), height), width, mirror)
            painter.drawText(place, flags, words)
            top += height

    def _laid_out(self, entry: ParagraphCoverage, width: int) -> QTextLayout:
        theme, paragraph = current_theme(), entry.paragraph
        text_width = self._text_width(entry, width)
        return _laid_out(
            paragraph.text, paragraph.opening, theme.px(READING), text_width, float(theme.px(_LINE))
        )

    def _text_width(self, entry: ParagraphCoverage, width: int) -> int:
        theme = current_theme()
        around = 2 * theme.px(_PAD_X) + theme.px(_LABEL) + theme.px(_MARGIN) + theme.px(_BETWEEN)
        return max(120, width - around - self._indent(entry))

    def _indent(self, entry: ParagraphCoverage) -> int:
        return current_theme().px(_LETTER_INDENT) if entry.paragraph.parent else 0


def _margin_lines(entry: ParagraphCoverage) -> list[str]:
    return [] if entry.paragraph.preambular and not entry.count.total else margin_words(entry)


def _height_of(words: str, width: int) -> int:
    metrics = QFontMetrics(current_theme().font(CAPTION))
    return metrics.boundingRect(QRect(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), words).height() + 1


@lru_cache(maxsize=512)
def _laid_out(text: str, opening: str, pixels: int, width: int, line_height: float) -> QTextLayout:
    """The text in lines, its opening verb strong where the paragraph begins with it."""
    layout = QTextLayout(text, pixel_font(pixels, QFont.Weight.Normal))
    side = Qt.AlignmentFlag.AlignRight if reads_to_the_left(text) else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    directions = Qt.LayoutDirection
    option.setTextDirection(directions.RightToLeft if reads_to_the_left(text) else directions.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if opening and text.startswith(opening):
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        run = QTextLayout.FormatRange()
        run.start, run.length, run.format = 0, len(opening), strong
        layout.setFormats([run])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    layout.endLayout()
    return layout
