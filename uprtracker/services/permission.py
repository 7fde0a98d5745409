"""What each profile may do in the dossier. A profile in a file is a working aid, not access control."""

from collections.abc import Iterable

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation

READS_ONLY = (Profile.DELEGATION,)


def require_state_follow_up(actor: Actor, rows: Iterable[Recommendation]) -> None:
    """Status, assignment, dates, progress: the State's profiles; a ministry for what it leads or supports."""
    _require_writer(actor)
    if actor.profile is Profile.NHRI:
        raise UserError(
            _(
                "The NHRI reviewer does not change what the State says; write an annotation or an assessment instead."
            )
        )
    if actor.profile is Profile.MINISTRY:
        for row in rows:
            if actor.institution not in (row.lead, *row.supporting):
                raise UserError(
                    _("{number} is not assigned to {ministry}; ask the secretariat to assign it.").format(
                        number=row.label, ministry=actor.institution or _("your ministry")
                    )
                )


def require_measure(actor: Actor, responsible: str, rows: Iterable[Recommendation]) -> None:
    """A measure: a ministry changes those it is responsible for, and those that serve only its recommendations."""
    if actor.profile is Profile.MINISTRY and actor.institution == responsible:
        return
    require_state_follow_up(actor, rows)


def require_validating(actor: Actor) -> None:
    """Confirming drafts and sending them back."""
    if not actor.profile.validates:
        raise UserError(_("Only the secretariat and the validating authority confirm drafts."))


def require_evidence(actor: Actor, rows: Iterable[Recommendation]) -> None:
    """Evidence: those who follow up, and the NHRI for what it says itself."""
    if actor.profile is not Profile.NHRI:
        require_state_follow_up(actor, rows)


def require_planning(actor: Actor) -> None:
    """Assigning, linking, importing: the secretariat and the validating authority."""
    _require_writer(actor)
    if not actor.profile.validates:
        raise UserError(
            _("The profile '{profile}' cannot do this; it is for the secretariat.").format(
                profile=actor.profile.label
            )
        )


def require_linking(actor: Actor) -> None:
    """Links to paragraphs are the State's own reading of the text: secretariat and validating authority."""
    require_planning(actor)


def require_briefing(actor: Actor) -> None:
    """The pack is what the delegation itself will say, not what the dossier records: here it writes, with the secretariat."""
    if actor.profile is not Profile.DELEGATION and not actor.profile.validates:
        raise UserError(
            _(
                "The briefing pack is written by the delegation and the secretariat; choose one of these profiles."
            )
        )


def require_annotating(actor: Actor) -> None:
    _require_writer(actor)


def require_taking_back(actor: Actor, by: Profile, institution: str, *, merged: bool) -> None:
    """Taking an action back: everybody their own; the secretariat and the validating authority those of the State.

    What the NHRI did here is the NHRI's to take back. `merged`: the actor merged it, in whoever's name it was written.
    """
    if merged or (actor.profile is by and actor.institution == institution):
        return
    if actor.profile.validates and by is not Profile.NHRI:
        return
    if by is Profile.NHRI:
        raise UserError(_("These are the NHRI's words; only the NHRI takes them back."))
    raise UserError(
        _("The profile '{profile}' takes back only what it did itself; ask the secretariat.").format(
            profile=actor.profile.label
        )
    )


def require_settling(actor: Actor, *, of_nhri: bool) -> None:
    """Calling a note open, answered or resolved: the side that wrote it. The other side answers."""
    _require_writer(actor)
    if of_nhri and actor.profile is not Profile.NHRI:
        raise UserError(_("This note is the NHRI's; answer it, and let the NHRI say whether it is resolved."))
    if not of_nhri and actor.profile is Profile.NHRI:
        raise UserError(
            _("This note is the State's; answer it, and let the State say whether it is resolved.")
        )


def require_assessing(actor: Actor) -> None:
    if actor.profile is not Profile.NHRI:
        raise UserError(
            _("Only the NHRI reviewer writes an assessment; choose that profile, or write an annotation.")
        )


def _require_writer(actor: Actor) -> None:
    if actor.profile in READS_ONLY:
        raise UserError(_("The delegation reads and prints; choose another profile to change something."))
