"""Sending out files that come back: a package for the NHRI, the NHRI's package for the State, a copy for a colleague."""

import hmac
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models import sqlite_file
from uprtracker.models.base import new_uid
from uprtracker.models.engine import is_url
from uprtracker.models.exchange import OutgoingFile
from uprtracker.models.institution import Institution
from uprtracker.services import permission
from uprtracker.services.dossier_facts import facts_of, is_for_nhri
from uprtracker.services.package_contents import (
    LEVELLED,
    Selection,
    is_nhri_word,
    nhri_institutions,
    select_for_nhri,
    select_for_secretariat,
    state_digests,
    words_digest,
)
from uprtracker.services.package_file import check_target, write_package
from uprtracker.services.portable_row import PortableRow, PortableRows, load_portable
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.vocabulary import package as words
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.ministry_sheet import digest_of
from uprtracker.vocabulary.package import NOTHING, GovernmentItem, PackageMade, Ticked


class PackagingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def government_matter(self) -> tuple[GovernmentItem, ...]:
        """What is for the government's eyes and could be ticked for a package, in natural order of the numbers."""
        with self._store.read() as session:
            permission.require_planning(self._store.actor)
            rows = load_portable(session)
        nhri, about = nhri_institutions(rows), rows["recommendation"]
        found = [
            row
            for table in LEVELLED
            for row in rows[table].values()
            if row.standing
            and about[row.recommendation or ""].standing
            and row.values["confidentiality"] is Confidentiality.GOVERNMENT
            and not is_nhri_word(row, nhri)
        ]
        found.sort(key=lambda row: about[row.recommendation or ""].values["sort_key"])
        return tuple(_item(row, rows) for row in found)

    def package_for_nhri(self, target: Path, *, ticked: Ticked = NOTHING) -> PackageMade:
        """Write what the NHRI may see as a dossier of its own; what the State says in it is kept as a base.

        `UserError` in a dossier that is a package itself, or for a name that is taken.
        """
        check_target(target)
        with self._store.action(
            _("Make a package for the NHRI: {file}").format(file=target.name)
        ) as recorder:
            permission.require_planning(recorder.actor)
            facts = facts_of(recorder.session)
            if words.PACKAGE_FOR in facts:
                raise UserError(
                    _("This is the NHRI's copy; packages for the NHRI are made from the State's dossier.")
                )
            rows = load_portable(recorder.session)
            selection = select_for_nhri(rows, ticked)
            outgoing = _outgoing(recorder, "package", _nhri(recorder.session))
            outgoing.audience = (
                Confidentiality.GOVERNMENT if _has_government(selection) else Confidentiality.PUBLIC
            ).value
            outgoing.base = _base({"digests": state_digests(list(selection.rows), nhri_institutions(rows))})
            outgoing.digest = digest_of(outgoing.base)
            recorder.create(outgoing, "package", target.name)
            made = _made(target, words.FOR_NHRI, outgoing.uid, selection)
            write_package(
                target,
                recorder.session,
                rows,
                selection,
                {
                    words.PACKAGE_FOR: words.FOR_NHRI,
                    words.PACKAGE_ID: outgoing.uid,
                    words.PACKAGE_OF: facts["database_id"],
                    words.PACKAGE_MADE_AT: recorder.at.isoformat(),
                    words.PACKAGE_WITHHELD: str(made.withheld.total),
                },
            )
        return made

    def package_for_secretariat(
        self, target: Path, *, audience: Confidentiality = Confidentiality.GOVERNMENT
    ) -> PackageMade:
        """Write the NHRI's assessments and annotations up to a level; restricted ones never leave its copy.

        `UserError` in a dossier that did not come to the NHRI as a package.
        """
        check_target(target)
        with self._store.read() as session:
            permission.require_annotating(self._store.actor)
            facts = facts_of(session)
            if not is_for_nhri(facts):
                raise UserError(
                    _(
                        "This dossier did not come as a package for the NHRI; a package for the secretariat is made "
                        "in the NHRI's own copy."
                    )
                )
            rows = load_portable(session)
            selection = select_for_secretariat(rows, audience)
            made = _made(target, words.FOR_SECRETARIAT, new_uid(), selection)
            digest = words_digest(selection.rows, nhri_institutions(rows))
            write_package(
                target,
                session,
                rows,
                selection,
                {
                    words.PACKAGE_FOR: words.FOR_SECRETARIAT,
                    words.PACKAGE_ID: facts[words.PACKAGE_ID],
                    words.PACKAGE_OF: facts[words.PACKAGE_OF],
                    words.PACKAGE_MADE_AT: self._store.clock().isoformat(),
                    words.PACKAGE_WITHHELD: str(made.withheld.total),
                    words.PACKAGE_WITHDRAWN: json.dumps(sorted(_taken_back(rows))),
                    words.PACKAGE_DIGEST: digest,
                    words.PACKAGE_SEAL: _seal(digest, self._store.history_key),
                },
            )
        return made

    def check_out(self, target: Path) -> Path:
        """Copy the whole dossier for a colleague, all levels included; their edits come back by `merging`."""
        check_target(target)
        if is_url(self._store.location):
            raise StorageError(_("A database address cannot be copied as a file; let the colleague open it."))
        with self._store.action(_("Send a copy: {file}").format(file=target.name)) as recorder:
            permission.require_annotating(recorder.actor)
            outgoing = _outgoing(recorder, "copy", None)
            outgoing.audience = Confidentiality.RESTRICTED.value
            outgoing.base = _base({"database_id": facts_of(recorder.session)["database_id"]})
            outgoing.digest = digest_of(outgoing.base)
            recorder.create(outgoing, "copy", target.name)
        sqlite_file.copy_whole(Path(self._store.location), target)
        return target


