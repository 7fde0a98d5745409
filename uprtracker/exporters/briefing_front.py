"""The first pages of the pack: cover, running order with contents, key figures and messages."""

import re

from uprtracker.exporters.document import (
    Block,
    BriefList,
    Contents,
    Cover,
    Heading,
    KeyFigures,
    Prose,
    Section,
    StatusBar,
    StatusBars,
)
from uprtracker.exporters.title_block import (
    audience_words,
    caveat,
    documents_covered,
    mapping_words,
    review_words,
    state_words,
    symbol_words,
)
from uprtracker.i18n import _, ngettext
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_text import Field
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.figures import count_statuses, overview
from uprtracker.vocabulary.listing import listed
from uprtracker.vocabulary.position import Position

_MOST_BARS = 6
_TIME = re.compile(r"^(\d{1,2}[:.h]\d{2}(?:\s*[-–]\s*\d{1,2}[:.h]\d{2})?|\d{1,3}[.)])\s+(?=\S)")


def cover_section(pack: Briefing) -> Section:
    data = pack.data
    documents = [d for d in documents_covered(data) if d.cycle in (pack.cycle, None)]
    head = pack.own(Field.SPEAKER)
    lines = (
        " · ".join(review_words(document) for document in documents),
        listed(symbol_words(document) for document in documents if document.symbol),
        _("Head of delegation: {name}").format(name=head) if head else "",
        _("As of {day}").format(day=day_in_words(data.as_of)),
        _("Audience: {audience}").format(audience=audience_words(data)),
        _("Selection: {filters}").format(
            filters=" · ".join(data.filters) or _("all recommendations of the dossier")
        ),
        mapping_words(data),
        _history_words(data.history_head),
    )
    cover = Cover(
        title=state_words(data),
        lines=tuple(line for line in lines if line),
        above=_("Briefing pack for the delegation"),
        caveat=caveat(data),
    )
    return Section("cover", _("Cover"), (cover,))


def _history_words(head: str) -> str:
    """The head of the history, `entry:check`, as words; empty where it was not loaded."""
    entry, _colon, check = head.partition(":")
    if not check:
        return _("History up to entry {entry}").format(entry=entry) if entry else ""
    return _("History up to entry {entry}, check value {check}").format(entry=entry, check=check)


def order_section(pack: Briefing) -> Section:
    """Running order and contents, with a sentence for each part that the pack does not have."""
    order = BriefList(
        title=_("Order of the session"),
        note="",
        rows=tuple(running_order(pack.own(Field.RUNNING_ORDER))),
        empty=_("No running order has been written."),
    )
    blocks: list[Block] = [order]
    absent = _absent_parts(pack)
    if absent:
        blocks += [Heading(3, _("Not in this pack")), *map(Prose, absent)]
    blocks += [Heading(3, _("Contents")), Contents(depth=2)]
    return Section("order", _("Running order and contents"), tuple(blocks))


def _absent_parts(pack: Briefing) -> list[str]:
    """A part without content has no page; why it has none is said here."""
    said = {
        _("The dossier holds no earlier cycle, so there is no scorecard of one."): pack.scorecard.rows,
        _("There is no recommendation to make a sheet of."): pack.sheets,
        _("No advance questions have been loaded."): pack.questions,
        _("No assessment or note of the NHRI criticises us."): pack.criticism or pack.own(Field.CRITICISM),
        _("No recommendation is noted."): pack.noted,
    }
    return [sentence for sentence, content in said.items() if not content]


def running_order(text: str) -> list[tuple[str, str, str]]:
    """Its lines as (time, item, who): a time or number may begin a line, `|` stands before who speaks."""
    rows = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        item, _bar, who = (piece.strip() for piece in line.partition("|"))
        found = _TIME.match(item)
        rows.append((found[1] if found else "", item[found.end() :] if found else item, who))
    return rows


def figures_section(pack: Briefing) -> Section:
    figures = overview(pack.rows)
    positions = {
        Position.SUPPORTED: _("supported"),
        Position.SUPPORTED_NOTED: _("supported in part"),
        Position.NOTED: _("noted"),
        Position.PENDING: _("position pending"),
        Position.UNKNOWN: _("position unknown"),
    }
    key_figures = KeyFigures(
        (
            (figures.received, _("recommendations received")),
            *((figures.positions[p], words) for p, words in positions.items() if p in figures.positions),
            (figures.overdue, _("overdue")),
            (figures.disputed, _("disputed by the NHRI")),
            (len(pack.questions), _("advance questions")),
        )
    )
    drafts = figures.status.drafts
    note = ngettext("{n} draft not counted", "{n} drafts not counted", drafts).format(n=drafts)
    ministries = tuple((g.name, g.count) for g in figures.by_ministry if g.key)
    blocks: list[Block] = [
        Heading(3, _("Key messages")),
        Prose(pack.own(Field.KEY_MESSAGES) or _("No key messages have been written.")),
        key_figures,
        StatusBar(_("Official status, all recommendations"), note if drafts else "", figures.status),
    ]
    if ministries:
        blocks.append(StatusBars(_("By lead ministry"), "", ministries[:_MOST_BARS]))
    elif pack.sheets:
        largest = sorted(pack.sheets, key=lambda sheet: -len(sheet.rows))[: 2 * _MOST_BARS]
        bars = tuple((sheet.title, count_statuses(sheet.rows)) for sheet in largest)
        blocks.append(StatusBars(_("The largest sheets"), "", bars))
    if pack.own(Field.SENSITIVE_POINTS):
        blocks += [Heading(3, _("Sensitive points")), Prose(pack.own(Field.SENSITIVE_POINTS))]
    return Section("figures", _("Key figures and messages"), tuple(blocks), tab=_("Figures"))
