"""A snapshot holds enough to print any product from it, is never recomputed, and no restricted matter."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from uprtracker.errors import StorageError, UserError
from uprtracker.exporters.catalogue import PRODUCTS
from uprtracker.models.engine import writing
from uprtracker.models.history import Snapshot
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.row_json import row_to_json
from uprtracker.vocabulary.snapshot import SnapshotContent, digest, packed, unpacked
from uprtracker.vocabulary.status import Status

ActAs = Callable[[Actor], None]
GOVERNMENT = ReportRequest(audience=Confidentiality.GOVERNMENT)


def stored(dossier: Dossier, name: str) -> bytes:
    with dossier.store.read() as session:
        return session.scalars(select(Snapshot.content).where(Snapshot.name == name)).one()


def replace_content(dossier: Dossier, name: str, content: bytes, digest_: str = "") -> None:
    with writing(dossier.store.engine) as session:
        values = {"content": content, "digest": digest_ or digest(content)}
        session.execute(update(Snapshot).where(Snapshot.name == name).values(values))


def test_a_report_from_a_snapshot_is_the_one_of_its_day(sample: Dossier) -> None:
    request = replace(GOVERNMENT, as_of=sample.store.today())
    before = sample.reports.load(request, frozenset({"briefing", "history_head"}))
    sample.freezing.take("Before")
    ids = [row.id for row in sample.query.rows()[:5]]
    sample.tracking.set_status(ids, Status.CONTINUOUS)
    sample.work.add_progress(ids[:1], "Written later", confidentiality=Confidentiality.PUBLIC)
    after = sample.reports.load(
        replace(GOVERNMENT, snapshot="Before"), frozenset({"briefing", "history_head"})
    )
    assert after.snapshot == "Before"
    # who may see a note and what comes of the history are not of the day's state
    same = {"snapshot": "", "changed": before.changed, "changed_since": before.changed_since}
    assert replace(after, **same, withheld=before.withheld) == before
    assert sample.reports.load(request).rows != before.rows


def test_a_content_reads_back_as_it_was(sample: Dossier) -> None:
    sample.freezing.take("Now")
    content = unpacked(stored(sample, "Now"))
    assert isinstance(content, SnapshotContent)
    assert packed(content) == stored(sample, "Now")
    assert content.briefing.texts
    assert len(content.text_version.paragraphs) > 20


def test_nothing_restricted_is_kept(sample: Dossier) -> None:
    row = sample.query.rows()[0]
    sample.annotating.annotate([row.id], "canary-restricted", confidentiality=Confidentiality.RESTRICTED)
    sample.work.add_progress([row.id], "canary-progress", confidentiality=Confidentiality.RESTRICTED)
    sample.annotating.annotate([row.id], "open-to-government", confidentiality=Confidentiality.GOVERNMENT)
    sample.freezing.take("Now")
    content = unpacked(stored(sample, "Now"))
    said = repr(content)
    assert "canary" not in said
    assert "open-to-government" in said
    data = sample.reports.load(ReportRequest(audience=Confidentiality.RESTRICTED, snapshot="Now"))
    assert data.withheld.total >= 2


def test_the_nhri_reads_only_what_is_public_of_a_snapshot(sample: Dossier) -> None:
    row = sample.query.rows()[0]
    sample.annotating.annotate([row.id], "canary-government", confidentiality=Confidentiality.GOVERNMENT)
    sample.freezing.take("Now")
    sample.store.act_as(Actor(Profile.NHRI))
    data = sample.reports.load(replace(GOVERNMENT, snapshot="Now"), frozenset({"briefing"}))
    assert "canary-government" not in repr(data)
    assert data.briefing is not None
    assert not data.briefing.texts
    assert data.withheld.annotations >= 1


@pytest.mark.parametrize(
    "product", [p for p in PRODUCTS if p.id not in ("thematic-list-docx",)], ids=lambda p: p.id
)
def test_every_product_is_made_of_a_snapshot(sample: Dossier, tmp_path: Path, product: object) -> None:
    sample.freezing.take("Now")
    data = sample.reports.load(replace(GOVERNMENT, snapshot="Now"), product.needs)  # type: ignore[attr-defined]
    target = tmp_path / f"made{product.suffix}"  # type: ignore[attr-defined]
    product.make(data, target)  # type: ignore[attr-defined]
    assert target.stat().st_size > 100


def test_filters_and_search_work_on_a_snapshot(sample: Dossier) -> None:
    sample.freezing.take("Now")
    for wanted in (RowFilter(search="defenders"), RowFilter(cycles=(3,))):
        now = sample.reports.load(replace(GOVERNMENT, row_filter=wanted))
        then = sample.reports.load(replace(GOVERNMENT, row_filter=wanted, snapshot="Now"))
        assert {r.label for r in then.rows} <= {r.label for r in now.rows}
        assert then.rows


def test_a_name_is_no_date_and_not_taken_twice(dossier: Dossier) -> None:
    for name in ("2026-11-24", " 2026-11-24 ", "20261124", ""):
        with pytest.raises(UserError):
            dossier.freezing.take(name)
    dossier.freezing.take("Mid-term")
    with pytest.raises(UserError, match="already"):
        dossier.freezing.take(" Mid-term ")
    assert [snapshot.name for snapshot in dossier.freezing.snapshots()] == ["Mid-term"]


def test_an_unknown_snapshot_names_those_there_are(dossier: Dossier) -> None:
    with pytest.raises(UserError, match="nor any other"):
        dossier.reports.load(ReportRequest(snapshot="Mid-term"))
    dossier.freezing.take("Annual")
    with pytest.raises(UserError, match="'Annual'"):
        dossier.reports.load(ReportRequest(snapshot="Mid-term"))


def test_a_changed_snapshot_is_refused_and_found_by_check(dossier: Dossier) -> None:
    dossier.freezing.take("Mid-term")
    content = unpacked(stored(dossier, "Mid-term"))
    assert isinstance(content, SnapshotContent)
    other = packed(replace(content, history_head="other"))
    replace_content(dossier, "Mid-term", other, digest_="0" * 64)
    with pytest.raises(StorageError, match="not the one that was taken"):
        dossier.reports.load(ReportRequest(snapshot="Mid-term"))
    with pytest.raises(StorageError):
        dossier.changes.between("Mid-term")
    assert [f.where for f in dossier.checking.check().findings if f.rule == "snapshot_digest"] == ["Mid-term"]


def test_the_first_format_is_compared_with_but_not_printed(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.freezing.take("Old")
    rows = [row_to_json(row) for row in dossier.query.rows()]
    replace_content(dossier, "Old", json.dumps(rows, ensure_ascii=False, sort_keys=True).encode())
    with pytest.raises(UserError, match="older version"):
        dossier.reports.load(ReportRequest(snapshot="Old"))
    dossier.tracking.set_status([ids["71.2"]], Status.IN_PROGRESS)
    dossier.work.add_measure([ids["71.2"]], "Law")
    changes = dossier.changes.between("Old").changes
    assert [(c.number, c.field, c.before, c.after) for c in changes] == [
        ("71.2", "status", None, Status.IN_PROGRESS)
    ]
    data = dossier.reports.load(ReportRequest())
    assert (data.changed_since, [c.label for c in data.changed]) == ("Old", ["71.2"])


def test_a_snapshot_compares_with_the_one_before_it(dossier: Dossier, ids: dict[str, int]) -> None:
    today = dossier.store.today()
    dossier.freezing.take("First", as_of=today - timedelta(days=60))
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED, on=today - timedelta(days=40))
    dossier.freezing.take("Second", as_of=today - timedelta(days=30))
    data = dossier.reports.load(ReportRequest(snapshot="Second"))
    assert (data.changed_since, [c.label for c in data.changed]) == ("First", ["71.2"])
    assert dossier.reports.load(ReportRequest(snapshot="First")).changed_since == ""
