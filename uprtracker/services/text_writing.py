"""Writing the paragraphs and footnotes of a text version."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from uprtracker.models.base import new_uid
from uprtracker.models.instrument import Footnote, Paragraph, TextVersion
from uprtracker.vocabulary.instrument import InstrumentParagraph, InstrumentText


def write_paragraphs(
    session: Session, version: TextVersion, text: InstrumentText, at: datetime | None = None
) -> None:
    """Give a text version these paragraphs; where an earlier import left others, they are replaced as of `at`.

    History names the text version alone: its paragraphs come and go with it.
    """
    known = {
        p.label: p for p in session.scalars(select(Paragraph).where(Paragraph.text_version_id == version.id))
    }
    for paragraph in text.paragraphs:
        row = known.pop(paragraph.label, None)
        if row is None:
            row = Paragraph(uid=new_uid(), text_version_id=version.id, label=paragraph.label)
            session.add(row)
        _fill(row, paragraph)
    for gone in known.values():
        gone.withdrawn_at = at
    session.execute(delete(Footnote).where(Footnote.text_version_id == version.id))
    session.add_all(
        Footnote(text_version_id=version.id, marker=f.marker, label=f.cited_by, text=f.text)
        for f in text.footnotes
    )
    session.flush()


def _fill(row: Paragraph, paragraph: InstrumentParagraph) -> None:
    row.withdrawn_at = None
    row.sort_key = paragraph.sort_key
    row.parent = paragraph.parent
    row.preambular = paragraph.preambular
    row.text = paragraph.text
    row.opening = paragraph.opening
    row.addressees = paragraph.addressees
    row.short = paragraph.short
    row.gap_unit = paragraph.is_gap_unit
