"""The Python interface: the verbs of the command line as methods on an open dossier. The command line calls it too."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.dossier import Dossier, create_dossier
from uprtracker.services.dossier import open_dossier as open_services
from uprtracker.settings import load_settings
from uprtracker.verbs.comparing import ComparingVerbs
from uprtracker.verbs.editing import EditingVerbs
from uprtracker.verbs.exchanging import ExchangingVerbs
from uprtracker.verbs.giving_out import GivingOutVerbs
from uprtracker.verbs.keeping import KeepingVerbs
from uprtracker.verbs.taking_in import TakingInVerbs
from uprtracker.vocabulary.figures import coverage
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.row_json import row_to_json
from uprtracker.vocabulary.status import bucket_label


def actor_of(profile: str = "secretariat", institution: str = "", by: str = "") -> Actor:
    """Who acts; a ministry official needs an institution. Without a post it is the one in the person's settings."""
    if profile not in list(Profile):
        raise UserError(
            _("'{profile}' is not a profile; use one of: {profiles}.").format(
                profile=profile, profiles=", ".join(Profile)
            )
        )
    acting = Profile(profile)
    if acting is Profile.MINISTRY and not institution:
        raise UserError(_("The profile 'ministry' needs an institution; add --institution NAME."))
    return Actor(acting, by or load_settings().post, institution)


class OpenDossier(EditingVerbs, TakingInVerbs, ComparingVerbs, GivingOutVerbs, ExchangingVerbs, KeepingVerbs):
    """An open dossier. Use it in a `with` block, or call `close`."""

    def __enter__(self) -> "OpenDossier":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        self.dossier.close()

    @property
    def read_only(self) -> str:
        """Why nothing can be written; empty where it can."""
        return self.dossier.read_only

    def rows(self, *, text: str = "", **filters: Any) -> list[Recommendation]:
        """The same rows as read models; `text` names another text than the default one."""
        return self.dossier.query.filtered(self.filter(**filters), text=text)

    def coverage(self, text: str = "") -> list[dict[str, Any]]:
        """Per paragraph of a text (`instrument@version`, else the default one): linked recommendations by status, gap."""
        version = self.dossier.texts.read(text)
        return [
            {
                "instrument": version.instrument,
                "version": version.version,
                "label": c.paragraph.label,
                "short": c.paragraph.short,
                "addressees": c.paragraph.addressees,
                "counts": {bucket_label(bucket): n for bucket, n in c.count.counts.items()},
                "drafts": c.count.drafts,
                "gap": c.gap or None,
            }
            for c in coverage(self.dossier.query.rows(text=text), version)
        ]

    # last in the class, because its name hides the built-in type from here on
    def list(self, *, text: str = "", **filters: Any) -> list[dict[str, Any]]:
        """The recommendations that pass the filters (fields of `Filters`), as COMMANDS' JSON."""
        return [row_to_json(row) for row in self.rows(text=text, **filters)]


def open_dossier(
    path_or_url: str | Path, *, profile: str = "secretariat", institution: str = "", by: str = ""
) -> OpenDossier:
    """Open a dossier for a profile; `StorageError` says why it cannot be."""
    actor = actor_of(profile, institution, by)
    dossier = open_services(str(path_or_url), actor)
    dossier.store.act_as(_as_known(actor, dossier))
    return OpenDossier(dossier)


def new_dossier(
    path_or_url: str | Path, *, state: str, profile: str = "secretariat", institution: str = "", by: str = ""
) -> OpenDossier:
    """Make an empty dossier about a State, with the resolution."""
    return OpenDossier(create_dossier(str(path_or_url), state, actor_of(profile, institution, by)))


def _as_known(actor: Actor, dossier: Dossier) -> Actor:
    """The actor with the institution as the dossier calls it today."""
    return replace(actor, institution=dossier.query.institution_today(actor.institution))
