"""The open dossier with its services: what the window, the command line and the Python interface hold."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy import inspect as inspect_database

from uprtracker.errors import OlderDossierError, StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models import sqlite_file
from uprtracker.models.engine import is_url, open_engine, writing
from uprtracker.services.annotating import AnnotatingService
from uprtracker.services.briefing import BriefingService
from uprtracker.services.changes import ChangesService
from uprtracker.services.checking import CheckingService
from uprtracker.services.comparing import ComparingService
from uprtracker.services.creating import write_facts, write_instruments
from uprtracker.services.dossier_facts import facts_of, is_for_nhri
from uprtracker.services.freezing import FreezingService
from uprtracker.services.handing_out import HandingOutService
from uprtracker.services.importing import ImportingService
from uprtracker.services.importing_files import ImportingFilesService
from uprtracker.services.institutions import InstitutionService
from uprtracker.services.linking import LinkingService
from uprtracker.services.matching import MatchingService
from uprtracker.services.measures import MeasureService
from uprtracker.services.merging import MergingService
from uprtracker.services.packaging import PackagingService
from uprtracker.services.querying import QueryingService
from uprtracker.services.reassigning import ReassigningService
from uprtracker.services.reconciling import ReconcilingService
from uprtracker.services.report_loading import ReportLoadingService
from uprtracker.services.reporting_work import ReportingWorkService
from uprtracker.services.same_answer import SameAnswerService
from uprtracker.services.store import Store
from uprtracker.services.suggesting import SuggestingService
from uprtracker.services.text_versions import TextVersionService
from uprtracker.services.tracking import TrackingService
from uprtracker.services.trend import TrendService
from uprtracker.services.undoing import UndoingService
from uprtracker.services.validating import ValidatingService
from uprtracker.vocabulary.package import PACKAGE_FOR
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.schema import SCHEMA
from uprtracker.vocabulary.state import find_state


class Dossier:
    """One dossier, open until `close`. Services read and write; each writing method is one undoable action."""

    def __init__(self, store: Store, copy: Path | None = None) -> None:
        self.store = store
        self._copy = copy
        self.query = QueryingService(store)
        self.tracking = TrackingService(store)
        self.work = ReportingWorkService(store)
        self.measures = MeasureService(store)
        self.same_answer = SameAnswerService(store)
        self.institutions = InstitutionService(store)
        self.reassigning = ReassigningService(store)
        self.validating = ValidatingService(store)
        self.linking = LinkingService(store)
        self.texts = TextVersionService(store)
        self.annotating = AnnotatingService(store)
        self.importing = ImportingService(store)
        self.importing_files = ImportingFilesService(store, self.importing)
        self.matching = MatchingService(store)
        self.reconciling = ReconcilingService(store)
        self.comparing = ComparingService(store)
        self.handing_out = HandingOutService(store)
        self.merging = MergingService(store)
        self.packaging = PackagingService(store)
        self.suggesting = SuggestingService(store)
        self.undoing = UndoingService(store)
        self.freezing = FreezingService(store)
        self.trend = TrendService(store)
        self.changes = ChangesService(store)
        self.reports = ReportLoadingService(store)
        self.briefing = BriefingService(store)
        self.checking = CheckingService(store)

    @property
    def read_only(self) -> str:
        """Why the dossier may only be read; empty while it may be written."""
        return self.store.read_only

    def close(self) -> None:
        """Let go of the file; what was written to its log is folded into it, so that it travels as one file."""
        self.store.engine.dispose()
        if self._copy is not None:
            shutil.rmtree(self._copy.parent, ignore_errors=True)
        elif not is_url(self.store.location) and not self.read_only:
            sqlite_file.make_one_file(Path(self.store.location))

    def __enter__(self) -> "Dossier":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_dossier(location: str, actor: Actor | None = None, *, live: bool = False) -> Dossier:
    """Open a dossier file, or a database URL.

    A file that is locked or may not be written is opened for reading; `Dossier.read_only` says why. `live` is for the
    window, which reads while it writes. `StorageError` says what else a file is, and which version made it;
    `OlderDossierError` that it needs `migrate` first.
    """
    if is_url(location):
        return _marked(Store(location, _open_database(location), actor or Actor()))
    path = Path(location)
    found = sqlite_file.inspect(path)
    _refuse_other_schema(path, found.schema)
    if found.locked:
        copy = sqlite_file.copy_of_locked(path)
        engine = open_engine(str(copy), read_only=True)
        return _marked(Store(location, engine, actor or Actor(), _("another program is writing it")), copy)
    if not found.writable:
        engine = open_engine(location, read_only=True)
        return _marked(
            Store(location, engine, actor or Actor(), _("the file or its folder is write-protected"))
        )
    if live:
        sqlite_file.work_in_wal(path)
    return _marked(Store(location, open_engine(location), actor or Actor()))


def _marked(store: Store, copy: Path | None = None) -> Dossier:
    """The dossier as what it says that it is: the NHRI's own copy, or a package that is only to be read and merged."""
    with store.read() as session:
        facts = facts_of(session)
    store.for_nhri = is_for_nhri(facts)
    store.act_as(store.actor)
    if not store.for_nhri and PACKAGE_FOR in facts:
        store.read_only = store.read_only or _("it is a package; merge it into the State's dossier")
    return Dossier(store, copy)


