"""Work profiles: what a person does with the dossier decides what the program offers. Not access control."""

from dataclasses import dataclass
from enum import StrEnum

from uprtracker.i18n import N_, _


class Profile(StrEnum):
    MINISTRY = "ministry"
    SECRETARIAT = "secretariat"
    VALIDATOR = "validator"
    NHRI = "nhri"
    DELEGATION = "delegation"

    @property
    def label(self) -> str:
        return _(_LABELS[self])

    @property
    def validates(self) -> bool:
        """Entries of this profile are official at once, and it may confirm the drafts of others."""
        return self in (Profile.SECRETARIAT, Profile.VALIDATOR)

    @property
    def of_the_state(self) -> bool:
        return self is not Profile.NHRI


_LABELS = {
    Profile.MINISTRY: N_("Ministry official"),
    Profile.SECRETARIAT: N_("Secretariat"),
    Profile.VALIDATOR: N_("Validating authority"),
    Profile.NHRI: N_("NHRI reviewer"),
    Profile.DELEGATION: N_("Delegation"),
}


@dataclass(frozen=True)
class Actor:
    """Who acts: a profile, the post that stands in the history, and the institution where the profile needs one.

    `in_own_copy`: it is the NHRI in the copy that was made for it, in which all government matter was ticked for it.
    """

    profile: Profile = Profile.SECRETARIAT
    post: str = ""
    institution: str = ""
    in_own_copy: bool = False

    @property
    def sees_government(self) -> bool:
        """Whether matter for the government is for these eyes."""
        return self.profile.of_the_state or self.in_own_copy

    @property
    def name(self) -> str:
        return self.post or self.profile.label
