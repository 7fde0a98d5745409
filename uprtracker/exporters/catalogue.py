"""The products that can be made of a dossier, and the one way to make them: complete, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.exporters.purpose import Purpose
from uprtracker.exporters.whole_file import check_target, write_whole
from uprtracker.i18n import N_, _, speaking
from uprtracker.vocabulary.merge_report import MergeReport
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
from uprtracker.vocabulary.read_model import ReportData


@dataclass(frozen=True)
class Product:
    """One product: its name on the command line, its words for people, the end of its file's name, and its maker.

    `maker` is `module:function` in this package, called with the data and the file to write; it is loaded when the
    product is made, so that the window starts without the formats' libraries. `needs` are the optional parts of
    `ReportData` that it prints; `takes` what it may be asked beyond filters, audience, language and day: `since`.
    `remark` is a `module:function` too: what the data's product must be told about, in a sentence, once it is made.
    `purpose` groups it where a person chooses. `document` is the `module:function` of the `Document` that a PDF prints:
    its characters are looked through before, and may be replaced.
    """

    id: str
    words: str
    suffix: str
    maker: str
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    remark: str = ""
    purpose: Purpose = Purpose.FOLLOW_UP
    document: str = ""

    @property
    def title(self) -> str:
        return _(self.words)

    def make(self, data: ReportData, target: Path, instead: Mapping[str, str] | None = None) -> None:
        """Write the product; `instead` are characters without a glyph with what is printed for them."""
        if instead and self.document:
            from uprtracker.exporters.document_text import replaced
            from uprtracker.exporters.pdf import write_pdf

            write_pdf(replaced(_function(self.document)(data), instead), target)
        else:
            _function(self.maker)(data, target)

    def missing_characters(self, data: ReportData) -> tuple[tuple[str, str], ...]:
        """Characters that no bundled font has, each with the place where it first stands; only a PDF carries its fonts."""
        if not self.document:
            return ()
        from uprtracker.exporters.document_text import missing_characters

        found = missing_characters(_function(self.document)(data))
        return tuple((each.character, each.place) for each in found)

    def remarks(self, data: ReportData) -> str:
        """What there is to say of the product made of `data`; empty for most."""
        return str(_function(self.remark)(data)) if self.remark else ""


def _function(name: str) -> Callable[..., Any]:
    module, _colon, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"uprtracker.exporters.{module}"), function)
    return found


PRODUCTS: tuple[Product, ...] = (
    Product("status-xlsx", N_("Status report (Excel)"), ".xlsx", "status_report:write_status_workbook"),
    Product(
        "status-pdf",
        N_("Status report (PDF)"),
        ".pdf",
        "status_report:write_status_pdf",
        document="status_report:status_report",
    ),
    Product(
        "briefing-pdf",
        N_("Briefing pack (PDF)"),
        ".pdf",
        "briefing_pack:write_briefing_pdf",
        needs=frozenset({"briefing", "history_head"}),
        takes=frozenset({"sheets"}),
        remark="briefing_pack:missing_remark",
        purpose=Purpose.SESSION,
        document="briefing_pack:briefing_document",
    ),
    Product(
        "annex-xlsx",
        N_("Annex table (Excel)"),
        ".xlsx",
        "annex_table:write_annex_workbook",
        purpose=Purpose.REPORTING,
    ),
    Product(
        "annex-pdf",
        N_("Annex table (PDF)"),
        ".pdf",
        "annex_table:write_annex_pdf",
        purpose=Purpose.REPORTING,
        document="annex_table:annex_table",
    ),
    Product(
        "annex-docx",
        N_("Annex table (Word)"),
        ".docx",
        "annex_table:write_annex_word",
        purpose=Purpose.REPORTING,
    ),
    Product(
        "change-pdf",
        N_("Change report (PDF)"),
        ".pdf",
        "change_report:write_change_pdf",
        needs=frozenset({"changes"}),
        takes=frozenset({"since"}),
        document="change_report:change_report",
    ),
    Product(
        "change-xlsx",
        N_("Change report (Excel)"),
        ".xlsx",
        "change_report:write_change_workbook",
        needs=frozenset({"changes"}),
        takes=frozenset({"since"}),
    ),
    Product(
        "thematic-list-docx",
        N_("OHCHR's thematic list with our assessment (Word)"),
        ".docx",
        "thematic_list:write_thematic_list",
        needs=frozenset({"original"}),
        purpose=Purpose.REPORTING,
    ),
    Product(
        "nhri-docx",
        N_("NHRI submission table (Word)"),
        ".docx",
        "nhri_submission:write_nhri_submission",
        remark="nhri_submission:words_remark",
        purpose=Purpose.REPORTING,
    ),
    Product("deadlines-ics", N_("Deadlines (calendar)"), ".ics", "deadlines:write_deadlines"),
    Product(
        "mailmerge-xlsx",
        N_("Reminders by ministry, for mail merge (Excel)"),
        ".xlsx",
        "mail_merge:write_mail_merge",
        needs=frozenset({"focal_points"}),
    ),
    Product(
        "data-csv",
        N_("Open data (CSV)"),
        ".csv",
        "open_data_csv:write_csv",
        needs=frozenset({"drafts"}),
        purpose=Purpose.DATA,
    ),
    Product(
        "data-json",
        N_("Open data (JSON)"),
        ".json",
        "open_data_json:write_json",
        needs=frozenset({"drafts", "history_head"}),
        purpose=Purpose.DATA,
    ),
)
"""In the order in which they are offered."""


def find_product(product: str) -> Product:
    """The product of that name; `UserError` names them all."""
    for candidate in PRODUCTS:
        if candidate.id == product:
            return candidate
    names = ", ".join(candidate.id for candidate in PRODUCTS)
    raise UserError(_("'{name}' is not a product; use one of: {names}.").format(name=product, names=names))


def _nobody() -> bool:
    return False


def export(
    product: str,
    data: ReportData,
    target: Path,
    *,
    stopped: Callable[[], bool] = _nobody,
    instead: Mapping[str, str] | None = None,
) -> str:
    """Make a product as the file `target`, which replaces one of that name only when it is complete and not `stopped`.

    `instead` as in `Product.make`. Returns its remark, such as a count of words beside its limit; empty for most products.
    `UserError` where the product is unknown, the name has another format's ending, the file cannot be written, or
    somebody stopped it.
    """
    made = find_product(product)

    def make_unless_stopped(unfinished: Path) -> None:
        made.make(data, unfinished, instead)
        if stopped():
            raise UserError(_("Stopped; '{file}' was not written.").format(file=target.name))

    write_whole(target, made.suffix, made.title, make_unless_stopped)
    return made.remarks(data)


def statement(data: ReportData) -> tuple[str, ...]:
    """What the first page of every product states of `data`, line by line, in the language of the data."""
    from uprtracker.exporters.title_block import caveat, meta_lines

    with speaking(data.language):
        return (*meta_lines(data).splitlines(), caveat(data))


def check_ministry_target(target: Path) -> None:
    """Refuse a file name under which no ministry's workbook can be written."""
    check_target(target, ".xlsx", _("Ministry workbook"))


def export_ministry_workbook(sheet: MinistrySheet, target: Path) -> None:
    """Make a ministry's workbook under the same promise; errors as those of `export`."""
    from uprtracker.exporters.ministry_workbook import write_ministry_workbook

    write_whole(
        target, ".xlsx", _("Ministry workbook"), lambda unfinished: write_ministry_workbook(sheet, unfinished)
    )


def export_merge_report(report: MergeReport, target: Path) -> None:
    """Keep the comparison behind a merge as a workbook, under the same promise."""
    from uprtracker.exporters.merge_report import write_merge_report

    write_whole(target, ".xlsx", _("Comparison"), lambda unfinished: write_merge_report(report, unfinished))
