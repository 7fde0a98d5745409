"""The products that can be made of a dossier, and the one way to make them: complete, or not at all."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
from uprtracker.vocabulary.read_model import ReportData


@dataclass(frozen=True)
class Product:
    """One product: its name on the command line, its words for people, and the end of its file's name."""

    id: str
    words: str
    suffix: str
    render: Callable[[ReportData, Path], None]

    @property
    def title(self) -> str:
        return _(self.words)


# The formats' libraries are loaded when a product is made, so that the window starts without them.


def _status_workbook(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.status_report import status_report
    from uprtracker.exporters.xlsx import write_workbook

    write_workbook(status_report(data), target)


def _status_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf
    from uprtracker.exporters.status_report import status_report

    write_pdf(status_report(data), target)


PRODUCTS: tuple[Product, ...] = (
    Product("status-xlsx", "Status report (Excel)", ".xlsx", _status_workbook),
    Product("status-pdf", "Status report (PDF)", ".pdf", _status_pdf),
)
"""In the order in which they are offered."""


def find_product(product: str) -> Product:
    """The product of that name; `UserError` names them all."""
    for candidate in PRODUCTS:
        if candidate.id == product:
            return candidate
    names = ", ".join(candidate.id for candidate in PRODUCTS)
    raise UserError(_("'{name}' is not a product; use one of: {names}.").format(name=product, names=names))


def export(product: str, data: ReportData, target: Path) -> None:
    """Make a product as the file `target`, which replaces one of that name only when it is complete.

    `UserError` where the product is unknown, the name has another format's ending, or the file cannot be written.
    """
    made = find_product(product)
    write_whole(target, made.suffix, made.title, lambda unfinished: made.render(data, unfinished))


def check_ministry_target(target: Path) -> None:
    """Refuse a file name under which no ministry's workbook can be written."""
    check_target(target, ".xlsx", _("Ministry workbook"))


def export_ministry_workbook(sheet: MinistrySheet, target: Path) -> None:
    """Make a ministry's workbook under the same promise; errors as those of `export`."""
    from uprtracker.exporters.ministry_workbook import write_ministry_workbook

    write_whole(
        target, ".xlsx", _("Ministry workbook"), lambda unfinished: write_ministry_workbook(sheet, unfinished)
    )


def check_target(target: Path, suffix: str, title: str) -> None:
    """Refuse a file name with another format's ending, or in a folder that is not there."""
    if target.suffix.lower() != suffix:
        raise UserError(
            _("{product} needs a file name that ends in {suffix}; '{name}' does not.").format(
                product=title, suffix=suffix, name=target.name
            )
        )
    if not target.parent.is_dir():
        raise UserError(
            _("There is no folder '{folder}'; create it or choose another one.").format(folder=target.parent)
        )


def write_whole(target: Path, suffix: str, title: str, render: Callable[[Path], None]) -> None:
    """Let `render` write a file beside `target` that takes its name once it is complete."""
    check_target(target, suffix, title)
    unfinished = target.with_name(f".{secrets.token_hex(8)}{suffix}")
    try:
        unfinished.touch(exist_ok=False)
        render(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise UserError(_unwritable(target, error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _unwritable(target: Path, error: OSError) -> str:
    if not target.parent.is_dir():
        return _("There is no folder '{folder}'; create it or choose another one.").format(
            folder=target.parent
        )
    if target.is_dir():
        return _("'{file}' is a folder; choose a name for a file.").format(file=target)
    if isinstance(error, PermissionError):
        return _(
            "'{file}' cannot be written; close it where it is open, or choose a folder in which you may write."
        ).format(file=target)
    return _("'{file}' cannot be written: {reason}; make room or choose another folder.").format(
        file=target, reason=error.strerror or error
    )
