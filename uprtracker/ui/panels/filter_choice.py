"""What a filter can be set to in this dossier: the values that occur, in the order in which a person looks for them."""

from collections.abc import Callable, Sequence

from uprtracker.i18n import _, current_language
from uprtracker.ui.panels.choice_popup import Choice
from uprtracker.ui.shape_painter import status_icon
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.status import BUCKETS, bucket_label
from uprtracker.vocabulary.text import fold

FILTER_FIELDS = ("positions", "statuses", "ministries", "paragraphs", "themes", "cycles", "by_states")
"""The fields of `RowFilter` that take values, in the order of the menu."""


def field_title(field: str) -> str:
    return {
        "positions": _("Position"),
        "statuses": _("Status"),
        "ministries": _("Ministry"),
        "paragraphs": _("Paragraph"),
        "themes": _("Theme"),
        "cycles": _("Cycle"),
        "by_states": _("Recommending State"),
    }[field]


def choices_for(
    field: str, row_filter: RowFilter, rows: Sequence[Recommendation], text: TextVersion
) -> list[Choice]:
    """The values of one field, those of the filter ticked."""
    chosen = set(getattr(row_filter, field))
    if field == "statuses":
        return [Choice(b, bucket_label(b), b in chosen, status_icon(b)) for b in BUCKETS]
    return [Choice(value, label, value in chosen) for value, label in _LISTS[field](rows, text)]


Values = list[tuple[object, str]]


def _positions(rows: Sequence[Recommendation], _text: TextVersion) -> Values:
    there = {row.position for row in rows}
    return [(position, position.label) for position in Position if position in there]


def _ministries(rows: Sequence[Recommendation], _text: TextVersion) -> Values:
    names = {name for row in rows for name in (row.lead, *row.supporting) if name}
    return [("", _("No lead ministry")), *((name, name) for name in sorted(names, key=fold))]


def _paragraphs(rows: Sequence[Recommendation], text: TextVersion) -> Values:
    linked = {label for row in rows for label in row.paragraph_labels}
    return [
        (p.label, f"{p.label}  {p.caption}".strip())
        for p in text.paragraphs
        if not p.preambular or p.label in linked
    ]


def _themes(rows: Sequence[Recommendation], _text: TextVersion) -> Values:
    labels = {theme.label for row in rows for theme in row.themes}
    return [(label, label) for label in sorted(labels, key=fold)]


def _cycles(rows: Sequence[Recommendation], _text: TextVersion) -> Values:
    cycles = sorted({row.cycle for row in rows if row.cycle is not None}, reverse=True)
    return [(cycle, _("Cycle {value}").format(value=cycle)) for cycle in cycles]


def _states(rows: Sequence[Recommendation], _text: TextVersion) -> Values:
    language = current_language()
    names = {iso3: state(iso3).name(language) for row in rows for iso3 in row.recommending_states}
    return [(iso3, name) for iso3, name in sorted(names.items(), key=lambda pair: fold(pair[1]))]


_LISTS: dict[str, Callable[[Sequence[Recommendation], TextVersion], Values]] = {
    "positions": _positions,
    "ministries": _ministries,
    "paragraphs": _paragraphs,
    "themes": _themes,
    "cycles": _cycles,
    "by_states": _states,
}
