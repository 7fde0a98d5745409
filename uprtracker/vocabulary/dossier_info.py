"""What a dossier says of itself: the State it is about, and the documents that it was made from."""

from dataclasses import dataclass

from uprtracker.i18n import current_language
from uprtracker.vocabulary.state import state


@dataclass(frozen=True)
class DocumentInfo:
    """One source document; for a review its cycle, session and the symbols of its parts."""

    id: int
    mechanism: str
    symbol: str
    title: str
    cycle: int | None
    session: int | None
    addendum_symbol: str


@dataclass(frozen=True)
class DossierInfo:
    """What the window's head and every export's title block say about the dossier."""

    path: str
    state_iso3: str
    state_name: str
    sample: bool
    read_only: bool
    cycles: tuple[int, ...]
    documents: tuple[DocumentInfo, ...]

    @property
    def called(self) -> str:
        """The State's name in the language spoken; an invented one has only its own."""
        if self.sample:
            return self.state_name
        known = state(self.state_iso3)
        return known.name(current_language()) if self.state_name == known.short else self.state_name
