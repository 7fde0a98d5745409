"""Text that a person has begun to write: kept for its recommendation until it has arrived in the dossier."""

from dataclasses import dataclass
from datetime import date

from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.status import Assessment, Status


@dataclass(frozen=True)
class Draft:
    """What stands in an editor; `status` only where the text is the reason for one."""

    text: str = ""
    level: Confidentiality | None = None
    on: date | None = None
    assessment: Assessment | None = None
    status: Status | None = None


class DraftStore:
    """Drafts by recommendation and purpose (`progress`, `annotation`, a thread, ...).

    A draft that was sent is dropped only when more entries are there than before it was sent: a refusal loses nothing.
    """

    def __init__(self) -> None:
        self._drafts: dict[tuple[int, str], Draft] = {}
        self._sent: dict[tuple[int, str], int] = {}

    def keep(self, recommendation_id: int, purpose: str, draft: Draft | None) -> None:
        """Keep a draft; `None` or an empty text forgets it."""
        key = recommendation_id, purpose
        if draft is None or not (draft.text.strip() or draft.status):
            self._drafts.pop(key, None)
            self._sent.pop(key, None)
        else:
            self._drafts[key] = draft

    def sent(self, recommendation_id: int, purpose: str, entries_before: int) -> None:
        self._sent[recommendation_id, purpose] = entries_before

    def confirm(self, recommendation_id: int, purpose: str, entries_now: int) -> bool:
        """Whether what was sent has arrived; its draft is forgotten then."""
        key = recommendation_id, purpose
        if key in self._sent and entries_now > self._sent[key]:
            del self._sent[key]
            self._drafts.pop(key, None)
            return True
        return False

    def of(self, recommendation_id: int, purpose: str) -> Draft | None:
        return self._drafts.get((recommendation_id, purpose))

    def purposes(self, recommendation_id: int) -> tuple[str, ...]:
        return tuple(purpose for id_, purpose in self._drafts if id_ == recommendation_id)
