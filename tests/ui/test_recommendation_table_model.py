"""The list of recommendations as a table model: order, edits as wishes, small changes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from tests.exporters.factory import recommendation, report_data
from uprtracker.ui.item_models.recommendation_column import COLUMN_NUMBERS, COLUMNS
from uprtracker.ui.item_models.recommendation_table_model import NATURAL, RecommendationTableModel
from uprtracker.vocabulary.status import Status

STATUS, LEAD, DUE = (COLUMN_NUMBERS[key] for key in ("status", "lead", "due"))


@pytest.fixture
def model(qtbot: QtBot) -> RecommendationTableModel:
    model = RecommendationTableModel()
    model.set_rows([recommendation(n) for n in range(1, 21)])
    return model


def labels(model: RecommendationTableModel) -> list[str]:
    return [row.label for row in model.rows()]


def test_it_keeps_to_the_rules_of_item_models(model: RecommendationTableModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([recommendation(n) for n in range(5, 9)])
    model.sort(STATUS, Qt.SortOrder.DescendingOrder)
    model.set_rows([])


def test_numbers_stand_in_natural_order(model: RecommendationTableModel) -> None:
    model.set_rows([recommendation(n) for n in (10, 9, 2, 11)])
    assert labels(model) == ["140.2", "140.9", "140.10", "140.11"]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_rows_that_are_equal_in_a_column_stay_in_natural_order(
    model: RecommendationTableModel, order: Qt.SortOrder
) -> None:
    model.sort(STATUS, order)
    by_status: dict[Any, list[int]] = {}
    for row in model.rows():
        by_status.setdefault(row.official, []).append(row.id)
    assert len(by_status) > 3
    assert all(ids == sorted(ids) for ids in by_status.values())
    model.sort(NATURAL)
    assert labels(model) == [f"140.{n}" for n in range(1, 21)]


def test_a_changed_row_is_told_alone(model: RecommendationTableModel) -> None:
    spy, resets = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    rows = model.rows()
    rows[3] = replace(rows[3], lead="Ministry of Justice, Section IV")
    model.set_rows(rows)
    assert resets.count() == 0
    assert spy.count() == 1
    assert (spy.at(0)[0].row(), spy.at(0)[1].row()) == (3, 3)


def test_a_kept_index_follows_its_row_when_the_order_changes(model: RecommendationTableModel) -> None:
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(COLUMN_NUMBERS["number"], Qt.SortOrder.DescendingOrder)
    assert kept.row() == 19
    assert kept.data() == "140.1"


def test_an_edit_is_a_wish_with_what_the_person_saw(model: RecommendationTableModel) -> None:
    wishes: list[tuple[Any, ...]] = []
    model.status_edited.connect(lambda *wish: wishes.append(wish))
    model.lead_edited.connect(lambda *wish: wishes.append(wish))
    model.due_edited.connect(lambda *wish: wishes.append(wish))
    row = model.row_at(0)
    model.setData(model.index(0, STATUS), Status.CONTINUOUS)
    model.setData(model.index(0, LEAD), " Ministry of Finance ")
    model.setData(model.index(0, DUE), QDate(2027, 6, 30))
    assert wishes == [
        ([row.id], Status.CONTINUOUS, {row.id: row.status}),
        ([row.id], "Ministry of Finance", {row.id: row.lead}),
        ([row.id], date(2027, 6, 30), {row.id: row.due_on}),
    ]
    assert model.row_at(0) == row


def test_choosing_what_is_there_already_is_no_wish(model: RecommendationTableModel) -> None:
    spies = [QSignalSpy(s) for s in (model.status_edited, model.lead_edited, model.due_edited)]
    row = model.row_at(1)
    model.setData(model.index(1, STATUS), row.status)
    model.setData(model.index(1, LEAD), row.lead)
    model.setData(model.index(1, DUE), row.due_on)
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_a_dossier_open_for_reading_offers_no_editing(model: RecommendationTableModel) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, STATUS)) & editable
    assert not model.flags(model.index(0, 0)) & editable
    model.editable = False
    assert not any(model.flags(model.index(0, column)) & editable for column in range(len(COLUMNS)))
    assert not model.setData(model.index(0, STATUS), Status.CONTINUOUS)


def test_a_screen_reader_hears_the_row(model: RecommendationTableModel) -> None:
    model.set_rows([recommendation(4, lead="", recommending_states=("NOR", "CHL"))])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Recommendation 140.4, Norway, Chile, supported/noted, not reported"


def test_the_tooltip_shows_signs_as_they_are(model: RecommendationTableModel) -> None:
    model.set_rows([recommendation(4)])
    tip = model.index(0, COLUMN_NUMBERS["text"]).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;all&lt;/b&gt;" in tip


def test_every_column_has_words_for_every_row(model: RecommendationTableModel) -> None:
    model.set_rows(report_data(40).rows)
    for column, spec in enumerate(COLUMNS):
        assert model.headerData(column, Qt.Orientation.Horizontal)
        words = [model.index(place, column).data() for place in range(model.rowCount())]
        assert all(isinstance(word, str) for word in words), spec.key
        model.sort(column)
