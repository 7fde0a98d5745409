"""The sheets of the briefing pack: which recommendations stand together, and what is said about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from uprtracker.i18n import _, translated
from uprtracker.vocabulary.briefing_text import BriefingTexts, Field, SheetChoice, Subject, paragraph_key
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.listing import after_colon, listed
from uprtracker.vocabulary.ministry_sheet import measure_state_label
from uprtracker.vocabulary.read_model import (
    Evidence,
    Measure,
    Recommendation,
    RecommendationDetails,
    ReportData,
)

MOST_FACTS = 3


@dataclass(frozen=True)
class Fact:
    """A dated fact about one or several recommendations of a sheet: when, which numbers, what, and who says so."""

    on: date
    labels: tuple[str, ...]
    text: str
    who: str


@dataclass(frozen=True)
class RestrictedItem:
    """A restricted note, progress entry or citation about one recommendation; it stands on a page of its own."""

    label: str
    kind: str
    text: str
    who: str


@dataclass(frozen=True)
class Sheet:
    """One sheet: a cluster, a paragraph or a theme. `subject` and `key` are where its texts belong.

    `grouped` is false for a theme, which joins what has neither cluster nor paragraph. `restricted` is empty unless the
    audience may read it. `sources` name where position and evidence stand.
    """

    subject: Subject
    key: str
    title: str
    rows: tuple[Recommendation, ...]
    speaker: str
    reply: str
    key_messages: str
    sensitive_points: str
    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    restricted: tuple[RestrictedItem, ...]
    grouped: bool = True


_Group = tuple[Subject, str, str]
"""Subject, key, title."""


def sheets_of(rows: Sequence[Recommendation], data: ReportData, texts: BriefingTexts) -> tuple[Sheet, ...]:
    """By cluster where there are clusters, else by paragraph; the rest by the headings of its list, if asked for.

    Clusters stand in the order of the alphabet, paragraphs in that of the text, headings in that of the list. A
    recommendation of several clusters or paragraphs stands on the sheet of each.
    """
    members: dict[_Group, list[Recommendation]] = {}
    rest: dict[_Group, list[Recommendation]] = {}
    by_cluster = any(row.clusters for row in rows)
    for row in rows:
        groups = _clusters(row) if by_cluster else _paragraphs(row, data)
        for group in groups:
            members.setdefault(group, []).append(row)
    placed = {row.id for grouped in members.values() for row in grouped}
    for row in sorted(rows, key=lambda r: (r.document_symbol, r.order)):
        if texts.sheets is SheetChoice.ALL and row.id not in placed:
            heading = row.heading or next((t.label for t in row.themes), "") or _("Other recommendations")
            rest.setdefault((Subject.CLUSTER, heading, heading), []).append(row)
    order = _text_order(data)
    first = sorted(members, key=lambda g: (order.get(g[1], 0), g[2].casefold()))
    themes = [group for group in rest if group not in members]
    for group, others in rest.items():
        members.setdefault(group, []).extend(others)
    return (
        *(_sheet(group, members[group], data, texts) for group in first),
        *(replace(_sheet(group, members[group], data, texts), grouped=False) for group in themes),
    )


def _clusters(row: Recommendation) -> list[_Group]:
    return [(Subject.CLUSTER, name, name) for name in row.clusters]


def _paragraphs(row: Recommendation, data: ReportData) -> list[_Group]:
    text = data.text_version
    return [
        (
            Subject.PARAGRAPH,
            paragraph_key(text.instrument, text.version, p.label),
            _("Paragraph {label}: {short}").format(label=p.label, short=p.caption)
            if p.short
            else _("Paragraph {label}").format(label=p.label),
        )
        for p in row.paragraphs
    ]


def _text_order(data: ReportData) -> dict[str, int]:
    text = data.text_version
    return {
        paragraph_key(text.instrument, text.version, p.label): number
        for number, p in enumerate(text.paragraphs)
    }


def _sheet(group: _Group, rows: Sequence[Recommendation], data: ReportData, texts: BriefingTexts) -> Sheet:
    subject, key, title = group
    details = [data.details[row.id] for row in rows]
    return Sheet(
        subject=subject,
        key=key,
        title=title,
        rows=tuple(rows),
        speaker=texts.text(subject, key, Field.SPEAKER),
        reply=texts.text(subject, key, Field.SUGGESTED_REPLY),
        key_messages=texts.text(subject, key, Field.KEY_MESSAGES),
        sensitive_points=texts.text(subject, key, Field.SENSITIVE_POINTS),
        facts=_facts(details, data.as_of),
        sources=_sources(details),
        restricted=tuple(item for each in details for item in _restricted(each)),
    )


def _facts(details: Iterable[RecommendationDetails], as_of: date) -> tuple[Fact, ...]:
    """The latest dated facts, the newest first: of different numbers while there are enough of them.

    A fact that was entered for several numbers stands once. Evidence is none: it bears no date but that of its entry,
    and stands among the sources.
    """
    found: dict[tuple[date, str, str], Fact] = {}
    for each in details:
        for fact in _facts_of(each, as_of):
            key = (fact.on, fact.text, fact.who)
            known = found.get(key)
            labels = (*known.labels, *fact.labels) if known else fact.labels
            found[key] = replace(fact, labels=tuple(dict.fromkeys(labels)))
    newest = sorted(found.values(), key=lambda fact: fact.on, reverse=True)
    told: set[str] = set()
    first: list[Fact] = []
    others: list[Fact] = []
    for fact in newest:
        (others if told.intersection(fact.labels) else first).append(fact)
        told.update(fact.labels)
    return tuple(sorted([*first, *others][:MOST_FACTS], key=lambda fact: fact.on, reverse=True))


def _facts_of(details: RecommendationDetails, as_of: date) -> Iterable[Fact]:
    label = (details.row.label,)
    for entry in details.progress:
        if entry.confidentiality is not Confidentiality.RESTRICTED:
            yield Fact(entry.on, label, entry.text, translated(entry.institution))
    for status in details.statuses:
        if status.comment and status.status:
            yield Fact(status.on, label, after_colon(status.status.label, status.comment), status.by)
    for measure in details.measures:
        if measure.start_on and measure.start_on <= as_of:
            yield Fact(measure.start_on, label, _measure_words(measure), measure.responsible)


def _measure_words(measure: Measure) -> str:
    return _("Measure begun: {title} ({state})").format(
        title=measure.title, state=measure_state_label(measure.state)
    )


def _sources(details: Iterable[RecommendationDetails]) -> tuple[str, ...]:
    """Symbols and paragraphs of the positions, then the evidence, each once."""
    positions: dict[str, None] = {}
    evidence: dict[str, None] = {}
    for each in details:
        if each.row.position_source:
            positions[each.row.position_source] = None
        for item in each.evidence:
            if item.confidentiality is not Confidentiality.RESTRICTED:
                evidence[evidence_words(item)] = None
    return (*positions, *evidence)


def evidence_words(item: Evidence) -> str:
    """`Law on Associations, OG 12/2024, article 3`: what a citation names, as far as it does."""
    pieces = (item.title or item.file_name, item.symbol if item.symbol != item.title else "", item.paragraph)
    return listed(pieces)


def _restricted(details: RecommendationDetails) -> Iterable[RestrictedItem]:
    label, restricted = details.row.label, Confidentiality.RESTRICTED
    for note in details.annotations:
        if note.confidentiality is restricted:
            yield RestrictedItem(label, _("Annotation"), note.text, note.institution)
    for entry in details.progress:
        if entry.confidentiality is restricted:
            yield RestrictedItem(label, _("Progress"), entry.text, entry.institution)
    for item in details.evidence:
        if item.confidentiality is restricted:
            words = "\n".join(piece for piece in (evidence_words(item), item.quote) if piece)
            yield RestrictedItem(label, _("Evidence"), words, "")
