"""Symbols and numbers for what a source gives neither: stable, and plainly none of the United Nations."""

from uprtracker.importers.mechanism import UPR
from uprtracker.importers.record import ParsedRecommendation, ParsedReview
from uprtracker.vocabulary.number import sort_key

LONGEST_SYMBOL = 64
_UPR_INFO = "upr-info"
_DIGITS = 8
_PREFIXES = {"uhri": "UHRI-", "text": "UI-"}


def symbol_of(review: ParsedReview) -> str:
    """The document's own symbol; else one without a stroke, which no symbol of the United Nations is."""
    if review.document_symbol:
        return review.document_symbol[:LONGEST_SYMBOL]
    if review.mechanism != UPR:
        return (review.body or review.mechanism.replace("_", " "))[:LONGEST_SYMBOL]
    name = "UPR Info" if review.source == _UPR_INFO else "UPR"
    if review.session:
        return f"{name} session {review.session}"
    return f"{name} cycle {review.cycle}" if review.cycle else name


def number_of(record: ParsedRecommendation) -> str:
    """The record's own number; else one made of the alias by which the record is known again."""
    if record.number:
        return record.number
    for kind, value in record.aliases:
        if prefix := _PREFIXES.get(kind):
            return prefix + value[:_DIGITS]
    return f"UI-{record.order}"


def sort_key_of(number: str, part: str, order: int) -> str:
    """Numbers of the United Nations in their natural order, those that are made up in the order of the file."""
    return f"{order:06d}" if number.startswith("UI-") else sort_key(number, part)[:200]
