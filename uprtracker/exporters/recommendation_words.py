"""How single fields of a recommendation read on paper and in cells, whatever table or sheet they stand in."""

from uprtracker.exporters.bidi import has_right_to_left
from uprtracker.exporters.document import StatusValue
from uprtracker.i18n import _, current_language, ngettext
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.listing import listed_apart
from uprtracker.vocabulary.read_model import Recommendation, ReportData
from uprtracker.vocabulary.state import state


def recommendations_words(n: int) -> str:
    return ngettext("{n} recommendation", "{n} recommendations", n).format(n=n)


def states_words(row: Recommendation) -> str:
    return listed_apart(state(code).name(current_language()) for code in row.recommending_states)


def position_words(row: Recommendation) -> str:
    if row.already_implemented:
        return _("{position}, already implemented").format(position=row.position.label)
    return row.position.label


def introduced(pattern: str, text: str, **introduction: str) -> str:
    """A pattern that ends in `{text}`; the text begins a line of its own where it is read from the other side."""
    before = pattern.format(text="", **introduction).rstrip()
    if has_right_to_left(before) != has_right_to_left(text):
        return f"{before}\n{text}"
    return pattern.format(text=text, **introduction)


def status_value(row: Recommendation, data: ReportData) -> StatusValue:
    """The official status; a draft stands beside it for those who may know what is not yet cleared."""
    if row.status is None or row.status_validated or data.audience is Confidentiality.PUBLIC:
        return StatusValue(row.bucket)
    return StatusValue(row.bucket, _("draft: {status}").format(status=row.status.label))
