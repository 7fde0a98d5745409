"""Tables of counts: the official statuses in the order of the charts, their total and the drafts beside."""

from uprtracker.exporters.document import Cell, Column
from uprtracker.i18n import _
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, bucket_label


def count_columns() -> tuple[Column, ...]:
    """The columns after the name: one per status (its key is the bucket), `total` and `drafts`."""
    statuses = [Column(bucket, bucket_label(bucket), 0.06, "count") for bucket in BUCKETS]
    return (
        *statuses,
        Column("total", _("Total"), 0.05, "count"),
        Column("drafts", _("Drafts, not counted"), 0.06, "count"),
    )


def count_cells(count: StatusCount) -> tuple[Cell, ...]:
    """The cells of `count_columns`."""
    return (*(count[bucket] for bucket in BUCKETS), count.total, count.drafts)
