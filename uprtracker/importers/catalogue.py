"""Which sources there are: a file is recognised by what it holds, never by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers import thematic_list
from uprtracker.importers.record import Answers, ParsedReview


@dataclass(frozen=True)
class Source:
    """One kind of document: its word on the command line, what it is called, and its reader."""

    key: str
    title: str
    read: Callable[..., ParsedReview]


SOURCES = (Source(thematic_list.SOURCE, "OHCHR thematic list (Word)", thematic_list.read_thematic_list),)


def read_document(path: Path, *, source: str = "", answers: Answers | None = None) -> ParsedReview:
    """Read a file as the source that it is, or as the one named; `UserError` says why it cannot be read."""
    if source:
        known = {s.key: s for s in SOURCES}
        if source not in known:
            raise UserError(
                _("'{source}' is not a source; use one of: {known}.").format(
                    source=source, known=", ".join(known)
                )
            )
        return known[source].read(path, answers=answers)
    # with one source, its reader's own sentence says best what is wrong with a file
    return SOURCES[0].read(path, answers=answers)
