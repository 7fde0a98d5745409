"""What stands around the frame of every page: the caveat and page x of y at its foot, the section's tab at its edge."""

from uprtracker.exporters.document import Document
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import GUTTER, HAIRLINE, MARGIN, MILLIMETRE, PageSize, Type
from uprtracker.exporters.pdf_text import Line, Ruler
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT

_NUMBER_WIDTH = 60.0
_MANY = 9999
_LOWEST = 8 * MILLIMETRE
_ABOVE_WORDS = 6.0
_ABOVE_RULE = 10.0
_TAB_WIDTH = 9 * MILLIMETRE
_TAB_PITCH = 24 * MILLIMETRE
_TAB_PADDING = 9.0


class Surroundings:
    """All of it; `frame_bottom` is the lower edge of what is between."""

    def __init__(self, document: Document, ruler: Ruler, size: PageSize, styles: Type) -> None:
        self._footer = _Footer(document.caveat, ruler, size, styles)
        self._tabs = _Tabs([section.tab for section in document.sections], ruler, size, styles)
        self.frame_bottom = self._footer.frame_bottom

    def draw(self, pen: Pen, tab: str, page: int, pages: int) -> None:
        self._tabs.draw(pen, tab)
        self._footer.draw(pen, page, pages)


class _Footer:
    """Stands in the lower margin; a caveat that is too long for it pushes the frame up."""

    def __init__(self, caveat: str, ruler: Ruler, size: PageSize, styles: Type) -> None:
        self._ruler = ruler
        self._width = size.frame
        self._style = styles.small
        self._number_width = max(_NUMBER_WIDTH, ruler.width(_number(_MANY, _MANY), self._style))
        self._caveat_width = self._width - self._number_width - GUTTER
        self._caveat = ruler.wrap(caveat, self._style, self._caveat_width)
        words = max(len(self._caveat), 1) * self._style.leading
        self._rule = max(_LOWEST + words + _ABOVE_WORDS, MARGIN - _ABOVE_RULE)
        self.frame_bottom = self._rule + _ABOVE_RULE
        self._same = ""

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        self._same = self._same or pen.recorded(lambda: self._draw_same(pen))
        pen.furniture(self._rule, self._same)
        lines = self._ruler.wrap(_number(page, pages), self._style, self._number_width)
        with pen.tagged(None):
            pen.text_to_end(MARGIN + self._width, self._rule - _ABOVE_WORDS, lines, self._style)

    def _draw_same(self, pen: Pen) -> None:
        pen.rule(MARGIN, 0.0, self._width, LIGHT.line, HAIRLINE)
        pen.text(MARGIN, -_ABOVE_WORDS, self._caveat, self._style, self._caveat_width)


def _number(page: int, pages: int) -> str:
    return _("{page} of {pages}").format(page=page, pages=pages)


class _Tabs:
    """The tabs of sections at the edge of their pages, each at a height of its own, white on ink."""

    def __init__(self, words: list[str], ruler: Ruler, size: PageSize, styles: Type) -> None:
        self._words = list(dict.fromkeys(word for word in words if word))
        self._ruler, self._size = ruler, size
        self._style = styles.tab
        room = size.height - 2 * MARGIN
        self._pitch = min(_TAB_PITCH, room / max(len(self._words), 1))

    def draw(self, pen: Pen, word: str) -> None:
        lines: list[Line] = self._ruler.wrap(word, self._style, float("inf"))
        if not lines:
            return
        height = max(self._pitch - 3, lines[0].width + 2 * _TAB_PADDING)
        lowest = MARGIN + height
        top = max(self._size.height - MARGIN - self._words.index(word) * self._pitch, lowest)
        x = self._size.width - _TAB_WIDTH
        first = top - (height - lines[0].width) / 2
        with pen.tagged(None):
            pen.rectangle(x, top - height, _TAB_WIDTH, height, LIGHT.ink)
            pen.turned_text(x + (_TAB_WIDTH - self._style.leading) / 2, first, lines[0], self._style)
