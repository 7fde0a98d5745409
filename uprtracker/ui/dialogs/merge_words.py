"""What a merge says of one cell: the name of its field, its values, and what became of it on both sides."""

from contextlib import suppress
from datetime import date

from uprtracker.i18n import _
from uprtracker.services.merge_plan import Kind, PlannedCell, printed
from uprtracker.ui.fields.day_text import short_day
from uprtracker.vocabulary.merge_report import MergeReportRow
from uprtracker.vocabulary.ministry_sheet import BY_KEY

DECIDED = (Kind.THEIRS, Kind.CONFLICT, Kind.CLEARED)
"""The kinds of which a person chooses whether theirs is taken."""


def kind_words(kind: Kind) -> str:
    return {
        Kind.THEIRS: _("Changed by them"),
        Kind.CONFLICT: _("In conflict"),
        Kind.CLEARED: _("Emptied by them"),
        Kind.OURS: _("Changed by us"),
        Kind.EQUAL: _("Changed alike"),
        Kind.SAME: _("As it left"),
    }[kind]


def field_words(field: str) -> str:
    """The heading of a workbook's column; what packages and dossiers bring has names of its own."""
    if field in BY_KEY:
        return BY_KEY[field].label
    names = {
        "lead": _("Lead"),
        "supporting": _("Supporting"),
        "assessment": _("NHRI assessment"),
        "annotation": _("Annotation"),
        "position": _("Position"),
        "paragraph": _("Link to a paragraph"),
        "decision": _("Decision about links"),
        "status_validated": _("Validated"),
        "institution": _("Institution"),
        "recommendation": _("Recommendation"),
    }
    return names.get(field, field.replace("_", " ").capitalize())


def value_words(cell: PlannedCell, value: str) -> str:
    """A value as it is read on the screen; a dash where there is none."""
    with suppress(ValueError):
        return short_day(date.fromisoformat(value))
    return printed(cell.field, value) or "-"


def report_row(cell: PlannedCell, *, taken: bool) -> MergeReportRow:
    """A cell as it is kept on paper."""
    decided = _("taken") if taken else _("left")
    return MergeReportRow(
        number=cell.number,
        field=field_words(cell.field),
        base=value_words(cell, cell.base),
        ours=value_words(cell, cell.ours),
        theirs=value_words(cell, cell.theirs),
        happened=kind_words(cell.kind),
        decision=decided if cell.kind in DECIDED else "",
    )
