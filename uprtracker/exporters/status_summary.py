"""The first page of the status report: figures, status by group, what moved, what needs a decision."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from uprtracker.exporters.document import (
    Block,
    BriefList,
    KeyFigures,
    Pair,
    Section,
    StatusBar,
    StatusBars,
)
from uprtracker.exporters.recommendation_words import introduced
from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.figures import GroupCount, Overview, ParagraphCoverage
from uprtracker.vocabulary.listing import after_colon, listed, listed_apart
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation, ReportData
from uprtracker.vocabulary.status import bucket_label, bucket_of

MOST_LINES = 8
MOST_ENTRIES = 3
"""With these, and excerpts of this length, all of the summary stands on one printed page."""
_EXCERPT = 48
_ONE_LINE = 38
_MOST_NAMED_GAPS = 2


def summary_section(
    data: ReportData,
    received: Sequence[Recommendation],
    figures: Overview,
    ministries: Sequence[GroupCount],
    covered: Sequence[ParagraphCoverage],
) -> Section:
    """`received` are the recommendations without voluntary pledges, `figures` their overview."""
    blocks: tuple[Block, ...] = (
        KeyFigures(
            (
                *received_figures(data, figures),
                (figures.linked, _("linked to the resolution")),
                (figures.overdue, _("overdue")),
                (figures.no_lead, _("without lead ministry")),
                (figures.disputed, _("disputed by the NHRI")),
            )
        ),
        status_bar(data, figures),
        Pair(_ministry_bars(ministries), _paragraph_bars(covered)),
        Pair(_changed(data, figures), _needs_decision(received)),
    )
    return Section("summary", _("Summary"), blocks)


def status_bar(data: ReportData, figures: Overview) -> StatusBar:
    """The official status of all rows, with the drafts that it leaves out."""
    title = (
        _("Official status, selected recommendations")
        if data.filters
        else _("Official status, all recommendations")
    )
    return StatusBar(title, _draft_note(figures.status.drafts), figures.status)


def received_figures(data: ReportData, figures: Overview) -> tuple[tuple[int, str], ...]:
    """How many were received, and how many of them by position, where there are any."""
    positions = {
        Position.SUPPORTED: _("supported"),
        Position.SUPPORTED_NOTED: _("supported in part"),
        Position.NOTED: _("noted"),
        Position.PENDING: _("position pending"),
        Position.UNKNOWN: _("position unknown"),
    }
    received = _("recommendations selected") if data.filters else _("recommendations received")
    return (
        (figures.received, received),
        *((figures.positions[p], words) for p, words in positions.items() if p in figures.positions),
    )


def _draft_note(drafts: int) -> str:
    if drafts == 0:
        return _("no drafts")
    return ngettext("{n} draft not counted", "{n} drafts not counted", drafts).format(n=drafts)


def _largest_note(shown: int, there_are: int) -> str:
    return _("the {shown} largest of {all}").format(shown=shown, all=there_are) if shown < there_are else ""


def _fitting(names: Iterable[str]) -> int:
    """How many of the names stand on `MOST_LINES` printed lines beside their bars; a long one takes two."""
    ends = accumulate(2 if len(name) > _ONE_LINE else 1 for name in names)
    return sum(end <= MOST_LINES for end in ends)


def _ministry_bars(ministries: Sequence[GroupCount]) -> StatusBars:
    shown = ministries[: _fitting([group.name for group in ministries])]
    return StatusBars(
        title=_("By lead ministry"),
        note=_largest_note(len(shown), len(ministries)),
        bars=tuple((group.name, group.count) for group in shown),
    )


def _paragraph_bars(covered: Sequence[ParagraphCoverage]) -> StatusBars:
    linked = [c for c in covered if c.count.total]
    by_size = sorted(linked, key=lambda c: -c.count.total)
    largest = {c.paragraph.label for c in by_size[: _fitting(map(paragraph_name, by_size))]}
    note = [_("a recommendation may count under several"), _largest_note(len(largest), len(linked))]
    return StatusBars(
        title=_("By paragraph of the resolution"),
        note=listed_apart(note),
        bars=tuple((paragraph_name(c), c.count) for c in linked if c.paragraph.label in largest),
        footnote=_gaps_in_short(covered),
    )


def _gaps_in_short(covered: Sequence[ParagraphCoverage]) -> str:
    """Many gaps are told by their labels alone; the section by paragraph names them all."""
    labels = [c.paragraph.label for c in covered if c.gap == "no_recommendation"]
    if len(labels) <= _MOST_NAMED_GAPS:
        return gap_words(covered, "no_recommendation")
    return _("No recommendation: paragraphs {labels}.").format(labels=listed(labels))


def paragraph_name(covered: ParagraphCoverage) -> str:
    return f"{covered.paragraph.label} {covered.paragraph.caption}".strip()


def gap_words(covered: Sequence[ParagraphCoverage], gap: str) -> str:
    """The paragraphs addressed to States that have this gap, in one sentence; empty where none has."""
    names = listed(paragraph_name(c) for c in covered if c.gap == gap)
    if not names:
        return ""
    if gap == "no_recommendation":
        return _("No recommendation: {paragraphs}.").format(paragraphs=names)
    return _("None beyond planned: {paragraphs}.").format(paragraphs=names)


def _changed(data: ReportData, figures: Overview) -> BriefList:
    if not data.changed_since:
        return BriefList(
            _("Changed since the last snapshot"), "", (), _("There is no snapshot yet to compare this with.")
        )
    rows = tuple(
        (
            change.label,
            introduced(
                _("{before}, now {after}: {text}"),
                _excerpt(change.text),
                before=bucket_label(bucket_of(change.before)),
                after=bucket_label(bucket_of(change.after)).lower(),
            ),
            change.lead,
        )
        for change in data.changed[:MOST_ENTRIES]
    )
    return BriefList(
        title=_("Changed since the snapshot “{name}”").format(name=data.changed_since),
        note=_("{n} of {all}").format(n=len(data.changed), all=figures.received),
        rows=rows,
        empty=_("No official status has changed."),
    )


def _needs_decision(received: Sequence[Recommendation]) -> BriefList:
    """Overdue first, the longest overdue before the others; then disputed; then without lead ministry."""
    overdue = sorted((r for r in received if r.overdue and r.due_on), key=lambda r: r.due_on or date.max)
    disputed = [r for r in received if r.disputed]
    by_urgency = [*overdue, *disputed, *(r for r in received if not r.lead)]
    waiting = list({row.id: row for row in by_urgency}.values())
    shown = waiting[:MOST_ENTRIES]
    note = (
        _("first {shown} of {all}").format(shown=len(shown), all=len(waiting))
        if len(shown) < len(waiting)
        else ""
    )
    return BriefList(
        title=_("Needs a decision"),
        note=note,
        rows=tuple((row.label, _why(row), row.lead) for row in shown),
        empty=_("Nothing is overdue, disputed or without lead ministry."),
    )


def _why(row: Recommendation) -> str:
    """Why it waits, and the beginning of its text."""
    return introduced(after_colon("{reasons}", "{text}"), _excerpt(row.text), reasons=_reasons(row))


def _reasons(row: Recommendation) -> str:
    reasons = []
    if row.overdue and row.due_on:
        reasons.append(_("Overdue since {day}").format(day=day_in_words(row.due_on)))
    if row.disputed:
        reasons.append(_("Disputed by the NHRI"))
    if not row.lead:
        reasons.append(_("No lead ministry"))
    return " · ".join(reasons)


def _excerpt(text: str) -> str:
    """The beginning of a text, cut between words; the full table has the whole."""
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
