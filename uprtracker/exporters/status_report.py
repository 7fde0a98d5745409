"""The status report as a document: one set of figures for paper and workbook (DOMAIN.md, 5)."""

from pathlib import Path

from uprtracker.exporters.document import Document
from uprtracker.exporters.status_lists import full_section, ministries_section, paragraphs_section
from uprtracker.exporters.status_method import method_section
from uprtracker.exporters.status_summary import summary_section
from uprtracker.exporters.title_block import caveat, meta_lines, subject
from uprtracker.i18n import _, speaking
from uprtracker.vocabulary.figures import GroupCount, Overview, coverage, overview
from uprtracker.vocabulary.read_model import ReportData


def status_report(data: ReportData) -> Document:
    """The whole report in the language of the data.

    It bears the data's as-of date and no other, so that the same data gives the same report on any day.
    """
    with speaking(data.language):
        received = tuple(row for row in data.rows if row.kind == "recommendation")
        figures = overview(received)
        ministries = _ministries(figures)
        covered = coverage(received, data.text_version)
        return Document(
            title=_("Status of implementation"),
            meta=meta_lines(data),
            caveat=caveat(data),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=(
                summary_section(data, received, figures, ministries, covered),
                ministries_section(data, received, ministries, figures.status),
                paragraphs_section(data, received, covered),
                full_section(data, received),
                method_section(data),
            ),
        )


def write_status_workbook(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.xlsx import write_workbook

    write_workbook(status_report(data), target)


def write_status_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf

    write_pdf(status_report(data), target)


def _ministries(figures: Overview) -> tuple[GroupCount, ...]:
    """The largest first, recommendations without lead ministry last."""
    led = [group for group in figures.by_ministry if group.key]
    unled = [GroupCount("", _("No lead ministry"), g.count) for g in figures.by_ministry if not g.key]
    return (*led, *unled)
