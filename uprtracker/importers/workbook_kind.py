"""Whether a file can be an Excel workbook of today (.xlsx, .xlsm), told by its first bytes; reading one is for workbook_file.py."""

import re
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import office_package as package


def check_kind(path: Path) -> None:
    """Refuse by its first bytes a file that cannot be a workbook of today."""
    start = package.first_bytes(path, 512)
    if start.startswith(package.ZIP_MAGIC):
        return
    if start.startswith(package.OLE_MAGIC):
        if package.is_protected(path):
            raise package.refusal(
                path,
                _("it is protected by a password"),
                _("open it in Excel and save a copy without password"),
            )
        raise package.refusal(path, _("it is in an old Office format"), save_as_xlsx())
    if start.startswith(package.PDF_MAGIC):
        raise package.refusal(path, _("it is a PDF file"), _("ask for the table as a workbook"))
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)", start, re.IGNORECASE):
        raise package.refusal(path, _("it is a web page with a workbook's name"), save_as_xlsx())
    if b"\x00" not in start:
        raise package.refusal(
            path,
            _("it is plain text with a workbook's name"),
            _("give it a name that ends in .csv and import that"),
        )
    raise no_workbook(path)


def no_workbook(path: Path) -> UserError:
    """The refusal of what is no workbook at all."""
    return package.refusal(path, _("it is no Excel workbook, whatever its name says"), save_as_xlsx())


def save_as_xlsx() -> str:
    """The advice for workbooks of other kinds."""
    return _("open it in Excel or LibreOffice and save it as .xlsx")
