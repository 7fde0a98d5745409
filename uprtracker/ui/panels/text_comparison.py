"""Two texts paragraph beside paragraph, with the words marked that differ."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from uprtracker.i18n import _
from uprtracker.ui.fields.marked_difference import LEFT_ONLY, RIGHT_ONLY, marked_html
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import Paragraph
from uprtracker.vocabulary.text_difference import Change, ParagraphPair, differences

Pairs = Sequence[ParagraphPair[Paragraph]]


def has_difference(pair: ParagraphPair[Paragraph]) -> bool:
    """Whether a pair differs in words, or stands in one text only."""
    if pair.left is None or pair.right is None:
        return True
    return any(d.change is not Change.EQUAL for d in differences(pair.left.text, pair.right.text))


class TextComparison(QTextBrowser):
    """Words of the left text that the right one lacks are struck out, those that it adds are underlined; both are
    coloured, so that neither colour nor line alone tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: Pairs = ()
        self._heads = ("", "")
        self.setOpenLinks(False)
        self.setAccessibleName(_("The two texts side by side"))

    def show_pairs(self, pairs: Pairs, left: str, right: str) -> None:
        """Show these pairs under the names of their texts."""
        self._pairs, self._heads = pairs, (left, right)
        self._render()
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pairs:
            self._render()

    def _render(self) -> None:
        theme = current_theme()
        heads = "".join(
            f'<th width="50%" align="left" style="padding:{theme.px(6)}px {theme.px(12)}px;'
            f' color:{theme.palette.tertiary}; font-weight:600">{escape(head)}</th>'
            for head in self._heads
        )
        rows = "".join(_row(pair) for pair in self._pairs)
        self.setHtml(
            f'<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse">'
            f"<thead><tr>{heads}</tr></thead>{rows}</table>"
        )


def _row(pair: ParagraphPair[Paragraph]) -> str:
    left, right = pair.left, pair.right
    if left is None or right is None:
        absent = (
            f'<span style="color:{current_theme().palette.tertiary}">{escape(_("not in this text"))}</span>'
        )
        cells = (
            absent
            if left is None
            else _paragraph(left, marked_html(left.text, [(0, len(left.text))], LEFT_ONLY)),
            absent
            if right is None
            else _paragraph(right, marked_html(right.text, [(0, len(right.text))], RIGHT_ONLY)),
        )
        return _cells(cells)
    found = [d for d in differences(left.text, right.text) if d.change is not Change.EQUAL]
    return _cells(
        (
            _paragraph(left, marked_html(left.text, [d.left for d in found], LEFT_ONLY)),
            _paragraph(right, marked_html(right.text, [d.right for d in found], RIGHT_ONLY), pair.basis),
        )
    )


def _cells(contents: Iterable[str]) -> str:
    theme = current_theme()
    style = f"padding:{theme.px(8)}px {theme.px(12)}px; border-top:1px solid {theme.palette.line}; line-height:120%"
    return "<tr>" + "".join(f'<td valign="top" style="{style}">{c}</td>' for c in contents) + "</tr>"


def _paragraph(paragraph: Paragraph, html: str, basis: str = "") -> str:
    palette = current_theme().palette
    note = f' <span style="color:{palette.tertiary}">{escape(basis)}</span>' if basis else ""
    return f'<b style="color:{palette.ink}">{escape(paragraph.label)}</b>{note}<br>{html}'
