"""How the words of a script name rows, days and filters: what every verb begins with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.number import parse_reference
from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.position import parse_position
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.state import find_state
from uprtracker.vocabulary.status import parse_bucket


@dataclass(frozen=True)
class Filters:
    """The filters of the command line as words; several values of one filter mean *or*."""

    position: Sequence[str] = ()
    status: Sequence[str] = ()
    ministry: Sequence[str] = ()
    lead_only: bool = False
    paragraph: Sequence[str] = ()
    theme: Sequence[str] = ()
    cycle: Sequence[int] = ()
    by_state: Sequence[str] = ()
    search: str = ""
    view: str = "all"


def parse_day(text: str) -> date:
    """Read an ISO date; `UserError` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(_("'{text}' is not a date; write it as 2027-06-30.").format(text=text)) from None


class NamingVerbs:
    """An open dossier, and how its rows are named."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def filter(self, **words: Any) -> RowFilter:
        """Words as a filter; `UserError` for a value that is not on its scale."""
        asked = Filters(**words)
        base = self.dossier.query.view(asked.view)
        return replace(
            base,
            positions=tuple(parse_position(word) for word in asked.position) or base.positions,
            statuses=tuple(parse_bucket(word) for word in asked.status) or base.statuses,
            ministries=tuple(asked.ministry) or base.ministries,
            lead_only=asked.lead_only or base.lead_only,
            paragraphs=tuple(str(parse_label(word)) for word in asked.paragraph) or base.paragraphs,
            themes=tuple(asked.theme) or base.themes,
            cycles=tuple(asked.cycle) or base.cycles,
            by_states=tuple(_iso3(name) for name in asked.by_state) or base.by_states,
            search=asked.search or base.search,
        )

    def ids(self, numbers: Iterable[str], *, cycle: int | None = None) -> list[int]:
        """The ids of the recommendations named; all parts of a number unless one is named."""
        found = {
            row.id: row
            for text in numbers
            for row in self.dossier.query.find(parse_reference(text), cycle=cycle)
        }
        if not found:
            raise UserError(_("No recommendation is named; write its number, as in 140.12."))
        return list(found)


def _iso3(name: str) -> str:
    found = find_state(name)
    if found is None:
        raise UserError(
            _("'{name}' is not the name of a State; write it as the United Nations does.").format(name=name)
        )
    return found.iso3
