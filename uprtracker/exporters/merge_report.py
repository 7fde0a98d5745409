"""The comparison behind a merge as a workbook: what came back, cell by cell, and what was decided."""

from collections import Counter
from pathlib import Path

from uprtracker.exporters.document import (
    Block,
    Column,
    Document,
    KeyFigures,
    Prose,
    RowGroup,
    Section,
    Table,
)
from uprtracker.i18n import _, speaking
from uprtracker.vocabulary.merge_report import MergeReport


def write_merge_report(report: MergeReport, target: Path) -> None:
    from uprtracker.exporters.xlsx import write_workbook

    write_workbook(merge_report(report), target)


def merge_report(report: MergeReport) -> Document:
    """The cells under what happened to them, in the order in which the kinds first occur."""
    with speaking(report.language):
        return Document(
            title=_("What came back in {file}").format(file=report.file),
            meta="\n".join(report.about),
            caveat=_("For the government only: it holds answers that are not confirmed yet."),
            language=report.language,
            produced_on=report.made_on,
            subject=report.about[0],
            sections=(
                Section("summary", _("Summary"), _summary(report)),
                Section("changes", _("Cells"), (_table(report),)),
            ),
        )


def _summary(report: MergeReport) -> tuple[Block, ...]:
    counts = Counter(row.happened for row in report.rows)
    figures = KeyFigures(tuple((n, happened.lower()) for happened, n in counts.items()))
    return (*([figures] if counts else []), *(Prose(notice) for notice in report.notices))


def _table(report: MergeReport) -> Table:
    groups: dict[str, list[tuple[str, ...]]] = {}
    for row in report.rows:
        cells = (row.number, row.field, row.base, row.ours, row.theirs, row.decision)
        groups.setdefault(row.happened, []).append(cells)
    return Table(
        key="cells",
        columns=(
            Column("number", _("No."), 0.06, "number"),
            Column("field", _("Field"), 0.14),
            Column("base", _("It left with"), 0.24),
            Column("ours", _("Here now"), 0.24),
            Column("theirs", _("They say"), 0.24),
            Column("decision", _("Decision"), 0.08),
        ),
        groups=tuple(RowGroup(heading, tuple(rows)) for heading, rows in groups.items()),
        empty=_("Nothing in it differs from the dossier."),
        group_title=_("What happened"),
    )
