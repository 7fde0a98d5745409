"""What a product is for: how the catalogue's products are grouped where a person chooses one."""

from enum import StrEnum

from uprtracker.i18n import N_, _


class Purpose(StrEnum):
    """In the order in which they are offered."""

    FOLLOW_UP = "follow-up"
    SESSION = "session"
    REPORTING = "reporting"
    DATA = "data"

    @property
    def label(self) -> str:
        return _(_LABELS[self])


_LABELS = {
    Purpose.FOLLOW_UP: N_("Follow-up"),
    Purpose.SESSION: N_("For the session in Geneva"),
    Purpose.REPORTING: N_("For reports to the United Nations"),
    Purpose.DATA: N_("Open data"),
}
