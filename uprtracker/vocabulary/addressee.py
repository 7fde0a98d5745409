"""To whom a paragraph of a resolution speaks. How it is recognised in a text stands with the importer."""

from enum import StrEnum

from uprtracker.i18n import N_, _


class Addressee(StrEnum):
    """One addressee; `STATEMENT` speaks to nobody, `PROCEDURAL` is the organ's decision on its own work.

    `OTHERS` is somebody named who has no key here: the media, civil society, donors.
    """

    STATES = "states"
    STATEMENT = "statement"
    NON_STATE_ACTORS = "non_state_actors"
    REGIONAL_ORGANIZATIONS = "regional_organizations"
    LEADERS = "leaders"
    BUSINESS = "business"
    NHRIS = "nhris"
    OHCHR = "ohchr"
    UN_BODIES = "un_bodies"
    SPECIAL_RAPPORTEUR = "special_rapporteur"
    SECRETARY_GENERAL = "secretary_general"
    PROCEDURAL = "procedural"
    OTHERS = "others"

    @property
    def label(self) -> str:
        return _(_LABELS[self])


_LABELS = {
    Addressee.STATES: N_("States"),
    Addressee.STATEMENT: N_("Statement"),
    Addressee.NON_STATE_ACTORS: N_("Non-State actors"),
    Addressee.REGIONAL_ORGANIZATIONS: N_("Regional organizations"),
    Addressee.LEADERS: N_("Leaders of society"),
    Addressee.BUSINESS: N_("Business enterprises"),
    Addressee.NHRIS: N_("National human rights institutions"),
    Addressee.OHCHR: N_("OHCHR"),
    Addressee.UN_BODIES: N_("United Nations bodies"),
    Addressee.SPECIAL_RAPPORTEUR: N_("Special Rapporteur"),
    Addressee.SECRETARY_GENERAL: N_("Secretary-General"),
    Addressee.PROCEDURAL: N_("Procedural"),
    Addressee.OTHERS: N_("Others"),
}
