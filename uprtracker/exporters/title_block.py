"""What every report says of itself: whose it is, what it covers, for whom, and the caveat at its foot."""

from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.dossier_info import DocumentInfo
from uprtracker.vocabulary.listing import listed, listed_apart, sentences
from uprtracker.vocabulary.read_model import ReportData


def state_words(data: ReportData) -> str:
    name = data.info.called
    return _("{state} (invented sample)").format(state=name) if data.info.sample else name


def subject(data: ReportData) -> str:
    """Whose report and of when, in a few words."""
    return listed((state_words(data), day_in_words(data.as_of)))


def documents_covered(data: ReportData) -> tuple[DocumentInfo, ...]:
    """The source documents of the rows; all of the dossier's where there are no rows."""
    used = {row.document_id for row in data.rows}
    return tuple(d for d in data.info.documents if d.id in used) or data.info.documents


def review_words(document: DocumentInfo) -> str:
    """`cycle 4, session 49`; for what is no review, its title."""
    if document.cycle is None:
        return document.title
    if document.session is None:
        return _("cycle {cycle}").format(cycle=document.cycle)
    return _("cycle {cycle}, session {session}").format(cycle=document.cycle, session=document.session)


def symbol_words(document: DocumentInfo) -> str:
    """`A/HRC/59/15 and Add.1`."""
    if not document.addendum_symbol:
        return document.symbol
    addendum = document.addendum_symbol.removeprefix(f"{document.symbol}/")
    return _("{symbol} and {addendum}").format(symbol=document.symbol, addendum=addendum)


def audience_words(data: ReportData) -> str:
    """For whom the report is, and how many items are left out because of that."""
    audience = {
        Confidentiality.PUBLIC: _("for the public"),
        Confidentiality.GOVERNMENT: _("for the government"),
        Confidentiality.RESTRICTED: _("restricted"),
    }[data.audience]
    return listed_apart((audience, withheld_words(data)))


def withheld_words(data: ReportData) -> str:
    n = data.withheld.total
    if n == 0:
        return _("nothing withheld")
    return ngettext("{n} item withheld", "{n} items withheld", n).format(n=n)


def mapping_words(data: ReportData) -> str:
    """The instrument and version of the paragraphs, with who confirmed the links to them."""
    if not data.confirmed_by:
        return _("Indicative mapping to: {text}").format(text=data.text_version.citation)
    return _("Indicative mapping, confirmed by {people}, to: {text}").format(
        people=listed(data.confirmed_by), text=data.text_version.citation
    )


def as_of_words(data: ReportData) -> str:
    """The day of the report, and the snapshot that it was read from, if any."""
    if data.snapshot:
        return _("snapshot “{name}” of {day}").format(name=data.snapshot, day=day_in_words(data.as_of))
    return _("as of {day}").format(day=day_in_words(data.as_of))


def meta_lines(data: ReportData) -> str:
    """The lines under the title."""
    documents = documents_covered(data)
    facts = [
        state_words(data),
        *(review_words(document) for document in documents),
        listed(symbol_words(document) for document in documents if document.symbol),
        as_of_words(data),
        audience_words(data),
    ]
    lines = [" · ".join(fact for fact in facts if fact), mapping_words(data)]
    if data.filters:
        lines.append(_("Only: {filters}").format(filters=" · ".join(data.filters)))
    return "\n".join(lines)


def caveat(data: ReportData) -> str:
    """What must be known on every page."""
    description = data.text_version.called
    if data.confirmed_by:
        mapping = _("Indicative mapping to the resolution ({description}), confirmed by {people}.").format(
            description=description, people=listed(data.confirmed_by)
        )
    else:
        mapping = _("Indicative mapping to the resolution ({description}).").format(description=description)
    said = [_("Invented sample.")] if data.info.sample else []
    return sentences([*said, mapping, _("Status as reported by the State.")])
