"""Figures of stored snapshots: those of the day on which each was taken, whatever has happened since."""

import json

from sqlalchemy import update

from uprtracker.models.history import Snapshot
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.figures import count_statuses
from uprtracker.vocabulary.row_json import row_to_json
from uprtracker.vocabulary.status import Status


def test_a_point_has_the_figures_of_its_day(sample: Dossier) -> None:
    before = count_statuses(sample.query.rows())
    sample.freezing.take("Today")
    row = next(row for row in sample.query.rows() if row.official is Status.PLANNED)
    sample.tracking.set_status([row.id], Status.IN_PROGRESS, comment="Begun")
    points = sample.trend.points()
    assert [point.name for point in points] == ["Mid-term 2025", "Today"]
    assert points[1].count.counts == before.counts
    assert row.uid in points[1].behind(Status.PLANNED)


def test_a_snapshot_that_was_taken_back_is_no_point(sample: Dossier) -> None:
    taken = sample.freezing.take("Today")
    sample.undoing.undo(taken.batch)
    assert [point.name for point in sample.trend.points()] == ["Mid-term 2025"]


def test_the_first_format_of_snapshots_is_counted_too(sample: Dossier) -> None:
    rows = sample.query.rows()
    stored = json.dumps([row_to_json(row) for row in rows]).encode()
    with sample.store.engine.begin() as connection:
        connection.execute(update(Snapshot).values(content=stored))
    (point,) = sample.trend.points()
    assert point.count.counts == count_statuses(rows).counts


def test_what_is_no_snapshot_is_left_out(sample: Dossier) -> None:
    with sample.store.engine.begin() as connection:
        connection.execute(update(Snapshot).values(content=b"spoiled"))
    assert sample.trend.points() == ()
