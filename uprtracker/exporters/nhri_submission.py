"""The table for the submission of a national human rights institution: the State's status beside its own assessment."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from uprtracker.exporters.document import (
    Cell,
    Column,
    Document,
    KeyFigures,
    Prose,
    RowGroup,
    Section,
    StatusValue,
    Table,
)
from uprtracker.exporters.title_block import caveat, meta_lines, subject
from uprtracker.i18n import _, speaking
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.read_model import AssessmentEntry, Recommendation, ReportData
from uprtracker.vocabulary.status import Assessment, bucket_label
from uprtracker.vocabulary.word_count import NHRI_SUBMISSION, WordCount, count_words, rule_in_words


def write_nhri_submission(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.docx import write_docx

    write_docx(nhri_submission(data), target)


def nhri_submission(data: ReportData) -> Document:
    """The table in the language of the data, with its words counted against the limit on the first page."""
    with speaking(data.language):
        received = tuple(row for row in data.rows if row.kind == "recommendation")
        table = _table(data, received)
        return Document(
            title=_("Assessment by the national human rights institution"),
            meta=f"{meta_lines(data)}\n{_words(table).sentence}",
            caveat=caveat(data),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=(
                Section("recommendations", _("Recommendations"), (_figures(received), table)),
                Section("method", _("Method"), tuple(map(Prose, _rules()))),
            ),
        )


def words_remark(data: ReportData) -> str:
    """How the words of the table stand to the limit, for whoever asked for the file; in the language of the screen."""
    with speaking(data.language):
        table = _table(data, tuple(row for row in data.rows if row.kind == "recommendation"))
    return _words(table).sentence


def _figures(rows: Sequence[Recommendation]) -> KeyFigures:
    assessed = [row for row in rows if row.assessment is not None]
    contrary = [row for row in assessed if row.assessment is Assessment.CONTRARY_MEASURES]
    disputed = [row for row in rows if row.disputed]
    return KeyFigures(
        (
            (_numbers(rows), _("received")),
            (_numbers(assessed), _("assessed by the institution")),
            (_numbers(disputed), _("disputed: State and institution contradict each other")),
            (_numbers(contrary), _("with contrary measures")),
        )
    )


def _numbers(rows: Sequence[Recommendation]) -> int:
    return len({row.counted_as for row in rows})


def _rules() -> tuple[str, ...]:
    return (
        _(
            "The status is the State's own, the latest that its secretariat or validating authority has confirmed. "
            "The assessment is the institution's own, with its own date. Disputed means that the two contradict "
            "each other; the assessment changes no status."
        ),
        rule_in_words(),
    )


def _table(data: ReportData, rows: Sequence[Recommendation]) -> Table:
    banners = groupby(rows, key=lambda row: (row.document_id, row.heading))
    return Table(
        key="recommendations",
        columns=(
            Column("number", _("No."), 0.07, "number"),
            Column("text", _("Recommendation"), 0.28),
            Column("status", _("Status (State)"), 0.13, "status"),
            Column("status_on", _("Dated"), 0.09, "date"),
            Column("assessment", _("Assessment (NHRI)"), 0.15),
            Column("comment", _("Comment and source (NHRI)"), 0.28),
        ),
        groups=tuple(
            RowGroup(heading, tuple(_cells(data, row) for row in members))
            for (_document, heading), members in banners
        ),
        empty=_("There is no recommendation to report on."),
        group_title=_("Theme"),
    )


def _cells(data: ReportData, row: Recommendation) -> tuple[Cell, ...]:
    details = data.details[row.id]
    official = next((entry for entry in details.statuses if entry.validated), None)
    assessed = details.assessments[0] if details.assessments else None
    return (
        row.label,
        row.text,
        StatusValue(row.bucket),
        official.on if official else None,
        _assessment(row, assessed),
        _comment(assessed),
    )


def _assessment(row: Recommendation, entry: AssessmentEntry | None) -> str:
    if entry is None:
        return _("No assessment")
    said = f"{entry.assessment.label}\n{day_in_words(entry.on)}"
    return f"{_('Disputed')}\n{said}" if row.disputed else said


def _comment(entry: AssessmentEntry | None) -> str:
    if entry is None:
        return ""
    source = _("Source: {citation}").format(citation=entry.citation) if entry.citation else ""
    return "\n".join(words for words in (entry.comment, source) if words)


def _words(table: Table) -> WordCount:
    """The words of the table as it is printed: its header, its banners and its cells."""
    return WordCount(sum(count_words(text) for text in _texts(table)), NHRI_SUBMISSION)


def _texts(table: Table) -> Iterator[str]:
    yield from (column.title for column in table.columns)
    for group in table.groups:
        yield group.heading
        for row in group.rows:
            yield from (_text(cell) for cell in row[1:])


def _text(cell: Cell) -> str:
    return bucket_label(cell.bucket) if isinstance(cell, StatusValue) else str(cell or "")
