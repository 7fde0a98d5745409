"""An addendum as a review: its positions and explanations put on the recommendations that the dossier has."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.parsed_addendum import ParsedAddendum, StatedPosition
from uprtracker.importers.reconciliation import with_numbers_of
from uprtracker.importers.record import Notice, ParsedClause, ParsedRecommendation, ParsedReview, Place
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import Review
from uprtracker.services.content import read_content
from uprtracker.services.import_documents import find_document
from uprtracker.vocabulary.position import Position

SOURCE = "addendum"


def as_review(session: Session, addendum: ParsedAddendum, home: str) -> ParsedReview:
    """The review whose records are the dossier's own with the addendum's positions; what does not fit is in doubt.

    `UserError` where the dossier does not have the report that the addendum answers.
    """
    document = find_document(session, addendum.document_symbol, home)
    if document is None:
        raise UserError(
            _(
                "'{file}' answers {symbol}, which this dossier does not have; import that report or its list first."
            ).format(
                file=addendum.file, symbol=addendum.document_symbol or _("a report that it does not name")
            )
        )
    rows = {
        row.number + row.part: row
        for row in session.scalars(
            select(Recommendation).where(
                Recommendation.document_id == document.id, Recommendation.withdrawn_at.is_(None)
            )
        )
    }
    about = session.get_one(Review, document.id)
    stored = [_stored(session, row, addendum.file) for row in rows.values()]
    review = ParsedReview(
        source=SOURCE,
        file=addendum.file,
        title="",
        state_iso3=addendum.state_iso3 or home,
        state_as_printed=addendum.state_as_printed,
        cycle=about.cycle,
        session=about.session,
        document_symbol=document.symbol,
        addendum_symbol=addendum.addendum_symbol,
        recommendations=tuple(stored),
        warnings=addendum.warnings,
        missing_numbers=(),
    )
    answers = with_numbers_of(addendum, review)
    explanations: defaultdict[str, list[str]] = defaultdict(list)
    for explanation in answers.explanations:
        for number in explanation.numbers:
            explanations[number].append(explanation.text)
    known = {record.label: record for record in stored}
    records = [
        _answered(known.get(p.label), p, addendum.addendum_symbol, "\n".join(explanations[p.label]), n)
        for n, p in enumerate(answers.positions, start=1)
    ]
    unread = tuple(Notice(u.place.where, f"{u.reason} {u.sentence}") for u in answers.unread)
    return replace(review, recommendations=tuple(records), warnings=(*addendum.warnings, *unread))


def _stored(session: Session, row: Recommendation, file: str) -> ParsedRecommendation:
    content = read_content(session, row.id, "content")
    return ParsedRecommendation(
        number=row.number,
        part=row.part,
        text=content["text"],
        language=content["language"],
        clauses=tuple(
            ParsedClause(text, tuple(iso3 for iso3, _p in states), tuple(printed for _i, printed in states))
            for text, states in content["clauses"]
        ),
        position=Position.UNKNOWN,
        position_as_printed="",
        position_symbol="",
        position_paragraph="",
        already_implemented=False,
        explanation="",
        themes=(),
        heading="",
        order=0,
        comment="",
        in_doubt="",
        place=Place(file, ""),
    )


def _answered(
    known: ParsedRecommendation | None, stated: StatedPosition, symbol: str, explanation: str, order: int
) -> ParsedRecommendation:
    """The dossier's record with the position stated; in doubt where the dossier has no such number."""
    blank = ParsedRecommendation(
        number=stated.number,
        part=stated.part,
        text="",
        language="en",
        clauses=(),
        position=stated.position,
        position_as_printed=stated.position_as_printed,
        position_symbol=symbol,
        position_paragraph=stated.paragraph,
        already_implemented=stated.already_implemented,
        explanation=explanation,
        themes=(),
        heading="",
        order=order,
        comment="",
        in_doubt=_("the dossier has no recommendation of this number"),
        place=stated.place,
    )
    if known is None:
        return blank
    return replace(blank, text=known.text, language=known.language, clauses=known.clauses, in_doubt="")
