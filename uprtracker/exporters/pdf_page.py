"""The foot of every page: the caveat at the left, page x of y at the right."""

from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import FRAME_WIDTH, HAIRLINE, MARGIN, MILLIMETRE, SMALL
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT

_NUMBER_WIDTH = 80.0
_CAVEAT_WIDTH = FRAME_WIDTH - _NUMBER_WIDTH
_LOWEST = 8 * MILLIMETRE
_ABOVE_WORDS = 6.0
_ABOVE_RULE = 10.0


class Footer:
    """Stands in the lower margin; a caveat that is too long for it pushes the frame up."""

    def __init__(self, caveat: str, ruler: Ruler) -> None:
        self._ruler = ruler
        self._caveat = ruler.wrap(caveat, SMALL, _CAVEAT_WIDTH)
        words = max(len(self._caveat), 1) * SMALL.leading
        self._rule = max(_LOWEST + words + _ABOVE_WORDS, MARGIN - _ABOVE_RULE)
        self.frame_bottom = self._rule + _ABOVE_RULE

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        pen.rule(MARGIN, self._rule, FRAME_WIDTH, LIGHT.line, HAIRLINE)
        top = self._rule - _ABOVE_WORDS
        pen.text(MARGIN, top, self._caveat, SMALL, _CAVEAT_WIDTH)
        number = _("{page} of {pages}").format(page=page, pages=pages)
        pen.text_to_right(MARGIN + FRAME_WIDTH, top, self._ruler.wrap(number, SMALL, _NUMBER_WIDTH), SMALL)
