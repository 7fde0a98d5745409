"""The status report by ministry, by paragraph of the resolution, and in full under the source's themes."""

from collections.abc import Sequence
from itertools import groupby

from uprtracker.exporters.count_table import count_cells, count_columns
from uprtracker.exporters.document import Block, Column, Heading, Prose, Quotation, RowGroup, Section, Table
from uprtracker.exporters.recommendation_table import recommendation_table
from uprtracker.exporters.recommendation_words import recommendations_words
from uprtracker.exporters.status_summary import gap_words, paragraph_name
from uprtracker.exporters.title_block import mapping_words
from uprtracker.i18n import _
from uprtracker.vocabulary.figures import GroupCount, ParagraphCoverage, StatusCount, count_statuses
from uprtracker.vocabulary.read_model import Recommendation, ReportData, natural_order

# Lists that are read one below another have the short columns in the same places, whichever there are.
_MINISTRY_SHARES = {
    "number": 0.06,
    "text": 0.44,
    "position": 0.08,
    "status": 0.13,
    "due": 0.09,
    "review": 0.06,
    "paragraphs": 0.08,
    "supporting": 0.12,
}
_PARAGRAPH_SHARES = {
    "number": 0.06,
    "text": 0.5,
    "position": 0.09,
    "status": 0.14,
    "due": 0.09,
    "review": 0.06,
    "lead": 0.12,
}
_FULL_SHARES = {
    "number": 0.05,
    "review": 0.06,
    "text": 0.27,
    "states": 0.1,
    "position": 0.07,
    "status": 0.1,
    "lead": 0.12,
    "paragraphs": 0.06,
    "due": 0.07,
    "comment": 0.16,
}


def ministries_section(
    data: ReportData, received: Sequence[Recommendation], ministries: Sequence[GroupCount], whole: StatusCount
) -> Section:
    """A table of counts with the sum of all numbers, then the recommendations of each lead ministry."""
    counts = Table(
        key="ministry_counts",
        columns=(Column("ministry", _("Lead ministry"), 0.34), *count_columns()),
        groups=(RowGroup("", tuple((group.name, *count_cells(group.count)) for group in ministries)),),
        total=(_("All recommendations"), *count_cells(whole)),
    )
    blocks: list[Block] = [counts]
    if sum(group.count.total for group in ministries) != whole.total:
        blocks.append(
            Prose(
                _(
                    "A number whose parts have different lead ministries counts under each, "
                    "and once in the last row."
                )
            )
        )
    for group in ministries:
        rows = natural_order([row for row in received if row.lead == group.key])
        blocks.append(Heading(2, group.name, recommendations_words(group.count.total)))
        blocks.append(recommendation_table(data, "ministry", _MINISTRY_SHARES, [("", rows)]))
    return Section("ministries", _("By ministry"), tuple(blocks))


def paragraphs_section(
    data: ReportData, received: Sequence[Recommendation], covered: Sequence[ParagraphCoverage]
) -> Section:
    """The coverage of all paragraphs, then each with its text and recommendations; those to others apart."""
    to_states = [c for c in covered if c.paragraph.addressees == "states"]
    others = [c for c in covered if c.paragraph.addressees != "states" and c.count.total]
    gaps = [gap_words(covered, gap) for gap in ("no_recommendation", "not_started")]
    blocks: list[Block] = [
        Prose(mapping_words(data)),
        _coverage_table(received, to_states, others),
        *(Prose(gap) for gap in gaps if gap),
        Heading(2, _("Paragraphs addressed to States")),
    ]
    linked = _rows_by_paragraph(received)
    for coverage in to_states:
        blocks += _paragraph_blocks(data, linked.get(coverage.paragraph.label, []), coverage)
    if others:
        blocks.append(Heading(2, _("Paragraphs not addressed to States")))
        for coverage in others:
            blocks += _paragraph_blocks(data, linked.get(coverage.paragraph.label, []), coverage)
    return Section("paragraphs", _("By paragraph"), tuple(blocks))


def _rows_by_paragraph(rows: Sequence[Recommendation]) -> dict[str, list[Recommendation]]:
    linked: dict[str, list[Recommendation]] = {}
    for row in rows:
        for label in row.paragraph_labels:
            linked.setdefault(label, []).append(row)
    return linked


def _coverage_table(
    received: Sequence[Recommendation],
    to_states: Sequence[ParagraphCoverage],
    others: Sequence[ParagraphCoverage],
) -> Table:
    gaps = {"": "", "no_recommendation": _("No recommendation"), "not_started": _("None beyond planned")}

    def rows(covered: Sequence[ParagraphCoverage]) -> RowGroup:
        heading = (
            _("Not addressed to States, where linked") if covered is others else _("Addressed to States")
        )
        return RowGroup(
            heading,
            tuple(
                (
                    paragraph_name(c),
                    *count_cells(c.count),
                    c.letters.total if c.letters else None,
                    gaps[c.gap],
                )
                for c in covered
            ),
        )

    linked = count_statuses(row for row in received if row.paragraphs)
    return Table(
        key="coverage",
        columns=(
            Column("paragraph", _("Paragraph"), 0.24),
            *count_columns(),
            Column("letters", _("Under its letters"), 0.06, "count"),
            Column("gap", _("Gap"), 0.1),
        ),
        groups=(rows(to_states), rows(others)) if others else (rows(to_states),),
        group_title=_("Addressed to"),
        total=(_("All linked recommendations, each once"), *count_cells(linked), None, ""),
    )


def _paragraph_blocks(
    data: ReportData, linked: list[Recommendation], covered: ParagraphCoverage
) -> tuple[Block, ...]:
    paragraph = covered.paragraph
    note = recommendations_words(covered.count.total)
    if covered.letters:
        note = _("{own}; {n} under its letters").format(own=note, n=covered.letters.total)
    rows = natural_order(linked)
    return (
        Heading(3, paragraph_name(covered), note),
        Quotation(paragraph.label, paragraph.text),
        recommendation_table(
            data,
            "paragraph",
            _PARAGRAPH_SHARES,
            [("", rows)] if rows else [],
            empty=_("No recommendation is linked to this paragraph."),
        ),
    )


def full_section(data: ReportData, received: Sequence[Recommendation]) -> Section:
    """Every recommendation once, in the order and under the headings of its source; pledges after."""
    blocks: list[Block] = [
        recommendation_table(
            data,
            "recommendations",
            _FULL_SHARES,
            _under_headings(received),
            empty=_("There is no recommendation to report on."),
            group_title=_("Theme"),
        )
    ]
    apart = {"voluntary_pledge": _("Voluntary pledges"), "observation": _("Observations")}
    for kind, title in apart.items():
        rows = [row for row in data.rows if row.kind == kind]
        if rows:
            blocks.append(Heading(2, title, _("in none of the figures")))
            blocks.append(recommendation_table(data, kind, _FULL_SHARES, [("", rows)]))
    return Section("recommendations", _("Recommendations"), tuple(blocks))


def _under_headings(rows: Sequence[Recommendation]) -> list[tuple[str, list[Recommendation]]]:
    """Neighbouring rows with one heading under it; rows of several documents never share a banner."""
    banners = groupby(rows, key=lambda row: (row.document_id, row.heading))
    return [(heading, list(members)) for (_document, heading), members in banners]
