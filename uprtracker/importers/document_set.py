"""Records of one file put to the documents that they belong to: a set of documents, each with its own numbering."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from uprtracker.i18n import _
from uprtracker.importers.numbering import as_ranges, missing_numbers, settle_repeated_numbers
from uprtracker.importers.record import Notice, ParsedRecommendation, ParsedReview

_MOST_NOTICES_OF_A_KIND = 200


class DocumentSet:
    """Documents in the order in which they first occur."""

    def __init__(self) -> None:
        self._documents: dict[Hashable, ParsedReview] = {}
        self._records: dict[Hashable, list[ParsedRecommendation]] = {}
        self._notices: dict[Hashable, list[Notice]] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._documents

    def open(self, key: Hashable, document: ParsedReview) -> None:
        """Begin a document, described by a review without records."""
        self._documents[key] = document
        self._records[key] = []
        self._notices[key] = []

    def add(self, key: Hashable, record: ParsedRecommendation, notices: Iterable[str] = ()) -> None:
        self._records[key].append(record)
        self._notices[key] += (Notice(record.place.where, message) for message in notices)

    def size(self, key: Hashable) -> int:
        return len(self._records[key])

    def drop(self, unwanted: Callable[[Any], bool]) -> int:
        """Forget the documents with such keys; how many records they had."""
        keys = [key for key in self._documents if unwanted(key)]
        for key in keys:
            del self._documents[key], self._notices[key]
        return sum(len(self._records.pop(key)) for key in keys)

    def complete(self, key: Hashable, **facts: object) -> None:
        """Fill in what a document did not say of itself before."""
        document = self._documents[key]
        unknown = {name: value for name, value in facts.items() if value and not getattr(document, name)}
        if unknown:
            self._documents[key] = replace(document, **unknown)  # type: ignore[arg-type]

    def documents(self) -> Iterator[ParsedReview]:
        """The documents with their records, each emptied as it is given."""
        for key, document in self._documents.items():
            yield _settled(document, self._records.pop(key), self._notices.pop(key))


def _settled(
    document: ParsedReview, records: list[ParsedRecommendation], notices: list[Notice]
) -> ParsedReview:
    settled, repeated = settle_repeated_numbers(records)
    if document.mechanism != "upr":
        # a paragraph of a treaty body's document is one number with many entries: that is its nature
        return replace(document, recommendations=tuple(settled), warnings=tuple(shortened(notices)))
    missing = missing_numbers(settled)
    gaps = []
    if missing:
        message = _("numbers missing in the series, if the file was to hold all of them: {numbers}")
        gaps.append(Notice("", message.format(numbers=as_ranges(missing))))
    return replace(
        document,
        recommendations=tuple(settled),
        missing_numbers=missing,
        warnings=(*gaps, *shortened(notices), *shortened(repeated)),
    )


def shortened(notices: list[Notice]) -> list[Notice]:
    """The notices, each kind up to a number that a person reads; how many more there are is the last."""
    if len(notices) <= _MOST_NOTICES_OF_A_KIND:
        return notices
    more = len(notices) - _MOST_NOTICES_OF_A_KIND
    message = _("{count} more rows have remarks like these").format(count=more)
    return [*notices[:_MOST_NOTICES_OF_A_KIND], Notice("", message)]
