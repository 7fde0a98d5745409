"""How the pack names its places and words its cells: keys for contents and index, States, positions, speaking time."""

from uprtracker.exporters.document import Column, Field
from uprtracker.exporters.recommendation_words import states_words
from uprtracker.i18n import _
from uprtracker.vocabulary.briefing_sheet import Sheet
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.speaking_time import length_words


def sheet_key(sheet: Sheet) -> str:
    return f"sheet:{sheet.subject}:{sheet.key}"


def state_key(iso3: str) -> str:
    return f"state:{iso3}"


def asking_key(iso3: str) -> str:
    """Where the questions of a State stand; empty for one that is not known."""
    return f"asking:{iso3}" if iso3 else ""


def text_with_states(row: Recommendation) -> str:
    """The text with the States that recommend it on a line of their own."""
    states = states_words(row)
    return f"{row.text}\n({states})" if states else row.text


def spoken(label: str, text: str, absent: str) -> Field:
    """A text that is read out, with its length; `absent` says what is lacking where there is none."""
    if not text:
        return Field(label, absent)
    return Field(label, text, note=length_words(text), spoken=True)


def recommendation_columns(text: str = "") -> tuple[Column, ...]:
    """Number, text, position, status: the columns of every list of the pack; `text` says what the texts are."""
    return (
        Column("number", _("No."), 0.09, "number"),
        Column("text", text or _("Recommendation (recommending States)"), 0.53),
        Column("position", _("Position"), 0.16),
        Column("status", _("Status"), 0.22, "status"),
    )
