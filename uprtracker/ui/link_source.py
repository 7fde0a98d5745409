"""What the links page reads of the open dossier: rows, suggestions, rejections, and what the person may decide."""

from typing import TYPE_CHECKING

from uprtracker.errors import UserError
from uprtracker.services import permission
from uprtracker.ui.row_list import RowList
from uprtracker.vocabulary.read_model import LinkedParagraph

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier
    from uprtracker.services.suggesting import Suggester


class LinkSource:
    """Reads only; it lives as long as the dossier is open."""

    def __init__(self, dossier: "Dossier", rows: RowList) -> None:
        self._dossier = dossier
        self.rows = rows

    def suggester(self) -> "Suggester":
        """Suggestions as the decisions stand now."""
        return self._dossier.suggesting.suggester()

    def rejected(self, id_: int) -> tuple[LinkedParagraph, ...]:
        """What a person rejected for a recommendation."""
        details = self._dossier.query.details(id_)
        return details.rejected if details else ()

    def refusal(self) -> str:
        """Why links cannot be decided on now; empty if they can."""
        if self._dossier.read_only:
            return self._dossier.read_only
        try:
            permission.require_linking(self._dossier.store.actor)
        except UserError as error:
            return str(error)
        return ""
