"""What the State did and said: the scorecard of the cycle before, and what it noted, with the reasons."""

from collections.abc import Iterator

from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_words import recommendation_columns, text_with_states
from uprtracker.exporters.recommendation_words import position_words, recommendations_words, status_value
from uprtracker.i18n import N_, _, ngettext
from uprtracker.vocabulary.briefing import Briefing
from uprtracker.vocabulary.briefing_voices import Became, NotedReason
from uprtracker.vocabulary.figures import count_statuses
from uprtracker.vocabulary.listing import listed_apart
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_KINDS = {
    "repeated": N_("repeated as {number}"),
    "strengthened": N_("strengthened as {number}"),
    "weakened": N_("weakened as {number}"),
}


def scorecard_section(pack: Briefing) -> Iterator[doc.Section]:
    """What became of the cycle before, under its status: the figures first, then every recommendation."""
    card = pack.scorecard
    if not card.rows:
        return
    count = count_statuses(each.row for each in card.rows)
    title = _("Cycle {cycle}: what became of {recommendations}").format(
        cycle=card.cycle, recommendations=recommendations_words(count.total)
    )
    by_bucket = {bucket: [each for each in card.rows if each.row.bucket == bucket] for bucket in BUCKETS}
    groups = tuple(
        doc.RowGroup(
            bucket_label(bucket),
            tuple(became_row(each, text_with_states(each.row), pack) for each in members),
        )
        for bucket, members in by_bucket.items()
        if members
    )
    yield doc.Section(
        "scorecard",
        _("Scorecard of the previous cycle"),
        (
            doc.StatusBar(title, "", count),
            doc.Prose(_taken_up_words(card.rows)),
            doc.Table("scorecard", recommendation_columns(), groups, group_title=_("Status")),
        ),
        tab=_("Last cycle"),
    )


def _taken_up_words(rows: tuple[Became, ...]) -> str:
    n = sum(bool(each.taken_up) for each in rows)
    return ngettext(
        "{n} of them is taken up again in this review, as confirmed by a person.",
        "{n} of them are taken up again in this review, as confirmed by a person.",
        n,
    ).format(n=n)


def became_row(each: Became, text: str, pack: Briefing) -> tuple[doc.Cell, ...]:
    """A row of `recommendation_columns`; below the text, what takes the recommendation up again."""
    row = each.row
    later = listed_apart(_(_KINDS[kind]).format(number=now.label) for now, kind in each.taken_up)
    words = _("In this review: {later}").format(later=later) if later else ""
    return (
        row.label,
        "\n".join(piece for piece in (text, words) if piece),
        position_words(row),
        status_value(row, pack.data),
    )


def noted_section(pack: Briefing) -> Iterator[doc.Section]:
    """What was noted, wholly or in part, and why."""
    if not pack.noted:
        return
    columns = (
        doc.Column("number", _("No."), 0.1, "number"),
        doc.Column("text", _("Recommendation (recommending States)"), 0.42),
        doc.Column("reason", _("Reason"), 0.48),
    )
    rows = tuple(_noted_row(each) for each in pack.noted)
    table = doc.Table("noted", columns, (doc.RowGroup("", rows),))
    yield doc.Section("noted", _("Noted recommendations and reasons"), (table,), tab=_("Noted"))


def _noted_row(each: NotedReason) -> tuple[doc.Cell, ...]:
    reasons = "\n".join(reason for reason in (each.own, each.explanation) if reason)
    return each.row.label, text_with_states(each.row), reasons or _("No reason has been given.")
