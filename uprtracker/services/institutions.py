"""Keeping institutions: their names and kinds, their posts, and what each has to do. Who leads what is tracking's."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.institution import FocalPoint, Institution
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.institution_merging import merge_spelling
from uprtracker.services.institution_references import is_referred_to, recommendations_of
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.saved_names import rename_in_views
from uprtracker.services.store import Store
from uprtracker.vocabulary import read_model as read
from uprtracker.vocabulary.institution_work import KINDS, InstitutionAtWork, Post, kind_label, workload_of
from uprtracker.vocabulary.text import fold


class InstitutionService:
    """The secretariat's list of institutions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def at_work(self) -> tuple[InstitutionAtWork, ...]:
        """Every institution with its posts and workload, by name."""
        with self._store.read() as session:
            rows = load_rows(session, today=self._store.today(), actor=self._store.actor)
            posts = _posts(session)
            i = Institution
            known = session.scalars(select(i).where(i.withdrawn_at.is_(None)).order_by(i.name))
            return tuple(
                InstitutionAtWork(
                    read.Institution(one.id, one.name, one.kind),
                    tuple(posts.get(one.id, ())),
                    workload_of(one.name, rows),
                )
                for one in known
            )

    def create(self, name: str, kind: str = "ministry") -> ChangeSet:
        """Add an institution; `kind`: ministry, agency, secretariat, nhri or other."""
        name = _stated(name)
        with self._store.action(_("Add {institution}").format(institution=name)) as recorder:
            permission.require_planning(recorder.actor)
            _refuse_taken(recorder.session, name, None)
            recorder.institution(name, _known_kind(kind))
        return recorder.result()

    def rename(self, institution_id: int, name: str) -> ChangeSet:
        """Call an institution otherwise, everywhere and in saved views; what is frozen keeps the old name."""
        name = _stated(name)
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            row = recorder.session.get_one(Institution, institution_id)
            _refuse_taken(recorder.session, name, row)
            recorder.name(_("Rename {old} to {new}").format(old=row.name, new=name))
            rename_in_views(recorder, row.name, name)
            recorder.update(row, "name", name)
            _look_again(recorder, row)
        return recorder.result()

    def set_kind(self, institution_id: int, kind: str) -> ChangeSet:
        """Say what an institution is. Once anything is written in its name it neither becomes nor ceases to be an NHRI."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            row = recorder.session.get_one(Institution, institution_id)
            recorder.name(
                _("Make {institution} a '{kind}'").format(institution=row.name, kind=kind_label(kind))
            )
            if "nhri" in (row.kind, kind) and row.kind != kind and is_referred_to(recorder.session, row.id):
                raise UserError(
                    _(
                        "{institution} has written or been assigned something already, and whose words they are does "
                        "not change afterwards; add another institution."
                    ).format(institution=row.name)
                )
            recorder.update(row, "kind", _known_kind(kind))
        return recorder.result()

    def merge(self, spelling_id: int, into_id: int) -> ChangeSet:
        """Say that two names are one institution: everything of the first belongs to the second from now on."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            spelling = recorder.session.get_one(Institution, spelling_id)
            into = recorder.session.get_one(Institution, into_id)
            recorder.name(_("Merge {spelling} into {name}").format(spelling=spelling.name, name=into.name))
            merge_spelling(recorder, spelling, into, self._store.today())
            _look_again(recorder, into)
        return recorder.result()

    def add_post(
        self, institution_id: int, title: str, *, alternate: bool = False, contact: str = ""
    ) -> ChangeSet:
        """Name the post that answers for an institution, or its alternate."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            row = recorder.session.get_one(Institution, institution_id)
            recorder.name(_("Add a post to {institution}").format(institution=row.name))
            made = FocalPoint(
                institution_id=row.id,
                post=_stated_post(title),
                alternate=alternate,
                contact=contact.strip(),
            )
            recorder.create(made, "focal point", made.post)
        return recorder.result()

    def edit_post(self, post_id: int, title: str, *, alternate: bool, contact: str) -> ChangeSet:
        """Change a post and how it is reached."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            post = recorder.session.get_one(FocalPoint, post_id)
            recorder.name(_("Change the post {title}").format(title=post.post))
            recorder.update(post, "post", _stated_post(title))
            recorder.update(post, "alternate", alternate)
            recorder.update(post, "contact", contact.strip())
        return recorder.result()

    def withdraw_post(self, post_id: int) -> ChangeSet:
        """Take a post off an institution."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            post = recorder.session.get_one(FocalPoint, post_id)
            recorder.name(_("Take away the post {title}").format(title=post.post))
            recorder.withdraw(post, "focal point", post.post)
        return recorder.result()


def _posts(session: Session) -> dict[int, list[Post]]:
    f = FocalPoint
    found: dict[int, list[Post]] = {}
    for post in session.scalars(select(f).where(f.withdrawn_at.is_(None)).order_by(f.alternate, f.id)):
        found.setdefault(post.institution_id, []).append(
            Post(post.id, post.post, post.alternate, post.contact)
        )
    return found


def _look_again(recorder: Recorder, institution: Institution) -> None:
    """The name stands in many rows: lists are read anew, and the search finds it."""
    recorder.session.flush()
    recorder.touched.update(recommendations_of(recorder.session, institution.id))
    recorder.structure = True


def _refuse_taken(session: Session, name: str, own: Institution | None) -> None:
    for known in session.scalars(select(Institution)):
        if fold(known.name) != fold(name) or known is own:
            continue
        if known.withdrawn_at is None:
            raise UserError(
                _("There is an institution '{name}' already; merge the two if they are the same.").format(
                    name=known.name
                )
            )
        if own is not None:
            raise UserError(
                _(
                    "'{name}' is the spelling of an institution that was merged or taken back; choose another."
                ).format(name=known.name)
            )


def _stated(name: str) -> str:
    if not name.strip():
        raise UserError(_("The institution has no name; write it as it is to be printed."))
    if len(name.strip()) > 200:
        raise UserError(_("The name is longer than 200 characters; shorten it."))
    return name.strip()


def _stated_post(title: str) -> str:
    if not title.strip():
        raise UserError(_("The post has no title; write for example 'Head of the human rights unit'."))
    return title.strip()[:200]


def _known_kind(kind: str) -> str:
    if kind not in KINDS:
        raise UserError(
            _("'{word}' is not a kind of institution; use one of: {kinds}.").format(
                word=kind, kinds=", ".join(KINDS)
            )
        )
    return kind
