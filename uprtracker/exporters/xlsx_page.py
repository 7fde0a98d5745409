"""How a sheet shows on screen and prints: A4 landscape fitted to the width, page x of y, the caveat at the foot."""

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.document import Document
from uprtracker.exporters.xlsx_style import argb
from uprtracker.i18n import _
from uprtracker.vocabulary.palette import LIGHT

_A4 = 9
_LONGEST = 255
"""Characters that a header or footer can hold, codes included."""

_CODES = 28
"""Room for the codes of place, size and colour of two parts."""

RIGHT_TO_LEFT = ("ar",)


def set_page(sheet: Worksheet, document: Document, running_head: str) -> None:
    """Page, footer and running head of a sheet (empty: none); to be called before its first row."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.rightToLeft = document.language in RIGHT_TO_LEFT
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top = 0.7 if running_head else 0.5
    margins.bottom = 0.65
    margins.header = margins.footer = 0.3
    pages = _("{page} of {pages}").format(page="&P", pages="&N")
    sheet.oddFooter = HeaderFooterItem(
        left=_part(_plain(document.caveat, _LONGEST - _CODES - len(pages))), right=_part(pages)
    )
    if running_head:
        sheet.oddHeader = HeaderFooterItem(left=_part(_plain(running_head, _LONGEST - _CODES)))


def _plain(text: str, longest: int) -> str:
    """A text without meaning as a code, cut with an ellipsis where the format has no room for all of it."""
    text = text.replace("&", "&&")
    return text if len(text) <= longest else text[: longest - 1].rstrip("& ") + "…"


def _part(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text, size=8, color=argb(LIGHT.secondary)[2:])
