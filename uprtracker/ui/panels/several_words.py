"""What can be done to several recommendations together, as far as the person at the window may do it."""

from uprtracker.i18n import _
from uprtracker.ui.offer import refusals
from uprtracker.ui.panels.allowance import read_only_sentence
from uprtracker.vocabulary.profile import Actor


def several_words(actor: Actor, read_only: str) -> str:
    """One sentence for each thing that is allowed; why nothing is, where the dossier can only be read."""
    if read_only:
        return read_only_sentence(read_only)
    refused = refusals(actor)
    sentences = {
        "status": _("A status or a due date that is set in the table counts for all of them."),
        "lead": _("So does a lead ministry."),
        "link": _(
            "The menu of the selection links all of them to paragraphs, or says that they concern none."
        ),
        "validate": _("It validates their drafts, too."),
        "annotate": _("The menu of the selection writes one annotation for all of them."),
    }
    allowed = " ".join(words for key, words in sentences.items() if key not in refused)
    return allowed or _("In this profile they are only read.")
