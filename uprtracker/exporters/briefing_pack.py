"""The briefing pack as a document (DOMAIN.md, 5): which parts it has, in which order, and how they are told apart."""

from collections.abc import Iterator
from pathlib import Path

from uprtracker.exporters.briefing_front import cover_section, figures_section, order_section
from uprtracker.exporters.briefing_index import index_section
from uprtracker.exporters.briefing_outcomes import noted_section, scorecard_section
from uprtracker.exporters.briefing_sheets import restricted_section, sheet_sections
from uprtracker.exporters.briefing_voices import (
    criticism_section,
    questions_section,
    states_section,
)
from uprtracker.exporters.document import Document, Section
from uprtracker.exporters.title_block import audience_words, caveat, meta_lines, subject
from uprtracker.i18n import _, ngettext, speaking
from uprtracker.vocabulary.briefing import Briefing, briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.briefing_text import Subject
from uprtracker.vocabulary.listing import sentences
from uprtracker.vocabulary.read_model import ReportData

BODY = 11.0
"""Points: the pack is read standing, in bad light (DOMAIN.md, 5)."""

_MOST_NAMED = 12


def briefing_document(data: ReportData) -> Document:
    """The pack in the language of the data. It bears the data's as-of date and no other, as every report."""
    with speaking(data.language):
        pack = briefing(data)
        return Document(
            title=_("Briefing pack"),
            meta=meta_lines(data),
            caveat=_foot(pack),
            language=data.language,
            produced_on=data.as_of,
            subject=subject(data),
            sections=tuple(_sections(pack)),
            page="portrait",
            body=BODY,
        )


def _foot(pack: Briefing) -> str:
    """What must be known on every page; whose numbers the paragraphs are, where sheets bear them."""
    data = pack.data
    if any(sheet.subject is Subject.PARAGRAPH for sheet in pack.sheets):
        return caveat(data)
    said = [_("Invented sample.")] if data.info.sample else []
    audience = _("Audience: {audience}.").format(audience=audience_words(data))
    return sentences([*said, _("Status as reported by the State."), audience])


def _sections(pack: Briefing) -> Iterator[Section]:
    """A part without content has no page. Restricted matter stands last, so that its pages can be taken out."""
    yield cover_section(pack)
    yield order_section(pack)
    yield figures_section(pack)
    yield from scorecard_section(pack)
    yield from sheet_sections(pack)
    yield from questions_section(pack)
    yield from states_section(pack)
    yield from criticism_section(pack)
    yield from noted_section(pack)
    yield from index_section(pack)
    yield from restricted_section(pack)


def write_briefing_pdf(data: ReportData, target: Path) -> None:
    from uprtracker.exporters.pdf import write_pdf

    write_pdf(briefing_document(data), target)


def missing_remark(data: ReportData) -> str:
    """What the pack lacks, one line each, in the language of who makes it; empty where it is complete."""
    lacks = missing(briefing(data))
    if not lacks:
        return ""
    first = ngettext(
        "{n} thing is missing from the pack:", "{n} things are missing from the pack:", len(lacks)
    )
    lines = [_("{what}: {where}").format(what=lack.what, where=lack.where) for lack in lacks[:_MOST_NAMED]]
    more = len(lacks) - len(lines)
    if more:
        lines.append(_("and {n} more, listed on the page Briefing").format(n=more))
    return "\n".join([first.format(n=len(lacks)), *lines])
