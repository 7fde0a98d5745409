"""Checking a dossier: what the database promises, and the field's own rules."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from uprtracker.i18n import _
from uprtracker.models.annotation import TextRevision
from uprtracker.models.dossier import Fact, StoredFile
from uprtracker.models.follow_up import StatusEntry
from uprtracker.models.history import Batch, HistoryEntry, Snapshot
from uprtracker.models.instrument import Link
from uprtracker.services.history_chain import Fault, history_head, verify
from uprtracker.services.history_news import RECEIPT
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.stored_file import is_kept


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be: the rule, where, and a sentence."""

    rule: str
    where: str
    message: str


@dataclass(frozen=True)
class CheckResult:
    """`chain_head` is the number and seal of the latest history entry, for noting outside the dossier.

    Of `entries` in the history `keyed` are sealed with this machine's key, `other_keys` with another institution's.
    """

    findings: tuple[Finding, ...]
    chain_head: str
    entries: int = 0
    keyed: int = 0
    other_keys: int = 0

    @property
    def ok(self) -> bool:
        return not self.findings


class CheckingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self) -> CheckResult:
        """Run every check; nothing is repaired."""
        with self._store.read() as session:
            chain = verify(session, self._store.history_key)
            findings = [
                *_database(session),
                *_digests(session),
                *_reasons(session),
                *_links(session),
                *_texts(session),
                *_clock(session),
                *(_broken(fault) for fault in chain.faults),
            ]
            return CheckResult(
                tuple(findings), history_head(session), chain.entries, chain.keyed, chain.other_keys
            )


def _database(session: Session) -> list[Finding]:
    if session.get_bind().dialect.name != "sqlite":
        return []
    found = []
    for (message,) in session.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            found.append(Finding("integrity", "", message))
    for row in session.execute(text("PRAGMA foreign_key_check")):
        found.append(Finding("foreign_key", row[0], _("A row points to one that is not there.")))
    return found


def _digests(session: Session) -> list[Finding]:
    """Stored words, files and snapshots are what they were when they were written."""
    found = []
    for revision in session.execute(select(TextRevision.uid, TextRevision.text, TextRevision.digest)):
        if hashlib.sha256(revision.text.encode()).hexdigest() != revision.digest:
            found.append(
                Finding("text_digest", revision.uid, _("A stored text is not the one that was written."))
            )
    f = StoredFile
    for file in session.execute(select(f.name, f.size, f.content, f.sha256)):
        if is_kept(file.size, file.content) and hashlib.sha256(file.content).hexdigest() != file.sha256:
            found.append(
                Finding("file_digest", file.name, _("A stored file is not the one that was imported."))
            )
    for snapshot in session.execute(select(Snapshot.name, Snapshot.content, Snapshot.digest)):
        if hashlib.sha256(snapshot.content).hexdigest() != snapshot.digest:
            found.append(
                Finding("snapshot_digest", snapshot.name, _("A snapshot is not the one that was taken."))
            )
    return found


def _reasons(session: Session) -> list[Finding]:
    s = StatusEntry
    rows = {row.id: row.label for row in load_rows(session)}
    entries = session.scalars(select(s).where(s.withdrawn_at.is_(None), s.comment == ""))
    return [
        Finding(
            "reason",
            rows.get(e.recommendation_id, ""),
            _("'{status}' has no reason.").format(status=e.status.label),
        )
        for e in entries
        if e.status.reason_required
    ]


def _links(session: Session) -> list[Finding]:
    authorless = session.scalars(select(Link.uid).where(Link.by_post == ""))
    return [Finding("link_author", uid, _("A link has no author.")) for uid in authorless]


def _texts(session: Session) -> list[Finding]:
    return [
        Finding("text", row.label, _("The recommendation has no text."))
        for row in load_rows(session)
        if not row.text
    ]


def _clock(session: Session) -> list[Finding]:
    """Later entries should not be dated earlier: a clock was set back, or somebody wrote into the file.

    What a merge brought in keeps its own times, which are earlier than the merge; those of the sample are invented.
    """
    if session.scalar(select(Fact.value).where(Fact.key == "sample")) == "yes":
        return []
    found, latest = [], None
    for row in session.execute(
        select(HistoryEntry.seq, Batch.at)
        .join(Batch, Batch.uid == HistoryEntry.batch)
        .outerjoin(StoredFile, StoredFile.id == Batch.file_id)
        .where(or_(StoredFile.role.is_(None), StoredFile.role != RECEIPT))
        .order_by(HistoryEntry.seq)
    ):
        if latest is not None and row.at < latest:
            found.append(Finding("clock", str(row.seq), _("A later change bears an earlier time.")))
        latest = row.at
    return found


def _broken(fault: Fault) -> Finding:
    sentences = {
        "edited": _("This entry of the history is not the one that was written."),
        "removed": _("Entries of the history before this one were removed."),
        "cut": _("Entries of the history after this one were removed."),
        "unsealed": _("This entry of the history bears no seal."),
    }
    return Finding("history_chain", str(fault.seq), sentences[fault.kind])
