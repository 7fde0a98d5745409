"""A record of a source beside the recommendation that the dossier holds: what the source would change, add or contradict."""

from collections.abc import Collection
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.record import ParsedRecommendation
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.text import fold, normalised

FIRST_HAND = "thematic-list"
"""The source whose wording replaces the one before; another source's different wording waits for a person."""
ANSWERS = frozenset((FIRST_HAND, "wg-report", "addendum"))
"""Documents of the United Nations that say what the State's position is; other sources only repeat it."""
UPR_INFO = "upr-info"

Difference = tuple[str, str, str]
"""Field, before and after, in words."""


@dataclass(frozen=True)
class Comparison:
    """What would be written, what contradicts the dossier and needs a person, and what is told and left as it is."""

    differences: tuple[Difference, ...] = ()
    doubts: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def compare(
    row: Recommendation, record: ParsedRecommendation, source: str, comments: Collection[str]
) -> Comparison:
    """`comments` are what the State has said about the recommendation so far. What a source does not say is no difference."""
    found: list[Difference] = []
    doubts: list[str] = []
    notices: list[str] = []
    if source != UPR_INFO:
        found += _wording(row, record)
        if found and source != FIRST_HAND:
            doubts.append(
                _(
                    "differs from what the dossier holds; the dossier's wording stays unless this one is accepted"
                )
            )
    if replaces(row.position, record):
        change = ("position", row.position.label, record.position.label)
        if source in ANSWERS or row.position is Position.UNKNOWN:
            found.append(change)
        else:
            sentence = _("the position here is {here}, in the dossier {there}").format(
                here=record.position.label, there=row.position.label
            )
            # UPR Info counts an acceptance in part as noted: its word says nothing against the State's own
            (notices if source == UPR_INFO else doubts).append(sentence)
            if source != UPR_INFO:
                found.append(change)
    found += _additions(row, record, source, comments)
    return Comparison(tuple(found), tuple(doubts), tuple(notices))


def _wording(row: Recommendation, record: ParsedRecommendation) -> list[Difference]:
    found: list[Difference] = []
    text = row.texts.get(record.language)
    if not record.text or text is None:
        # a text in a language that the dossier lacks contradicts none
        return found
    if not same_wording(text, record.text):
        found.append(("text", text, record.text))
    if not record.states:
        return found
    before, after = list(row.recommending_states), list(record.states)
    by_clause = len(row.clauses) == len(record.clauses)
    all_before = [iso3 for clause in row.clauses for iso3 in clause.states]
    all_after = [iso3 for clause in record.clauses for iso3 in clause.states]
    if sorted(all_before) != sorted(all_after) or (not by_clause and not found):
        found.append(("states", _names(before), _names(after)))
    return found


def _additions(
    row: Recommendation, record: ParsedRecommendation, source: str, comments: Collection[str]
) -> list[Difference]:
    """What a source adds where the dossier has nothing yet."""
    found: list[Difference] = []
    before = themes_of_row(row)
    after = themes_with(row, record, source)
    if after != before:
        found.append(("themes", _labels(before), _labels(after)))
    for field, added in (
        ("comment", record.comment if record.comment and record.comment not in comments else ""),
        ("texts", ", ".join(new_texts(row, record))),
        ("aliases", ", ".join(value for _kind, value in new_aliases(row, record))),
        ("action_category", str(record.action_category or "") if row.action_category is None else ""),
        ("clusters", ", ".join(new_clusters(row, record))),
        ("lead", record.lead if not row.lead else ""),
        ("supporting", ", ".join(new_supporting(row, record))),
        ("due_on", record.due_on.isoformat() if record.due_on and row.due_on is None else ""),
        ("status", record.status.label if record.status and row.status is None else ""),
    ):
        if added:
            found.append((field, "", added))
    return found


def same_wording(stored: str, read: str) -> bool:
    """Two prints of one text: quotation marks, spaces, case of letters and closing stops aside."""
    return stored == read or normalised(stored) == normalised(read)


def replaces(standing: Position, record: ParsedRecommendation) -> bool:
    """Whether a record's position is news: a report that still waits for the State's answer does not undo the answer."""
    if standing is Position.UNKNOWN:
        return record.position is not Position.UNKNOWN
    return standing is not record.position and record.position not in (Position.PENDING, Position.UNKNOWN)


def themes_of_row(row: Recommendation) -> list[list[str]]:
    return [[t.scheme, t.kind, t.code, t.label] for t in row.themes]


def themes_of(record: ParsedRecommendation) -> list[list[str]]:
    """Each label once, in the order printed."""
    return [[t.scheme, t.kind, t.code, t.label] for t in dict.fromkeys(record.themes)]


def themes_with(row: Recommendation, record: ParsedRecommendation, source: str) -> list[list[str]]:
    """The dossier's labels with the record's: those of the list replace what the list said before, others are added.

    A goal is the same goal by its code, however a source words it.
    """
    before, read = themes_of_row(row), themes_of(record)
    if not read:
        return before
    if source == FIRST_HAND:
        schemes = {scheme for scheme, kind, _code, _label in read if kind != "sdg"}
        kept = [t for t in before if t[0] not in schemes]
        listed = [t for t in read if t[1] != "sdg"]
        if [t for t in before if t[0] in schemes] != listed:
            before = [*listed, *kept]
    known = {_identity(theme) for theme in before}
    return before + [theme for theme in read if _identity(theme) not in known]


def _identity(theme: list[str]) -> tuple[str, ...]:
    scheme, kind, code, label = theme
    return (kind, code) if kind == "sdg" and code else (scheme, kind, code, label)


def new_texts(row: Recommendation, record: ParsedRecommendation) -> dict[str, str]:
    """Texts in languages that the dossier lacks; a record in another language than the original is one of them."""
    offered = {**({record.language: record.text} if record.text else {}), **dict(record.texts)}
    return {language: text for language, text in offered.items() if text and language not in row.texts}


def new_aliases(row: Recommendation, record: ParsedRecommendation) -> list[tuple[str, str]]:
    return [alias for alias in dict.fromkeys(record.aliases) if alias not in row.aliases]


def new_clusters(row: Recommendation, record: ParsedRecommendation) -> list[str]:
    known = {fold(name) for name in row.clusters}
    return [name for name in dict.fromkeys(record.clusters) if fold(name) not in known]


def new_supporting(row: Recommendation, record: ParsedRecommendation) -> list[str]:
    known = {fold(name) for name in (row.lead, record.lead, *row.supporting)}
    return [name for name in dict.fromkeys(record.supporting) if fold(name) not in known]


def _names(codes: list[str]) -> str:
    return ", ".join(state(iso3).short for iso3 in codes)


def _labels(themes: list[list[str]]) -> str:
    return "; ".join(f"{code} {label}".strip() for _scheme, _kind, code, label in themes)
