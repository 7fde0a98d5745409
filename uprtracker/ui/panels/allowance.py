"""What the person at the window may do to one recommendation, so that controls can say why not before anybody tries."""

from collections.abc import Callable
from dataclasses import dataclass

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services import permission
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import Recommendation


@dataclass(frozen=True)
class Allowance:
    """For each kind of change the reason why it is refused, in one sentence; empty where it is allowed."""

    follow_up: str
    planning: str
    linking: str
    annotating: str
    validating: str


def allowance(actor: Actor, row: Recommendation, read_only: str = "") -> Allowance:
    """`read_only` says why nothing at all can be changed; it goes before the rules of the profile."""
    if read_only:
        sentence = _("The dossier can only be read: {reason}.").format(reason=read_only.rstrip("."))
        return Allowance(*[sentence] * 5)
    return Allowance(
        follow_up=_refusal(lambda: permission.require_state_follow_up(actor, [row])),
        planning=_refusal(lambda: permission.require_planning(actor)),
        linking=_refusal(lambda: permission.require_linking(actor)),
        annotating=_refusal(lambda: permission.require_annotating(actor)),
        validating=""
        if actor.profile.validates
        else _("Only the secretariat and the validating authority confirm drafts."),
    )


def _refusal(rule: Callable[[], None]) -> str:
    try:
        rule()
    except UserError as error:
        return str(error)
    return ""
