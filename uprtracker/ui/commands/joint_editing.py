"""Wishes about the work of several institutions turned into undoable commands: measures, evidence, drafts, requests."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from uprtracker.ui.commands.editing import Editing
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.measure import MeasureFields

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


@dataclass(frozen=True)
class EvidenceFields:
    """A citation (symbol, paragraph, quotation), a link or a file, under a title."""

    title: str
    symbol: str
    paragraph: str
    quote: str
    link: str
    file: Path | None
    level: Confidentiality


class JointEditing(QObject):
    """Beside `Editing`, on whose stack every step is put."""

    def __init__(self, dossier: "Dossier", editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._editing = editing

    def add_measure(self, ids: Sequence[int], said: MeasureFields) -> None:
        self._editing.run(
            lambda: self._dossier.work.add_measure(
                ids,
                said.title,
                institution=said.responsible,
                start_on=said.start_on,
                due_on=said.due_on,
                state=said.state,
            )
        )

    def edit_measure(self, measure_id: int, said: MeasureFields, serves: Sequence[int]) -> None:
        self._editing.run(lambda: self._dossier.measures.edit(measure_id, said, serves))

    @Slot(int)
    def withdraw_measure(self, measure_id: int) -> None:
        self._editing.run(lambda: self._dossier.measures.withdraw(measure_id))

    def add_evidence(self, id_: int, said: EvidenceFields) -> None:
        self._editing.run(
            lambda: self._dossier.work.add_evidence(
                id_,
                said.title,
                symbol=said.symbol,
                paragraph=said.paragraph,
                quote=said.quote,
                link=said.link,
                file=said.file,
                confidentiality=said.level,
            )
        )

    def add_supporting(self, ids: Sequence[int], institution: str) -> None:
        self._editing.run(lambda: self._dossier.tracking.add_supporting(ids, institution))

    def repeat(self, from_id: int, to_ids: Sequence[int], parts: Collection[str]) -> None:
        """Say of others what was said of one."""
        self._editing.run(lambda: self._dossier.same_answer.repeat(from_id, to_ids, parts))

    def send_back(self, ids: Sequence[int], reason: str) -> None:
        self._editing.run(lambda: self._dossier.validating.send_back(ids, reason))

    def ask_to_reassign(self, ids: Sequence[int], proposed: str, reason: str) -> None:
        self._editing.run(lambda: self._dossier.reassigning.request(ids, proposed, reason))

    @Slot(str, int)
    def take_back(self, batch: str, change: int) -> None:
        """Take one change of an action back; the rest of it stays."""
        self._editing.run(lambda: self._dossier.undoing.undo(batch, only=change))

    def accept_requests(self, request_ids: Sequence[int], institution: str) -> None:
        self._editing.run(lambda: self._dossier.reassigning.accept(request_ids, institution))

    def decline_requests(self, request_ids: Sequence[int], reason: str) -> None:
        self._editing.run(lambda: self._dossier.reassigning.decline(request_ids, reason))
