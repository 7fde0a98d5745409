"""Wishes of the window's parts turned into undoable commands: here every edit of a dossier begins."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.ui.commands.dossier_command import Action, DossierCommand
from uprtracker.ui.notifier import Notifier
from uprtracker.ui.row_list import RowList, named
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.status import Assessment, Status

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class Editing(QObject):
    """One slot for each thing that a person does. Ids are of recommendations; `expected` is what the person saw."""

    reason_missing = Signal(object, object, object)
    """A status that needs a reason was chosen without one: ids, status, expected. Nothing has been written."""

    def __init__(self, dossier: "Dossier", rows: RowList, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._rows = rows
        self._notifier = notifier
        self.stack = QUndoStack(self)

    def run(self, action: Action) -> None:
        """Carry out an action as one step that can be undone."""
        self.stack.push(DossierCommand(self._dossier, self._notifier, action=action))

    def enter(self, done: ChangeSet) -> None:
        """Put an action that was carried out in the background on the stack."""
        self.stack.push(DossierCommand(self._dossier, self._notifier, done=done))

    @Slot(object, object, object)
    def set_statuses(
        self,
        ids: Sequence[int],
        status: Status,
        expected: Mapping[int, Status | None],
        reason: str = "",
    ) -> None:
        if status.reason_required and not reason.strip():
            self.reason_missing.emit(list(ids), status, dict(expected))
            return
        tracking = self._dossier.tracking
        self.run(lambda: tracking.set_status(ids, status, comment=reason, expected=expected))

    @Slot(object, str, object)
    def assign_leads(self, ids: Sequence[int], lead: str, expected: Mapping[int, str]) -> None:
        self.run(lambda: self._dossier.tracking.assign_lead(ids, lead, expected=expected))

    @Slot(object, object, object)
    def set_dues(self, ids: Sequence[int], due_on: date | None, expected: Mapping[int, date | None]) -> None:
        self.run(lambda: self._dossier.tracking.set_due(ids, due_on, expected=expected))

    @Slot(int, object, str)
    def set_status(self, id_: int, status: Status, reason: str) -> None:
        self.set_statuses([id_], status, {row.id: row.status for row in self._rows.some([id_])}, reason)

    @Slot(int, str)
    def assign_lead(self, id_: int, lead: str) -> None:
        self.assign_leads([id_], lead, {row.id: row.lead for row in self._rows.some([id_])})

    @Slot(int, object)
    def set_due(self, id_: int, due_on: date | None) -> None:
        self.set_dues([id_], due_on, {row.id: row.due_on for row in self._rows.some([id_])})

    @Slot(int, object)
    def set_supporting(self, id_: int, institutions: Sequence[str]) -> None:
        self.run(lambda: self._dossier.tracking.set_supporting([id_], institutions))

    def link(self, ids: Sequence[int], labels: Sequence[str], reason: str) -> None:
        """Link recommendations to one or several paragraphs in one step."""
        linking = self._dossier.linking
        if len(labels) == 1:
            self.run(lambda: linking.link_paragraph(ids, labels[0], reason=reason))
            return
        title = _("Link {which} to {labels}").format(
            which=named(self._rows.some(ids)), labels=", ".join(labels)
        )

        def link_all() -> ChangeSet:
            with self._dossier.store.together(title) as recorder:
                for label in labels:
                    linking.link_paragraph(ids, label, reason=reason)
            return recorder.result()

        self.run(link_all)

    @Slot(int, str, str)
    def link_one(self, id_: int, label: str, reason: str) -> None:
        self.link([id_], [label], reason)

    @Slot(int, str)
    def unlink(self, id_: int, label: str) -> None:
        self.run(lambda: self._dossier.linking.unlink_paragraph([id_], label))

    @Slot(object, str)
    def unlink_all(self, ids: Sequence[int], label: str) -> None:
        """Take back what was decided about one paragraph for several recommendations."""
        self.run(lambda: self._dossier.linking.unlink_paragraph(ids, label))

    @Slot(object, str)
    def reject(self, ids: Sequence[int], label: str) -> None:
        self.run(lambda: self._dossier.linking.reject_paragraph(ids, label))

    @Slot(int, str)
    def reject_one(self, id_: int, label: str) -> None:
        self.reject([id_], label)

    def decide_concerns_none(self, ids: Sequence[int]) -> None:
        self.run(lambda: self._dossier.linking.decide_concerns_none(ids))

    @Slot(int)
    def decide_one_concerns_none(self, id_: int) -> None:
        self.decide_concerns_none([id_])

    @Slot(int, str, object, object)
    def write_progress(self, id_: int, text: str, on: date | None, level: Confidentiality) -> None:
        self.run(lambda: self._dossier.work.add_progress([id_], text, on=on, confidentiality=level))

    def annotate(
        self,
        ids: Sequence[int],
        text: str,
        level: Confidentiality,
        assessment: Assessment | None = None,
        thread: str = "",
    ) -> None:
        annotating = self._dossier.annotating
        self.run(
            lambda: annotating.annotate(
                ids, text, confidentiality=level, assessment=assessment, thread=thread
            )
        )

    @Slot(int, str, object, object, str)
    def annotate_one(
        self, id_: int, text: str, level: Confidentiality, assessment: Assessment | None, thread: str
    ) -> None:
        self.annotate([id_], text, level, assessment, thread)

    @Slot(int, str)
    def set_annotation_state(self, annotation_id: int, state: str) -> None:
        self.run(lambda: self._dossier.annotating.set_state(annotation_id, state))

    def validate(self, ids: Sequence[int]) -> None:
        self.run(lambda: self._dossier.tracking.validate(ids))

    @Slot(int)
    def validate_one(self, id_: int) -> None:
        self.validate([id_])

    @Slot(str)
    def revert(self, batch: str) -> None:
        """Take back an action of the history, whoever did it and when."""
        self.run(lambda: self._dossier.undoing.undo(batch))
