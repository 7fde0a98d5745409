"""Snapshots, history and the health of the file."""

from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.services.checking import CheckResult
from uprtracker.verbs.naming import NamingVerbs
from uprtracker.vocabulary.change_report import change_to_json
from uprtracker.vocabulary.read_model import HistoryEntry


class KeepingVerbs(NamingVerbs):
    def snapshot(self, name: str) -> ChangeSet:
        """Freeze the dossier under a name."""
        return self.dossier.freezing.take(name)

    def changes(self, since: str, until: str = "") -> list[dict[str, Any]]:
        """What moved since a snapshot or an ISO date, until another one or now, as COMMANDS' JSON."""
        return [change_to_json(change) for change in self.dossier.changes.between(since, until).changes]

    def check(self) -> CheckResult:
        """Integrity, the field's rules, the head of the history."""
        return self.dossier.checking.check()

    def history(self, number: str = "", *, cycle: int | None = None) -> list[HistoryEntry]:
        """Who changed what, the newest first."""
        return list(self.dossier.query.history(self.ids([number], cycle=cycle) if number else None))

    def revert(self, change: str) -> ChangeSet:
        """Take back one change by its number, or a whole action by its batch."""
        if not change.isdigit():
            return self.dossier.undoing.undo(change)
        entry = next((e for e in self.dossier.query.history() if e.seq == int(change)), None)
        if entry is None:
            raise UserError(_("There is no change {number} in the history.").format(number=change))
        return self.dossier.undoing.undo(entry.batch, only=entry.seq)
