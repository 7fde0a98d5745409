"""The annex table of a national or mid-term report: every recommendation in one row (DOMAIN.md, 5).

Themes are banners on paper, as in the list that printed the recommendations, and a column in a workbook.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from uprtracker.exporters.document import Block, Document, Heading, Section, StatusBar, Table
from uprtracker.exporters.recommendation_table import recommendation_table
from uprtracker.exporters.status_method import method_section
from uprtracker.exporters.status_summary import received_figures, status_bar
from uprtracker.exporters.title_block import caveat, meta_lines, subject
from uprtracker.i18n import _, ngettext, speaking
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.read_model import Recommendation, ReportData

_SHARES = {
    "number": 0.05,
    "review": 0.05,
    "text_and_states": 0.22,
    "position": 0.07,
    "lead": 0.09,
    "status": 0.09,
    "measures": 0.18,
    "next_step": 0.09,
    "evidence": 0.09,
    "nhri_comment": 0.09,
}


def write_annex_workbook(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.xlsx import write_workbook

    write_workbook(annex_table(data), target)


def write_annex_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf

    write_pdf(annex_table(data), target)


def write_annex_word(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.docx import write_docx

    write_docx(annex_table(data), target)


def annex_table(data: ReportData) -> Document:
    """The table in the language of the data, figures above it and the method behind it; pledges have a table of their own."""
    with speaking(data.language):
        received = tuple(row for row in data.rows if row.kind == "recommendation")
        others = tuple(row for row in data.rows if row.kind != "recommendation")
        return Document(
            title=_("Annex: implementation of recommendations"),
            meta=meta_lines(data),
            caveat=caveat(data),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=(
                Section(
                    "summary", _("Annex table"), (_figures(data, received), *_tables(data, received, others))
                ),
                method_section(data),
            ),
        )


def _figures(data: ReportData, received: Sequence[Recommendation]) -> StatusBar:
    """One bar, so that the table begins on the first page; how many were received, and the positions, in its note."""
    figures = overview(received)
    bar = status_bar(data, figures)
    counts = [f"{n} {words}" for n, words in received_figures(data, figures)]
    return replace(bar, note=" · ".join([*counts, bar.note]))


def _tables(
    data: ReportData, received: Sequence[Recommendation], others: Sequence[Recommendation]
) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(2, _("Recommendations")),
        _table(data, "recommendations", received, _("There is no recommendation to report on.")),
    ]
    if others:
        note = ngettext("{n} entry", "{n} entries", len(others)).format(n=len(others))
        blocks += [
            Heading(2, _("Voluntary pledges and observations"), note),
            _table(data, "pledges", others, ""),
        ]
    return tuple(blocks)


def _table(data: ReportData, key: str, rows: Sequence[Recommendation], empty: str) -> Table:
    banners = groupby(rows, key=lambda row: (row.document_id, row.heading))
    groups = [(heading, list(members)) for (_document, heading), members in banners]
    return recommendation_table(data, key, _SHARES, groups, empty=empty, group_title=_("Theme"))
