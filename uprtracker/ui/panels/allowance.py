"""What the person at the window may do to one recommendation, so that controls can say why not before anybody tries."""

from collections.abc import Callable
from dataclasses import dataclass, fields

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
    settling_state: str
    settling_nhri: str
    validating: str
    evidence: str


def allowance(actor: Actor, row: Recommendation, read_only: str = "") -> Allowance:
    """`read_only` says why nothing at all can be changed; it goes before the rules of the profile."""
    if read_only:
        return Allowance(*[read_only_sentence(read_only)] * len(fields(Allowance)))
    if row.collection != "own":
        return Allowance(*[reference_sentence()] * len(fields(Allowance)))
    return Allowance(
        follow_up=_refusal(lambda: permission.require_state_follow_up(actor, [row])),
        planning=_refusal(lambda: permission.require_planning(actor)),
        linking=_refusal(lambda: permission.require_linking(actor)),
        annotating=_refusal(lambda: permission.require_annotating(actor)),
        settling_state=_refusal(lambda: permission.require_settling(actor, of_nhri=False)),
        settling_nhri=_refusal(lambda: permission.require_settling(actor, of_nhri=True)),
        validating=_refusal(lambda: permission.require_validating(actor)),
        evidence=_refusal(lambda: permission.require_evidence(actor, [row])),
    )


def reference_sentence() -> str:
    return _("What others were told, or waits to be matched, is kept for reading only.")


def read_only_sentence(reason: str) -> str:
    return _("The dossier can only be read: {reason}.").format(reason=reason.rstrip("."))


def _refusal(rule: Callable[[], None]) -> str:
    try:
        rule()
    except UserError as error:
        return str(error)
    return ""
