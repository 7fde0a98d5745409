"""How the sheets of a ministry's workbook look, are guarded and print; what stands in them is not here."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.xlsx_page import RIGHT_TO_LEFT
from uprtracker.exporters.xlsx_style import FONT, SMALL, CellStyle, argb
from uprtracker.i18n import _
from uprtracker.vocabulary.ministry_sheet import Field, MinistrySheet
from uprtracker.vocabulary.palette import LIGHT

_A4 = 9
_SCALE = 78
"""Per cent at which three pages hold the width of the sheet, and its words are still read on paper."""

WIDTHS = {
    "uid": 4.0,
    "number": 9.0,
    "document": 14.0,
    "text": 44.0,
    "states": 17.0,
    "position": 12.0,
    "role": 11.0,
    "paragraphs": 13.0,
    "theme": 20.0,
    "status": 19.0,
    "comment": 36.0,
    "said_on": 11.5,
    "status_on": 11.5,
    "due": 11.5,
    "last_progress": 30.0,
    "progress": 34.0,
    "progress_on": 13.5,
    "measures": 22.0,
    "measure": 24.0,
    "measure_state": 13.0,
    "measure_due": 11.5,
    "sources": 20.0,
    "evidence": 22.0,
    "evidence_link": 20.0,
    "not_ours": 18.0,
}
"""Of columns, in digits of the usual font."""

_LINE = Side("thin", color=argb(LIGHT.line))
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_OPEN = Protection(locked=False)
_GIVEN = PatternFill("solid", fgColor=argb(LIGHT.ground))
_FORMATS = {"date": "yyyy-mm-dd", "number": "@", "text": "@", "link": "@", "institution": "@"}


def _style(*, answer: bool, kind: str, bold: bool = False) -> CellStyle:
    return CellStyle(
        font=Font(name=FONT, size=SMALL, bold=bold, color=argb(LIGHT.ink)),
        alignment=Alignment(horizontal="left", vertical="top", wrap_text=True),
        border=_BOX,
        fill=PatternFill() if answer else _GIVEN,
        number_format=_FORMATS.get(kind, "General"),
        protection=_OPEN if answer else Protection(),
    )


_KINDS = ("text", "number", "date", "status", "measure_state", "institution", "link")
_ANSWER = {kind: _style(answer=True, kind=kind) for kind in _KINDS}
_READ = {kind: _style(answer=False, kind=kind, bold=kind == "number") for kind in _KINDS}


def _head(colour: str, ink: str) -> CellStyle:
    return CellStyle(
        font=Font(name=FONT, size=SMALL, bold=True, color=argb(ink)),
        alignment=Alignment(horizontal="left", vertical="center", wrap_text=True),
        border=_BOX,
        fill=PatternFill("solid", fgColor=argb(colour)),
    )


HEAD_READ = _head(LIGHT.line, LIGHT.ink)
HEAD_ANSWER = _head(LIGHT.accent, "#ffffff")
KEY = CellStyle()


def style_of(field: Field) -> CellStyle:
    """White and open where the ministry answers, grey and locked elsewhere."""
    return (_ANSWER if field.answer else _READ)[field.kind]


def guard(sheet: Worksheet) -> None:
    """Lock what is not to be changed: a guard against slips without a password, no security. Filters and widths stay free."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.autoFilter = False


def set_ministry_page(sheet: Worksheet, data: MinistrySheet, *, fit: bool) -> None:
    """A4 landscape with the ministry and the audience at the foot; `fit`: on one page's width, else at a fixed scale."""
    view = sheet.sheet_view
    view.showGridLines = False
    view.rightToLeft = data.language in RIGHT_TO_LEFT
    setup = sheet.page_setup
    setup.paperSize = _A4
    setup.orientation = "portrait" if fit else "landscape"
    if fit:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        setup.fitToWidth, setup.fitToHeight = 1, 0
    else:
        setup.scale = _SCALE
        setup.pageOrder = "overThenDown"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.45, 0.6
    margins.header = margins.footer = 0.3
    about = _("{ministry} · audience: {audience} · made {date}").format(
        ministry=data.ministry, audience=data.audience.label, date=data.made_at.date().isoformat()
    )
    pages = _("{page} of {pages}").format(page="&P", pages="&N")
    sheet.oddFooter = HeaderFooterItem(left=_part(about.replace("&", "&&")[:180]), right=_part(pages))


def _part(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text, size=8, color=argb(LIGHT.secondary)[2:])
