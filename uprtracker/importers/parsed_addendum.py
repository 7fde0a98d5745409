"""What the addendum of a State says about the recommendations of a report: plain records with their places."""

from dataclasses import dataclass

from uprtracker.importers.record import Notice, Place
from uprtracker.vocabulary.position import Position


@dataclass(frozen=True)
class StatedPosition:
    """The position on one number. `number` is `140.12`, or plain (`12`) where the addendum leaves the paragraph
    of the report out. `position_as_printed` are the deciding words, `sentence` is where they stand, and
    `paragraph` is as printed (`Para. 3`), empty where the text has no paragraph number."""

    number: str
    part: str
    position: Position
    position_as_printed: str
    already_implemented: bool
    paragraph: str
    sentence: str
    place: Place

    @property
    def label(self) -> str:
        return self.number + self.part


@dataclass(frozen=True)
class Explanation:
    """What the State says about one number or several; the numbers as in `StatedPosition.label`."""

    numbers: tuple[str, ...]
    text: str
    place: Place


@dataclass(frozen=True)
class Unread:
    """A sentence that a person must read: it names recommendations, and the program does not know what it says
    about them. `numbers` are those that have no position because of it; empty where it names none."""

    place: Place
    sentence: str
    reason: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class StatedTotals:
    """How many recommendations the document itself says were received, supported and noted; None: it does not."""

    received: int | None = None
    supported: int | None = None
    noted: int | None = None
    in_part: int | None = None


@dataclass(frozen=True)
class ParsedAddendum:
    """One addendum. Symbols are empty and the State is None where the document does not say them."""

    file: str
    state_iso3: str | None
    state_as_printed: str
    document_symbol: str
    addendum_symbol: str
    positions: tuple[StatedPosition, ...]
    explanations: tuple[Explanation, ...]
    unread: tuple[Unread, ...]
    totals: StatedTotals
    warnings: tuple[Notice, ...]
