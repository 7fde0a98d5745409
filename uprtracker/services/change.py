"""What an action changed, told after the commit: ids and words, no rows."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ChangeSet:
    """One committed action. `recommendations` are the ids to read again; `batch` undoes it; empty `batch`: nothing changed.

    `created` names institutions that the action made because they were named and did not exist;
    `refused` says, one sentence each, what was left as it is.
    """

    title: str
    batch: str = ""
    recommendations: frozenset[int] = frozenset()
    created: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    structure: bool = field(default=False)
    """Rows appeared or vanished: lists are read anew instead of row by row."""

    @property
    def changed(self) -> bool:
        return bool(self.batch)
