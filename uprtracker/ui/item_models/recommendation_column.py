"""The columns of the list of recommendations: what a cell says, how it sorts, how wide it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from uprtracker.i18n import _, current_language
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.state import find_state, state
from uprtracker.vocabulary.status import Assessment, Status, bucket_label
from uprtracker.vocabulary.text import fold


@dataclass(frozen=True)
class RecommendationColumn:
    """One column. `sort_key` orders rows; `width` is in pixels of LOOK.md; `shown` without a person's choice."""

    key: str
    text: Callable[[Recommendation], str]
    sort_key: Callable[[Recommendation], Any]
    width: int
    shown: bool = False
    editable: bool = False


def column_title(key: str) -> str:
    return {
        "number": _("No."),
        "text": _("Recommendation"),
        "states": _("States"),
        "position": _("Position"),
        "status": _("Status"),
        "lead": _("Lead"),
        "supporting": _("Supporting"),
        "due": _("Due"),
        "paragraphs": _("Paragraphs"),
        "themes": _("Themes"),
        "cycle": _("Cycle"),
        "document": _("Document"),
        "reviewed": _("State under review"),
        "assessment": _("Assessment"),
        "activity": _("Last activity"),
        "annotations": _("Annotations"),
        "drafts": _("Drafts"),
    }[key]


def state_names(row: Recommendation) -> str:
    """The recommending States in the language of the screen, in the order printed."""
    language = current_language()
    return ", ".join(state(iso3).name(language) for iso3 in row.recommending_states)


def reviewed_state(row: Recommendation) -> str:
    """To whom the recommendation was made."""
    found = find_state(row.state_iso3)
    return found.name(current_language()) if found else ""


def draft_words(row: Recommendation) -> str:
    """`Draft: In progress` where the latest entry waits for validation, else nothing."""
    if not row.has_draft or row.status is None:
        return ""
    return _("Draft: {status}").format(status=row.status.label)


def status_words(row: Recommendation) -> str:
    """Everything that the status cell shows, for copying and for screen readers."""
    disputed = _("Disputed") if row.disputed else ""
    return ", ".join(piece for piece in (bucket_label(row.bucket), draft_words(row), disputed) if piece)


def paragraph_words(row: Recommendation) -> str:
    if row.paragraphs:
        return ", ".join(row.paragraph_labels)
    return _("concerns none") if row.concerns_none else ""


def row_sentence(row: Recommendation) -> str:
    """A row in one breath, for screen readers: `Recommendation 140.12, Norway, supported, in progress`."""
    overdue = _("overdue") if row.overdue else ""
    pieces = (
        _("Recommendation {number}").format(number=row.label),
        state_names(row),
        row.position.label.lower(),
        status_words(row).lower(),
        overdue,
    )
    return ", ".join(piece for piece in pieces if piece)


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _last_if_empty(word: str) -> tuple[bool, str]:
    return not word, fold(word)


def _last_if_none(day: date | None) -> tuple[bool, date]:
    return day is None, day or date.min


def _natural(row: Recommendation) -> Any:
    return row.cycle or 0, row.document_symbol, row.sort_key


def _theme_labels(row: Recommendation) -> str:
    return "; ".join(theme.label for theme in row.themes)


def _first_paragraph(row: Recommendation) -> Any:
    return not row.paragraphs, row.paragraphs[0].sort_key if row.paragraphs else ""


_STATUS_ORDER = {status: place for place, status in enumerate((None, *Status))}
_POSITION_ORDER = {position: place for place, position in enumerate(Position)}
_ASSESSMENT_ORDER = {assessment: place for place, assessment in enumerate((*Assessment, None))}

COLUMNS = (
    RecommendationColumn("number", lambda r: r.label, _natural, 76, shown=True),
    RecommendationColumn("text", lambda r: r.text, lambda r: fold(r.text), 246, shown=True),
    RecommendationColumn("states", state_names, lambda r: fold(state_names(r)), 104, shown=True),
    RecommendationColumn(
        "position", lambda r: r.position.label, lambda r: _POSITION_ORDER[r.position], 88, shown=True
    ),
    RecommendationColumn(
        "status", status_words, lambda r: _STATUS_ORDER[r.official], 168, shown=True, editable=True
    ),
    RecommendationColumn(
        "lead", lambda r: r.lead, lambda r: _last_if_empty(r.lead), 104, shown=True, editable=True
    ),
    RecommendationColumn(
        "supporting",
        lambda r: "; ".join(r.supporting),
        lambda r: _last_if_empty("; ".join(r.supporting)),
        150,
    ),
    RecommendationColumn(
        "due", lambda r: _day(r.due_on), lambda r: _last_if_none(r.due_on), 128, editable=True
    ),
    RecommendationColumn("paragraphs", paragraph_words, _first_paragraph, 110),
    RecommendationColumn("themes", _theme_labels, lambda r: _last_if_empty(_theme_labels(r)), 180),
    RecommendationColumn("cycle", lambda r: str(r.cycle or ""), lambda r: r.cycle or 0, 60),
    RecommendationColumn("document", lambda r: r.document_symbol, lambda r: r.document_symbol, 110),
    RecommendationColumn("reviewed", reviewed_state, lambda r: fold(reviewed_state(r)), 128),
    RecommendationColumn(
        "assessment",
        lambda r: r.assessment.label if r.assessment else "",
        lambda r: _ASSESSMENT_ORDER[r.assessment],
        150,
    ),
    RecommendationColumn(
        "activity", lambda r: _day(r.last_activity_on), lambda r: _last_if_none(r.last_activity_on), 128
    ),
    RecommendationColumn(
        "annotations", lambda r: str(r.annotation_count or ""), lambda r: -r.annotation_count, 96
    ),
    RecommendationColumn("drafts", draft_words, lambda r: not r.has_draft, 150),
)
"""In the order in which the list shows them; the number always comes first."""

COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
SHOWN_BY_DEFAULT = tuple(column.key for column in COLUMNS if column.shown)
