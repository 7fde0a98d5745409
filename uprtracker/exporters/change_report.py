"""The change report as a document: what moved between two snapshots or dates, by ministry, and who moved it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from uprtracker.exporters.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyFigures,
    Prose,
    RowGroup,
    Section,
    StatusBars,
    StatusValue,
    Table,
)
from uprtracker.exporters.status_method import sources_table
from uprtracker.exporters.title_block import caveat, meta_lines, subject
from uprtracker.i18n import N_, _, ngettext, speaking
from uprtracker.vocabulary.change_report import (
    FIELDS,
    Change,
    ChangeCount,
    ChangeReport,
    Value,
    by_ministry,
    count_changes,
    value_words,
)
from uprtracker.vocabulary.figures import StatusCount, count_statuses
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.status import Status, bucket_of


def write_change_workbook(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.xlsx import write_workbook

    write_workbook(change_report(data), target)


def write_change_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf

    write_pdf(change_report(data), target)


def change_report(data: ReportData) -> Document:
    """The report in the language of the data, which must have been loaded with its changes."""
    report = data.changes
    if report is None:
        raise ValueError("the data was loaded without its changes")
    with speaking(data.language):
        period = _("From {since} to {until}").format(since=report.since.words, until=report.until.words)
        return Document(
            title=_("What has changed"),
            meta=f"{period}\n{meta_lines(data)}",
            caveat=caveat(data),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=(
                Section("summary", _("Summary"), _summary(data, report)),
                *_changes(report),
                Section("method", _("Method"), _method(data)),
            ),
        )


def _summary(data: ReportData, report: ChangeReport) -> tuple[Block, ...]:
    if not report.changes:
        return (Prose(_("Nothing has moved between these two moments.")), _then_and_now(data, report))
    count = count_changes(report.changes)
    figures = tuple((getattr(count, name), _(words)) for name, words in _FIGURES.items())
    shown = tuple((n, words) for n, words in figures if n) or figures[:2]
    return (
        KeyFigures(shown),
        _then_and_now(data, report),
        Heading(2, _("By lead ministry")),
        _ministries(report, count),
    )


_FIGURES = {
    "forward": N_("moved forward"),
    "back": N_("moved back"),
    "added": N_("recommendations added"),
    "withdrawn": N_("recommendations withdrawn"),
    "positions": N_("positions changed"),
    "assessments": N_("assessments by the NHRI"),
    "measures": N_("new measures"),
    "progress": N_("new progress entries"),
    "evidence": N_("new items of evidence"),
}
"""Fields of `ChangeCount` with what they count."""


def _then_and_now(data: ReportData, report: ChangeReport) -> StatusBars:
    """The official status at both moments, of the recommendations that stand today."""
    before = {change.uid: change.before for change in report.changes if change.field == "status"}
    added = {change.uid for change in report.changes if change.added}
    then = [
        replace(row, official=_as_status(before[row.uid])) if row.uid in before else row
        for row in data.rows
        if row.uid not in added
    ]
    bars: tuple[tuple[str, StatusCount], ...] = (
        (report.since.words, count_statuses(then)),
        (report.until.words, count_statuses(data.rows)),
    )
    return StatusBars(_("Official status then and now"), "", bars)


def _as_status(value: Value) -> Status | None:
    return value if isinstance(value, Status) else None


def _ministries(report: ChangeReport, whole: ChangeCount) -> Table:
    """Only with columns in which something is counted."""
    shown = [name for name in _BY_MINISTRY if getattr(whole, name)] or ["forward", "back"]

    def counts(count: ChangeCount) -> tuple[Cell, ...]:
        return tuple(getattr(count, name) for name in shown)

    rows: list[tuple[Cell, ...]] = [
        (name or _("No lead ministry"), *counts(count_changes(changes)))
        for name, changes in by_ministry(report.changes).items()
    ]
    return Table(
        key="ministry_changes",
        columns=(
            Column("ministry", _("Lead ministry"), 0.36),
            *(Column(name, _(_BY_MINISTRY[name]), 0.08, "count") for name in shown),
        ),
        groups=(RowGroup("", tuple(rows)),),
        total=(_("All"), *counts(whole)),
    )


_BY_MINISTRY = {
    "forward": N_("Moved forward"),
    "back": N_("Moved back"),
    "added": N_("Added"),
    "withdrawn": N_("Withdrawn"),
    "positions": N_("Positions changed"),
    "assessments": N_("Assessed by the NHRI"),
    "measures": N_("New measures"),
    "progress": N_("New progress"),
    "evidence": N_("New evidence"),
}


@dataclass(frozen=True)
class _Kind:
    """A table of the report: the fields whose changes it lists; `statuses`: both ends of each are statuses."""

    key: str
    title: str
    fields: tuple[str, ...]
    statuses: bool = False


_KINDS = (
    _Kind("status_changes", N_("Status"), ("status",), statuses=True),
    _Kind("draft_changes", N_("Drafts that wait for confirmation"), ("draft",), statuses=True),
    _Kind("position_changes", N_("Positions and assessments"), ("position", "assessment")),
    _Kind("list_changes", N_("Added and withdrawn"), ("recommendation",)),
    _Kind(
        "work_changes",
        N_("Responsibility, links, measures, progress, evidence"),
        ("lead", "supporting", "paragraphs", "measures", "progress", "evidence"),
    ),
)


def _changes(report: ChangeReport) -> tuple[Section, ...]:
    """A table per kind that has changes; none for a report without any."""
    blocks: list[Block] = []
    for kind in _KINDS:
        changes = [change for change in report.changes if change.field in kind.fields]
        if changes:
            note = ngettext("{n} change", "{n} changes", len(changes)).format(n=len(changes))
            blocks += [Heading(2, _(kind.title), note), _table(kind, changes)]
    return (Section("changes", _("Changes"), tuple(blocks)),) if blocks else ()


def _table(kind: _Kind, changes: Sequence[Change]) -> Table:
    """Banners name the ministry that leads now."""
    ends = "status" if kind.statuses else "text"
    columns = [
        Column("number", _("No."), 0.06, "number"),
        Column("text", _("Recommendation"), 0.36),
        Column("what", _("What"), 0.1),
        Column("before", _("From"), 0.13, ends),
        Column("after", _("To"), 0.13, ends),
        Column("by", _("By"), 0.14),
        Column("at", _("On"), 0.08, "date"),
    ]
    cells = _status_cells if kind.statuses else _word_cells
    if len(kind.fields) == 1:
        columns = [column for column in columns if column.key != "what"]
    groups = tuple(
        RowGroup(name or _("No lead ministry"), tuple(cells(change) for change in of_ministry))
        for name, of_ministry in by_ministry(changes).items()
    )
    return Table(kind.key, tuple(columns), groups, group_title=_("Lead ministry"))


def _status_cells(change: Change) -> tuple[Cell, ...]:
    before, after = (StatusValue(bucket_of(_as_status(value))) for value in (change.before, change.after))
    if change.field == "draft":
        return _row(change, before if change.before else _NOTHING, after if change.after else _NOTHING)
    return _row(change, before, after)


_NOTHING = "–"


def _word_cells(change: Change) -> tuple[Cell, ...]:
    if change.field == "recommendation":
        words = _("withdrawn") if change.withdrawn else _("added")
        return _row(change, _NOTHING if change.added else change.number, words)
    row = _row(change, value_words(change.before) or _NOTHING, value_words(change.after) or _NOTHING)
    return (*row[:2], _(FIELDS[change.field]), *row[2:])


def _row(change: Change, before: Cell, after: Cell) -> tuple[Cell, ...]:
    on = change.at.astimezone().date() if change.at else None
    return (change.number, change.text, before, after, change.by, on)


def _method(data: ReportData) -> tuple[Block, ...]:
    rules: tuple[Callable[[], str], ...] = (_rule_of_sides, _rule_of_directions, _rule_of_authors)
    return (
        Heading(2, _("How changes are found")),
        *(Prose(rule()) for rule in rules),
        Heading(2, _("What this report is made from")),
        sources_table(data),
    )


def _rule_of_sides() -> str:
    return _(
        "Two states of the dossier are compared, field by field. A snapshot is what was known when it was taken. For a "
        "date, entries count by the day on which they took effect, and what was entered or linked later is left out."
    )


def _rule_of_directions() -> str:
    return _(
        "Forward and back go by the official status, from Not reported over Not being implemented, Not started, Planned, "
        "In progress, Partially implemented and Continuous to Fully implemented. Drafts that wait for confirmation are "
        "listed apart. Recommendations are counted with their parts, each for itself."
    )


def _rule_of_authors() -> str:
    return _(
        "By and On are those of the latest entry in the history that moved the field. A change stands under the ministry "
        "that leads the recommendation now."
    )