def create_dossier(location: str, state_name: str, actor: Actor | None = None) -> Dossier:
    """A new dossier about a State, with the bundled resolution; `UserError` if the State is not known."""
    home = find_state(state_name)
    if home is None:
        raise UserError(
            _("'{name}' is not the name of a State; write it as the United Nations does.").format(
                name=state_name
            )
        )
    return create_for(location, iso3=home.iso3, actor=actor)


def create_for(
    location: str, *, iso3: str, state_name: str = "", sample: bool = False, actor: Actor | None = None
) -> Dossier:
    """A new dossier; `state_name` and `sample` mark one about an invented State. Nothing is left behind on failure."""
    from uprtracker.models import migration

    if is_url(location):
        engine = open_engine(location)
        if inspect_database(engine).get_table_names():
            raise StorageError(_("The database is not empty; name an empty one."))
        migration.create_schema(engine)
    else:
        migration.create_file(Path(location))
        engine = open_engine(location)
    try:
        with writing(engine) as session:
            write_facts(session, iso3=iso3, state_name=state_name, sample=sample)
            write_instruments(session)
    except BaseException:
        engine.dispose()
        if not is_url(location):
            Path(location).unlink()
        raise
    return Dossier(Store(location, engine, actor or Actor()))


def migrate(location: str) -> Path | None:
    """Bring an older dossier to today's schema; returns the backup made before, or `None` if there was nothing to do."""
    from uprtracker.models import migration

    if is_url(location):
        raise StorageError(
            _("A database address cannot be migrated; name a dossier file that ends in .uprt.")
        )
    path = Path(location)
    found = sqlite_file.inspect(path)
    if found.schema == SCHEMA:
        return None
    if found.schema > SCHEMA:
        raise StorageError(_newer(path))
    if found.locked or not found.writable:
        raise StorageError(_("{path} is locked or read-only; it was not migrated.").format(path=path))
    return migration.migrate_file(path, datetime.now(UTC))


def _open_database(location: str) -> Engine:
    engine = open_engine(location)
    if "fact" not in inspect_database(engine).get_table_names():
        raise StorageError(_("There is no dossier in this database; make one with 'uprtracker new'."))
    with engine.connect() as connection:
        revision = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if not revision.isdecimal() or int(revision) > SCHEMA:
        engine.dispose()
        raise StorageError(_newer(location))
    return engine


def _refuse_other_schema(path: Path, schema: int) -> None:
    if schema > SCHEMA:
        raise StorageError(_newer(path))
    if schema < SCHEMA:
        raise OlderDossierError(
            _(
                "{path} was made by an older version; bring it up to date with 'uprtracker migrate {path}'."
            ).format(path=path)
        )


def _newer(path: Path | str) -> str:
    return _("{path} was made by a newer version of UPR Tracker; install that version to open it.").format(
        path=path
    )
