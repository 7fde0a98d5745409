"""What the overview counts and what each count opens: figures of a dossier as filters of the list."""

from collections.abc import Iterable, Sequence
from functools import partial

from uprtracker.i18n import _, ngettext
from uprtracker.ui.charts.bar_list import BarRow
from uprtracker.ui.fields.day_text import short_day
from uprtracker.ui.panels.key_figures import KeyFigure
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.figures import GroupCount, Overview, ParagraphCoverage, StatusCount
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import bucket_label
from uprtracker.vocabulary.trend import TrendPoint

MOST_THEMES = 12


def key_figures(figures: Overview) -> list[KeyFigure]:
    """The figures of the first line; positions that do not occur are left out."""
    positions = {
        Position.SUPPORTED: _("supported"),
        Position.SUPPORTED_NOTED: _("supported in part"),
        Position.NOTED: _("noted"),
        Position.PENDING: _("position pending"),
        Position.UNKNOWN: _("position unknown"),
    }
    return [
        KeyFigure(figures.received, _("recommendations received"), RowFilter()),
        *(
            KeyFigure(figures.positions[p], words, RowFilter(positions=(p,)))
            for p, words in positions.items()
            if p in figures.positions
        ),
        KeyFigure(figures.linked, _("linked to the resolution"), RowFilter(view="linked")),
        KeyFigure(figures.overdue, _("overdue"), RowFilter(view="overdue")),
        KeyFigure(figures.due_soon, _("due within 30 days"), RowFilter(view="due-soon")),
        KeyFigure(figures.nothing_reported, _("nothing reported lately"), RowFilter(view="nothing-reported")),
        KeyFigure(figures.no_lead, _("without lead ministry"), RowFilter(view="no-lead")),
        KeyFigure(figures.disputed, _("disputed by the NHRI"), RowFilter(view="disputed")),
        KeyFigure(figures.status.drafts, _("drafts to validate"), RowFilter(view="drafts")),
    ]


def status_filter(bucket: str) -> RowFilter:
    return RowFilter(statuses=_buckets(bucket))


def ministry_rows(groups: Iterable[GroupCount]) -> list[BarRow]:
    """Lead ministries; the recommendations without one come last."""
    ordered = sorted(groups, key=lambda group: not group.key)
    return [BarRow(g.name or _("No lead ministry"), g.count, partial(_of_ministry, g.key)) for g in ordered]


def theme_rows(groups: Sequence[GroupCount]) -> list[BarRow]:
    """The largest themes."""
    return [BarRow(g.name, g.count, partial(_of_theme, g.key)) for g in groups[:MOST_THEMES]]


def cycle_rows(groups: Iterable[GroupCount]) -> list[BarRow]:
    """The latest cycle first; recommendations without a cycle cannot be shown alone."""
    return [
        BarRow(
            _("Cycle {value}").format(value=g.key) if g.key else _("No cycle named"),
            g.count,
            partial(_of_cycle, g.key),
        )
        for g in sorted(groups, key=lambda group: -int(group.key or 0))
    ]


def paragraph_rows(coverage: Iterable[ParagraphCoverage]) -> list[BarRow]:
    """Paragraphs with recommendations, and those addressed to States that have none."""
    gaps = {"no_recommendation": _("no recommendation"), "not_started": _("none beyond planned"), "": ""}
    return [
        BarRow(
            sentence_case(c.paragraph.caption),
            c.count,
            partial(_of_paragraph, c.paragraph.label),
            label=c.paragraph.label,
            note=gaps[c.gap],
        )
        for c in coverage
        if c.count.total or c.gap
    ]


def trend_rows(points: Iterable[TrendPoint], now: StatusCount) -> list[BarRow]:
    """Snapshots from the earliest on, and last what is official now."""
    stood = [
        BarRow(_("{day}, {name}").format(day=short_day(p.as_of), name=p.name), p.count, partial(_stood, p))
        for p in points
    ]
    return [*stood, BarRow(_("Now"), now, lambda bucket: RowFilter(statuses=_buckets(bucket)))]


def _stood(point: TrendPoint, bucket: str | None) -> RowFilter | None:
    """What stood under a bucket then, whatever it is now."""
    uids = point.behind(bucket)
    if not uids:
        return None
    words = bucket_label(bucket) if bucket is not None else _("In the dossier")
    named = _("{status} in snapshot {name}").format(status=words, name=point.name)
    return RowFilter(uids=uids, uids_as=named)


def trend_note(snapshots: int) -> str:
    if snapshots == 0:
        return _(
            "no snapshot yet: take one from the File menu, and the figures of today stay to be compared with"
        )
    return ngettext("{n} snapshot", "{n} snapshots", snapshots).format(n=snapshots)


def dossier_words(info: DossierInfo) -> str:
    """`Arvania · invented sample · cycle 3: A/HRC/0/00 · cycle 4: A/HRC/00/00`; other mechanisms are in none of the figures."""
    about = [info.called, _("invented sample")] if info.sample else [info.called]
    documents = [
        _("cycle {n}: {symbol}").format(n=d.cycle, symbol=d.symbol) if d.cycle else d.symbol
        for d in info.documents
        if d.mechanism == "upr"
    ]
    return " · ".join(about + documents)


def draft_words(drafts: int) -> str:
    if drafts == 0:
        return _("no drafts")
    return ngettext("{n} draft not counted", "{n} drafts not counted", drafts).format(n=drafts)


def theme_note(shown: int, there_are: int) -> str:
    if there_are <= shown:
        return _("a recommendation may count under several")
    return _("the {shown} largest of {all}; a recommendation may count under several").format(
        shown=shown, all=there_are
    )


def _of_ministry(name: str, bucket: str | None) -> RowFilter:
    if not name:
        return RowFilter(view="no-lead", statuses=_buckets(bucket))
    return RowFilter(ministries=(name,), lead_only=True, statuses=_buckets(bucket))


def _of_theme(label: str, bucket: str | None) -> RowFilter:
    return RowFilter(themes=(label,), statuses=_buckets(bucket))


def _of_cycle(key: str, bucket: str | None) -> RowFilter | None:
    return RowFilter(cycles=(int(key),), statuses=_buckets(bucket)) if key else None


def _of_paragraph(label: str, bucket: str | None) -> RowFilter:
    return RowFilter(paragraphs=(label,), statuses=_buckets(bucket))


def _buckets(bucket: str | None) -> tuple[str, ...]:
    return () if bucket is None else (str(bucket),)
