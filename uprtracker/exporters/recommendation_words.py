"""How single fields of a recommendation read on paper and in cells, whatever table or sheet they stand in."""

from uprtracker.exporters.document import StatusValue
from uprtracker.i18n import _, current_language, ngettext
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Recommendation, ReportData
from uprtracker.vocabulary.state import state


def recommendations_words(n: int) -> str:
    return ngettext("{n} recommendation", "{n} recommendations", n).format(n=n)


def states_words(row: Recommendation) -> str:
    return "; ".join(state(code).name(current_language()) for code in row.recommending_states)


def position_words(row: Recommendation) -> str:
    if row.already_implemented:
        return _("{position}, already implemented").format(position=row.position.label)
    return row.position.label


def status_value(row: Recommendation, data: ReportData) -> StatusValue:
    """The official status; a draft stands beside it for those who may know what is not yet cleared."""
    if row.status is None or row.status_validated or data.audience is Confidentiality.PUBLIC:
        return StatusValue(row.bucket)
    return StatusValue(row.bucket, _("draft: {status}").format(status=row.status.label))
