"""How the pack names its places and words its cells: keys for contents and index, States, positions, speaking time."""

from uprtracker.exporters.document import Column, Field, StatusValue
from uprtracker.i18n import _, current_language, ngettext
from uprtracker.vocabulary.briefing_sheet import Sheet
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Recommendation, ReportData
from uprtracker.vocabulary.speaking_time import length_words
from uprtracker.vocabulary.state import state


def sheet_key(sheet: Sheet) -> str:
    return f"sheet:{sheet.subject}:{sheet.key}"


def state_key(iso3: str) -> str:
    return f"state:{iso3}"


def asking_key(iso3: str) -> str:
    """Where the questions of a State stand; empty for one that is not known."""
    return f"asking:{iso3}" if iso3 else ""


def recommendations_words(n: int) -> str:
    return ngettext("{n} recommendation", "{n} recommendations", n).format(n=n)


def states_words(row: Recommendation) -> str:
    return "; ".join(state(code).name(current_language()) for code in row.recommending_states)


def text_with_states(row: Recommendation) -> str:
    """The text with the States that recommend it on a line of their own."""
    states = states_words(row)
    return f"{row.text}\n({states})" if states else row.text


def position_words(row: Recommendation) -> str:
    if row.already_implemented:
        return _("{position}, already implemented").format(position=row.position.label)
    return row.position.label


def status_value(row: Recommendation, data: ReportData) -> StatusValue:
    """The official status; a draft stands beside it for those who may know what is not yet cleared."""
    if row.status is None or row.status_validated or data.audience is Confidentiality.PUBLIC:
        return StatusValue(row.bucket)
    return StatusValue(row.bucket, _("draft: {status}").format(status=row.status.label))


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
