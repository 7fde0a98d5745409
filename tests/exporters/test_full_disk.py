"""No room for a report: one sentence, the older file stays, and nothing half written stays behind."""

import gc
import tempfile
from datetime import date
from pathlib import Path

import pytest

from tests.exporters.small_disk import small_disk
from uprtracker.errors import UserError
from uprtracker.exporters.catalogue import PRODUCTS, Product, export
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.report_request import ReportRequest


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_no_room_for_a_report(
    dossier: Dossier, product: Product, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, temporary = tmp_path / "out", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    dossier.tracking.set_due([row.id for row in dossier.query.rows()], date(2027, 6, 30))
    dossier.freezing.take("before")
    since = "before" if "since" in product.takes else ""
    data = dossier.reports.load(ReportRequest(since=since), product.needs)
    target = folder / f"report{product.suffix}"
    target.write_bytes(b"older")
    with small_disk(60), pytest.raises(UserError, match="make room") as refused:
        export(product.id, data, target)
    assert "\n" not in str(refused.value)
    del refused
    gc.collect()
    assert (target.read_bytes(), list(folder.iterdir()), list(temporary.iterdir())) == (
        b"older",
        [target],
        [],
    )
