"""Who sees a note in the dossier: by its level, its holder and the profile (DOMAIN.md, 3, *confidentiality*)."""

from dataclasses import dataclass

from uprtracker.models.institution import Institution
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile


@dataclass(frozen=True)
class Holder:
    """The institution that a note belongs to."""

    id: int
    name: str
    kind: str

    @classmethod
    def of(cls, institution: Institution) -> "Holder":
        return cls(institution.id, institution.name, institution.kind)


def may_see(
    actor: Actor, level: Confidentiality, holder: Holder, readers: frozenset[str] = frozenset()
) -> bool:
    """Public: anyone. Government: the State's profiles, and the NHRI in its own copy.

    Restricted: the holder and the institutions it names. The secretariat and the validating authority read the restricted
    notes of the State's own institutions, never the NHRI's; a note's own institution always reads it.
    """
    if level is Confidentiality.PUBLIC:
        return True
    own = _is_own(actor, holder) or actor.institution in readers
    if level is Confidentiality.GOVERNMENT:
        return own or actor.sees_government
    return own or (actor.profile.validates and holder.kind != "nhri")


def _is_own(actor: Actor, holder: Holder) -> bool:
    if actor.profile is Profile.NHRI:
        return holder.kind == "nhri"
    return bool(actor.institution) and actor.institution == holder.name
