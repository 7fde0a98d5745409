"""Reading text versions of instruments and their paragraphs; those that were taken back are not found."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.dossier import Fact
from uprtracker.models.instrument import Instrument, Paragraph, TextVersion
from uprtracker.vocabulary import read_model as read
from uprtracker.vocabulary.paragraph_label import parse_label


def text_name(instrument: str, version: str) -> str:
    """How a text is named on the command line: `instrument@version`."""
    return f"{instrument}@{version}"


def standing_versions(session: Session) -> list[tuple[Instrument, TextVersion]]:
    """The text versions of the dossier with their instruments, in the order in which they came."""
    i, v = Instrument, TextVersion
    statement = select(i, v).join(v, v.instrument_id == i.id).where(v.withdrawn_at.is_(None)).order_by(v.id)
    return [(instrument, version) for instrument, version in session.execute(statement)]


def default_fact(session: Session) -> Fact:
    """The fact that names the dossier's default text by its uid."""
    return session.scalars(select(Fact).where(Fact.key == "default_text_version")).one()


def find_text_version(session: Session, text: str) -> TextVersion:
    """The text version named `instrument@version`, or the dossier's default one; `UserError` names those there are."""
    if not text:
        default = default_fact(session).value
        return session.scalars(select(TextVersion).where(TextVersion.uid == default)).one()
    key, _sep, version = text.partition("@")
    known = standing_versions(session)
    for instrument, found in known:
        if instrument.key == key and (not version or found.version == version):
            return found
    there = ", ".join(text_name(instrument.key, found.version) for instrument, found in known)
    raise UserError(_("The dossier has no text '{text}'; it has: {there}.").format(text=text, there=there))


def find_paragraph(session: Session, version: TextVersion, label: str) -> Paragraph:
    """The paragraph with this label, however it is spaced; `UserError` if the text has none."""
    wanted = str(parse_label(label))
    paragraph = session.scalars(
        select(Paragraph).where(
            Paragraph.text_version_id == version.id,
            Paragraph.label == wanted,
            Paragraph.withdrawn_at.is_(None),
        )
    ).first()
    if paragraph is None:
        raise UserError(
            _("The text '{text}' has no paragraph {label}; use a label that it prints.").format(
                text=version.description, label=wanted
            )
        )
    return paragraph


def load_text_version(session: Session, version: TextVersion) -> read.TextVersion:
    """A text version with its paragraphs in order, preamble first."""
    instrument = session.get_one(Instrument, version.instrument_id)
    paragraphs = session.scalars(
        select(Paragraph)
        .where(Paragraph.text_version_id == version.id, Paragraph.withdrawn_at.is_(None))
        .order_by(Paragraph.sort_key)
    )
    return read.TextVersion(
        id=version.id,
        instrument=instrument.key,
        instrument_title=instrument.title,
        version=version.version,
        description=version.description,
        paragraphs=tuple(
            read.Paragraph(
                id=p.id,
                label=p.label,
                sort_key=p.sort_key,
                parent=p.parent,
                preambular=p.preambular,
                text=p.text,
                opening=p.opening,
                addressees=p.addressees,
                short=p.short,
                is_gap_unit=p.gap_unit,
            )
            for p in paragraphs
        ),
    )
