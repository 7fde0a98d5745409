"""The open dossier as services see it: its engine, who acts, what time it is, and how an action is carried out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from threading import get_ident

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models.engine import is_url, reading, writing
from uprtracker.services.backing_up import back_up
from uprtracker.services.history_chain import last_number, seal
from uprtracker.services.history_key import load_history_key
from uprtracker.services.recorder import Recorder
from uprtracker.services.search import index_recommendations
from uprtracker.services.vault import Vault
from uprtracker.vocabulary.profile import Actor, Profile


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Store:
    """What every service of one dossier shares. `read_only` holds the reason, empty while the dossier may be written.

    `for_nhri`: it is the NHRI's own copy, in which nobody writes for the State.
    """

    location: str
    engine: Engine
    actor: Actor
    read_only: str = ""
    for_nhri: bool = False
    clock: Callable[[], datetime] = utc_now
    history_key: bytes = field(default_factory=load_history_key)
    vault: Vault = field(default_factory=Vault)
    _joined: Recorder | None = field(default=None, init=False)
    _joined_in: int = field(default=0, init=False)
    _unindexed: set[int] | None = field(default=None, init=False)

    def today(self) -> date:
        return self.clock().astimezone().date()

    def act_as(self, actor: Actor) -> None:
        self.actor = replace(actor, in_own_copy=self.for_nhri and actor.profile is Profile.NHRI)

    def back_up(self, reason: str) -> None:
        """A backup before what changes much at once, unless it is part of a larger action that has its own.

        A database on a server is backed up there.
        """
        if self._joined is None and not is_url(self.location) and not self.read_only:
            back_up(self.location, reason, self.clock())

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for questions; within `together` it knows what has been written there so far."""
        if self._joined is not None and self._joined_in == get_ident():
            self._joined.session.flush()
            yield self._joined.session
            return
        with reading(self.engine) as session:
            session.info["vault"] = self.vault
            yield session

    @contextmanager
    def action(self, title: str, undoes: str | None = None) -> Iterator[Recorder]:
        """One person's action: one transaction with its history and its search texts."""
        if self._joined is not None:
            yield self._joined
            return
        if self.read_only:
            raise StorageError(
                _("The dossier is open for reading only ({reason}); nothing was changed.").format(
                    reason=self.read_only
                )
            )
        if self.for_nhri and self.actor.profile is not Profile.NHRI:
            raise UserError(
                _(
                    "This is the NHRI's own copy: what the State says cannot be changed here; choose the profile "
                    "'nhri' to write for the NHRI."
                )
            )
        with writing(self.engine) as session:
            session.info["vault"] = self.vault
            recorder = Recorder(session, self.actor, title, self.clock(), undoes)
            last = last_number(session)
            yield recorder
            session.flush()
            seal(session, last, self.history_key)
            if self._unindexed is None:
                index_recommendations(session, recorder.touched)
            else:
                self._unindexed |= recorder.touched

    @contextmanager
    def together(self, title: str) -> Iterator[Recorder]:
        """Several services' actions as one: all or nothing, undone in one step."""
        with self.action(title) as recorder:
            recorder.keeps_title = True
            self._joined, self._joined_in = recorder, get_ident()
            try:
                yield recorder
            finally:
                self._joined = None

    @contextmanager
    def indexing_once(self) -> Iterator[None]:
        """Many actions in a row, whose search texts are written once at the end."""
        self._unindexed = set()
        try:
            yield
            with writing(self.engine) as session:
                index_recommendations(session, self._unindexed)
        finally:
            self._unindexed = None
