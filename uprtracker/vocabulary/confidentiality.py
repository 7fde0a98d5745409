"""Who may read an annotation, a piece of evidence or a progress entry (DOMAIN.md, 3)."""

from enum import StrEnum

from uprtracker.errors import UserError
from uprtracker.i18n import N_, _
from uprtracker.vocabulary.text import fold


class Confidentiality(StrEnum):
    """From the widest to the narrowest audience."""

    PUBLIC = "public"
    GOVERNMENT = "government"
    RESTRICTED = "restricted"

    @property
    def label(self) -> str:
        return _(_LABELS[self])

    @property
    def rank(self) -> int:
        return list(Confidentiality).index(self)

    def visible_to(self, audience: "Confidentiality") -> bool:
        """Whether matter of this level may stand in something made for `audience`."""
        return self.rank <= audience.rank


_LABELS = {
    Confidentiality.PUBLIC: N_("Public"),
    Confidentiality.GOVERNMENT: N_("Government"),
    Confidentiality.RESTRICTED: N_("Restricted"),
}


def parse_confidentiality(text: str) -> Confidentiality:
    """Read a level in any case; `UserError` names the scale."""
    for level in Confidentiality:
        if fold(text) in (fold(_LABELS[level]), level.value, fold(level.label)):
            return level
    scale = ", ".join(_LABELS.values())
    raise UserError(
        _("'{word}' is not a level of confidentiality; use one of: {scale}.").format(word=text, scale=scale)
    )
