"""The last part of the status report: the scale, how figures are counted, what the report is made from."""

from uprtracker.exporters.document import Cell, Column, Heading, Prose, RowGroup, Section, StatusValue, Table
from uprtracker.exporters.title_block import (
    documents_covered,
    mapping_words,
    review_words,
    state_words,
    symbol_words,
    withheld_words,
)
from uprtracker.i18n import _
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import ReportData
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Status


def method_section(data: ReportData) -> Section:
    return Section(
        "method",
        _("Method"),
        (
            Heading(2, _("Scale of implementation")),
            _scale(),
            Heading(2, _("Positions")),
            _positions(),
            Heading(2, _("How figures are counted")),
            *(Prose(rule) for rule in _rules()),
            Heading(2, _("What this report is made from")),
            sources_table(data),
        ),
    )


def status_meanings() -> dict[str, str]:
    """What each word of the scale means, by bucket."""
    return {
        Status.FULLY_IMPLEMENTED: _("All that the recommendation asks for is done; the reason is given."),
        Status.PARTIALLY_IMPLEMENTED: _("Part of what the recommendation asks for is done."),
        Status.IN_PROGRESS: _("Measures are under way; nothing is completed yet."),
        Status.PLANNED: _("Measures are decided and have not begun."),
        Status.NOT_STARTED: _("The State reports that nothing has been done yet."),
        Status.CONTINUOUS: _("The work never ends by its nature, and is going on."),
        Status.NOT_BEING_IMPLEMENTED: _("The State does not act on the recommendation; the reason is given."),
        NOT_REPORTED: _("There is no validated status. It is counted apart and never as Not started."),
    }


def _scale() -> Table:
    meanings = status_meanings()
    return Table(
        key="scale",
        columns=(
            Column("status", _("Status"), 0.25, "status"),
            Column("meaning", _("What the State says by it"), 0.75),
        ),
        groups=(RowGroup("", tuple((StatusValue(bucket), meanings[bucket]) for bucket in BUCKETS)),),
    )


def _positions() -> Table:
    meanings = {
        Position.SUPPORTED: _("The State supports the recommendation."),
        Position.SUPPORTED_NOTED: _("The State supports a part of it and notes the rest."),
        Position.NOTED: _("The State notes the recommendation. It may be implemented all the same."),
        Position.PENDING: _("The State has not yet taken a position."),
        Position.UNKNOWN: _("The sources read so far do not say."),
    }
    return Table(
        key="positions",
        columns=(
            Column("position", _("Position"), 0.25),
            Column("meaning", _("What it means"), 0.75),
        ),
        groups=(RowGroup("", tuple((position.label, words) for position, words in meanings.items())),),
    )


def _rules() -> tuple[str, ...]:
    return (
        _(
            "Figures count recommendation numbers. A number that is followed up in parts counts once, under "
            "its least advanced part. Voluntary pledges and observations are in no figure."
        ),
        _(
            "The official status is the latest one that the secretariat or the validating authority has "
            "confirmed. Drafts that wait for confirmation are in no status figure; their number stands "
            "beside. All statuses, Not reported included, add up to the number of recommendations."
        ),
        _(
            "Position and status are two things: a noted recommendation can be implemented. Overdue means "
            "due before the date of this report and neither fully implemented, continuous nor not being "
            "implemented."
        ),
        _(
            "Disputed means that the assessment of the national human rights institution and the official "
            "status contradict each other. The assessment is the institution's own and changes no status."
        ),
        _(
            "A recommendation may be linked to several paragraphs of the resolution, or to none. Every link "
            "was confirmed by a person; the mapping is indicative. A paragraph addressed to States is a gap "
            "where no recommendation is linked to it, or none that is beyond planned."
        ),
    )


def report_facts(data: ReportData) -> tuple[tuple[str, str], ...]:
    """What every product says of itself, as (name, words): what it covers, for whom, as of when, what it leaves out."""
    return (
        (_("State"), state_words(data)),
        *((_("Source"), _source_words(review_words(d), symbol_words(d))) for d in documents_covered(data)),
        (_("Resolution"), data.text_version.citation),
        (_("Mapping"), mapping_words(data)),
        (_("Selection"), " · ".join(data.filters) or _("all recommendations of the dossier")),
        (_("As of"), day_in_words(data.as_of)),
        *(((_("Snapshot"), data.snapshot),) if data.snapshot else ()),
        (_("Audience"), data.audience.label),
        (_("Withheld"), _withheld_in_detail(data)),
    )


def sources_table(data: ReportData) -> Table:
    """What the report is made from, for whom, as of when, and what it leaves out."""
    rows: tuple[tuple[Cell, ...], ...] = report_facts(data)
    return Table(
        key="sources",
        columns=(Column("fact", _("Fact"), 0.25), Column("value", _("In this report"), 0.75)),
        groups=(RowGroup("", rows),),
    )


def _source_words(review: str, symbol: str) -> str:
    return _("{review}: {symbol}").format(review=review, symbol=symbol) if symbol else review


def _withheld_in_detail(data: ReportData) -> str:
    if data.withheld.total == 0:
        return withheld_words(data)
    return _("{total}: annotations {annotations}, evidence {evidence}, progress entries {progress}").format(
        total=withheld_words(data),
        annotations=data.withheld.annotations,
        evidence=data.withheld.evidence,
        progress=data.withheld.progress,
    )
