"""The briefing pack as a document (DOMAIN.md, 5): which parts it has, in which order, and how they are told apart."""

from collections.abc import Iterator
from pathlib import Path

from uprtracker.exporters.briefing_front import cover_section, figures_section, order_section
from uprtracker.exporters.briefing_index import index_section
from uprtracker.exporters.briefing_sheets import restricted_sections, sheet_sections
from uprtracker.exporters.briefing_voices import (
    criticism_section,
    noted_section,
    questions_section,
    scorecard_section,
    states_section,
)
from uprtracker.exporters.document import Document, Section
from uprtracker.exporters.title_block import caveat, meta_lines, subject
from uprtracker.i18n import _, speaking
from uprtracker.vocabulary.briefing import Briefing, briefing
from uprtracker.vocabulary.read_model import ReportData

BODY = 11.0
"""Points: the pack is read standing, in bad light (DOMAIN.md, 5)."""


def briefing_document(data: ReportData) -> Document:
    """The pack in the language of the data. It bears the data's as-of date and no other, as every report."""
    with speaking(data.language):
        return Document(
            title=_("Briefing pack"),
            meta=meta_lines(data),
            caveat=caveat(data),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=tuple(_sections(briefing(data))),
            page="portrait",
            body=BODY,
        )


def _sections(pack: Briefing) -> Iterator[Section]:
    """Restricted matter stands last, so that its pages can be taken out."""
    yield cover_section(pack)
    yield order_section(pack)
    yield figures_section(pack)
    yield scorecard_section(pack)
    yield from sheet_sections(pack)
    yield questions_section(pack)
    yield states_section(pack)
    yield criticism_section(pack)
    yield noted_section(pack)
    yield index_section(pack)
    yield from restricted_sections(pack)


def write_briefing_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf

    write_pdf(briefing_document(data), target)
