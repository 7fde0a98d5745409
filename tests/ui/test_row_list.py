"""The rows of the open dossier: read again only where something changed."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier
from uprtracker.ui.row_list import RowList
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import Status


@pytest.fixture
def rows(qtbot: QtBot, dossier: Dossier) -> RowList:
    return RowList(dossier)


def test_an_edit_is_read_and_told_by_its_ids(rows: RowList, dossier: Dossier, ids: dict[str, int]) -> None:
    changed, replaced = QSignalSpy(rows.changed), QSignalSpy(rows.replaced)
    rows.follow(dossier.tracking.set_status([ids["71.1"]], Status.PLANNED))
    assert rows.row(ids["71.1"]).official is Status.PLANNED
    assert changed.at(0) == [{ids["71.1"]}]
    assert replaced.count() == 0


def test_rows_that_go_and_come_back_are_read_anew(
    rows: RowList, dossier: Dossier, ids: dict[str, int]
) -> None:
    replaced = QSignalSpy(rows.replaced)
    batch = dossier.query.history(limit=1)[0].batch
    gone = dossier.undoing.undo(batch)
    rows.follow(gone)
    assert rows.rows() == []
    rows.follow(dossier.undoing.undo(gone.batch))
    assert [row.label for row in rows.rows()] == ["71.1", "71.2", "71.3"]
    assert replaced.count() == 2


def test_filter_and_search_narrow_together(rows: RowList, dossier: Dossier, ids: dict[str, int]) -> None:
    assert {row.id for row in rows.filtered(RowFilter())} == set(ids.values())
    assert rows.filtered(RowFilter(search="no such word")) == []
    found = rows.filtered(RowFilter(search="71.2"))
    assert [row.label for row in found] == ["71.2"]
