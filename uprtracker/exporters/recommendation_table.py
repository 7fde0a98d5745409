"""Tables of recommendations: their columns, and how the fields of a recommendation read in the cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from uprtracker.exporters import annex_cells
from uprtracker.exporters.bidi import has_right_to_left
from uprtracker.exporters.document import Cell, Column, Involved, RowGroup, Table
from uprtracker.exporters.recommendation_words import introduced, position_words, states_words, status_value
from uprtracker.i18n import N_, _, translated
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.listing import listed, listed_apart
from uprtracker.vocabulary.read_model import Recommendation, ReportData


def recommendation_table(
    data: ReportData,
    key: str,
    shares: Mapping[str, float],
    groups: Iterable[tuple[str, Sequence[Recommendation]]],
    *,
    empty: str = "",
    group_title: str = "",
) -> Table:
    """A table with the columns that `shares` names, their parts of the width, and rows under (heading, rows).

    The column `review` stays away where the report covers one document.
    """
    several = len({row.document_id for row in data.rows}) > 1
    shown = {name: share for name, share in shares.items() if several or name != "review"}
    whole = sum(shown.values())
    fields = [(name, _FIELDS[name]) for name in shown]
    return Table(
        key=key,
        columns=tuple(
            Column(name, _(field.title), shown[name] / whole, field.kind) for name, field in fields
        ),
        groups=tuple(
            RowGroup(heading, tuple(tuple(field.cell(row, data) for _name, field in fields) for row in rows))
            for heading, rows in groups
        ),
        empty=empty,
        group_title=group_title,
    )


@dataclass(frozen=True)
class _Field:
    title: str
    cell: Callable[[Recommendation, ReportData], Cell]
    kind: str = "text"


def _review(row: Recommendation, _data: ReportData) -> str:
    return _("Cycle {cycle}").format(cycle=row.cycle) if row.cycle else row.document_symbol


def _text_and_states(row: Recommendation, _data: ReportData) -> str:
    """The States in brackets behind the text; on a line of their own where they are read from its other side."""
    states = states_words(row)
    if not states:
        return row.text
    if has_right_to_left(states) != has_right_to_left(row.text):
        return f"{row.text}\n({states})"
    return _("{text} ({states})").format(text=row.text, states=states)


def _lead(row: Recommendation, _data: ReportData) -> Involved:
    return Involved(row.lead or _("No lead ministry"), row.supporting)


def _supporting(row: Recommendation, _data: ReportData) -> str:
    return listed_apart(row.supporting)


def _official_comment(row: Recommendation, data: ReportData) -> str:
    entries = data.details[row.id].statuses
    return next((entry.comment for entry in entries if entry.validated), "")


def _latest_progress(row: Recommendation, data: ReportData) -> str:
    for entry in data.details[row.id].progress[:1]:
        return introduced(
            _("{day}, {institution}: {text}"),
            entry.text,
            day=day_in_words(entry.on),
            institution=translated(entry.institution),
        )
    return ""


def _dispute(row: Recommendation) -> str:
    if not row.disputed or row.assessment is None:
        return ""
    return _("Disputed: the NHRI's assessment is “{assessment}”.").format(assessment=row.assessment.label)


def _comment(row: Recommendation, data: ReportData) -> str:
    """What must be known besides the status: overdue, disputed, the official comment, the latest progress."""
    overdue = _("Overdue.") if row.overdue else ""
    pieces = (overdue, _dispute(row), _official_comment(row, data), _latest_progress(row, data))
    return "\n".join(piece for piece in pieces if piece)


_FIELDS = {
    "number": _Field(N_("No."), lambda row, _data: row.label, "number"),
    "review": _Field(N_("Review"), _review),
    "text": _Field(N_("Recommendation"), lambda row, _data: row.text),
    "states": _Field(N_("Recommending States"), lambda row, _data: states_words(row)),
    "position": _Field(N_("Position"), lambda row, _data: position_words(row)),
    "status": _Field(N_("Status"), status_value, "status"),
    "lead": _Field(N_("Lead (supporting)"), _lead),
    "supporting": _Field(N_("Supporting"), _supporting),
    "paragraphs": _Field(N_("Paragraphs"), lambda row, _data: listed(row.paragraph_labels)),
    "due": _Field(N_("Due"), lambda row, _data: row.due_on, "date"),
    "comment": _Field(N_("Comment and latest progress"), _comment),
    "text_and_states": _Field(N_("Recommendation (recommending States)"), _text_and_states),
    "measures": _Field(N_("Measures since the review"), annex_cells.measures),
    "next_step": _Field(N_("Next step and date"), annex_cells.next_step),
    "evidence": _Field(N_("Evidence"), annex_cells.evidence),
    "nhri_comment": _Field(N_("NHRI comment"), annex_cells.nhri_comment),
}