def base_digests(outgoing: OutgoingFile) -> dict[str, str]:
    """What the State said in a package that went out: digests by recommendation."""
    return dict(json.loads(zlib.decompress(outgoing.base))["digests"])


def _base(content: dict[str, object]) -> bytes:
    return zlib.compress(json.dumps(content, sort_keys=True).encode())


def _seal(digest: str, key: bytes) -> str:
    return hmac.new(key, digest.encode(), "sha256").hexdigest() if key else ""


def _outgoing(recorder: Recorder, kind: str, institution: Institution | None) -> OutgoingFile:
    return OutgoingFile(
        uid=new_uid(),
        kind=kind,
        institution_id=institution.id if institution else None,
        language="",
        made_at=recorder.at,
        by_post=recorder.actor.name,
    )


def _nhri(session: Session) -> Institution | None:
    i = Institution
    return session.scalars(select(i).where(i.kind == "nhri", i.withdrawn_at.is_(None))).first()


def _has_government(selection: Selection) -> bool:
    return any(row.values.get("confidentiality") is Confidentiality.GOVERNMENT for row in selection.rows)


def _made(target: Path, recipient: str, package_id: str, selection: Selection) -> PackageMade:
    return PackageMade(
        path=target,
        recipient=recipient,
        package_id=package_id,
        recommendations=selection.count("recommendation"),
        annotations=selection.count("annotation"),
        assessments=selection.count("assessment_entry"),
        withheld=selection.withheld,
        drafts=selection.drafts,
    )


def _taken_back(rows: PortableRows) -> Iterator[str]:
    nhri = nhri_institutions(rows)
    for table in ("annotation", "assessment_entry", "evidence"):
        yield from (uid for uid, row in rows[table].items() if not row.standing and is_nhri_word(row, nhri))


def _item(row: PortableRow, rows: PortableRows) -> GovernmentItem:
    about = rows["recommendation"][row.recommendation or ""]
    holder = rows["institution"][row.refs["holder_id"] or ""]
    return GovernmentItem(
        uid=row.uid,
        kind=LEVELLED[row.table],
        number=about.values["number"] + about.values["part"],
        holder=holder.values["name"],
        text=row.values.get("title") or row.text,
    )
