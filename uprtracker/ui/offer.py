"""What the window offers to a profile: actions that the services would refuse cannot be chosen, and say why."""

from collections.abc import Callable, Mapping

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services import permission
from uprtracker.vocabulary.profile import Actor, Profile


def refusals(actor: Actor, *, for_nhri: bool = False) -> Mapping[str, str]:
    """For each action that the profile cannot take, whatever is selected: why not, in one sentence.

    `for_nhri`: the dossier is the NHRI's own copy, which the NHRI merges into and makes packages of.
    """
    reasons = {key: _refusal(rule, actor) for rule, keys in _RULES.items() for key in keys}
    exchanges = permission.require_annotating if for_nhri else permission.require_planning
    reasons |= {key: _refusal(exchanges, actor) for key in ("merge", "package")}
    if actor.profile is not Profile.MINISTRY:
        reasons["not_ours"] = _("A ministry official asks for this; the secretariat assigns directly.")
    return {key: reason for key, reason in reasons.items() if reason}


def _follow_up(actor: Actor) -> None:
    permission.require_state_follow_up(actor, ())


def _evidence(actor: Actor) -> None:
    permission.require_evidence(actor, ())


_RULES: Mapping[Callable[[Actor], None], tuple[str, ...]] = {
    permission.require_planning: ("lead", "supporting", "import", "snapshot", "workbooks"),
    permission.require_validating: ("validate", "send_back"),
    permission.require_linking: ("link", "concerns_none"),
    permission.require_annotating: ("annotate", "copy_out"),
    _follow_up: ("status", "due", "same", "measure", "not_ours"),
    _evidence: ("evidence",),
}
"""The actions by the rule that allows them; `status` is the menu of statuses."""


def _refusal(rule: Callable[[Actor], None], actor: Actor) -> str:
    try:
        rule(actor)
    except UserError as error:
        return str(error)
    return ""
