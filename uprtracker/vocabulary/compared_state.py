"""Recommendations as far as two moments are compared, from read models or from what a snapshot stored, and what differs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from uprtracker.vocabulary import number as numbers
from uprtracker.vocabulary.change_report import COUNTED, FIELDS, Change, Value
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.position import Position, parse_position
from uprtracker.vocabulary.read_model import Recommendation, RecommendationDetails
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.snapshot import OlderContent
from uprtracker.vocabulary.status import Assessment, Status, parse_assessment, parse_status

_COMPARED = (
    ("status", "official"),
    *((name, name) for name in FIELDS if name not in ("recommendation", "status")),
)
"""Names of `FIELDS` with the attributes that hold them."""

Order = tuple[int, str, str]
"""The newest cycle first, then by document and number."""


@dataclass(frozen=True)
class ComparedState:
    """`draft` is the latest status where it waits for validation. Counts are `None` where the source does not say."""

    uid: str
    label: str
    order: Order
    text: str
    official: Status | None
    draft: Status | None
    position: Position
    assessment: Assessment | None
    lead: str
    supporting: tuple[str, ...]
    paragraphs: tuple[str, ...]
    measures: int | None = None
    progress: int | None = None
    evidence: int | None = None


def compare(before: Iterable[ComparedState], after: Iterable[ComparedState]) -> tuple[Change, ...]:
    """What differs, in the order of the list and of `FIELDS`. A count that one side does not know is not compared."""
    old, new = {state.uid: state for state in before}, {state.uid: state for state in after}
    everything = sorted({**old, **new}.values(), key=lambda state: state.order)
    return tuple(
        change for state in everything for change in _changes(state, old.get(state.uid), new.get(state.uid))
    )


def _changes(shown: ComparedState, old: ComparedState | None, new: ComparedState | None) -> Iterator[Change]:
    if old is None or new is None:
        gone = new is None
        yield _change(shown, "recommendation", shown.label if gone else None, None if gone else shown.label)
        return
    for field, attribute in _COMPARED:
        before, after = getattr(old, attribute), getattr(new, attribute)
        if before == after or (field in COUNTED and (before is None or after is None)):
            continue
        yield _change(shown, field, _value(before), _value(after))


def _change(state: ComparedState, field: str, before: Value, after: Value) -> Change:
    return Change(state.uid, state.label, state.text, state.lead, field, before, after)


def _value(value: Any) -> Value:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    found: Value = None if value == "" else value
    return found


def compared_row(
    row: Recommendation, details: RecommendationDetails, level: Confidentiality
) -> ComparedState:
    """A row with what is counted of its details up to a level."""
    return ComparedState(
        uid=row.uid,
        label=row.label,
        order=_order(row.cycle, row.document_symbol, row.sort_key),
        text=row.text,
        official=row.official,
        draft=row.status if row.has_draft else None,
        position=row.position,
        assessment=row.assessment,
        lead=row.lead,
        supporting=tuple(sorted(row.supporting)),
        paragraphs=row.paragraph_labels,
        measures=len(details.measures),
        progress=sum(entry.confidentiality.visible_to(level) for entry in details.progress),
        evidence=sum(item.confidentiality.visible_to(level) for item in details.evidence),
    )


def compared_plain(plain: Mapping[str, Any], level: Confidentiality) -> list[ComparedState]:
    """The recommendations of a snapshot's JSON, without building its read models: that takes ten times as long."""
    details = dict(plain["details"])
    own = (row for row in plain["rows"] if Scope.UPR.holds(row["mechanism"], row["collection"]))
    return [_plain_row(row, details[row["id"]], level) for row in own]


def _plain_row(row: Mapping[str, Any], details: Mapping[str, Any], level: Confidentiality) -> ComparedState:
    drafted = row["status"] is not None and not row["status_validated"]
    return ComparedState(
        uid=row["uid"],
        label=row["number"] + row["part"],
        order=_order(row["cycle"], row["document_symbol"], row["sort_key"]),
        text=row["text"],
        official=Status(row["official"]) if row["official"] else None,
        draft=Status(row["status"]) if drafted else None,
        position=Position(row["position"]),
        assessment=Assessment(row["assessment"]) if row["assessment"] else None,
        lead=row["lead"],
        supporting=tuple(sorted(row["supporting"])),
        paragraphs=tuple(link["label"] for link in row["paragraphs"]),
        measures=len(details["measures"]),
        progress=_visible(details["progress"], level),
        evidence=_visible(details["evidence"], level),
    )


def _visible(items: Iterable[Mapping[str, Any]], level: Confidentiality) -> int:
    return sum(Confidentiality(item["confidentiality"]).visible_to(level) for item in items)


def compared_older(content: OlderContent) -> list[ComparedState]:
    """The rows of the first format, by the keys of COMMANDS.md; it says nothing of measures, progress and evidence."""
    return [_older_row(row) for row in content.rows]


def _older_row(row: Mapping[str, Any]) -> ComparedState:
    drafted = row["status"] and not row["status_validated"]
    return ComparedState(
        uid=row["uid"],
        label=row["number"] + row["part"],
        order=_order(row["cycle"], row["document_symbol"], numbers.sort_key(row["number"], row["part"])),
        text=row["text"],
        official=parse_status(row["official_status"]) if row["official_status"] else None,
        draft=parse_status(row["status"]) if drafted else None,
        position=parse_position(row["position"]),
        assessment=parse_assessment(row["assessment"]) if row["assessment"] else None,
        lead=row["lead"] or "",
        supporting=tuple(sorted(row["supporting"])),
        paragraphs=tuple(link["label"] for link in row["paragraphs"]),
    )


def _order(cycle: int | None, symbol: str, sort_key: str) -> Order:
    return -(cycle or 0), symbol, sort_key
