"""What the thematic list says beside each recommendation, and above its table. Where that goes is not here."""

from collections.abc import Iterator, Sequence

from uprtracker.exporters.recommendation_words import introduced
from uprtracker.exporters.title_block import meta_lines
from uprtracker.exporters.word_cell import WordLine
from uprtracker.i18n import _, current_language, ngettext, reads_from_right, translated
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import listed, listed_apart
from uprtracker.vocabulary.ministry_sheet import MEASURE_STATES
from uprtracker.vocabulary.original_list import OriginalList
from uprtracker.vocabulary.read_model import Measure, Recommendation, ReportData
from uprtracker.vocabulary.status import bucket_label

_MEASURES = 3
_LONGEST = 400
"""Characters of one comment or entry of progress: the cell is a column of a table that goes on."""


def assessment_lines(data: ReportData, ids: Sequence[int]) -> list[WordLine]:
    """The lines of one cell: for each recommendation in it the status with its day, then comment, measures, progress."""
    wanted = set(ids)
    rows = sorted((row for row in data.rows if row.id in wanted), key=lambda row: row.sort_key)
    return [line for row in rows for line in _about(data, row, named=len(rows) > 1)]


def head_lines(original: OriginalList, data: ReportData) -> list[WordLine]:
    """What stands above the table: whose assessment, of when, for whom, and what of the list is not in it."""
    lines = [
        _ours(_("Thematic list with the State's assessment of the level of implementation")),
        *(_ours("", line) for line in meta_lines(data).split("\n")),
        _ours("", f"{_('Status as reported by the State.')} {_source(original)}"),
    ]
    if original.others:
        others = _("Lists of other reviews in this dossier are left out: {files}.")
        lines.append(
            _ours(
                "", others.format(files=listed(_("“{quote}”").format(quote=name) for name in original.others))
            )
        )
    empty = sum(not row.recommendations for row in original.rows)
    if empty:
        words = ngettext(
            "{n} recommendation of the list is not in this selection; its assessment is left empty.",
            "{n} recommendations of the list are not in this selection; their assessments are left empty.",
            empty,
        )
        lines.append(_ours("", words.format(n=empty)))
    return lines


def _ours(strong: str, text: str = "") -> WordLine:
    """A line in the language of the report; a comment has the direction of its own words."""
    return WordLine(strong, text, from_right=reads_from_right(current_language()))


def _source(original: OriginalList) -> str:
    return _("The list is {symbol}, imported from “{file}”.").format(
        symbol=original.document_symbol, file=original.file_name
    )


def _about(data: ReportData, row: Recommendation, *, named: bool) -> Iterator[WordLine]:
    details = data.details[row.id]
    official = next((entry for entry in details.statuses if entry.validated), None)
    status = bucket_label(row.bucket)
    if named:
        status = _("{number}: {status}").format(number=row.label, status=status)
    draft = ""
    if row.has_draft and row.status and data.audience is not Confidentiality.PUBLIC:
        draft = " " + _("(draft: {status})").format(status=row.status.label)
    day = listed((status, day_in_words(official.on))).removeprefix(status) if official else ""
    yield _ours(status, day + draft)
    if official and official.comment:
        yield WordLine("", _short(official.comment))
    for measure in details.measures[:_MEASURES]:
        yield _ours("", _measure(measure))
    if (more := len(details.measures) - _MEASURES) > 0:
        yield WordLine("", ngettext("and {n} more measure", "and {n} more measures", more).format(n=more))
    for entry in details.progress[:1]:
        words = introduced(
            _("{day}, {institution}: {text}"),
            _short(entry.text),
            day=day_in_words(entry.on),
            institution=translated(entry.institution),
        )
        line, _line_end, below = words.partition("\n")
        yield _ours("", line)
        if below:
            yield WordLine("", below)


def _measure(measure: Measure) -> str:
    facts = [_(MEASURE_STATES[measure.state])]
    if measure.responsible:
        facts.append(measure.responsible)
    if measure.due_on:
        facts.append(_("due {day}").format(day=day_in_words(measure.due_on)))
    return _("Measure: {title} ({facts})").format(title=measure.title, facts=listed_apart(facts))


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]
    return f"{cut} …"
